"""Characters: their widths, the borders of graphemes, and where a line may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from playbookgen.layout.advance_widths import BLOCKS, DEFAULT

FULL = 1000
HALF = 500
JOINER = "\u200d"
ZERO_WIDTH_SPACE = "\u200b"
NO_BREAK_SPACE = "\u00a0"
_WIDTHS = {
    first + offset: int(width)
    for first, widths in BLOCKS.items()
    for offset, width in enumerate(widths.split())
}
_NO_WIDTH = frozenset(["Mn", "Me", "Cf", "Cc", "Cs"])
_BREAK_AFTER = frozenset("-/\u2010\u2013\u2014")
# The Japanese rules of line breaking (kinsoku): what may not begin or end a line.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜´｀¨ヽヾゝゞ々ー—…‥）］｝〕〉》」』】〙〗〟’”»%％℃°‰"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ,.:;?!)]}〜～／"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“«｢([{￥＄£$#＃")


def width_of(character: str) -> int:
    """The advance of one code point, in thousandths of the type size."""
    known = _WIDTHS.get(ord(character))
    if known is not None:
        return known
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    match unicodedata.east_asian_width(character):
        case "W" | "F":
            return FULL
        case "H":
            return HALF
        case _:
            return DEFAULT


def graphemes(text: str) -> Iterator[str]:
    """The characters as people see them: a base with what is joined to it."""
    cluster = ""
    for character in text:
        if cluster and not _extends(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _extends(cluster: str, character: str) -> bool:
    if cluster[-1] == JOINER or _is_flag_half(character):
        return cluster[-1] == JOINER or (_is_flag_half(cluster[-1]) and len(cluster) == 1)
    if character == ZERO_WIDTH_SPACE or cluster[-1] == ZERO_WIDTH_SPACE:
        return False
    is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_tone or unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf")


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def may_break(before: str, left: str, right: str) -> bool:
    """Whether a line may end between the graphemes `left` and `right`; `before` stands first."""
    if left in (" ", ZERO_WIDTH_SPACE):
        return True
    if right == " " or NO_BREAK_SPACE in (left, right):
        return False
    if left[0] in _BREAK_AFTER:
        return before[:1].isalnum() and right[0].isalpha()
    if left[-1] in _NOT_LAST or right[0] in _NOT_FIRST:
        return False
    if _is_katakana(left[0]) and _is_katakana(right[0]):
        return False  # A loan word is read as one; it breaks only where it is wider than the box.
    return _is_ideographic(left[0]) or _is_ideographic(right[0])


def _is_katakana(character: str) -> bool:
    return "\u30a0" <= character <= "\u30ff" or "\uff66" <= character <= "\uff9f"


def _is_ideographic(character: str) -> bool:
    if "\uac00" <= character <= "\ud7a3":
        return False  # Korean breaks at its spaces.
    return _is_katakana(character) or unicodedata.east_asian_width(character) in "WF"
