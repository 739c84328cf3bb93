"""Tasks on maps: their nodes and the ways between them, glyphs for their kinds, their legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbookgen.model.diagram import Edge, EdgeKind, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Stage, Task
from playbookgen.views.flow import gate_ref
from playbookgen.views.wording import Words

_MARKED_KINDS = ("document", "meeting")
_MARKS = ("automated", "manual", *_MARKED_KINDS)
"""In the order of legends."""


def is_mixed(tasks: Iterable[Task]) -> bool:
    """Whether some tasks are automated and others are not, so that a map tells them apart."""
    return len({task.automated for task in tasks}) == 2


def task_node(task: Task, *, label: str, note: str, mixed: bool, lane: str = "") -> Node:
    """A task, or a question if it is a decision, with the glyphs of its kind."""
    is_decision = task.kind == "decision"
    return Node(
        ref=task.ref,
        kind=NodeKind.DECISION if is_decision else NodeKind.TASK,
        label=label,
        note="" if is_decision else note,
        marks=tuple(_marks(task, mixed)),
        target=task.ref,
        lane=lane,
    )


def _marks(task: Task, mixed: bool) -> Iterator[str]:
    """The glyphs of a task; that a person does it is plain for a meeting or a decision."""
    if task.automated:
        yield "automated"
    if task.kind in _MARKED_KINDS:
        yield task.kind
    elif mixed and not task.automated and task.kind == "task":
        yield "manual"


def split_node(task: Task, lane: str = "") -> Node:
    """The bare decision after a task whose ways part."""
    return Node(gate_ref(task.ref), NodeKind.DECISION, "", lane=lane)


def splits(stage: Stage) -> set[str]:
    """Tasks that are no decisions, and yet have several ways out."""
    leaving = [way.source for way in stage.task_flow]
    return {
        task.ref for task in stage.tasks if task.kind != "decision" and leaving.count(task.ref) > 1
    }


def task_edges(stage: Stage) -> Iterator[Edge]:
    """The ways between the tasks of a stage, from `<stage>.entry` to `<stage>.exit`."""
    parted = splits(stage)
    for task in (f"{stage.ref}.entry", *(task.ref for task in stage.tasks)):
        source = gate_ref(task) if task in parted else task
        if source != task:
            yield Edge(task, source)
        for way in stage.task_flow:
            if way.source == task:
                kind = EdgeKind.LOOP if way.is_loop else EdgeKind.FORWARD
                yield Edge(source, way.target, way.condition, kind)


def mark_legend(nodes: Iterable[Node], kind: NodeKind, words: Words) -> list[LegendEntry]:
    """The meaning of the glyphs that occur."""
    found = {mark for node in nodes for mark in node.marks}
    return [LegendEntry(kind, words[f"map_mark_{mark}"], mark) for mark in _MARKS if mark in found]
