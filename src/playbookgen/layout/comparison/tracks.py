"""The upright lines of edges: side by side where they overlap, in the order that crosses least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

_SLACK = 8.0
"""How far apart two lines are that lie on one track."""
_MOST_ORDERED = 48
"""More trunks that overlap one another are not put into the order that crosses least."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """The upright line of all edges from one node, with the heights at which they leave it."""

    source: str
    to_left: tuple[float, ...]
    to_right: tuple[float, ...]

    @property
    def low(self) -> float:
        """Its upper end."""
        return min((*self.to_left, *self.to_right))

    @property
    def high(self) -> float:
        """Its lower end."""
        return max((*self.to_left, *self.to_right))

    def overlaps(self, other: Trunk) -> bool:
        """Whether the two need tracks of their own."""
        return self.low < other.high + _SLACK and other.low < self.high + _SLACK


def tracks_of(trunks: Sequence[Trunk]) -> Mapping[str, int]:
    """The track of each trunk by its source, from the left."""
    tracks: dict[str, int] = {}
    for group in _overlapping(trunks):
        tracks |= _ordered_tracks(group) if len(group) <= _MOST_ORDERED else _fewest_tracks(group)
    return {trunk.source: tracks[trunk.source] for trunk in trunks}


def _overlapping(trunks: Sequence[Trunk]) -> Iterator[list[Trunk]]:
    """The trunks in groups of which none overlaps another, each in the given order."""
    places = {trunk.source: at for at, trunk in enumerate(trunks)}
    group: list[Trunk] = []
    reach = 0.0
    for trunk in sorted(trunks, key=lambda trunk: (trunk.low, places[trunk.source])):
        if group and trunk.low >= reach + _SLACK:
            yield sorted(group, key=lambda trunk: places[trunk.source])
            group = []
        reach = max(reach, trunk.high) if group else trunk.high
        group.append(trunk)
    if group:
        yield sorted(group, key=lambda trunk: places[trunk.source])


def _ordered_tracks(trunks: Sequence[Trunk]) -> dict[str, int]:
    """Tracks in the order that crosses least."""
    tracks: dict[str, int] = {}
    placed: list[Trunk] = []
    for trunk in _ordered(trunks):
        before = [tracks[other.source] for other in placed if trunk.overlaps(other)]
        tracks[trunk.source] = max(before, default=-1) + 1
        placed.append(trunk)
    return tracks


def _fewest_tracks(trunks: Sequence[Trunk]) -> dict[str, int]:
    """As few tracks as can be, from the top on: the best order of very many is not looked for."""
    tracks: dict[str, int] = {}
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for trunk in sorted(trunks, key=lambda trunk: trunk.low):
        while busy and busy[0][0] + _SLACK <= trunk.low:
            heappush(free, heappop(busy)[1])
        track = heappop(free) if free else len(busy)
        tracks[trunk.source] = track
        heappush(busy, (trunk.high, track))
    return tracks


def _ordered(trunks: Sequence[Trunk]) -> list[Trunk]:
    """The trunks from left to right, each moved to where it crosses least until none gains."""
    order, moved = list(trunks), True
    while moved:
        moved = False
        for trunk in trunks:
            at = order.index(trunk)
            rest = [other for other in order if other is not trunk]
            costs = _costs(trunk, rest)
            best = min(range(len(costs)), key=costs.__getitem__)
            if costs[best] < costs[at]:
                order = [*rest[:best], trunk, *rest[best:]]
                moved = True
    return order


def _costs(trunk: Trunk, rest: Sequence[Trunk]) -> list[int]:
    """The crossings of a trunk with the others, for each place among them."""
    costs = [sum(_crossings(trunk, other) for other in rest)]
    for other in rest:
        costs.append(costs[-1] - _crossings(trunk, other) + _crossings(other, trunk))
    return costs


def _crossings(one: Trunk, other: Trunk) -> int:
    """How often the lines of two trunks cross if `one` stands left of `other`."""
    ahead = sum(other.low < y < other.high for y in one.to_right if y not in other.to_right)
    return ahead + sum(one.low < y < one.high for y in other.to_left)
