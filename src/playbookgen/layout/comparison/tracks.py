"""The upright lines of edges: side by side where they overlap, in the order that crosses least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SLACK = 8.0
"""How far apart two lines are that lie on one track."""


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
    placed: list[Trunk] = []
    for trunk in _ordered(trunks):
        before = [tracks[other.source] for other in placed if trunk.overlaps(other)]
        tracks[trunk.source] = max(before, default=-1) + 1
        placed.append(trunk)
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
