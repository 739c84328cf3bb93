"""Ranks: when each step comes, by the longest path (Sugiyama's layering).

Ours in it: a handover leads straight down or up to another lane, in the same rank, where nothing is
between; a further start stands near what it leads to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.flowchart.ranking.attached import MOST_ATTACHED
from playbookgen.layout.flowchart.ranking.cycles import Pair


@dataclass(slots=True)
class RankAssignment:
    """Ranks being given, from the first step to the last."""

    lane: Mapping[str, int]
    handovers: frozenset[Pair]
    """The connectors onwards between steps of two lanes."""
    attached: Mapping[str, str]
    """By end: the step at which it hangs."""
    rank: dict[str, int] = field(default_factory=dict)
    _starts: set[str] = field(default_factory=set)
    _handed: set[str] = field(default_factory=set)
    _taken: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """By rank: the first and the last lane of each step, and of each handover in it."""
    _count: Counter[str] = field(default_factory=Counter)
    """How many ends hang at each step."""

    def assign(self, refs: Sequence[str], pairs: Iterable[Pair]) -> dict[str, int]:
        """The rank of each step: never before one that leads to it. O(V + E) but for the lanes."""
        self._count.update(self.attached.values())
        before: dict[str, list[str]] = defaultdict(list)
        after: dict[str, list[str]] = defaultdict(list)
        for source, target in pairs:
            before[target].append(source)
            after[source].append(target)
        starts = [ref for ref in after if not before[ref]]
        self._starts.update(starts)
        self.rank |= dict.fromkeys(starts, 0)
        for ref in _in_topological_order(refs, before, after):
            if ref not in self._starts:
                self._put(ref, before[ref])
        for ref in starts:
            self._hand_start(ref, after[ref])
        for ref in starts:
            if ref not in self._handed:
                self._put_start(ref, after[ref])
        return self.rank

    def _put(self, ref: str, before: Sequence[str]) -> None:
        host = self.attached.get(ref)
        if host:
            self.rank[ref] = self.rank[host]
            return
        last = max((self.rank[source] for source in before), default=-1)
        givers = [source for source in before if self.rank[source] == last]
        givers = [source for source in givers if source not in self._starts] or givers
        if len(givers) == 1 and self._is_handed_on(givers[0], ref):
            self._hand(givers[0], ref)
            return
        self._put_from(last + 1, ref)

    def _put_from(self, rank: int, ref: str) -> None:
        """Puts a step into the first rank from one on in which no handover passes its lane."""
        lane = self.lane[ref]
        while any(first <= lane <= end and first < end for first, end in self._taken[rank]):
            rank += 1
        self.rank[ref] = rank
        self._taken[rank].append((lane, lane))

    def _hand_start(self, ref: str, targets: Sequence[str]) -> None:
        """A further start stands straight above what it leads to, if nothing is between."""
        first = min(self.rank[target] for target in targets)
        near = [target for target in targets if self.rank[target] == first]
        if len(near) == 1 and (ref, near[0]) in self.handovers and self._is_clear(near[0], ref):
            self._hand(near[0], ref)

    def _put_start(self, ref: str, targets: Sequence[str]) -> None:
        """A further start stays near what it leads to, but not where another stands."""
        first = min(self.rank[target] for target in targets)
        lane = self.lane[ref]
        is_before = any(begin <= lane <= end for begin, end in self._taken[first - 1])
        is_beside = any(begin <= lane <= end for begin, end in self._taken[first])
        self.rank[ref] = first if is_before and not is_beside else max(0, first - 1)
        self._taken[self.rank[ref]].append((lane, lane))

    def _is_handed_on(self, giver: str, taker: str) -> bool:
        """Whether a step may stand straight below or above the one that leads to it.

        Not after another such step: who reads a row from left to right looks up or down once.
        """
        is_handover = (giver, taker) in self.handovers and giver not in self._handed
        return is_handover and self._count[giver] < MOST_ATTACHED and self._is_clear(giver, taker)

    def _is_clear(self, known: str, other: str) -> bool:
        """Whether nothing stands or passes from a step with a rank to the lane of another."""
        low, high = self._lanes(known, other)
        return all(end < low or high < first for first, end in self._taken[self.rank[known]])

    def _hand(self, known: str, other: str) -> None:
        self.rank[other] = self.rank[known]
        self._handed.add(other)
        self._taken[self.rank[known]].append(self._lanes(known, other))

    def _lanes(self, known: str, other: str) -> tuple[int, int]:
        """The first and the last lane between two steps, with the lane of the other."""
        here, there = self.lane[known], self.lane[other]
        return (here + 1, there) if here < there else (there, here - 1)


def _in_topological_order(
    refs: Sequence[str], before: Mapping[str, list[str]], after: Mapping[str, list[str]]
) -> Iterator[str]:
    """The steps in waves: each after all that lead to it (Kahn), within a wave as given."""
    place = {ref: at for at, ref in enumerate(refs)}
    missing = {ref: len(before.get(ref, ())) for ref in refs}
    wave = [ref for ref in refs if not missing[ref]]
    while wave:
        yield from wave
        freed = []
        for ref in wave:
            for target in after.get(ref, ()):
                missing[target] -= 1
                if not missing[target]:
                    freed.append(target)
        wave = sorted(freed, key=place.__getitem__)
