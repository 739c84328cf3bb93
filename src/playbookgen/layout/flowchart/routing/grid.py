"""The grid that routes run on: cells for steps, gaps between columns, channels between levels.

A point counts gaps and columns from the left (even: gap, odd: column), and channels and levels from
the top (even: channel, odd: level). So a step stands where both are odd. Sets of points are whole
numbers with a bit for each point, column by column: moving a set sideways is a shift of bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple


class Point(NamedTuple):
    """A place of the grid."""

    x: int
    y: int


class Side(Enum):
    """A side of a step, by the direction in which it lies."""

    LEFT = Point(-1, 0)
    RIGHT = Point(1, 0)
    TOP = Point(0, -1)
    BOTTOM = Point(0, 1)


SIDE_BY_DIRECTION = {side.value: side for side in Side}


def heading(start: Point, end: Point) -> Point:
    """The direction from a point to another of the same line."""
    return Point((end.x > start.x) - (end.x < start.x), (end.y > start.y) - (end.y < start.y))


def stride_of(levels: int) -> int:
    """How many bits a column of points takes, with a point above and one below the grid.

    A power of two, so that most grids of a row have the same, and routes the same bits in all.
    """
    return max(16, 1 << (2 * levels + 2).bit_length())


class Grid:
    """The points of steps, and which cells are taken."""

    __slots__ = ("columns", "levels", "stride", "taken", "x", "y")

    def __init__(self, x: Sequence[int], y: Sequence[int], columns: int, levels: int) -> None:
        self.x = x
        """The gap or column of each step, by its number."""
        self.y = y
        """The channel or level of each step."""
        self.columns = columns
        self.levels = levels
        self.stride = stride_of(levels)
        """How many bits a column of points takes."""
        taken = 0
        for at, height in zip(x, y, strict=True):
            taken |= 1 << (at * self.stride + height + 1)
        self.taken = taken
        """The cells with a step, as a set of points."""

    @property
    def right(self) -> int:
        """The gap right of the last column."""
        return 2 * self.columns

    @property
    def bottom(self) -> int:
        """The channel below the last level."""
        return 2 * self.levels
