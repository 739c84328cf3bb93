"""Offsets: how far from the middle of its cell each segment across cells lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.flowchart.nudging.segments import (
    ChannelId,
    Segment,
    SegmentId,
    SideBySide,
)
from playbookgen.layout.flowchart.nudging.spans import meeting_spans

APART = 13.0
"""The distance of lines that meet one side of a step."""
_OPPOSITE = 24.0
"""The least distance of a line that enters a side of a step from one that leaves it there."""
LABEL_GAP = 5.0
"""The distance of a label from its line."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Where a segment lies, and the side of its label: -1 above or left, 1 below or right."""

    offset: float
    label: int = -1


@dataclass(frozen=True, slots=True)
class Offsets:
    """The places of all segments across cells."""

    places: Mapping[SegmentId, Offset]
    facing: frozenset[tuple[SegmentId, SegmentId]]
    """Pairs that lie on one line from both sides of a gap or corridor: the first ends first."""


@dataclass(slots=True)
class _Channel:
    """The segments of one level or column, placed one after the other."""

    segments: Sequence[Segment]
    order: SideBySide
    rooms: Mapping[SegmentId, float]
    """How much room the label of a segment takes across it."""
    pointed: frozenset[str]
    below: frozenset[SegmentId]
    """The flat segments whose labels have no room above at their beginning."""
    places: dict[SegmentId, Offset] = field(default_factory=dict)
    facing: set[tuple[SegmentId, SegmentId]] = field(default_factory=set)

    def fill(self) -> None:
        """Places all segments, those without a choice first."""
        pairs = list(_meeting(self.segments))
        near: dict[SegmentId, list[Segment]] = defaultdict(list)
        for one, other in pairs:
            near[one.id].append(other)
            near[other.id].append(one)
        for segment in sorted(self.segments, key=self._ease):
            rivals = [other for other in near[segment.id] if other.id in self.places]
            place = next(self._fitting(segment, rivals), None)
            self.places[segment.id] = place or Offset(0.0)
        self._exchange()
        for one, other in pairs:
            if self._are_facing(one, other):
                before = one.last <= other.first
                self.facing.add((one.id, other.id) if before else (other.id, one.id))

    def _exchange(self) -> None:
        """Lets segments to one step exchange places, so that those from the left lie left."""
        alike: dict[tuple[str, int, int], list[Segment]] = defaultdict(list)
        for segment in self.segments:
            if segment.target and not segment.source and segment.target not in self.pointed:
                alike[segment.target, segment.first, segment.last].append(segment)
        for group in alike.values():
            places = sorted(
                (self.places[segment.id] for segment in group), key=lambda at: at.offset
            )
            for segment, place in zip(sorted(group, key=self._rank(group)), places, strict=True):
                self.places[segment.id] = place

    def _rank(self, group: Sequence[Segment]) -> Callable[[Segment], int]:
        """How many segments of a group lie before one, less those that lie after it."""
        return lambda segment: sum(self.order.get((segment.id, other.id), 0) for other in group)

    def _ease(self, segment: Segment) -> tuple[bool, bool, bool, SegmentId]:
        is_fixed = self._is_fixed(segment)
        return (
            not is_fixed,
            not (segment.source and segment.target),
            segment.id not in self.rooms,
            segment.id,
        )

    def _is_fixed(self, segment: Segment) -> bool:
        return segment.source in self.pointed or segment.target in self.pointed

    def _fitting(self, segment: Segment, rivals: Sequence[Segment]) -> Iterator[Offset]:
        """The places where the segment disturbs none of those that are there, best first."""
        is_fixed = self._is_fixed(segment)
        for strict in (True, False):
            for offset in _tried():
                for label in self._label_sides(segment):
                    place = Offset(offset, label)
                    if all(self._fits(segment, place, other, strict, is_fixed) for other in rivals):
                        yield place

    def _label_sides(self, segment: Segment) -> tuple[int, ...]:
        """Above a flat line and right of an upright one, if that can be."""
        if segment.id not in self.rooms:
            return (-1,)
        is_above = segment.is_flat and segment.id not in self.below
        return (-1, 1) if is_above else (1, -1)

    def _fits(
        self, segment: Segment, place: Offset, other: Segment, strict: bool, is_fixed: bool
    ) -> bool:
        there = self.places[other.id]
        if not _shares(segment, other):
            is_line = is_fixed and self._is_fixed(other) and place.offset == 0.0
            return is_line or abs(place.offset - there.offset) >= APART - 1
        if is_fixed and _joins(segment, other) and place.offset == there.offset:
            return True
        return not (strict and self._is_misplaced(segment, place, other)) and self._is_clear(
            segment, place, other
        )

    def _is_misplaced(self, segment: Segment, place: Offset, other: Segment) -> bool:
        """Whether a segment would lie at the wrong side of another."""
        wanted = self.order.get((segment.id, other.id), 0)
        return wanted * (place.offset - self.places[other.id].offset) < 0

    def _is_clear(self, segment: Segment, place: Offset, other: Segment) -> bool:
        """Whether two segments take up different room, labels included."""
        there = self.places[other.id]
        own, others = self._reach(segment, place), self._reach(other, there)
        apart = _OPPOSITE if _pass_each_other(segment, other) else APART - 1
        return own[1] + apart <= others[0] or others[1] + apart <= own[0]

    def _reach(self, segment: Segment, place: Offset) -> tuple[float, float]:
        """What a segment takes up, label included."""
        room = self.rooms.get(segment.id, 0.0)
        if not room:
            return place.offset, place.offset
        reach = place.offset + place.label * (room + LABEL_GAP)
        return min(place.offset, reach), max(place.offset, reach)

    def _are_facing(self, one: Segment, other: Segment) -> bool:
        """Whether two segments lie on one line from both sides of a gap."""
        near = abs(self.places[one.id].offset - self.places[other.id].offset) < APART - 1
        return near and not _shares(one, other)


def _tried() -> Iterator[float]:
    yield 0.0
    for times in range(1, 40):
        yield APART * times
        yield -APART * times


def _shares(segment: Segment, other: Segment) -> bool:
    """Whether two segments of a channel lie side by side for a while."""
    return segment.first < other.last and other.first < segment.last


def _meeting(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Segment]]:
    """The pairs of segments of a channel that share a stretch, or a spot between cells."""
    spans = {at: (segment.first, segment.last) for at, segment in enumerate(segments)}
    for at, beside in meeting_spans(spans, air=1):
        one, other = segments[at], segments[beside]
        spot = one.last if one.last <= other.first else one.first
        if _shares(one, other) or spot % 2 == 0:
            yield one, other


def _joins(segment: Segment, other: Segment) -> bool:
    return bool(segment.target) and segment.target == other.target and segment.end == other.end


def _pass_each_other(segment: Segment, other: Segment) -> bool:
    """Whether one enters a step at the side at which the other leaves it."""
    return any(
        one.source and one.source == two.target and one.begin == two.end
        for one, two in ((segment, other), (other, segment))
    )


def offsets_of(
    segments: Sequence[Segment],
    order: SideBySide,
    *,
    rooms: Mapping[SegmentId, float],
    pointed: frozenset[str],
    below: frozenset[SegmentId],
) -> Offsets:
    """The places of all segments across cells, whose labels take up `rooms`."""
    channels: dict[ChannelId, list[Segment]] = defaultdict(list)
    for segment in segments:
        if not segment.is_on_track:
            channels[segment.is_flat, segment.channel].append(segment)
    places: dict[SegmentId, Offset] = {}
    facing: set[tuple[SegmentId, SegmentId]] = set()
    for _, members in sorted(channels.items()):
        channel = _Channel(members, order, rooms, pointed, below)
        channel.fill()
        places |= channel.places
        facing |= channel.facing
    return Offsets(places, frozenset(facing))
