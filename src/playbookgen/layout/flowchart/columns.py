"""Columns: when each step comes; a handover leads straight down or up where nothing is between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Pair = tuple[str, str]

HANGING = 2
"""How many ends and links hang above and below one step; more stand beside it."""


@dataclass(slots=True)
class Filling:
    """Columns being filled, from the first step to the last."""

    lane: Mapping[str, int]
    handovers: frozenset[Pair]
    """The connectors onwards between steps of two lanes."""
    hanging: Mapping[str, str]
    column: dict[str, int] = field(default_factory=dict)
    _starts: set[str] = field(default_factory=set)
    _handed: set[str] = field(default_factory=set)
    _taken: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """By column: the first and the last lane of each step, and of each handover in it."""

    def fill(self, refs: Iterable[str], ahead: Iterable[Pair]) -> dict[str, int]:
        """The column of each step: never left of one that leads to it."""
        before: dict[str, list[str]] = defaultdict(list)
        after: dict[str, list[str]] = defaultdict(list)
        for source, target in ahead:
            before[target].append(source)
            after[source].append(target)
        starts = [ref for ref in after if not before[ref]]
        self._starts.update(starts)
        self.column |= dict.fromkeys(starts, 0)
        for ref in _sorted(refs, before):
            if ref not in self._starts:
                self._put(ref, before[ref])
        for ref in starts:
            self._hand_start(ref, after[ref])
        for ref in starts:
            if ref not in self._handed:
                self._put_start(ref, after[ref])
        return self.column

    def _put(self, ref: str, before: Sequence[str]) -> None:
        host = self.hanging.get(ref)
        if host:
            self.column[ref] = self.column[host]
            return
        last = max((self.column[source] for source in before), default=-1)
        givers = [source for source in before if self.column[source] == last]
        givers = [source for source in givers if source not in self._starts] or givers
        if len(givers) == 1 and self._is_handed_on(givers[0], ref):
            self._hand(givers[0], ref)
            return
        lane = self.lane[ref]
        while any(first <= lane <= end and first < end for first, end in self._taken[last + 1]):
            last += 1
        self.column[ref] = last + 1
        self._taken[last + 1].append((lane, lane))

    def _hand_start(self, ref: str, targets: Sequence[str]) -> None:
        """A further start stands straight above what it leads to, if nothing is between."""
        first = min(self.column[target] for target in targets)
        near = [target for target in targets if self.column[target] == first]
        if len(near) == 1 and (ref, near[0]) in self.handovers and self._is_clear(near[0], ref):
            self._hand(near[0], ref)

    def _put_start(self, ref: str, targets: Sequence[str]) -> None:
        """A further start stays near what it leads to, but not where another stands."""
        first = min(self.column[target] for target in targets)
        lane = self.lane[ref]
        is_before = any(begin <= lane <= end for begin, end in self._taken[first - 1])
        is_beside = any(begin <= lane <= end for begin, end in self._taken[first])
        self.column[ref] = first if is_before and not is_beside else max(0, first - 1)
        self._taken[self.column[ref]].append((lane, lane))

    def _is_handed_on(self, giver: str, taker: str) -> bool:
        """Whether a step may stand straight below or above the one that leads to it.

        Not after another such step: who reads a row from left to right looks up or down once.
        """
        is_handover = (giver, taker) in self.handovers and giver not in self._handed
        has_room = list(self.hanging.values()).count(giver) < HANGING
        return is_handover and has_room and self._is_clear(giver, taker)

    def _is_clear(self, known: str, other: str) -> bool:
        """Whether nothing stands or passes from a step with a column to the lane of another."""
        low, high = self._lanes(known, other)
        return all(end < low or high < first for first, end in self._taken[self.column[known]])

    def _hand(self, known: str, other: str) -> None:
        self.column[other] = self.column[known]
        self._handed.add(other)
        self._taken[self.column[known]].append(self._lanes(known, other))

    def _lanes(self, known: str, other: str) -> tuple[int, int]:
        """The first and the last lane between two steps, with the lane of the other."""
        here, there = self.lane[known], self.lane[other]
        return (here + 1, there) if here < there else (there, here - 1)


def is_straight(column: Mapping[str, int], source: str, target: str) -> bool:
    """Whether a connector between two steps with columns leads straight up or down."""
    if source == target or source not in column or target not in column:
        return False
    return column[source] == column[target]


def _sorted(refs: Iterable[str], before: Mapping[str, list[str]]) -> Iterator[str]:
    """The steps, each after those before it."""
    done: set[str] = set()
    left = list(refs)
    while left:
        ready = [ref for ref in left if done.issuperset(before.get(ref, ()))]
        yield from ready
        done.update(ready)
        left = [ref for ref in left if ref not in done]
