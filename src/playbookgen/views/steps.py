"""The steps of swimlane maps: every task of every stage, or the stages alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from playbookgen.model.diagram import Edge, Lane, Node, NodeKind
from playbookgen.model.playbook import Edition, Raci, Stage
from playbookgen.views.flow import Flow, merged
from playbookgen.views.lanes import Lanes, doers
from playbookgen.views.process import stage_facts, stage_node
from playbookgen.views.tasks import is_mixed, split_node, splits, task_edges, task_node
from playbookgen.views.wording import Words, lines, only


@dataclass(frozen=True, slots=True)
class Steps:
    """The nodes and edges of a map with lanes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    first: Mapping[str, str] = field(default_factory=dict)
    """By stage: the step that begins it, if it is not the stage itself."""


def stage_steps(flow: Flow, lanes: Lanes, words: Words) -> Steps:
    """The stages, each in one lane; whoever else does a task in it is named."""
    nodes = [*_started(flow, lanes)]
    for stage in flow.process.stages:
        lane = lanes.of(stage, stage.raci)
        note = lines(lanes.who(_everyone(stage), lane, words), stage_facts(stage, words))
        nodes += [stage_node(stage, note=note, lane=lane), *_after(flow, stage, lanes)]
    return Steps(tuple(nodes), tuple(flow.edges()))


def _everyone(stage: Stage) -> Raci:
    """Those who do a stage or one of its tasks."""
    roles = [
        role for raci in (stage.raci, *(task.raci for task in stage.tasks)) for role in doers(raci)
    ]
    return Raci(tuple(dict.fromkeys(roles)))


def task_steps(flow: Flow, lanes: Lanes, words: Words) -> Steps:
    """The tasks of all stages, each in the lane of those who do it."""
    stages = flow.process.stages
    mixed = is_mixed(task for stage in stages for task in stage.tasks)
    nodes = [*_started(flow, lanes)]
    for stage in stages:
        nodes += [*_tasks(stage, lanes, words, mixed=mixed), *_after(flow, stage, lanes)]
    first = {stage.ref: _first_task(stage) for stage in stages if stage.tasks}
    return Steps(tuple(nodes), merged([*_task_ways(flow, first, words)], words), first)


def with_buyer(steps: Steps, edition: Edition, lane: Lane) -> Steps:
    """The steps with the buyer's events that bring a deal into a stage, in a lane of their own."""
    events = {event.ref: event for event in edition.journey.events} if edition.journey else {}
    before: dict[str, Node] = {}
    for deal_stage in edition.deal_stages:
        step = steps.first.get(deal_stage.stage, deal_stage.stage)
        event = events.get(deal_stage.event)
        # Further events at the same stage happen while the deal is in it already.
        if event and step and all(event.ref != node.ref for node in before.values()):
            kind = NodeKind.EVENT_OURS if event.ours else NodeKind.EVENT_NONE
            node = Node(event.ref, kind, event.title, target=event.ref, lane=lane.ref)
            before.setdefault(step, node)
    nodes = [item for node in steps.nodes for item in (before.get(node.ref), node) if item]
    added = [Edge(event.ref, step) for step, event in before.items()]
    return replace(steps, nodes=tuple(nodes), edges=(*steps.edges, *added))


def _started(flow: Flow, lanes: Lanes) -> Iterator[Node]:
    first = {stage.ref: stage for stage in flow.process.stages}[flow.process.start]
    raci = first.tasks[0].raci if first.tasks else first.raci
    yield replace(flow.start(), lane=lanes.of(first, raci))


def _tasks(stage: Stage, lanes: Lanes, words: Words, *, mixed: bool) -> Iterator[Node]:
    """The tasks of a stage under its number; a stage without tasks stands for itself."""
    if not stage.tasks:
        lane = lanes.of(stage, stage.raci)
        yield stage_node(stage, note=lanes.who(stage.raci, lane, words), lane=lane)
    parted = splits(stage)
    for number, task in enumerate(stage.tasks, start=1):
        lane = lanes.of(stage, task.raci)
        label = f"{stage.number}.{number} {task.title}"
        note = lines(lanes.who(task.raci, lane, words), only(task, words))
        yield task_node(task, label=label, note=note, mixed=mixed, lane=lane)
        if task.ref in parted:
            yield split_node(task, lane)


def _after(flow: Flow, stage: Stage, lanes: Lanes) -> Iterator[Node]:
    """The decision after a stage and its ends in its lane, gates where they are opened."""
    lane = lanes.of(stage, stage.raci)
    yield from (replace(node, lane=lane) for node in flow.steps_after(stage))
    stages = {item.ref: item for item in flow.process.stages}
    for handover, gate in zip(flow.handovers_after(stage), flow.gates_after(stage), strict=True):
        yield replace(gate, lane=lanes.of_handover(handover, stages[handover.to_stage]))


def _first_task(stage: Stage) -> str:
    return next(way.target for way in task_edges(stage) if way.source == f"{stage.ref}.entry")


def _task_ways(flow: Flow, first: Mapping[str, str], words: Words) -> Iterator[Edge]:
    """The ways between tasks, and those between stages from their last tasks to their first."""
    last: dict[str, list[Edge]] = {}
    for stage in flow.process.stages:
        ways = list(task_edges(stage)) if stage.tasks else []
        last[stage.ref] = [way for way in ways if way.target == f"{stage.ref}.exit"]
        ends = {f"{stage.ref}.entry", f"{stage.ref}.exit"}
        yield from (way for way in ways if not ends & {way.source, way.target})
    for way in flow.edges():
        target = first.get(way.target, way.target)
        for way_out in last.get(way.source) or [Edge(way.source, "")]:
            label = _joined((way_out.label, way.label), words)
            yield replace(way, source=way_out.source, target=target, label=label)


def _joined(conditions: Iterable[str], words: Words) -> str:
    """Conditions that must hold together."""
    return words["view_list"].join(dict.fromkeys(part for part in conditions if part))
