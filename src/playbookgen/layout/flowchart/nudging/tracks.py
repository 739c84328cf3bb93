"""Tracks: the places of segments in a channel, so that few cross and none lie on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from playbookgen.layout.flowchart.nudging.preferences import Preferences
from playbookgen.layout.flowchart.nudging.segments import SegmentId


def tracks_of(
    segments: Iterable[SegmentId],
    meeting: Iterable[tuple[SegmentId, SegmentId]],
    preferences: Preferences,
) -> dict[SegmentId, int]:
    """The track of each segment, from the left or the top; two for each pair that meets."""
    rivals: dict[SegmentId, list[SegmentId]] = defaultdict(list)
    for one, other in meeting:
        rivals[one].append(other)
        rivals[other].append(one)
    tracks: dict[SegmentId, int] = {}
    for segment in ordered(segments, preferences):
        placed = [other for other in rivals[segment] if other in tracks]
        least = max(
            (tracks[o] + 1 for o in placed if preferences.get((o, segment), 0) > 0), default=0
        )
        used = {tracks[other] for other in placed}
        tracks[segment] = next(at for at in range(least, least + len(used) + 1) if at not in used)
    return tracks


def ordered(segments: Iterable[SegmentId], preferences: Preferences) -> list[SegmentId]:
    """The segments in an order that breaks as few preferences as can be seen step by step.

    What it breaks to take a segment next is kept up to date; entries of the heap that are older
    are passed over. O(p log p) for p preferences.
    """
    broken = dict.fromkeys(segments, 0)
    after: dict[SegmentId, list[tuple[SegmentId, int]]] = defaultdict(list)
    for (one, other), weight in preferences.items():
        if weight > 0 and one in broken and other in broken:
            broken[other] += weight
            after[one].append((other, weight))
    heap = [(cost, segment) for segment, cost in broken.items()]
    heapify(heap)
    found: list[SegmentId] = []
    while heap:
        cost, segment = heappop(heap)
        if broken.get(segment) != cost:
            continue
        found.append(segment)
        del broken[segment]
        for other, weight in after[segment]:
            if other in broken:
                broken[other] -= weight
                heappush(heap, (broken[other], other))
    return found
