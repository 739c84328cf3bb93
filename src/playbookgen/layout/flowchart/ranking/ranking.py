"""The ranking of a chart: ranks of steps, the main line, and the ends attached to steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from playbookgen.layout.flowchart.ranking.attached import attached_ends
from playbookgen.layout.flowchart.ranking.cycles import Pair
from playbookgen.layout.flowchart.ranking.ranks import RankAssignment
from playbookgen.model.diagram import EdgeKind, Flowchart


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ranks of steps, the main line, and ends that hang at the step which leads to them."""

    rank: Mapping[str, int]
    main_line: tuple[str, ...]
    attached: Mapping[str, str]
    """By end: the step in whose rank it stands."""

    @property
    def count(self) -> int:
        """How many ranks there are."""
        return max(self.rank.values(), default=-1) + 1


def rank(chart: Flowchart, pairs: Sequence[Pair], lanes: Mapping[str, int]) -> Ranking:
    """The ranking of a chart whose acyclic edges are `pairs`, and whose steps lie in `lanes`."""
    attached = attached_ends(chart, lanes)
    assignment = RankAssignment(lanes, _handovers(chart, lanes), attached)
    ranks = assignment.assign([node.ref for node in chart.nodes], pairs)
    ranks |= _apart(ranks, pairs)
    return Ranking(ranks, tuple(_main_line(chart, ranks, attached)), attached)


def _apart(ranks: Mapping[str, int], pairs: Sequence[Pair]) -> dict[str, int]:
    """Steps that nothing joins to others stand after all of these, where none is looked for."""
    joined = {ref for pair in pairs for ref in pair}
    last = max((ranks[ref] for ref in joined), default=-1)
    return {ref: last + 1 for ref in ranks if ref not in joined}


def _handovers(chart: Flowchart, lane: Mapping[str, int]) -> frozenset[Pair]:
    """The connectors onwards from lane to lane."""
    return frozenset(
        (edge.source, edge.target)
        for edge in chart.edges
        if edge.kind is not EdgeKind.LOOP and lane[edge.source] != lane[edge.target]
    )


def _main_line(
    chart: Flowchart, ranks: dict[str, int], attached: Mapping[str, str]
) -> Iterator[str]:
    """The longest line of steps that each stand in the rank of the one before or in the next."""
    best: dict[str, tuple[int, str]] = {}
    reached = _near_targets(chart, ranks)
    # Ranks were given from the first step on, so each comes here before those that lead to it.
    for ref in reversed(ranks):
        if ref not in attached:
            lines = [(best[target][0] + 1, target) for target in reached[ref] if target in best]
            best[ref] = max(lines, key=itemgetter(0), default=(1, ""))
    steps = [node.ref for node in chart.nodes if node.ref in best]
    ref = max(steps, key=lambda ref: best[ref][0], default="")
    while ref:
        yield ref
        ref = best[ref][1]


def _near_targets(chart: Flowchart, ranks: Mapping[str, int]) -> Mapping[str, list[str]]:
    """The steps of the same rank or the next that each step leads on to."""
    reached: dict[str, list[str]] = defaultdict(list)
    for edge in chart.edges:
        is_near = ranks[edge.target] - ranks[edge.source] in (0, 1)
        if is_near and edge.kind is not EdgeKind.LOOP:
            reached[edge.source].append(edge.target)
    return reached
