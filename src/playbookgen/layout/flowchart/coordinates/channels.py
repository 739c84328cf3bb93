"""Channels: the tracks between two levels of steps, labels at both sides, borders of lanes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product

from playbookgen.layout.flowchart.coordinates.x_coordinates import TRACK, XCoordinates
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.preferences import MUST, Preferences
from playbookgen.layout.flowchart.nudging.segments import Segment, SegmentId
from playbookgen.layout.flowchart.nudging.spans import meeting_spans
from playbookgen.layout.flowchart.nudging.tracks import tracks_of
from playbookgen.layout.flowchart.rows.shape import OUTSIDE

LANE_PAD = 12.0
CORRIDOR = 26.0
STUB = 16.0
"""Between a step and the first line above or below it."""
_NEAR = 11.0
_LANE = 10
"""How much lines should lie in lanes of their own: more than that they should not cross."""


class Channel:
    """One channel: its tracks between the rooms for labels, and the border of lanes in it."""

    def __init__(
        self,
        row: NudgedRow,
        x_coordinates: XCoordinates,
        at: int,
        zones: tuple[float, float],
        *,
        is_border: bool,
    ) -> None:
        self.row = row
        self.x_coordinates = x_coordinates
        segments = [row.segments[segment] for segment in row.tracks.get((True, 2 * at), ())]
        self.sides = _lane_sides(row, at, [one.id for one in segments]) if is_border else {}
        self.spans = {segment.id: self._span(segment) for segment in segments}
        self.turns = {segment.id: list(self._turns(segment)) for segment in segments}
        meeting = list(self._meeting())
        found = tracks_of(self.spans, meeting, self._preferences(2 * at, meeting))
        ys = self._heights(found, at, zones, is_border=is_border)
        self.tracks = {segment: ys[track] for segment, track in found.items()}

    def _heights(
        self,
        tracks: Mapping[SegmentId, int],
        at: int,
        zones: tuple[float, float],
        *,
        is_border: bool,
    ) -> list[float]:
        """The y of each track; the border of lanes and the height of all are kept."""
        count = max(tracks.values(), default=-1) + 1
        is_first, is_last = at == 0, at == self.row.grid.levels
        pad = LANE_PAD if is_border else 0.0
        upper = self._upper(tracks, count, at, is_border=is_border)
        above = _room(zones[0], pad, has_line=upper > 0, is_outer=is_first)
        has_line = upper < count or not is_border
        below = _room(zones[1], pad, has_line=has_line, is_outer=is_last)
        ys, self.border, height = _stacked((upper, count - upper), above, below, pad)
        inner = not (is_border or is_first or is_last)
        self.height = max(height, CORRIDOR + sum(zones)) if inner else height
        return ys

    def _upper(
        self, tracks: Mapping[SegmentId, int], count: int, at: int, *, is_border: bool
    ) -> int:
        """How many tracks lie above the border of two lanes, or all where there is none."""
        if at == 0:
            return 0
        if at == self.row.grid.levels or not is_border:
            return count
        return self._split(tracks, count)

    def _span(self, segment: Segment) -> tuple[float, float]:
        ends = [self._x(segment, point.x) for point in (segment.begin, segment.end)]
        return min(ends), max(ends)

    def _x(self, segment: Segment, x: int) -> float:
        """Where a segment ends, by the line that it turns into."""
        point = segment.begin if segment.begin.x == x else segment.end
        beyond = segment.turn_at(point)
        assert beyond is not None, "a segment here has a corner at both ends"  # noqa: S101 # for the types
        if x % 2 == 0:
            return self.x_coordinates.tracks[beyond]
        return self.x_coordinates.centres[x // 2] + self.row.place(beyond).offset

    def _meeting(self) -> Iterator[tuple[SegmentId, SegmentId]]:
        """The pairs of segments that need tracks of their own: near, or of two lanes."""
        for one, other in meeting_spans(self.spans, air=_NEAR):
            if self._side(one) * self._side(other) >= 0:
                yield one, other
        upper = [segment for segment in self.spans if self._side(segment) < 0]
        lower = [segment for segment in self.spans if self._side(segment) > 0]
        yield from product(upper, lower)

    def _preferences(
        self, channel: int, meeting: Sequence[tuple[SegmentId, SegmentId]]
    ) -> Preferences:
        """The row's preferences, with those between segments that share no stretch of the grid."""
        preferences = dict(self.row.preferences.get((True, channel), {}))
        for one, other in meeting:
            if (one, other) not in preferences:
                preference = self._crossed(other, one) - self._crossed(one, other)
                preference += MUST * (self._faces(one, other) - self._faces(other, one))
                preference += _LANE * (self._side(other) - self._side(one))
                preferences[one, other], preferences[other, one] = preference, -preference
        return preferences

    def _side(self, segment: SegmentId) -> int:
        """Which lane a segment at a border should lie in: the upper -1, the lower 1, or either."""
        return self.sides.get(segment, 0)

    def _turns(self, segment: Segment) -> Iterator[tuple[float, int]]:
        for point, direction in segment.turns():
            yield self._x(segment, point.x), direction

    def _crossed(self, upper: SegmentId, lower: SegmentId) -> int:
        """How often two segments cross if one lies above the other."""
        (a, b), (c, d) = self.spans[upper], self.spans[lower]
        down = sum(c < x < d for x, direction in self.turns[upper] if direction > 0)
        return down + sum(a < x < b for x, direction in self.turns[lower] if direction < 0)

    def _faces(self, upper: SegmentId, lower: SegmentId) -> int:
        """Whether a line up from one and a line down from the other would lie on one another."""
        ups = [x for x, direction in self.turns[upper] if direction < 0]
        downs = [x for x, direction in self.turns[lower] if direction > 0]
        return int(any(abs(x - other) < _NEAR for x in ups for other in downs))

    def _split(self, tracks: Mapping[SegmentId, int], count: int) -> int:
        """How many tracks lie above the border of two lanes: lines stay with what they lead to."""
        votes = [0] * count
        for segment, track in tracks.items():
            votes[track] += sum(direction for _, direction in self.turns[segment])
            votes[track] += _LANE * self._side(segment)
        return min(range(count + 1), key=lambda at: (sum(votes[:at]) - sum(votes[at:]), at))


def _lane_sides(row: NudgedRow, level: int, segments: Sequence[SegmentId]) -> dict[SegmentId, int]:
    """For the segments above a level where a lane begins: in which of the two lanes they belong."""
    shape = row.routed.row.shape
    below = list(accumulate(row.lanes, initial=0)).index(level)
    sides = {}
    for segment in segments:
        ends = shape.connectors[segment[0]]
        lanes = {shape.lane[step] for step in ends if step != OUTSIDE}
        sides[segment] = (below in lanes) - (below - 1 in lanes)
    return sides


def _stacked(
    counts: tuple[int, int], above: float, below: float, pad: float
) -> tuple[list[float], float, float]:
    """The tracks above the border of lanes and below it, the border, and the height of all."""
    upper, lower = counts
    ys = [above + TRACK * track for track in range(upper)]
    border = ys[-1] + pad if ys else above
    begin = border + (pad if lower else 0.0)
    ys += [begin + TRACK * track for track in range(lower)]
    return ys, border, (ys[-1] if lower else border) + below


def _room(zone: float, pad: float, *, has_line: bool, is_outer: bool) -> float:
    """The room between a level and what comes next to it: labels, a line or a border."""
    return 0.0 if is_outer else max(zone, STUB if has_line else 0.0, pad)
