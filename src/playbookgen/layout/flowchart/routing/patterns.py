"""Route patterns: a candidate route by its corners, and the sets of points that it takes up.

Patterns are counted from a column of points of their own, so that one pattern serves all routes of
the same displacement.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count

from playbookgen.layout.flowchart.routing.grid import SIDE_BY_DIRECTION, Point, Side, heading

BEND = 30
"""What a bend costs; costs are whole numbers with no unit but one another, in ordering, too."""
LENGTH = 5
"""What each step of the grid costs."""
AGAINST = 25
"""What it costs to leave a step by its left side or to enter it by its right."""

Corners = tuple[int, ...]
"""The corners of a route with both its ends: x and y one after the other."""


_numbers = count()


class Pattern:
    """A candidate route: x counted from the gap left of its ends, y from the step it starts at.

    Its sets of points begin at that gap and at the least y.
    """

    __slots__ = (
        "across",
        "along",
        "cells",
        "corners",
        "cost",
        "enters",
        "flat",
        "leaves",
        "low",
        "near_source",
        "near_target",
        "number",
        "passed",
        "path",
        "top",
        "turned",
        "upright",
    )

    def __init__(self, cost: int, corners: Corners) -> None:
        self.cost = cost
        """What it costs if it were alone."""
        self.corners = corners
        self.number = next(_numbers)
        """Tells it from all other patterns."""
        self.top, self.low = min(corners[1::2]), max(corners[1::2])
        """The least and the greatest y."""
        self.cells = 0
        """All its points between its ends; none until it is drawn."""
        self.path: tuple[int, ...] = ()
        """Its points in their order, made when they are first needed."""

    def draw(self, stride: int) -> None:
        """Fills in the sets of points; many patterns lie outside of their grid and need none."""
        corners = self.corners
        self.flat = 0
        """The points in which it goes straight on from left to right or back."""
        self.upright = 0
        """The points in which it goes straight on upwards or downwards."""
        self.along = 0
        """Its flat edges, each by the point at its left."""
        self.across = 0
        """Its upright edges, each by the point above."""
        bent = self._draw(stride)
        self.cells &= ~(1 << self._bit(0, stride) | 1 << self._bit(-2, stride))
        cells, borders = _masks(stride, max(corners[::2]) + 1, self.top & 1)
        self.passed = self.cells & cells
        """The cells that it passes between its ends."""
        self.turned = bent & borders
        """The borders of cells at which it turns."""
        begin, end = corners[:4], corners[-2:] + corners[-4:-2]
        self.leaves, self.enters = _direction(begin), _direction(end)
        self.near_source = 1 << self._bit(2, stride) if _is_next(begin) else 0
        """The corner next to the step at its beginning, if it turns there."""
        self.near_target = 1 << self._bit(-4, stride) if _is_next(end) else 0

    def _bit(self, at: int, stride: int) -> int:
        return self.corners[at] * stride + self.corners[at + 1] - self.top

    def _draw(self, stride: int) -> int:
        """Goes from corner to corner; gives the points in which it turns."""
        corners, bent = self.corners, 0
        for at in range(0, len(corners) - 2, 2):
            begin, end = self._bit(at, stride), self._bit(at + 2, stride)
            if at:
                bent |= 1 << begin
            first, last = min(begin, end), max(begin, end)
            if corners[at] == corners[at + 2]:
                self._draw_upright(first, last)
            else:
                self._draw_flat(first, last, stride)
        return bent

    def _draw_flat(self, first: int, last: int, stride: int) -> None:
        run = _flat_run(stride, (last - first) // stride) << first
        self.along |= run
        self.cells |= run | 1 << last
        self.flat |= run & ~(1 << first)

    def _draw_upright(self, first: int, last: int) -> None:
        run = (1 << last) - (1 << first)
        self.across |= run
        self.cells |= run | 1 << last
        self.upright |= run & ~(1 << first)

    def points(self, stride: int) -> tuple[int, ...]:
        """Its points in their order, each by its bit."""
        if not self.path:
            corners = self.corners
            path = [self._bit(0, stride)]
            for at in range(2, len(corners), 2):
                goal = self._bit(at, stride)
                step = 1 if corners[at] == corners[at - 2] else stride
                step = step if goal > path[-1] else -step
                path += range(path[-1] + step, goal + step, step)
            self.path = tuple(path)
        return self.path


def cost_of(corners: Corners) -> int:
    """What a route with these corners costs if it were alone."""
    length = 0
    for at in range(0, len(corners) - 2, 2):
        length += abs(corners[at] - corners[at + 2]) + abs(corners[at + 1] - corners[at + 3])
    against = (corners[2] < corners[0]) + (corners[-4] > corners[-2])
    return BEND * (len(corners) // 2 - 2) + LENGTH * length + AGAINST * against


def without_straight_corners(corners: Corners) -> Corners:
    """The corners without those that repeat one, or in which the route goes straight on."""
    kept: list[int] = []
    for at in range(0, len(corners), 2):
        x, y = corners[at], corners[at + 1]
        if kept and kept[-2] == x and kept[-1] == y:
            continue
        if len(kept) > 2 and _goes_on(kept, x, y):
            del kept[-2:]
        kept += (x, y)
    return tuple(kept)


def _goes_on(kept: list[int], x: int, y: int) -> bool:
    """Whether a route goes straight on at its last corner to a point."""
    before_x, before_y, at_x, at_y = kept[-4:]
    if before_x == at_x == x:
        return (before_y < at_y) is (at_y < y)
    return before_y == at_y == y and (before_x < at_x) is (at_x < x)


def passes_own_steps(corners: Corners) -> bool:
    """Whether a route comes back to the step that it left, or passes the one that it enters."""
    x, y, to_x, to_y = *corners[:2], *corners[-2:]
    if (x == to_x) == (y == to_y):
        return False  # Beside and above one another neither is passed; a loop comes back.
    ends = len(corners) - 4
    return any(
        (at > 0 and _holds(corners, at, x, y)) or (at < ends and _holds(corners, at, to_x, to_y))
        for at in range(0, len(corners) - 2, 2)
    )


def _holds(corners: Corners, at: int, x: int, y: int) -> bool:
    """Whether a point lies between two corners."""
    left, top, right, low = corners[at : at + 4]
    if left > right:
        left, right = right, left
    if top > low:
        top, low = low, top
    return left <= x <= right and top <= y <= low


def _direction(part: Corners) -> Side:
    """The side of a step at which a route leaves it to the next corner."""
    return SIDE_BY_DIRECTION[heading(Point(part[0], part[1]), Point(part[2], part[3]))]


def _is_next(part: Corners) -> bool:
    """Whether the corner after a step is next to it."""
    return abs(part[0] - part[2]) + abs(part[1] - part[3]) == 1


@lru_cache(maxsize=4096)
def _flat_run(stride: int, count: int) -> int:
    """Points beside one another, from the left."""
    return ((1 << (stride * count)) - 1) // ((1 << stride) - 1)


@lru_cache(maxsize=1024)
def _masks(stride: int, width: int, parity: int) -> tuple[int, int]:
    """The cells for steps and the borders of cells, in columns of points from a gap on.

    `parity` is 0 if the first point of a column lies at the height of a step, as steps lie at every
    second height.
    """
    every_second = sum(1 << y for y in range(0, stride, 2))
    levels, channels = every_second << parity, every_second << (1 - parity)
    columns = _flat_run(2 * stride, (width + 1) // 2)
    odd, even = columns << stride, columns
    return odd * levels, odd * channels | even * levels
