"""Tracks: the places of runs in a gap or corridor, so that few cross and none lie on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from playbookgen.layout.flowchart.runs import RunId

MUST = 100
"""The weight of an order that keeps two lines from lying on one another."""

Wishes = Mapping[tuple[RunId, RunId], int]
"""How much one run should lie before another."""


def tracks_of(
    runs: Sequence[RunId], wishes: Wishes, meets: Callable[[RunId, RunId], bool]
) -> dict[RunId, int]:
    """The track of each run, counted from the left or the top; runs that meet have two."""
    rivals: dict[RunId, list[RunId]] = defaultdict(list)
    for one, other in combinations(runs, 2):
        if meets(one, other):
            rivals[one].append(other)
            rivals[other].append(one)
    tracks: dict[RunId, int] = {}
    for run in ordered(runs, wishes):
        placed = [other for other in rivals[run] if other in tracks]
        least = max((tracks[o] + 1 for o in placed if wishes.get((o, run), 0) > 0), default=0)
        used = {tracks[other] for other in placed}
        tracks[run] = next(at for at in range(least, least + len(used) + 1) if at not in used)
    return tracks


def ordered(runs: Iterable[RunId], wishes: Wishes) -> list[RunId]:
    """The runs in an order that breaks as few wishes as can be seen step by step."""
    left = list(runs)
    found: list[RunId] = []
    while left:
        best = min(left, key=lambda run: (_broken(run, left, wishes), run))
        found.append(best)
        left.remove(best)
    return found


def _broken(run: RunId, left: Sequence[RunId], wishes: Wishes) -> int:
    """What it breaks to put a run before all others that are left."""
    return sum(max(0, wishes.get((other, run), 0)) for other in left if other != run)
