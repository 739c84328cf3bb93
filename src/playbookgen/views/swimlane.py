"""The process in lanes: who does each step, in which team, in which half-process."""

from __future__ import annotations

from playbookgen.model.diagram import Flowchart, Lane, NodeKind
from playbookgen.model.playbook import Edition, Process
from playbookgen.views.flow import flow_legend, flow_of
from playbookgen.views.lanes import LANES_BY_PRINCIPLE, Lanes
from playbookgen.views.steps import Steps, stage_steps, task_steps, with_buyer
from playbookgen.views.tasks import mark_legend
from playbookgen.views.view import View
from playbookgen.views.wording import Words, words_of

SUBJECT = "swimlane"
MOST_STEPS = 30
"""How many steps a map of tasks may have; a map of more shows stages."""


def subjects(edition: Edition) -> tuple[str, ...]:
    """By role, by team and by half-process, each where it makes two lanes or more."""
    if edition.process is None:
        return ()
    words = words_of(edition)
    found = []
    for principle, lanes_of in LANES_BY_PRINCIPLE.items():
        lanes = lanes_of(edition, words)
        steps = _steps(edition, edition.process, lanes, words)
        if len(set(lanes.by_ref.values()) & set(lanes.used(steps.nodes))) > 1:
            found.append(f"{SUBJECT}.{principle}")
    return tuple(found)


def draw(edition: Edition, subject: str) -> Flowchart:
    """The swimlane map by one principle."""
    if edition.process is None:
        raise KeyError(subject)
    words = words_of(edition)
    principle = subject.rpartition(".")[2]
    lanes = LANES_BY_PRINCIPLE[principle](edition, words)
    steps = _steps(edition, edition.process, lanes, words)
    kind = words["map_by_lane"].format(map=words["map_swimlane"], lane=words[f"map_by_{principle}"])
    return Flowchart(
        ref=subject,
        title=words["view_title"].format(kind=kind, name=edition.title),
        description=_description(edition.process, lanes.used(steps.nodes), words),
        language=edition.language,
        nodes=steps.nodes,
        edges=steps.edges,
        legend=(
            *mark_legend(steps.nodes, NodeKind.TASK, words),
            *flow_legend(steps.nodes, steps.edges, words),
        ),
        lanes=lanes.used(steps.nodes),
    )


def _steps(edition: Edition, process: Process, lanes: Lanes, words: Words) -> Steps:
    """Every task where there are few enough, otherwise the stages; half-processes have stages."""
    flow = flow_of(edition, process, words)
    stages = stage_steps(flow, lanes, words)
    if lanes.buyer is None:
        return stages
    tasks = task_steps(flow, lanes, words)
    steps = tasks if len(tasks.nodes) <= MOST_STEPS else stages
    return with_buyer(steps, edition, lanes.buyer)


def _description(process: Process, lanes: tuple[Lane, ...], words: Words) -> str:
    return words["map_swimlane_described"].format(
        lanes=len(lanes),
        stages=len(process.stages),
        first=process.stages[0].title,
        last=process.stages[-1].title,
        loops=sum(way.is_loop for way in process.transitions),
    )


VIEW = View("swimlane", subjects, draw)
