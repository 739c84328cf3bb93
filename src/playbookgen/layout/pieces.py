"""Text in pieces: the words and parts of words between which a line may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Match
from typing import NamedTuple

from playbookgen.layout.characters import (
    BREAK_AFTER,
    NO_BREAK_SPACE,
    advance,
    graphemes,
    is_plainly_spaced,
    may_break,
)
from playbookgen.layout.japanese import loan_words, parts_word

_LINE_ENDS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))
_ENDS = re.compile(f"[ {re.escape(BREAK_AFTER)}](?!\\Z)")
_INNER_SPACE = re.compile(f"{NO_BREAK_SPACE} ?(?! ?\\Z)")
_SPACES = advance(" "), advance(" ", is_bold=True)
_MEMORY = 2048
_ALONE = 1 << 40
"""What a piece needs that begins a line whatever stands before: more room than there is."""


class Pieces(NamedTuple):
    """The pieces of a text with their advances, in thousandths of the type size."""

    texts: tuple[str, ...]
    """Each with the space after it."""
    advances: tuple[int, ...]
    """Each with the space after it."""
    lasts: tuple[int, ...]
    """Each as the last of a line, without the space after it."""
    needs: tuple[int, ...]
    """What each needs on the line that it is put on."""
    total: int
    """The advance of all on one line."""
    widest: int
    """The most that one of them needs."""
    is_bold: bool
    """Which of the two weights the advances hold for."""
    is_split: bool = False
    """Whether some were divided where no line should end."""


def plain(text: str) -> str:
    """The text with tabs, line ends and runs of spaces as single spaces, none outside."""
    if text.isprintable() and "  " not in text and " " not in (text[:1], text[-1:]):
        return text
    # str.split() would also take the no-break and ideographic spaces.
    return " ".join(filter(None, text.translate(_LINE_ENDS).split(" ")))


@lru_cache(_MEMORY)
def pieces_of(text: str, is_bold: bool) -> Pieces:
    """The words of a text."""
    spaced = plain(text)
    words = _words(spaced) if is_plainly_spaced(spaced) else _phrases(spaced)
    return _measured(tuple(words), is_bold=is_bold)


def _measured(texts: tuple[str, ...], *, is_bold: bool) -> Pieces:
    advances = tuple([advance(text, is_bold=is_bold) for text in texts])
    space = _SPACES[is_bold]
    lasts = tuple(
        length - space if text[-1] == " " else length
        for text, length in zip(texts, advances, strict=True)
    )
    total = sum(advances[:-1]) + sum(lasts[-1:])
    return Pieces(texts, advances, lasts, lasts, total, max(lasts, default=0), is_bold)


def _words(text: str) -> Iterator[str]:
    """The words of a text whose script is written with spaces."""
    start = 0
    for at in map(Match.start, _ENDS.finditer(text)):
        if text[at] == " " or may_break(text[at - 1 : at], text[at], text[at + 1]):
            yield text[start : at + 1]
            start = at + 1
    if text:
        yield text[start:]


def _phrases(text: str, *, within_words: bool = False) -> list[str]:
    """The parts between which a line may end by the rules of any script."""
    pieces: list[str] = []
    before = left = ""
    for grapheme in graphemes(text):
        breaks = may_break(before, left, grapheme) if left else True
        if breaks and (within_words or not left or not parts_word(before, left, grapheme)):
            pieces.append(grapheme)
        else:
            pieces[-1] += grapheme
        before, left = left, grapheme
    return pieces


def _within_words(word: str) -> list[str]:
    """The parts of a word between which a line may end where it is wider than its box."""
    return [part for whole in loan_words(word) for part in _phrases(whole, within_words=True)]


def within(pieces: Pieces, reach: int) -> Pieces:
    """The pieces of a text, those divided that are longer than a line."""
    if pieces.widest <= reach:
        return pieces
    return _divided(pieces, reach)


@lru_cache(_MEMORY)
def _divided(pieces: Pieces, reach: int) -> Pieces:
    """The words of a text; those longer than a line at whatever places it may break."""
    finer: list[str] = []
    for word, need in zip(pieces.texts, pieces.needs, strict=True):
        finer += _within_words(word) if need > reach else [word]
    divided = _measured(tuple(finer), is_bold=pieces.is_bold)
    return divided if divided.widest <= reach else _split(divided, reach)


def _split(pieces: Pieces, reach: int) -> Pieces:
    """The pieces, each one longer than a line in parts that begin lines of their own."""
    parts: list[str] = []
    needs: list[int] = []
    for text, need in zip(pieces.texts, pieces.needs, strict=True):
        split = list(_parts_of_long(text, reach, pieces.is_bold)) if need > reach else [text]
        parts += split
        needs += [_ALONE] * len(split) if need > reach else [need]
    measured = _measured(tuple(parts), is_bold=pieces.is_bold)
    return measured._replace(needs=tuple(needs), is_split=True)


def _parts_of_long(piece: str, reach: int, is_bold: bool) -> Iterator[str]:
    """A piece longer than its line, in parts: at no-break spaces, or else between graphemes."""
    if inner := _INNER_SPACE.search(piece):
        yield from _parts_of_long(piece[: inner.end()], reach, is_bold)
        yield from _parts_of_long(piece[inner.end() :], reach, is_bold)
        return
    part = ""
    for grapheme in graphemes(piece):
        longer = part + grapheme
        if part and grapheme != " " and advance(longer, is_bold=is_bold) > reach:
            yield part
            longer = grapheme
        part = longer
    yield part
