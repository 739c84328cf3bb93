"""The course: the steps in one line, which of them stand beside it, and where each way leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbookgen.layout.boxes import TERMINALS
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Branch:
    """A way that ends beside its step: at an end of the process, or at a link to another step."""

    edge: Edge
    leaf: Node


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the column."""

    node: Node
    section: str
    """The ref of the lane or group that it lies in; empty for none."""
    is_beside: bool
    """Whether it stands beside the main line, which passes it."""
    onward: Edge | None
    """The way that is drawn to a step below: to the next of its line, or back to the main line."""
    parting: Edge | None
    """The way from the main line to the step beside it that comes next."""
    branches: tuple[Branch, ...]


def stops_of(chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking) -> tuple[Stop, ...]:
    """The steps of a chart from top to bottom."""
    return _Course.of(chart, lanes, ranking).stops()


@dataclass(frozen=True, slots=True)
class _Course:
    chart: Flowchart
    sections: Mapping[str, str]
    ranking: Ranking
    ends: Mapping[str, str]
    """The ends that stand beside the only step which leads to them."""

    @classmethod
    def of(cls, chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking) -> _Course:
        """The course of a chart."""
        sections = {ref: chart.lanes[lane].ref for ref, lane in lanes.items() if chart.lanes}
        if not chart.lanes:
            sections = {ref: group.ref for group in chart.groups for ref in group.members}
        return cls(chart, sections, ranking, dict(_ends(chart, sections, ranking)))

    def stops(self) -> tuple[Stop, ...]:
        """All steps but the ends beside them."""
        refs = self._in_line()
        beside = set(self._beside(refs))
        drawn = self._lines(refs, beside)
        known = {node.ref: node for node in self.chart.nodes}
        return tuple(
            Stop(
                node=known[ref],
                section=self.sections.get(ref, ""),
                is_beside=ref in beside,
                onward=drawn.get((ref, False)),
                parting=drawn.get((ref, True)),
                branches=tuple(self._branches(ref, list(drawn.values()))),
            )
            for ref in refs
        )

    def _in_line(self) -> list[str]:
        """The steps as they follow one another: the main line, and each other near its ways."""
        refs = list(self.ranking.main_line)
        place = {node.ref: at for at, node in enumerate(self.chart.nodes)}
        others = [
            ref for ref in place if ref not in self.ends and ref not in self.ranking.main_line
        ]
        for ref in sorted(others, key=lambda ref: (self.ranking.rank[ref], place[ref])):
            refs.insert(self._turn(ref, refs), ref)
        return refs

    def _turn(self, ref: str, refs: Sequence[str]) -> int:
        """Where a step comes in: after what leads to it, or else before what it leads to."""
        turns = {other: at for at, other in enumerate(refs)}
        ahead = [edge for edge in self.chart.edges if _leads_on(edge)]
        before = [turns[e.source] for e in ahead if e.target == ref and e.source in turns]
        if before:
            at = max(before) + 1
            while (
                at < len(refs) and refs[at] not in self.ranking.main_line and self._is_led(refs[at])
            ):
                at += 1
            return at
        after = [turns[e.target] for e in ahead if e.source == ref and e.target in turns]
        if after:
            return min(after)
        column = self.ranking.rank
        return next((at for at, other in enumerate(refs) if column[other] > column[ref]), len(refs))

    def _is_led(self, ref: str) -> bool:
        return any(edge.target == ref and _leads_on(edge) for edge in self.chart.edges)

    def _beside(self, refs: Sequence[str]) -> Iterator[str]:
        """The steps that the main line passes."""
        main = set(self.ranking.main_line)
        places = [at for at, ref in enumerate(refs) if ref in main] or [0]
        yield from (ref for ref in refs[places[0] : places[-1]] if ref not in main)

    def _lines(self, refs: Sequence[str], beside: set[str]) -> dict[tuple[str, bool], Edge]:
        """The ways drawn from step to step: by source, and whether they part from the line."""
        ways = {(edge.source, edge.target): edge for edge in self.chart.edges if _leads_on(edge)}
        count = _counted(self.chart.edges)
        found: dict[tuple[str, bool], Edge] = {}
        for pair in pairwise([ref for ref in refs if ref not in beside]):
            if pair in ways:
                found[pair[0], False] = ways[pair]
        for one, other in pairwise(refs):
            edge = ways.get((one, other))
            if edge is None or not beside & {one, other}:
                continue
            if one not in beside:
                found[one, True] = edge
            elif count[one] == 1:
                found[one, False] = edge
        return found

    def _branches(self, ref: str, drawn: Sequence[Edge]) -> Iterator[Branch]:
        known = {node.ref: node for node in self.chart.nodes}
        for edge in self.chart.edges:
            if edge.source != ref or edge in drawn:
                continue
            is_end = self.ends.get(edge.target) == ref
            yield Branch(edge, known[edge.target] if is_end else self._link(edge, known))

    def _link(self, edge: Edge, known: Mapping[str, Node]) -> Node:
        """What names the step at which a way goes on."""
        goal = _goal_of(self.chart, edge.target)
        words = f"→\u00a0{goal.label}" if goal.label else "→"
        lane = known[edge.source].lane
        return Node(f"{edge.ref}.to", NodeKind.LINK, words, target=goal.target, lane=lane)


def _goal_of(chart: Flowchart, ref: str) -> Node:
    """The step itself, or the one before a decision that says nothing."""
    known = {node.ref: node for node in chart.nodes}
    before = (known[edge.source] for edge in chart.edges if edge.target == ref)
    return next((node for node in (known[ref], *before) if node.label), known[ref])


def _leads_on(edge: Edge) -> bool:
    return edge.kind is not EdgeKind.LOOP and edge.source != edge.target


def _counted(edges: Sequence[Edge]) -> Mapping[str, int]:
    """How many ways leave each step."""
    count: dict[str, int] = defaultdict(int)
    for edge in edges:
        count[edge.source] += 1
    return count


def _ends(
    chart: Flowchart, sections: Mapping[str, str], ranking: Ranking
) -> Iterator[tuple[str, str]]:
    """The ends to which one step leads, and no main line, in the section of that step."""
    sources: dict[str, list[str]] = defaultdict(list)
    for edge in chart.edges:
        sources[edge.target].append(edge.source)
    leads = {edge.source for edge in chart.edges}
    for node in chart.nodes:
        is_end = node.kind in TERMINALS and node.ref not in leads
        if not is_end or node.ref in ranking.main_line or len(sources[node.ref]) != 1:
            continue
        source = sources[node.ref][0]
        if sections.get(source, "") == sections.get(node.ref, ""):
            yield node.ref, source
