"""The frame of a comparison: cards side by side or by turns, and the room for lines."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN = 16.0
_WIDEST_CARD = 520.0
_LEAST_CARD = 190.0
"""Where cards side by side would be narrower, they stand by turns."""
_NARROWEST_CARD = 100.0
"""Where lines leave cards less than that, the map is wider than the page."""
_TRACK = 12.0
_LEAST_TRACK = 4.0
_SHORE = 24.0
"""The distance of the outer upright lines from cards: an arrowhead and a bend fit in."""
_SET_IN = 20.0
"""How far the cards of the second list are set in where they stand by turns."""
_SHARE_OF_LINES = 0.25


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the cards of both lists stand, and the room for upright lines."""

    is_beside: bool
    lefts: tuple[float, float]
    """The left edges of the cards of either list."""
    widths: tuple[float, float]
    lines: tuple[float, float]
    """Where the first and the last upright line may stand."""

    @property
    def right(self) -> float:
        """The right edge of all cards."""
        return max(left + width for left, width in zip(self.lefts, self.widths, strict=True))

    def line(self, track: int, count: int) -> float:
        """Where the upright line on a track stands, of so many tracks."""
        first, last = self.lines
        if count == 1:
            return (first + last) / 2
        return first + track * (last - first) / (count - 1)


def frame_of(width: float, *, tracks: int) -> Frame:
    """The frame on a page of `width` with room for so many upright lines side by side."""
    inner = width - 2 * MARGIN
    beside = 2 * _SHORE + _breadth(inner, tracks)
    card = min(_WIDEST_CARD, (inner - beside) / 2)
    if card >= _LEAST_CARD:
        end = MARGIN + card
        lines = (end + _SHORE, end + beside - _SHORE)
        return Frame(True, (MARGIN, end + beside), (card, card), lines)
    breadth = _breadth(inner, tracks)
    at = MARGIN + (breadth + _SHORE if tracks else 0.0)
    first = max(_NARROWEST_CARD, width - MARGIN - at)
    lines = (MARGIN, MARGIN + breadth)
    return Frame(False, (at, at + _SET_IN), (first, first - _SET_IN), lines)


def _breadth(inner: float, tracks: int) -> float:
    """The breadth of upright lines, closer together where they are many."""
    steps = max(0, tracks - 1)
    return max(_LEAST_TRACK * steps, min(_TRACK * steps, _SHARE_OF_LINES * inner))
