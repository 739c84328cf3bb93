"""Segments: the straight parts of routes, and which of two side by side lies before the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from playbookgen.layout.flowchart.routing.grid import Point, heading
from playbookgen.layout.flowchart.routing.route_costs import Route
from playbookgen.layout.flowchart.routing.shared_stretches import around, shared_stretches

SegmentId = tuple[int, int]
"""The number of a connector, and of its part from corner to corner."""
SideBySide = dict[tuple[SegmentId, SegmentId], int]
"""For two segments side by side: -1 if the first lies left of the other or above it, else 1."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight part of a connector."""

    id: SegmentId
    begin: Point
    end: Point
    before: Point | None
    """The corner before its beginning; None if it begins at a step."""
    after: Point | None
    source: str = ""
    """The step that it leaves; empty if it begins at a corner."""
    target: str = ""

    @property
    def is_flat(self) -> bool:
        """Whether it runs from left to right, or back."""
        return self.begin.y == self.end.y

    @property
    def channel(self) -> int:
        """The corridor or level, gap or column that it runs in."""
        return self.begin.y if self.is_flat else self.begin.x

    @property
    def is_on_track(self) -> bool:
        """Whether it runs in a corridor or gap, and not across cells."""
        return self.channel % 2 == 0

    @property
    def first(self) -> int:
        """Where it begins, from the left or the top."""
        return min(self.begin.x, self.end.x) if self.is_flat else min(self.begin.y, self.end.y)

    @property
    def last(self) -> int:
        """Where it ends, from the left or the top."""
        return max(self.begin.x, self.end.x) if self.is_flat else max(self.begin.y, self.end.y)

    def turns(self) -> Iterator[tuple[Point, int]]:
        """Its corners, and whether the line goes on there to lower (-1) or higher (1) places."""
        for corner, beyond in ((self.begin, self.before), (self.end, self.after)):
            if beyond is not None:
                step = heading(corner, beyond)
                yield corner, step.y if self.is_flat else step.x


def segments_of(
    routes: Sequence[Route], ends: Sequence[tuple[str, str]], stride: int
) -> list[Segment]:
    """The segments of all routes, whose ends are steps, or empty beyond the row."""
    found = []
    for number, route in enumerate(routes):
        corners = route.corners(stride)
        last = len(corners) - 2
        for at, (begin, end) in enumerate(pairwise(corners)):
            before = corners[at - 1] if at else None
            after = corners[at + 2] if at < last else None
            source = "" if at else ends[number][0]
            target = "" if at < last else ends[number][1]
            found.append(Segment((number, at), begin, end, before, after, source, target))
    return found


def order_segments(routes: Sequence[Route], stride: int) -> SideBySide:
    """For all pairs of segments that share a stretch: which lies before the other."""
    found: SideBySide = {}
    segments: dict[int, dict[int, int]] = {}
    for one, other in combinations(range(len(routes)), 2):
        first, second = routes[one], routes[other]
        if not (first.along & second.along or first.across & second.across):
            continue
        for number in (one, other):
            if number not in segments:
                segments[number] = _segment_by_edge(routes[number], stride)
        _compare((one, first), (other, second), segments, stride, found)
    return found


def _compare(
    one: tuple[int, Route],
    other: tuple[int, Route],
    segments: Mapping[int, dict[int, int]],
    stride: int,
    found: SideBySide,
) -> None:
    """Adds the order of all segments of two routes that run side by side."""
    path = one[1].path(stride)
    for first, last, side in shared_stretches(path, around(other[1].path(stride)), stride):
        for at in range(first, last):
            step, edge = path[at + 1] - path[at], path[at] + path[at + 1]
            pair = ((one[0], segments[one[0]][edge]), (other[0], segments[other[0]][edge]))
            sign = side if step in (stride, -1) else -side
            found.setdefault(pair, sign)
            found.setdefault((pair[1], pair[0]), -sign)


def _segment_by_edge(route: Route, stride: int) -> dict[int, int]:
    """The number of the segment at each edge of the grid, by the sum of its two points."""
    found: dict[int, int] = {}
    at, corners = 0, [_bit(corner, stride) for corner in route.corners(stride)]
    for start, end in pairwise(route.path(stride)):
        found[start + end] = at
        if end == corners[at + 1]:
            at += 1
    return found


def _bit(point: Point, stride: int) -> int:
    return point.x * stride + point.y + 1
