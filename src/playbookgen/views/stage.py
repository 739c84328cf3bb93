"""A stage as a flowchart: entry criteria, tasks and decisions in order, exit criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Edge, Flowchart, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Criterion, Edition, Stage, Task
from playbookgen.views.flow import ways_legend
from playbookgen.views.tasks import (
    is_mixed,
    mark_legend,
    split_node,
    splits,
    task_edges,
    task_node,
)
from playbookgen.views.view import View
from playbookgen.views.wording import Words, lines, listed, names, only, span, words_of


def subjects(edition: Edition) -> tuple[str, ...]:
    """The stages, in order."""
    return tuple(stage.ref for stage in edition.stages)


def draw(edition: Edition, subject: str) -> Flowchart:
    """The flowchart of one stage."""
    stage = {stage.ref: stage for stage in edition.stages}[subject]
    words = words_of(edition)
    nodes, edges = tuple(_nodes(stage, words)), tuple(task_edges(stage))
    return Flowchart(
        ref=stage.ref,
        title=words["view_title"].format(kind=words["stage_map"], name=stage.title),
        description=_description(stage, words),
        language=edition.language,
        nodes=nodes,
        edges=edges,
        legend=tuple(_legend(nodes, edges, words)),
    )


def _nodes(stage: Stage, words: Words) -> Iterator[Node]:
    yield _border(f"{stage.ref}.entry", stage.entry, NodeKind.START, words)
    parted, mixed = splits(stage), is_mixed(stage.tasks)
    for task in stage.tasks:
        yield task_node(task, label=task.title, note=_note(task, words), mixed=mixed)
        if task.ref in parted:
            yield split_node(task)
    yield _border(f"{stage.ref}.exit", stage.exit, NodeKind.END, words)


def _border(ref: str, criteria: Sequence[Criterion], bare: NodeKind, words: Words) -> Node:
    """The criteria at one end of the stage; a plain start or end where none are stated."""
    if not criteria:
        return Node(ref, bare, words["start" if bare is NodeKind.START else "end"])
    title = words["entry" if bare is NodeKind.START else "exit"]
    return Node(ref, NodeKind.CRITERION, title, items=tuple(item.text for item in criteria))


def _note(task: Task, words: Words) -> str:
    """Who does a task, with what, how long it takes and for whom alone it is done."""
    return lines(
        names(task.raci.responsible, words),
        listed(task.resources, words),
        span(task.duration, words),
        only(task, words),
    )


def _legend(nodes: Sequence[Node], edges: Sequence[Edge], words: Words) -> Iterator[LegendEntry]:
    yield from mark_legend(nodes, NodeKind.TASK, words)
    yield from ways_legend(nodes, edges, NodeKind.TASK, words)


def _description(stage: Stage, words: Words) -> str:
    decisions = sum(task.kind == "decision" for task in stage.tasks) + len(splits(stage))
    return words["view_stage_described"].format(
        stage=stage.title,
        tasks=len(stage.tasks),
        decisions=decisions,
        loops=sum(way.is_loop for way in stage.task_flow),
    )


VIEW = View("stage", subjects, draw, section="")
