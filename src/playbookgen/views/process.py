"""The process as a flowchart: stages, decisions between them, ways back, and how a deal ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind
from playbookgen.model.playbook import Edition, Outcome, Process, Stage, Transition
from playbookgen.views.view import View
from playbookgen.views.wording import Words, lines, listed, names, span, words_of

SUBJECT = "process"
START = "start"
KIND_BY_OUTCOME: Mapping[str, NodeKind] = {
    "won": NodeKind.WON,
    "lost": NodeKind.LOST,
    "nurturing": NodeKind.NURTURING,
    "end": NodeKind.END,
}


def subjects(edition: Edition) -> tuple[str, ...]:
    """The process, where there is one."""
    return (SUBJECT,) if edition.process else ()


def draw(edition: Edition, subject: str) -> Flowchart:
    """The flowchart of the whole process."""
    if edition.process is None:
        raise KeyError(subject)
    words = words_of(edition)
    drawing = _Drawing(edition.process, words)
    return Flowchart(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["process_map"], name=edition.title),
        description=_description(edition.process, words),
        language=edition.language,
        nodes=tuple(drawing.nodes()),
        edges=tuple(drawing.edges()),
    )


def gate_ref(stage: str) -> str:
    """The ref of the decision that follows a stage."""
    return f"{stage}.decision"


class _Drawing:
    """The nodes and edges of one process."""

    def __init__(self, process: Process, words: Words) -> None:
        self.process = process
        self.words = words
        self.ways: dict[str, list[Transition]] = {stage.ref: [] for stage in process.stages}
        for way in process.transitions:
            self.ways[way.source].append(way)
        self.ends = dict(self._ends())

    def _ends(self) -> Iterator[tuple[tuple[str, str], str]]:
        """An end of its own for each stage that leads to an outcome, by stage and outcome."""
        known: set[str] = set()
        stages = {stage.ref: stage.id for stage in self.process.stages}
        for way in self.process.transitions:
            if way.target in stages:
                continue
            ref = f"{way.target}.{stages[way.source]}" if way.target in known else way.target
            known.add(way.target)
            yield (way.source, way.target), ref

    def nodes(self) -> Iterator[Node]:
        """The start, each stage with its decision, the outcomes."""
        yield Node(START, NodeKind.START, self.words["start"])
        outcomes = {outcome.ref: outcome for outcome in self.process.outcomes}
        for stage in self.process.stages:
            yield self._stage(stage)
            if len(self.ways[stage.ref]) > 1:
                yield Node(gate_ref(stage.ref), NodeKind.DECISION, stage.decision)
            for way in self.ways[stage.ref]:
                if way.target in outcomes:
                    yield self._end(outcomes[way.target], self.ends[stage.ref, way.target])

    def _stage(self, stage: Stage) -> Node:
        optional = self.words["optional"] if stage.optional else ""
        return Node(
            ref=stage.ref,
            kind=NodeKind.STAGE,
            label=f"{stage.number}.\u00a0{stage.title}",
            note=lines(
                names(stage.raci.responsible, self.words),
                listed((span(stage.duration, self.words), optional), self.words),
            ),
            marks=("optional",) if stage.optional else (),
            target=stage.ref,
        )

    def _end(self, outcome: Outcome, ref: str) -> Node:
        kind = KIND_BY_OUTCOME[outcome.kind]
        return Node(ref, kind, outcome.title, target="" if kind is NodeKind.END else outcome.ref)

    def edges(self) -> Iterator[Edge]:
        """The way in, and the ways out of each stage or of its decision."""
        yield Edge(START, self.process.start)
        for stage in self.process.stages:
            ways = self.ways[stage.ref]
            source = gate_ref(stage.ref) if len(ways) > 1 else stage.ref
            if source != stage.ref:
                yield Edge(stage.ref, source)
            for way in ways:
                kind = EdgeKind.LOOP if way.is_loop else EdgeKind.FORWARD
                target = self.ends.get((way.source, way.target), way.target)
                yield Edge(source, target, way.condition, kind)


def _description(process: Process, words: Words) -> str:
    reached = {way.target for way in process.transitions}
    ends = [outcome.title for outcome in process.outcomes if outcome.ref in reached]
    return words["view_process_described"].format(
        stages=len(process.stages),
        first=process.stages[0].title,
        last=process.stages[-1].title,
        loops=sum(way.is_loop for way in process.transitions),
        ends=listed(ends, words) or words["end"],
    )


VIEW = View("process", subjects, draw)
