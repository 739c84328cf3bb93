"""Rules on ways: every stage and task is reached, and from each a way leads to an end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbookgen.model.definition import IMPLICIT_END, TASK_EXIT, PlaybookDefinition, Stage
from playbookgen.model.flow import Way, first_stage, reachable, task_ways
from playbookgen.validate.rules.base import Finding, Rule, Subject

_FROM_HERE = "from here no way leads out"


def _pairs(ways: list[Way]) -> list[tuple[str, str]]:
    return [(way.source, way.target) for way in ways]


def _followable(subject: Subject) -> bool:
    """Whether every way leads somewhere; if not, the rules on ids say so, and that is enough."""
    playbook = subject.playbook
    if not playbook.stages or (playbook.start and playbook.start not in playbook.stages):
        return False
    known = {*playbook.stages, *playbook.outcomes, IMPLICIT_END}
    return all(way.target in known for way in subject.ways)


def check_unreachable_stages(subject: Subject) -> Iterator[Finding]:
    """Stages that no chain of transitions leads to."""
    playbook = subject.playbook
    if not _followable(subject):
        return
    stuck = _last_without_end(playbook.stages, _ends(playbook), subject.ways)
    unreached = _first_unreached_stages(subject)
    opening = _opening(unreached, _ends(playbook), subject.ways)
    for id_ in unreached:
        yield Finding(
            ("stages", id_),
            f"No way leads to the stage “{id_}”",
            f"Add a transition to “{id_}”, or remove the stage.",
            related=tuple((_ways_path(playbook, one), _FROM_HERE) for one in stuck)
            if id_ == opening
            else (),
        )


def _first_unreached_stages(subject: Subject) -> list[str]:
    playbook = subject.playbook
    return _first_of_the_unreached(playbook.stages, [first_stage(playbook)], subject.ways)


def _ends(playbook: PlaybookDefinition) -> list[str]:
    return [*playbook.outcomes, IMPLICIT_END]


def _opening(unreached: list[str], ends: list[str], ways: list[Way]) -> str:
    """One of the unreached from which an end is reached: a way to it mends a dead end, too."""
    ending = reachable(ends, [(way.target, way.source) for way in ways])
    return next((id_ for id_ in unreached if id_ in ending), "")


def _first_of_the_unreached(ids: Iterable[str], starts: list[str], ways: list[Way]) -> list[str]:
    """Those that nothing leads to, without those that they lead to: one way mends them all."""
    pairs = _pairs(ways)
    found = reachable(starts, pairs)
    unreached = [id_ for id_ in ids if id_ not in found]
    apart = set(unreached)
    led_to = {target for source, target in pairs if source in apart and source != target}
    first = _sources(sorted(unreached, key=lambda id_: id_ in led_to), pairs)
    return [id_ for id_ in unreached if id_ in first]


def _last_without_end(ids: Iterable[str], ends: list[str], ways: list[Way]) -> list[str]:
    """Those from which no end is reached, without those that lead to them: one way mends all."""
    backward = [(way.target, way.source) for way in ways]
    found = reachable(ends, backward)
    stuck = [id_ for id_ in ids if id_ not in found]
    last = _sources(reversed(stuck), backward)
    return [id_ for id_ in stuck if id_ in last]


def _sources(ids: Iterable[str], pairs: list[tuple[str, str]]) -> set[str]:
    """Those of the ids, taken in turn, that no chain leads to from one taken before."""
    onward: dict[str, list[str]] = {}
    for source, target in pairs:
        onward.setdefault(source, []).append(target)
    sources: set[str] = set()
    found: set[str] = set()
    for id_ in ids:
        if id_ not in found:
            sources.add(id_)
            waiting = [id_]
            while waiting:
                here = waiting.pop()
                if here not in found:
                    found.add(here)
                    waiting += onward.get(here, ())
    return sources


def check_dead_ends(subject: Subject) -> Iterator[Finding]:
    """Stages from which no chain of transitions leads to an end."""
    playbook = subject.playbook
    if not _followable(subject):
        return
    ends = _ends(playbook)
    if _opening(_first_unreached_stages(subject), ends, subject.ways):
        return  # the rule on unreached stages names the dead end beside them
    for id_ in _last_without_end(playbook.stages, ends, subject.ways):
        yield Finding(
            _ways_path(playbook, id_),
            f"From the stage “{id_}” no way leads to an end",
            "Add a transition to a later stage, to an outcome, or to end.",
        )


def _ways_path(playbook: PlaybookDefinition, stage: str) -> tuple[str, ...]:
    return ("transitions", stage) if stage in playbook.transitions else ("stages", stage)


def check_tasks(subject: Subject) -> Iterator[Finding]:
    """Tasks that are never reached, or from which the stage is never left."""
    for stage_id, stage in subject.playbook.stages.items():
        if stage.tasks:
            yield from _check_tasks_of(stage_id, stage)


def _check_tasks_of(stage_id: str, stage: Stage) -> Iterator[Finding]:
    tasks, ends, ways = stage.tasks, [TASK_EXIT], task_ways(stage)
    if any(way.target not in tasks and way.target != TASK_EXIT for way in ways):
        return  # the rule on the ids of tasks says so, and that is enough
    stuck = [_task_path(stage_id, stage, id_) for id_ in _last_without_end(tasks, ends, ways)]
    unreached = _first_of_the_unreached(tasks, [next(iter(tasks))], ways)
    opening = _opening(unreached, ends, ways)
    for id_ in unreached:
        yield Finding(
            ("stages", stage_id, "tasks", id_),
            f"No way leads to the task “{id_}”",
            f"Name “{id_}” under next of an earlier task, or remove it.",
            related=tuple((path, _FROM_HERE) for path in stuck) if id_ == opening else (),
        )
    for path in () if opening else stuck:
        yield Finding(
            path,
            f"From the task “{path[3]}” no way leads to the stage's exit",
            "Name a later task, or exit, under next.",
        )


def _task_path(stage_id: str, stage: Stage, id_: str) -> tuple[str, ...]:
    path = ("stages", stage_id, "tasks", id_)
    return (*path, "next") if stage.tasks[id_].next is not None else path


def check_conditions(subject: Subject) -> Iterator[Finding]:
    """Several ways out of a stage of which one says nothing about when it is taken."""
    playbook = subject.playbook
    for id_, ways in playbook.transitions.items():
        bare = [target for target, way in ways.items() if not way.when]
        if len(ways) > 1 and bare and id_ in playbook.stages:
            yield Finding(
                ("transitions", id_, bare[0]),
                f"“{id_}” has several ways out, and this one does not say when it is taken",
                "Write the condition after the colon.",
            )


_FORK = "transitions:\n  offer:\n"

RULES = (
    Rule(
        "PB311",
        "Every stage can be reached.",
        check_unreachable_stages,
        why="A stage to which no way leads is never done. Stages follow one another in order; "
        "where “transitions:” names ways out of a stage, they stand instead of that order.",
        bad="stages:\n  prospecting: …\n  approach: …\n  offer: …\ntransitions:\n"
        "  prospecting: offer\n",
        good="stages:\n  prospecting: …\n  approach: …\n  offer: …\ntransitions:\n"
        "  prospecting:\n    approach: not known yet\n    offer: known already\n",
    ),
    Rule(
        "PB312",
        "From every stage a way leads to an end.",
        check_dead_ends,
        why="Deals that can neither be won nor lost stay in the pipeline for ever and spoil the "
        "forecast.",
        bad=_FORK + "    objections: concerns remain\n  objections:\n    offer: settled\n",
        good=_FORK + "    objections: concerns remain\n    won: accepted\n"
        "  objections:\n    offer: settled\n    lost: not settled\n",
    ),
    Rule(
        "PB313",
        "Every task is reached and leads to the exit.",
        check_tasks,
        why="A task that no other leads to is forgotten; one that leads nowhere keeps the stage "
        "from ending. Tasks follow one another in order unless “next:” says otherwise.",
        bad="tasks:\n  check: {title: Check, next: exit}\n  send: Send\n",
        good="tasks:\n  check: {title: Check, next: {send: complete, exit: given up}}\n"
        "  send: Send\n",
    ),
    Rule(
        "PB411",
        "Of several ways, each states its condition.",
        check_conditions,
        quality=True,
        why="Where the way forks, the team must know when which way is taken; else every deal "
        "takes the pleasant one.",
        bad=_FORK + "    objections:\n    contract: accepted\n",
        good=_FORK + "    objections: concerns remain\n    contract: accepted\n",
    ),
)
