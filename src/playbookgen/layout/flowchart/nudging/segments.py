"""Segments: the straight parts of routes, and which of two side by side lies before the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from playbookgen.layout.flowchart.nudging.spans import meeting_spans
from playbookgen.layout.flowchart.routing.grid import Point, heading
from playbookgen.layout.flowchart.routing.route_costs import Route
from playbookgen.layout.flowchart.routing.shared_stretches import around, shared_stretches

SegmentId = tuple[int, int]
"""The number of a connector, and of its part from corner to corner."""
SideBySide = dict[tuple[SegmentId, SegmentId], int]
"""For two segments side by side: -1 if the first lies left of the other or above it, else 1."""


ChannelId = tuple[bool, int]
"""Whether segments are flat, and the corridor or level, gap or column that they run in."""


class Segment:
    """A straight part of a connector."""

    __slots__ = (
        "after",
        "before",
        "begin",
        "channel",
        "end",
        "first",
        "id",
        "is_flat",
        "is_on_track",
        "last",
        "source",
        "target",
    )

    def __init__(
        self,
        id_: SegmentId,
        ends: tuple[Point, Point],
        beyond: tuple[Point | None, Point | None],
        steps: tuple[str, str] = ("", ""),
    ) -> None:
        self.id = id_
        self.begin, self.end = ends
        self.before, self.after = beyond
        """The corners before its beginning and after its end; None where it meets a step."""
        self.source, self.target = steps
        """The steps that it leaves and leads to; empty if it begins or ends at a corner."""
        self.is_flat = self.begin.y == self.end.y
        """Whether it runs from left to right, or back."""
        self.channel = self.begin.y if self.is_flat else self.begin.x
        """The corridor or level, gap or column that it runs in."""
        self.is_on_track = self.channel % 2 == 0
        """Whether it runs in a corridor or gap, and not across cells."""
        at = 0 if self.is_flat else 1
        self.first = min(self.begin[at], self.end[at])
        """Where it begins, from the left or the top."""
        self.last = max(self.begin[at], self.end[at])
        """Where it ends, from the left or the top."""

    def turns(self) -> Iterator[tuple[Point, int]]:
        """Its corners, and whether the line goes on there to lower (-1) or higher (1) places."""
        for corner, beyond in ((self.begin, self.before), (self.end, self.after)):
            if beyond is not None:
                step = heading(corner, beyond)
                yield corner, step.y if self.is_flat else step.x

    def turn_at(self, point: Point) -> SegmentId | None:
        """The segment that its connector goes on with at a corner."""
        number, at = self.id
        if self.begin == point and self.before is not None:
            return number, at - 1
        if self.end == point and self.after is not None:
            return number, at + 1
        return None


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
            steps = (source, target)
            found.append(Segment((number, at), (begin, end), (before, after), steps))
    return found


def order_segments(routes: Sequence[Route], stride: int) -> SideBySide:
    """For all pairs of segments that share a stretch: which lies before the other."""
    found: SideBySide = {}
    segments: dict[int, dict[int, int]] = {}
    spans = {number: _span(route) for number, route in enumerate(routes)}
    for pair in meeting_spans(spans, air=1):
        one, other = sorted(pair)
        first, second = routes[one], routes[other]
        if not (first.along & second.along or first.across & second.across):
            continue
        for number in (one, other):
            if number not in segments:
                segments[number] = _segment_by_edge(routes[number], stride)
        _compare((one, first), (other, second), segments, stride, found)
    return found


def _span(route: Route) -> tuple[int, int]:
    """The first and the last of a route's edges, by their bits."""
    edges = route.along | route.across
    return (edges & -edges).bit_length(), edges.bit_length()


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
