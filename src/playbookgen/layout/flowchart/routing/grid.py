"""The grid that routes run on: cells for steps, gaps between columns, channels between levels.

A point counts gaps and columns from the left (even: gap, odd: column), and channels and levels from
the top (even: channel, odd: level). So a step stands where both are odd. Sets of points are whole
numbers with a bit for each point, column by column: moving a set sideways is a shift of bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
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


def cell(column: int, level: int) -> Point:
    """The point of a column and a level."""
    return Point(2 * column + 1, 2 * level + 1)


def heading(start: Point, end: Point) -> Point:
    """The direction from a point to another of the same line."""
    return Point((end.x > start.x) - (end.x < start.x), (end.y > start.y) - (end.y < start.y))


def stride_of(levels: int) -> int:
    """How many bits a column of points takes, with a point above and one below the grid."""
    return 2 * levels + 3


@dataclass(frozen=True)
class Grid:
    """Which cells are taken, by which steps."""

    points: Mapping[str, Point]
    columns: int
    levels: int
    taken: int = field(init=False)
    """The cells with a step, as a set of points."""

    def __post_init__(self) -> None:
        taken = 0
        for point in self.points.values():
            taken |= 1 << (point.x * self.stride + point.y + 1)
        object.__setattr__(self, "taken", taken)

    @cached_property
    def stride(self) -> int:
        """How many bits a column of points takes."""
        return stride_of(self.levels)

    @property
    def right(self) -> int:
        """The gap right of the last column."""
        return 2 * self.columns

    @property
    def bottom(self) -> int:
        """The channel below the last level."""
        return 2 * self.levels
