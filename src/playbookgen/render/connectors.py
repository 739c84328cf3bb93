"""Connectors: polylines as the Bézier curves with rounded corners that Graphviz draws."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

Point = tuple[float, float]

RADIUS = 8.0
"""Of rounded corners, in px."""
_ARC = 0.5523
"""How far the control points of a quarter circle lie out, in radii."""


def curve(points: tuple[Point, ...], *, arrow: float) -> list[Point]:
    """3n+1 control points along `points`, ending `arrow` px before the last one."""
    corners = _without_repeats(points)
    if len(corners) < 2:
        return [corners[0]] * 4
    corners[-1] = _shortened(corners[-2], corners[-1], arrow)
    drawn = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        _append_corner(drawn, before, corner, after)
    _append_line(drawn, corners[-1])
    return drawn


def _without_repeats(points: tuple[Point, ...]) -> list[Point]:
    """The points, each once in a row: a segment of no length has no direction."""
    kept = [points[0]]
    kept += [after for before, after in pairwise(points) if _distance(before, after) > 0.01]
    return kept


def _append_corner(drawn: list[Point], before: Point, corner: Point, after: Point) -> None:
    """Goes to the corner along a line and round it along an arc."""
    radius = min(RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
    start, end = _towards(corner, before, radius), _towards(corner, after, radius)
    _append_line(drawn, start)
    drawn += [_towards(start, corner, radius * _ARC), _towards(end, corner, radius * _ARC), end]


def _append_line(drawn: list[Point], end: Point) -> None:
    """A straight line as a curve whose control points lie on its ends."""
    if _distance(drawn[-1], end) > 0.01 or len(drawn) == 1:
        drawn += [drawn[-1], end, end]


def _shortened(before: Point, end: Point, by: float) -> Point:
    """The end moved back towards the point before it, by half the way at most."""
    return _towards(end, before, min(by, _distance(before, end) / 2))


def _towards(start: Point, end: Point, way: float) -> Point:
    length = _distance(start, end)
    share = way / length if length else 0.0
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])
