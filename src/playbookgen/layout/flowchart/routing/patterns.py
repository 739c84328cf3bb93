"""Route patterns: a candidate route by its corners, and the sets of points that it takes up.

Patterns are counted from a column of points of their own, so that one pattern serves all routes of
the same displacement.
"""

from __future__ import annotations

from functools import lru_cache

from playbookgen.layout.flowchart.routing.grid import SIDE_BY_DIRECTION, Point, Side, heading

BEND = 30
"""What a bend costs; costs are whole numbers with no unit but one another, in ordering, too."""
LENGTH = 5
"""What each step of the grid costs."""
AGAINST = 25
"""What it costs to leave a step by its left side or to enter it by its right."""

Corners = tuple[int, ...]
"""The corners of a route with both its ends: x and y one after the other."""


class Pattern:
    """A candidate route, counted from the left of its displacement."""

    __slots__ = (
        "across",
        "along",
        "cells",
        "corners",
        "cost",
        "enters",
        "flat",
        "leaves",
        "near_source",
        "near_target",
        "passed",
        "path",
        "turned",
        "upright",
    )

    def __init__(self, cost: int, corners: Corners, stride: int) -> None:
        self.cost = cost
        """What it costs if it were alone."""
        self.corners = corners
        self.cells = 0
        """All its points."""
        self.flat = 0
        """The points in which it goes straight on from left to right or back."""
        self.upright = 0
        """The points in which it goes straight on upwards or downwards."""
        self.along = 0
        """Its flat edges, each by the point at its left."""
        self.across = 0
        """Its upright edges, each by the point above."""
        self.path: tuple[int, ...] = ()
        """Its points in their order, made when they are first needed."""
        bent = self._draw(stride)
        first, last = 1 << _bit(corners, 0, stride), 1 << _bit(corners, -2, stride)
        cells, borders = _masks(stride, max(corners[::2]) + 1)
        self.passed = self.cells & ~(first | last) & cells
        """The cells that it passes between its ends."""
        self.turned = bent & borders
        """The borders of cells at which it turns."""
        self.leaves = _direction(corners[:4])
        self.enters = _direction(corners[-2:] + corners[-4:-2])
        self.near_source = _next_corner(corners[:4], stride)
        """The corner next to the step at its beginning, if it turns there."""
        self.near_target = _next_corner(corners[-2:] + corners[-4:-2], stride)

    def _draw(self, stride: int) -> int:
        """Fills in the sets of points, corner by corner; gives those in which it turns."""
        corners, bent = self.corners, 0
        for at in range(0, len(corners) - 2, 2):
            x, y, to_x, to_y = corners[at : at + 4]
            if at:
                bent |= 1 << (x * stride + y + 1)
            if y == to_y:
                self._draw_flat(min(x, to_x), max(x, to_x), y, stride)
            else:
                self._draw_upright(x, min(y, to_y), max(y, to_y), stride)
        return bent

    def _draw_flat(self, left: int, right: int, y: int, stride: int) -> None:
        run = _flat_run(stride, right - left) << (left * stride + y + 1)
        end = 1 << (right * stride + y + 1)
        self.along |= run
        self.cells |= run | end
        self.flat |= run & ~(1 << (left * stride + y + 1))

    def _draw_upright(self, x: int, top: int, bottom: int, stride: int) -> None:
        begin = x * stride + top + 1
        run = ((1 << (bottom - top)) - 1) << begin
        self.across |= run
        self.cells |= run | 1 << (begin + bottom - top)
        self.upright |= run & ~(1 << begin)

    def points(self, stride: int) -> tuple[int, ...]:
        """Its points in their order, each by its bit."""
        if not self.path:
            corners = self.corners
            path = [_bit(corners, 0, stride)]
            for at in range(2, len(corners), 2):
                goal = _bit(corners, at, stride)
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
    if x == to_x and y == to_y:
        return False
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


def _bit(corners: Corners, at: int, stride: int) -> int:
    return corners[at] * stride + corners[at + 1] + 1


def _direction(part: Corners) -> Side:
    """The side of a step at which a route leaves it to the next corner."""
    return SIDE_BY_DIRECTION[heading(Point(part[0], part[1]), Point(part[2], part[3]))]


def _next_corner(part: Corners, stride: int) -> int:
    """The corner after a step, as a set of points, if it is next to the step."""
    if abs(part[0] - part[2]) + abs(part[1] - part[3]) != 1:
        return 0
    return 1 << (part[2] * stride + part[3] + 1)


@lru_cache(maxsize=4096)
def _flat_run(stride: int, count: int) -> int:
    """Points beside one another, from the left."""
    return ((1 << (stride * count)) - 1) // ((1 << stride) - 1)


@lru_cache(maxsize=1024)
def _masks(stride: int, width: int) -> tuple[int, int]:
    """The cells for steps and the borders of cells, in columns of points from a gap on."""
    odd = sum(1 << (y + 1) for y in range(1, stride - 3, 2))
    even = sum(1 << (y + 1) for y in range(0, stride - 2, 2))
    cells = borders = 0
    for x in range(width):
        cells |= (odd if x % 2 else 0) << (x * stride)
        borders |= (even if x % 2 else odd) << (x * stride)
    return cells, borders
