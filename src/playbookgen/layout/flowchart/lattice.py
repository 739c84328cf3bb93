"""The lattice that connectors run on: cells, the gaps between columns, corridors between levels.

A spot counts gaps and columns from the left (even: gap, odd: column), and corridors and levels
from the top (even: corridor, odd: level). So a step stands where both are odd.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Spot(NamedTuple):
    """A place of the lattice."""

    x: int
    y: int


class Side(Enum):
    """A side of a step, by the direction in which it lies."""

    LEFT = Spot(-1, 0)
    RIGHT = Spot(1, 0)
    TOP = Spot(0, -1)
    BOTTOM = Spot(0, 1)


def cell(column: int, level: int) -> Spot:
    """The spot of a column and a level."""
    return Spot(2 * column + 1, 2 * level + 1)


def heading(start: Spot, end: Spot) -> Spot:
    """The direction from a spot to another of the same line."""
    return Spot((end.x > start.x) - (end.x < start.x), (end.y > start.y) - (end.y < start.y))


@dataclass(frozen=True, slots=True)
class Grid:
    """Which cells are taken, by which steps."""

    spots: Mapping[str, Spot]
    columns: int
    levels: int
    taken: frozenset[Spot] = field(default_factory=frozenset)

    @property
    def right(self) -> int:
        """The gap right of the last column."""
        return 2 * self.columns

    @property
    def bottom(self) -> int:
        """The corridor below the last level."""
        return 2 * self.levels

    def is_level_free(self, y: int, first: int, last: int) -> bool:
        """Whether a line can run along y; corridors are always free."""
        if y % 2 == 0:
            return True
        low, high = (first, last) if first <= last else (last, first)
        return not any((x, y) in self.taken for x in range(low | 1, high + 1, 2))

    def is_column_free(self, x: int, first: int, last: int) -> bool:
        """Whether a line can run along x; gaps are always free."""
        if x % 2 == 0:
            return True
        low, high = (first, last) if first <= last else (last, first)
        return not any((x, y) in self.taken for y in range(low | 1, high + 1, 2))
