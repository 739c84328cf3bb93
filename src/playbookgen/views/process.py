"""The process as a flowchart: stages, gates between them, ways back, and how a deal ends."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.model.diagram import Flowchart, Group, Node, NodeKind
from playbookgen.model.playbook import Edition, Process, Stage
from playbookgen.views.flow import START, Flow, flow_legend, flow_of
from playbookgen.views.view import View
from playbookgen.views.wording import Words, lines, listed, names, numbered, only, span, words_of

SUBJECT = "process"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The process, where there is one."""
    return (SUBJECT,) if edition.process else ()


def draw(edition: Edition, subject: str) -> Flowchart:
    """The flowchart of the whole process, in its half-processes where it has any."""
    if edition.process is None:
        raise KeyError(subject)
    words = words_of(edition)
    flow = flow_of(edition, edition.process, words)
    nodes, edges = tuple(_nodes(flow, words)), tuple(flow.edges())
    return Flowchart(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["process_map"], name=edition.title),
        description=process_described(edition.process, words),
        language=edition.language,
        nodes=nodes,
        edges=edges,
        legend=tuple(flow_legend(nodes, edges, words)),
        groups=tuple(_groups(edition, flow, words)),
    )


def _nodes(flow: Flow, words: Words) -> Iterator[Node]:
    """The start, each stage with its gates, the ends."""
    yield flow.start()
    for stage in flow.process.stages:
        note = lines(names(stage.raci.responsible, words), stage_facts(stage, words))
        yield stage_node(stage, note=note)
        yield from flow.steps_after(stage)
        yield from flow.gates_after(stage)


def stage_node(stage: Stage, *, note: str, lane: str = "") -> Node:
    """A stage with its number, on any map of the process."""
    return Node(
        ref=stage.ref,
        kind=NodeKind.STAGE,
        label=numbered(stage.number, stage.title),
        note=note,
        marks=("optional",) if stage.optional else (),
        target=stage.ref,
        lane=lane,
    )


def stage_facts(stage: Stage, words: Words) -> str:
    """How long a stage takes, whether it may be skipped, and for whom it holds."""
    optional = words["optional"] if stage.optional else ""
    return lines(listed((span(stage.duration, words), optional), words), only(stage, words))


def _groups(edition: Edition, flow: Flow, words: Words) -> Iterator[Group]:
    """The half-processes, each with its stages, their gates, and the ends that they lead to.

    Where a deal begins belongs to the half of the first stage.
    """
    if len(edition.half_processes) < 2:
        return
    stages = {stage.ref: stage for stage in flow.process.stages}
    for half in edition.half_processes:
        members = [START] if flow.process.start in half.stages else []
        for ref in half.stages:
            members += [ref, *(node.ref for node in flow.steps_after(stages[ref]))]
            # A handover from one half to another lies between the two.
            members += [
                h.ref for h in flow.handovers_after(stages[ref]) if h.to_stage in half.stages
            ]
        continued = words["map_continued"].format(name=half.title)
        yield Group(half.ref, half.title, tuple(members), continued=continued)


def process_described(process: Process, words: Words) -> str:
    """The process in a sentence."""
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
