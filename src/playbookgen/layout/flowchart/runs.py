"""Runs: the straight parts of connectors, and which of two side by side lies before the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from playbookgen.layout.flowchart.crossings import around, stretches
from playbookgen.layout.flowchart.lattice import Spot, heading
from playbookgen.layout.flowchart.ways import Way

RunId = tuple[int, int]
"""The number of a connector, and of its part from corner to corner."""
Order = dict[tuple[RunId, RunId], int]
"""For two runs side by side: -1 if the first lies left of the other or above it, else 1."""


@dataclass(frozen=True, slots=True)
class Run:
    """A straight part of a connector."""

    id: RunId
    begin: Spot
    end: Spot
    before: Spot | None
    """The corner before its beginning; None if it begins at a step."""
    after: Spot | None
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

    def turns(self) -> Iterator[tuple[Spot, int]]:
        """Its corners, and whether the line goes on there to lower (-1) or higher (1) places."""
        for corner, beyond in ((self.begin, self.before), (self.end, self.after)):
            if beyond is not None:
                step = heading(corner, beyond)
                yield corner, step.y if self.is_flat else step.x


def runs_of(ways: Mapping[int, Way], ends: Mapping[int, tuple[str, str]]) -> list[Run]:
    """The runs of all connectors, whose ends are steps, or empty beyond the row."""
    found = []
    for number, way in sorted(ways.items()):
        corners = way.corners
        last = len(corners) - 2
        for at, (begin, end) in enumerate(pairwise(corners)):
            before = corners[at - 1] if at else None
            after = corners[at + 2] if at < last else None
            source = "" if at else ends[number][0]
            target = "" if at < last else ends[number][1]
            found.append(Run((number, at), begin, end, before, after, source, target))
    return found


def order_of_runs(ways: Mapping[int, Way]) -> Order:
    """For all pairs of runs that share a stretch: which lies before the other."""
    nearby = {number: around(way.spots) for number, way in ways.items()}
    steps = {number: _steps(number, way) for number, way in ways.items()}
    order: Order = {}
    for one, other in sorted(_neighbours(ways)):
        for first, last, side in stretches(ways[one].spots, nearby[other]):
            for at in range(first, last):
                start, end = ways[one].spots[at], ways[one].spots[at + 1]
                pair = (steps[one][frozenset((start, end))], steps[other][frozenset((start, end))])
                step = heading(start, end)
                sign = side if step.x > 0 or step.y < 0 else -side
                order.setdefault(pair, sign)
                order.setdefault((pair[1], pair[0]), -sign)
    return order


def _steps(number: int, way: Way) -> dict[frozenset[Spot], RunId]:
    """The run of a way at each of its steps from spot to spot."""
    found: dict[frozenset[Spot], RunId] = {}
    at, corners = 0, way.corners
    for start, end in pairwise(way.spots):
        found[frozenset((start, end))] = (number, at)
        if end == corners[at + 1]:
            at += 1
    return found


def _neighbours(ways: Mapping[int, Way]) -> set[tuple[int, int]]:
    """The pairs of connectors that share a step from spot to spot."""
    users: dict[frozenset[Spot], list[int]] = defaultdict(list)
    for number, way in sorted(ways.items()):
        for start, end in pairwise(way.spots):
            users[frozenset((start, end))].append(number)
    return {pair for numbers in users.values() for pair in combinations(numbers, 2)}
