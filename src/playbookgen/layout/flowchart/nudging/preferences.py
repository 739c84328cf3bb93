"""Preferences: which segments of a channel should lie before which others, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from playbookgen.layout.flowchart.nudging.offsets import Offsets
from playbookgen.layout.flowchart.nudging.segments import (
    ChannelId,
    Segment,
    SegmentId,
    SideBySide,
)

MUST = 100
"""The weight of an order that keeps two lines from lying on one another."""

Preferences = Mapping[tuple[SegmentId, SegmentId], int]
"""How much one segment should lie before another."""


def preferences_of(
    segments: Mapping[SegmentId, Segment], order: SideBySide, offsets: Offsets
) -> Mapping[ChannelId, Preferences]:
    """By channel: the order that crosses least, and that which keeps facing lines apart."""
    found: dict[ChannelId, dict[tuple[SegmentId, SegmentId], int]] = defaultdict(dict)
    for pair, sign in order.items():
        segment = segments[pair[0]]
        if segment.is_on_track:
            found[segment.is_flat, segment.channel][pair] = -sign
    for first, second in sorted(offsets.facing):
        for one, other in _facing_tracks(segments[first], segments[second]):
            segment = segments[one]
            preferences = found[segment.is_flat, segment.channel]
            preferences[one, other], preferences[other, one] = MUST, -MUST
    return found


def _facing_tracks(one: Segment, other: Segment) -> Iterator[tuple[SegmentId, SegmentId]]:
    """The segments that two facing lines go on with where they meet."""
    for point in {one.begin, one.end} & {other.begin, other.end}:
        pair = one.turn_at(point), other.turn_at(point)
        if pair[0] and pair[1]:
            yield pair[0], pair[1]
