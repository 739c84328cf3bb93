"""Characters: their widths, the borders of graphemes, and where a line may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from playbookgen.layout.advance_widths import BLOCKS, BOLD_BLOCKS, BOLD_DEFAULT, DEFAULT

FULL = 1000
HALF = 500
JOINER = "\u200d"
ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_NO_WIDTH = frozenset(["Mn", "Me", "Cf", "Cc", "Cs"])
BREAK_AFTER = "-/\u2010\u2013\u2014"
# The Japanese rules of line breaking (kinsoku): what may not begin or end a line.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー—…‥）］｝〕〉》」』】〙〗〟’”»%％℃°‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}〜～／"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“«｢([{￥＄£$#＃")


_Fact = TypeVar("_Fact")


class _Facts(dict[str, _Fact]):
    """What holds for each character, found out once: text is measured by lookups alone."""

    def __init__(self, find: Callable[[str], _Fact]) -> None:
        self._find = find

    def __missing__(self, character: str) -> _Fact:
        fact = self[character] = self._find(character)
        return fact


def _advances(blocks: Mapping[int, str], default: int) -> Callable[[str], int]:
    """What gives the advance of one code point, in thousandths of the type size."""

    def find(character: str) -> int:
        if unicodedata.category(character) in _NO_WIDTH:
            return 0
        match unicodedata.east_asian_width(character):
            case "W" | "F":
                return FULL
            case "H":
                return HALF
            case _:
                return default

    found = _Facts(find)
    for first, widths in blocks.items():
        found |= {chr(first + at): int(width) for at, width in enumerate(widths.split())}
    return found.__getitem__


_regular = _advances(BLOCKS, DEFAULT)
_bold = _advances(BOLD_BLOCKS, BOLD_DEFAULT)


def advance(text: str, *, is_bold: bool = False) -> int:
    """The advance of a text on one line, in thousandths of the type size."""
    return sum(map(_bold if is_bold else _regular, text))


def _is_joined(character: str) -> bool:
    """Whether it may be part of a grapheme of several characters, besides its base."""
    is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return (
        is_tone
        or _is_flag_half(character)
        or unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")
    )


_joined = _Facts(_is_joined).__getitem__


def graphemes(text: str) -> Sequence[str]:
    """The characters as people see them: a base with what is joined to it."""
    if not any(map(_joined, text)):
        return text
    clusters: list[str] = []
    for character in text:
        if clusters and _extends(clusters[-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _extends(cluster: str, character: str) -> bool:
    last = cluster[-1]
    if " " in (last, character):
        return False
    if last == JOINER or _is_flag_half(character):
        return last == JOINER or (_is_flag_half(last) and len(cluster) == 1)
    if ZERO_WIDTH_SPACE in (last, character):
        return False
    return _joined(character)


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def may_break(before: str, left: str, right: str) -> bool:
    """Whether a line may end between the graphemes `left` and `right`; `before` stands first."""
    if right == " ":
        return False
    if left in (" ", ZERO_WIDTH_SPACE):
        return True
    if NO_BREAK_SPACE in (left, right):
        return False
    if left[0] in BREAK_AFTER:
        return before[:1].isalnum() and right[0].isalpha()
    return left[-1] not in _NOT_LAST and _may_part(left[0], right[0])


def _may_part(left: str, right: str) -> bool:
    """Whether a script without spaces may end a line between two characters."""
    if right in _NOT_FIRST:
        return False
    if _is_katakana(left) and _is_katakana(right):
        return False  # A loan word is read as one; it breaks only where it is wider than the box.
    return _ideographic(left) or _ideographic(right)


def _is_katakana(character: str) -> bool:
    return "\u30a0" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f"


def _is_ideographic(character: str) -> bool:
    if "\uac00" <= character <= "\ud7a3":
        return False  # Korean breaks at its spaces.
    return _is_katakana(character) or unicodedata.east_asian_width(character) in "WF"


_ideographic = _Facts(_is_ideographic).__getitem__


def is_plainly_spaced(text: str) -> bool:
    """Whether lines of it break at its spaces, hyphens and slashes alone, as in most scripts."""
    return text.isascii() or not any(map(_special, text))


def _is_special(character: str) -> bool:
    """Whether it has rules of its own: joined ones and wide ones."""
    return _is_joined(character) or _is_ideographic(character)


_special = _Facts(_is_special).__getitem__
