"""The ways through a process or a stage as a definition gives them, the unwritten ones included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from playbookgen.model.definition import IMPLICIT_END, TASK_EXIT, Condition, PlaybookDefinition
from playbookgen.model.definition import Stage as StageDefinition

_NO_CONDITION = Condition()


class Way(NamedTuple):
    """A way from one id to another; `written` tells a stated way from one the order implies."""

    source: str
    target: str
    condition: Condition
    written: bool


def stage_ways(definition: PlaybookDefinition) -> list[Way]:
    """Every way between stages and to the ends, in the order of the stages."""
    return _ways(definition.stages, definition.transitions, last=final_outcome(definition))


def task_ways(stage: StageDefinition) -> list[Way]:
    """Every way between the tasks of a stage and to its exit."""
    written = {id_: task.next for id_, task in stage.tasks.items() if task.next is not None}
    return _ways(stage.tasks, written, last=TASK_EXIT)


def final_outcome(definition: PlaybookDefinition) -> str:
    """Where the last stage leads if it does not say: the first won outcome, else the end."""
    won = (id_ for id_, outcome in definition.outcomes.items() if outcome.kind == "won")
    return next(won, IMPLICIT_END)


def first_stage(definition: PlaybookDefinition) -> str:
    """The id of the stage in which a deal begins. The definition has stages."""
    return definition.start or next(iter(definition.stages))


def reachable(starts: Iterable[str], ways: Iterable[tuple[str, str]]) -> set[str]:
    """Every id that some chain of ways leads to from `starts`, these included."""
    onward: dict[str, list[str]] = {}
    for source, target in ways:
        onward.setdefault(source, []).append(target)
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in onward.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def _ways(
    items: Iterable[str], written: Mapping[str, Mapping[str, Condition]], *, last: str
) -> list[Way]:
    order = list(items)
    result: list[Way] = []
    for id_, following in zip(order, [*order[1:], last], strict=True):
        if id_ in written:
            result += [Way(id_, target, way, True) for target, way in written[id_].items()]
        else:
            result.append(Way(id_, following, _NO_CONDITION, False))
    return result
