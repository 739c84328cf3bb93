"""Text in boxes: how wide it is, and how it breaks into lines; all type is of regular weight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from playbookgen.layout.characters import NO_BREAK_SPACE, graphemes, may_break, width_of
from playbookgen.layout.japanese import parts_word
from playbookgen.model.diagram import LINE_HEIGHT, TEXT_SIZE, TextLine, TextRole

_STEP = 2.0


def plain(text: str) -> str:
    """The text with tabs, line ends and runs of spaces as single spaces, none outside."""
    # str.split() would also take the no-break and ideographic spaces.
    spaced = "".join(
        " " if character in "\t\n\v\f\r\x85\u2028\u2029" else character for character in text
    )
    return " ".join(piece for piece in spaced.split(" ") if piece)


@cache
def _advance(character: str) -> int:
    return width_of(character)


def measure(text: str, *, role: TextRole) -> float:
    """The width of `text` on one line, in px."""
    return round(sum(map(_advance, plain(text))) * TEXT_SIZE[role] / 1000, 2)


def line_height(role: TextRole) -> float:
    """The distance of two baselines, in px."""
    return TEXT_SIZE[role] * LINE_HEIGHT


def wrap(
    text: str, *, role: TextRole, width: float, max_lines: int | None = None
) -> tuple[TextLine, ...]:
    """The lines of `text` in a box of `width`; the width gives way where lines run out."""
    lines = _fill(text, role, width)
    while max_lines and len(lines) > max_lines:
        width *= 1.1
        lines = _fill(text, role, width)
    return lines


def wrap_evenly(text: str, *, role: TextRole, width: float) -> tuple[TextLine, ...]:
    """The lines of `text` in as few lines as `wrap` needs, but of like length."""
    return _fill_evenly(text, role, width)


@lru_cache(maxsize=20_000)
def _fill_evenly(text: str, role: TextRole, width: float) -> tuple[TextLine, ...]:
    lines = _fill(text, role, width)
    if len(lines) < 2:
        return lines
    narrow = max(measure(text, role=role) / len(lines), widest_word(text, role=role, limit=width))
    while narrow < width:
        even = _fill(text, role, narrow)
        if len(even) == len(lines):
            return even
        narrow += _STEP
    return lines


@lru_cache(maxsize=20_000)
def _fill(text: str, role: TextRole, width: float) -> tuple[TextLine, ...]:
    """Lines filled one after the other, as many pieces in each as fit."""
    lines: list[str] = []
    current = ""
    for piece in _divided(text, role, width):
        if current and measure(current + piece, role=role) > width:
            lines.append(current)
            current = ""
        if measure(piece, role=role) > width:
            *full, piece = _split(piece, role, width)
            lines.extend(full)
        current += piece
    if current:
        lines.append(current)
    return tuple(TextLine(line.strip(" "), measure(line, role=role)) for line in lines)


def _divided(text: str, role: TextRole, width: float) -> Iterator[str]:
    """The words of a text; those wider than a line at whatever places it may break."""
    for word in _pieces(text):
        if measure(word, role=role) > width:
            yield from _pieces(word, within_words=True)
        else:
            yield word


@lru_cache(maxsize=20_000)
def _pieces(text: str, *, within_words: bool = False) -> tuple[str, ...]:
    """The parts between which a line may break, each with the space after it."""
    pieces: list[str] = []
    before = left = ""
    for grapheme in graphemes(text if within_words else plain(text)):
        breaks = may_break(before, left, grapheme) if left else True
        if breaks and (within_words or not left or not parts_word(before, left, grapheme)):
            pieces.append(grapheme)
        else:
            pieces[-1] += grapheme
        before, left = left, grapheme
    return tuple(pieces)


def _split(piece: str, role: TextRole, width: float) -> list[str]:
    """A piece wider than its box, in parts: at no-break spaces, or else between graphemes."""
    first, space, rest = piece.partition(NO_BREAK_SPACE)
    if space and rest:
        return [*_split(first + space, role, width), *_split(rest, role, width)]
    parts = [""]
    for grapheme in graphemes(piece):
        if parts[-1] and measure(parts[-1] + grapheme, role=role) > width:
            parts.append("")
        parts[-1] += grapheme
    return parts


def widest_word(text: str, *, role: TextRole, limit: float) -> float:
    """The widest part of `text` that no line break may divide, of those within `limit`."""
    return max((width for width in _widths(text, role) if width <= limit), default=0.0)


@lru_cache(maxsize=20_000)
def _widths(text: str, role: TextRole) -> tuple[float, ...]:
    return tuple(measure(piece, role=role) for piece in _pieces(text))
