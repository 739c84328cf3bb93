"""Tracks: the places of segments in a channel, so that few cross and none lie on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from playbookgen.layout.flowchart.nudging.segments import SegmentId

MUST = 100
"""The weight of an order that keeps two lines from lying on one another."""

Preferences = Mapping[tuple[SegmentId, SegmentId], int]
"""How much one segment should lie before another."""


def tracks_of(
    segments: Sequence[SegmentId],
    preferences: Preferences,
    meets: Callable[[SegmentId, SegmentId], bool],
) -> dict[SegmentId, int]:
    """The track of each segment, counted from the left or the top; segments that meet have two."""
    rivals = _rivals(segments, meets)
    tracks: dict[SegmentId, int] = {}
    for segment in ordered(segments, preferences):
        placed = [other for other in rivals[segment] if other in tracks]
        least = max(
            (tracks[o] + 1 for o in placed if preferences.get((o, segment), 0) > 0), default=0
        )
        used = {tracks[other] for other in placed}
        tracks[segment] = next(at for at in range(least, least + len(used) + 1) if at not in used)
    return tracks


def _rivals(
    segments: Sequence[SegmentId], meets: Callable[[SegmentId, SegmentId], bool]
) -> Mapping[SegmentId, list[SegmentId]]:
    """The segments that each segment meets."""
    rivals: dict[SegmentId, list[SegmentId]] = defaultdict(list)
    for one, other in combinations(segments, 2):
        if meets(one, other):
            rivals[one].append(other)
            rivals[other].append(one)
    return rivals


def ordered(segments: Iterable[SegmentId], preferences: Preferences) -> list[SegmentId]:
    """The segments in an order that breaks as few preferences as can be seen step by step."""
    left = list(segments)
    found: list[SegmentId] = []
    while left:
        best = min(left, key=lambda segment: (_broken(segment, left, preferences), segment))
        found.append(best)
        left.remove(best)
    return found


def _broken(segment: SegmentId, left: Sequence[SegmentId], preferences: Preferences) -> int:
    """What it breaks to put a segment before all others that are left."""
    return sum(max(0, preferences.get((other, segment), 0)) for other in left if other != segment)
