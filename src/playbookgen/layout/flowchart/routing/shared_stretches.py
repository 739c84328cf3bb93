"""Crossings of routes that run together for a while, exact before anything has a position.

Two routes cross where one leaves a stretch that they share on the other side than it came from:
tracks side by side cannot undo that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from playbookgen.layout.flowchart.routing.patterns import Pattern

Neighbours = tuple[int | None, int | None]
"""The points of a route before and after a point; None beyond its ends."""


@lru_cache(maxsize=20_000)
def stretch_crossings(one: Pattern, other: Pattern, shift: int, stride: int) -> int:
    """How often two patterns cross at the ends of their shared stretches; the second is shifted."""
    found = _stretches(one.points(stride), around(other.points(stride), shift), stride)
    return sum(side * end < 0 for _, _, side, end in found)


def shared_stretches(
    path: Sequence[int], others: dict[int, Neighbours], stride: int
) -> Iterator[tuple[int, int, int]]:
    """Each stretch shared with another route: first and last index, and the side kept on it."""
    for first, last, side, end in _stretches(path, others, stride):
        yield first, last, side or end or -1


def around(path: Sequence[int], shift: int = 0) -> dict[int, Neighbours]:
    """The neighbours of each point; a route back to its own step begins and ends there."""
    points = [bit + shift for bit in path]
    found: dict[int, Neighbours] = dict(
        zip(points, zip([None, *points], [*points[1:], None], strict=False), strict=True)
    )
    if points[0] == points[-1]:
        found[points[0]] = (points[-2], points[1])
    return found


def _stretches(
    path: Sequence[int], others: dict[int, Neighbours], stride: int
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches with the sides on which the route is at their beginning and at their end."""
    first, side = -1, 0
    neighbours = zip([None, *path], path, [*path[1:], None], strict=False)
    for at, (before, here, after) in enumerate(neighbours):
        there = others.get(here)
        if there is None:
            continue
        came = before is not None and before in there
        goes = after is not None and after in there
        if goes and not came:
            first, side = at, -_parting((after, here, before), there, stride)
        elif came and not goes:
            yield first, at, side, _parting((before, here, after), there, stride)


def _parting(own: tuple[int | None, int, int | None], there: Neighbours, stride: int) -> int:
    """Where a route is beside another once they part, for one who looks back: left is 1.

    `own` is the point that they share before they part, that at which they do, and the next.
    """
    along, here, branch = own
    other = there[1] if there[0] == along else there[0]
    if along is None or branch is None or other is None:
        return 0
    ahead = _direction(along - here, stride)
    one, two = _turn(ahead, branch - here, stride), _turn(ahead, other - here, stride)
    return (one < two) - (one > two)


def _turn(ahead: tuple[int, int], step: int, stride: int) -> int:
    """Where a step leads for one who looks that way: left -1, behind 0, right 1."""
    x, y = _direction(step, stride)
    cross = ahead[0] * y - ahead[1] * x
    return (cross > 0) - (cross < 0)


def _direction(step: int, stride: int) -> tuple[int, int]:
    """A step from bit to bit as x and y."""
    if step in (1, -1):
        return 0, step
    return (1, 0) if step == stride else (-1, 0)
