"""A stage as a flowchart: entry criteria, tasks and decisions in order, exit criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind
from playbookgen.model.playbook import Criterion, Edition, Stage, Task
from playbookgen.views.view import View
from playbookgen.views.wording import Words, lines, listed, names, span, words_of

MARKS = ("document", "meeting")
"""The kinds of tasks that a map marks."""


def subjects(edition: Edition) -> tuple[str, ...]:
    """The stages, in order."""
    return tuple(stage.ref for stage in edition.stages)


def draw(edition: Edition, subject: str) -> Flowchart:
    """The flowchart of one stage."""
    stage = {stage.ref: stage for stage in edition.stages}[subject]
    words = words_of(edition)
    return Flowchart(
        ref=stage.ref,
        title=words["view_title"].format(kind=words["stage_map"], name=stage.title),
        description=_description(stage, words),
        language=edition.language,
        nodes=tuple(_nodes(stage, words)),
        edges=tuple(_edges(stage)),
    )


def _nodes(stage: Stage, words: Words) -> Iterator[Node]:
    yield _border(f"{stage.ref}.entry", stage.entry, NodeKind.START, words)
    splits = _splits(stage)
    for task in stage.tasks:
        yield _task(task, words)
        if task.ref in splits:
            yield Node(f"{task.ref}.decision", NodeKind.DECISION, "")
    yield _border(f"{stage.ref}.exit", stage.exit, NodeKind.END, words)


def _border(ref: str, criteria: Sequence[Criterion], bare: NodeKind, words: Words) -> Node:
    """The criteria at one end of the stage; a plain start or end where none are stated."""
    if not criteria:
        return Node(ref, bare, words["start" if bare is NodeKind.START else "end"])
    title = words["entry" if bare is NodeKind.START else "exit"]
    return Node(ref, NodeKind.CRITERION, title, items=tuple(item.text for item in criteria))


def _task(task: Task, words: Words) -> Node:
    automated = words["automated"] if task.automated else ""
    kind = words[task.kind] if task.kind in MARKS else ""
    is_decision = task.kind == "decision"
    note = lines(
        names(task.raci.responsible, words),
        listed(task.resources, words),
        listed((span(task.duration, words), kind, automated), words),
    )
    marks = (*(["automated"] if automated else []), *([task.kind] if kind else []))
    return Node(
        ref=task.ref,
        kind=NodeKind.DECISION if is_decision else NodeKind.TASK,
        label=task.title,
        note="" if is_decision else note,
        marks=marks,
        target=task.ref,
    )


def _splits(stage: Stage) -> set[str]:
    """Tasks that are no decisions, and yet have several ways out."""
    leaving = [way.source for way in stage.task_flow]
    return {
        task.ref for task in stage.tasks if task.kind != "decision" and leaving.count(task.ref) > 1
    }


def _edges(stage: Stage) -> Iterator[Edge]:
    splits = _splits(stage)
    for task in (f"{stage.ref}.entry", *(task.ref for task in stage.tasks)):
        source = f"{task}.decision" if task in splits else task
        if task in splits:
            yield Edge(task, source)
        for way in stage.task_flow:
            if way.source == task:
                kind = EdgeKind.LOOP if way.is_loop else EdgeKind.FORWARD
                yield Edge(source, way.target, way.condition, kind)


def _description(stage: Stage, words: Words) -> str:
    decisions = sum(task.kind == "decision" for task in stage.tasks) + len(_splits(stage))
    return words["view_stage_described"].format(
        stage=stage.title,
        tasks=len(stage.tasks),
        decisions=decisions,
        loops=sum(way.is_loop for way in stage.task_flow),
    )


VIEW = View("stage", subjects, draw)
