"""The grid of a matrix: how wide heads of rows and columns are, and which block each stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import floor

MARGIN = 16.0
SIDE = 6.0
"""What columns keep from the sides of their bands, so that cells are level with words there."""

Block = tuple[int, int]
"""The first of the columns that stand side by side, and the one after the last."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid of a matrix: its blocks of columns, one below the other."""

    blocks: tuple[Block, ...]
    heads: float
    """The width of the heads of rows; none where these stand above their cells."""
    widths: tuple[float, ...]
    """The width of each column."""
    has_shorts: bool = False
    """Whether numbers stand for the heads of columns, which are told once, above."""
    is_list: bool = False
    """Whether cells stand below one another, each with the name of its columns."""
    side: float = SIDE
    """What columns keep from the sides of their bands."""
    lefts: tuple[float, ...] = field(init=False)
    """Where each column begins, from the first of its block on."""

    def __post_init__(self) -> None:
        """Adds up the widths once, since every cell asks for a place."""
        object.__setattr__(self, "lefts", tuple(_lefts(self.blocks, self.widths)))

    @property
    def is_stacked(self) -> bool:
        """Whether the heads of rows stand above their cells."""
        return not self.heads

    @property
    def left(self) -> float:
        """Where the first column of each block begins."""
        return MARGIN + self.heads + (self.side if self.is_stacked else 0.0)

    @property
    def cells(self) -> float:
        """The width of all columns of the widest block."""
        return max(self.span(*block)[1] for block in self.blocks)

    @property
    def width(self) -> float:
        """The width of the widest block."""
        return self.left - MARGIN + self.cells + self.side

    @property
    def narrowest(self) -> float:
        """The width of the narrowest column."""
        return min(self.widths)

    def width_of(self, number: int) -> float:
        """The width of the block of this number."""
        return self.left - MARGIN + self.span(*self.blocks[number])[1] + self.side

    def span(self, first: int, last: int) -> tuple[float, float]:
        """Where columns of one block begin on the page, and how wide they are together."""
        if first >= last:
            return self.left, 0.0
        begin = self.lefts[first]
        return self.left + begin, self.lefts[last - 1] + self.widths[last - 1] - begin

    def middle(self, column: int) -> float:
        """Where the middle of a column is on the page."""
        return self.left + self.lefts[column] + self.widths[column] / 2


def _lefts(blocks: Sequence[Block], widths: Sequence[float]) -> Iterator[float]:
    for first, last in blocks:
        x = 0.0
        for width in widths[first:last]:
            yield x
            x += width


def levelled(needs: Sequence[float], room: float, *, most: float) -> tuple[float, ...]:
    """Columns that fill the room, all as wide as one another but for those that need more."""
    left, level = room, 0.0
    for count, need in zip(range(len(needs), 0, -1), sorted(needs, reverse=True), strict=True):
        level = left / count
        if need <= level:
            break
        left -= need
    return tuple(floored(max(need, min(level, most))) for need in needs)


def floored(width: float) -> float:
    """The width in hundredths, never wider than it was."""
    return floor(width * 100) / 100
