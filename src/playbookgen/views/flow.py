"""The ways between stages as maps draw them: gates for decisions and handovers, and the ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from playbookgen.model.diagram import Edge, EdgeKind, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Edition, Handover, Outcome, Process, Stage, Transition
from playbookgen.views.wording import Words

START = "start"
KIND_BY_OUTCOME: Mapping[str, NodeKind] = {
    "won": NodeKind.WON,
    "lost": NodeKind.LOST,
    "nurturing": NodeKind.NURTURING,
    "end": NodeKind.END,
}
_PARTING = (NodeKind.DECISION, NodeKind.HANDOVER)
"""The kinds of steps after which there is more than one way."""


def gate_ref(step: str) -> str:
    """The ref of the decision that follows a stage or task."""
    return f"{step}.decision"


class Flow:
    """The gates, ends and ways that follow each stage of a process."""

    def __init__(self, process: Process, handovers: Sequence[Handover], words: Words) -> None:
        self.process = process
        self.words = words
        self._handovers: dict[tuple[str, str], list[Handover]] = {}
        for handover in handovers:
            ends = handover.from_stage, handover.to_stage
            self._handovers.setdefault(ends, []).append(handover)
        self.ways = self._ways()
        self._ends = dict(self._ends_by_way())

    def _ways(self) -> dict[str, list[Transition]]:
        """The ways out of each stage; a handover is one, even where no transition says so."""
        ways: dict[str, list[Transition]] = {stage.ref: [] for stage in self.process.stages}
        for way in self.process.transitions:
            ways[way.source].append(way)
        for source, target in self._handovers:
            if source in ways and all(way.target != target for way in ways[source]):
                ways[source].append(Transition(source, target))
        return ways

    def _ends_by_way(self) -> Iterator[tuple[tuple[str, str], str]]:
        """An end of its own for each stage that leads to an outcome, by stage and outcome."""
        known: set[str] = set()
        stages = {stage.ref: stage.id for stage in self.process.stages}
        for way in self.process.transitions:
            if way.target in stages:
                continue
            ref = f"{way.target}.{stages[way.source]}" if way.target in known else way.target
            known.add(way.target)
            yield (way.source, way.target), ref

    def start(self) -> Node:
        """Where a deal begins."""
        return Node(START, NodeKind.START, self.words["start"])

    def leaving(self, stage: Stage) -> str:
        """The ref of the node from which the ways out of a stage begin."""
        return gate_ref(stage.ref) if len(self.ways[stage.ref]) > 1 else stage.ref

    def steps_after(self, stage: Stage) -> Iterator[Node]:
        """The decision after a stage, if its ways part, and the ends that it leads to."""
        if self.leaving(stage) != stage.ref:
            yield Node(gate_ref(stage.ref), NodeKind.DECISION, stage.decision)
        outcomes = {outcome.ref: outcome for outcome in self.process.outcomes}
        for way in self.ways[stage.ref]:
            if way.target in outcomes:
                yield _end(outcomes[way.target], self._ends[way.source, way.target])

    def handovers_after(self, stage: Stage) -> Iterator[Handover]:
        """The handovers at which a stage gives its result to another."""
        for way in self.ways[stage.ref]:
            yield from self._handovers.get((way.source, way.target), ())

    def gates_after(self, stage: Stage) -> Iterator[Node]:
        """The gates of the handovers after a stage."""
        for item in self.handovers_after(stage):
            yield Node(item.ref, NodeKind.HANDOVER, item.title, target=item.ref)

    def edges(self) -> Iterator[Edge]:
        """The way in, and the ways out of each stage or of its decision."""
        yield Edge(START, self.process.start)
        for stage in self.process.stages:
            source = self.leaving(stage)
            if source != stage.ref:
                yield Edge(stage.ref, source)
            for way in self.ways[stage.ref]:
                yield from self._way(source, way)

    def _way(self, source: str, way: Transition) -> Iterator[Edge]:
        """A way between stages, through the gates of the handovers on it."""
        kind = EdgeKind.LOOP if way.is_loop else EdgeKind.FORWARD
        target = self._ends.get((way.source, way.target), way.target)
        label = way.condition
        for handover in self._handovers.get((way.source, way.target), ()):
            yield Edge(source, handover.ref, label)
            if handover.way_back not in ("", way.target):
                rejected = self.words["map_rejected"]
                yield Edge(handover.ref, handover.way_back, rejected, EdgeKind.LOOP)
            source, label = handover.ref, self.words["map_accepted"]
        yield Edge(source, target, label, kind)


def flow_of(edition: Edition, process: Process, words: Words) -> Flow:
    """The ways between the stages of an edition's process."""
    return Flow(process, edition.handovers, words)


def _end(outcome: Outcome, ref: str) -> Node:
    kind = KIND_BY_OUTCOME[outcome.kind]
    return Node(ref, kind, outcome.title, target="" if kind is NodeKind.END else outcome.ref)


def flow_legend(nodes: Sequence[Node], edges: Sequence[Edge], words: Words) -> list[LegendEntry]:
    """The meaning of what is not plain in itself: handovers, optional stages, ways back."""
    entries = []
    if any(node.kind is NodeKind.HANDOVER for node in nodes):
        entries.append(LegendEntry(NodeKind.HANDOVER, words["map_handover"]))
    if any("optional" in node.marks for node in nodes):
        entries.append(LegendEntry(NodeKind.STAGE, words["map_optional"], mark="optional"))
    return [*entries, *ways_legend(nodes, edges, NodeKind.STAGE, words)]


def ways_legend(
    nodes: Sequence[Node], edges: Sequence[Edge], kind: NodeKind, words: Words
) -> list[LegendEntry]:
    """The meaning of the looks of ways, on a map of steps of one kind: where they part, or back."""
    entries = []
    if any(node.kind in _PARTING for node in nodes):
        main = LegendEntry(kind, words["map_main_line"], edge=EdgeKind.FORWARD, is_main=True)
        entries.append(main)
    if any(edge.kind is EdgeKind.LOOP for edge in edges):
        entries.append(LegendEntry(kind, words["map_loop"], edge=EdgeKind.LOOP))
    return entries


def merged(edges: Sequence[Edge], words: Words) -> tuple[Edge, ...]:
    """The edges with one at most from a node to another; their conditions stand side by side."""
    found: dict[str, Edge] = {}
    for edge in edges:
        known = found.get(edge.ref)
        if known and edge.label not in ("", known.label):
            label = words["map_or"].format(one=known.label, other=edge.label)
            found[edge.ref] = replace(known, label=label if known.label else edge.label)
        else:
            found.setdefault(edge.ref, edge)
    return tuple(found.values())
