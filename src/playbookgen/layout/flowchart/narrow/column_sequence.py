"""The sequence of a column: its main line, the steps beside it, where each connector leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from playbookgen.layout.boxes import TERMINALS
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Branch:
    """A connector that ends beside its step: at an end of the process, or at a link."""

    edge: Edge
    leaf: Node


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the column."""

    node: Node
    section: str
    """The ref of the lane or group that it lies in; empty for none."""
    is_beside: bool
    """Whether it stands beside the main line, which passes it."""
    onward: Edge | None
    """The connector to a step below: to the next of its line, or back to the main line."""
    parting: Edge | None
    """The connector from the main line to the step beside it that comes next."""
    branches: tuple[Branch, ...]


def steps_of(chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking) -> tuple[Step, ...]:
    """The steps of a chart from top to bottom."""
    return _ColumnSequence.of(chart, lanes, ranking).steps()


@dataclass(frozen=True, slots=True)
class _ColumnSequence:
    chart: Flowchart
    sections: Mapping[str, str]
    ranking: Ranking
    ends: Mapping[str, str]
    """The ends that stand beside the only step which leads to them."""

    @classmethod
    def of(cls, chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking) -> _ColumnSequence:
        """The sequence of a chart's steps."""
        sections = {ref: chart.lanes[lane].ref for ref, lane in lanes.items() if chart.lanes}
        if not chart.lanes:
            sections = {ref: group.ref for group in chart.groups for ref in group.members}
        return cls(chart, sections, ranking, dict(_ends(chart, sections, ranking)))

    def steps(self) -> tuple[Step, ...]:
        """All steps but the ends beside them."""
        refs = self._in_line()
        beside = set(self._beside(refs))
        drawn = self._lines(refs, beside)
        known = {node.ref: node for node in self.chart.nodes}
        return tuple(
            Step(
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
        """The steps as they follow one another: the main line, each other near its connectors."""
        refs = list(self.ranking.main_line)
        place = {node.ref: at for at, node in enumerate(self.chart.nodes)}
        others = [
            ref for ref in place if ref not in self.ends and ref not in self.ranking.main_line
        ]
        for ref in sorted(others, key=lambda ref: (self.ranking.rank[ref], place[ref])):
            refs.insert(self._turn(ref, refs), ref)
        return self._with_start_in_section(refs)

    def _with_start_in_section(self, refs: list[str]) -> list[str]:
        """The same with the start right before its step, if steps of other sections part them."""
        start = refs[0] if self._is_passed_start(refs[:1]) else ""
        step = next(self._targets(start), "")
        between = refs[1 : refs.index(step)] if step in refs else []
        if all(self.sections.get(ref) == self.sections.get(start) for ref in between):
            return refs
        return [*between, start, *refs[len(between) + 1 :]]

    def _is_passed_start(self, refs: Sequence[str]) -> bool:
        """Whether the main line begins with a start that is one of these."""
        starts = (node.ref for node in self.chart.nodes if node.kind is NodeKind.START)
        first = self.ranking.main_line[:1]
        return any(ref in refs for ref in starts if ref in first)

    def _turn(self, ref: str, refs: Sequence[str]) -> int:
        """Where a step comes in: after what leads to it, or else before what it leads to."""
        turns = {other: at for at, other in enumerate(refs)}
        before = [turns[other] for other in self._sources(ref) if other in turns]
        if before:
            return self._after_branches(max(before) + 1, refs)
        after = [turns[other] for other in self._targets(ref) if other in turns]
        if after:
            return min(after)
        column = self.ranking.rank
        return next((at for at, other in enumerate(refs) if column[other] > column[ref]), len(refs))

    def _after_branches(self, at: int, refs: Sequence[str]) -> int:
        """The next turn from `at` on that parts no branch from the step which leads to it."""
        rest = range(at, len(refs))
        return next((turn for turn in rest if not self._is_branch(refs[turn])), len(refs))

    def _is_branch(self, ref: str) -> bool:
        return ref not in self.ranking.main_line and any(self._sources(ref))

    def _sources(self, ref: str) -> Iterator[str]:
        """The steps that lead on to a step."""
        return (edge.source for edge in self.chart.edges if edge.target == ref and _leads_on(edge))

    def _targets(self, ref: str) -> Iterator[str]:
        """The steps that a step leads on to."""
        return (edge.target for edge in self.chart.edges if edge.source == ref and _leads_on(edge))

    def _beside(self, refs: Sequence[str]) -> Iterator[str]:
        """The steps that the main line passes."""
        main = set(self.ranking.main_line)
        places = [at for at, ref in enumerate(refs) if ref in main] or [0]
        begin = 0 if self._is_passed_start(refs[1:]) else places[0]
        yield from (ref for ref in refs[begin : places[-1]] if ref not in main)

    def _lines(self, refs: Sequence[str], beside: Set[str]) -> dict[tuple[str, bool], Edge]:
        """The connectors from step to step: by source, and whether they part from the line."""
        edges = {(edge.source, edge.target): edge for edge in self.chart.edges if _leads_on(edge)}
        line = pairwise([ref for ref in refs if ref not in beside])
        onward = {(pair[0], False): edges[pair] for pair in line if pair in edges}
        return onward | dict(self._lines_beside(refs, beside, edges))

    def _lines_beside(
        self, refs: Sequence[str], beside: Set[str], edges: Mapping[tuple[str, str], Edge]
    ) -> Iterator[tuple[tuple[str, bool], Edge]]:
        """The same of the connectors to and from steps beside the main line."""
        count = _counted(self.chart.edges)
        passed = self.ranking.main_line[:1] if self._is_passed_start(refs[1:]) else ()
        for pair in pairwise([ref for ref in refs if ref not in passed]):
            if pair not in edges or not beside & {*pair}:
                continue
            is_parting = pair[0] not in beside
            if is_parting or count[pair[0]] == 1:
                yield (pair[0], is_parting), edges[pair]

    def _branches(self, ref: str, drawn: Sequence[Edge]) -> Iterator[Branch]:
        known = {node.ref: node for node in self.chart.nodes}
        for edge in self.chart.edges:
            if edge.source != ref or edge in drawn:
                continue
            is_end = self.ends.get(edge.target) == ref
            yield Branch(edge, known[edge.target] if is_end else self._link(edge, known))

    def _link(self, edge: Edge, known: Mapping[str, Node]) -> Node:
        """What names the step at which a connector goes on."""
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
    """How many connectors leave each step."""
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
