"""A role's own work: stages, tasks and actions, meetings, handovers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from playbookgen.model.playbook import Action, Edition, Event, Handover, Meeting, Role, Stage, Task

_Item = TypeVar("_Item", Task, Action)


@dataclass(frozen=True, slots=True)
class StageWork:
    """A stage in which the role takes part: its letters there, and in each of its tasks."""

    stage: Stage
    letters: str
    tasks: tuple[tuple[Task, str], ...]


@dataclass(frozen=True, slots=True)
class EventWork:
    """An event of the buyer's under which the role acts, with its letters in each action."""

    event: Event
    actions: tuple[tuple[Action, str], ...]


@dataclass(frozen=True, slots=True)
class RoleWork:
    """Everything in which a role takes part."""

    stages: tuple[StageWork, ...]
    events: tuple[EventWork, ...]
    leads: tuple[Meeting, ...]
    attends: tuple[Meeting, ...]
    gives: tuple[Handover, ...]
    receives: tuple[Handover, ...]

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def work_of(edition: Edition, role: Role) -> RoleWork:
    """The work of `role` in an edition."""
    stages = (_in_stage(stage, role) for stage in edition.stages)
    events = (_under(event, role) for event in (edition.journey.events if edition.journey else ()))
    return RoleWork(
        stages=tuple(work for work in stages if work.letters or work.tasks),
        events=tuple(work for work in events if work.actions),
        leads=tuple(item for item in edition.meetings if item.owner == role),
        attends=tuple(
            item for item in edition.meetings if role in item.participants and item.owner != role
        ),
        gives=tuple(item for item in edition.handovers if item.giver == role),
        receives=tuple(item for item in edition.handovers if item.receiver == role),
    )


def _in_stage(stage: Stage, role: Role) -> StageWork:
    return StageWork(stage, stage.raci.letters(role), _lettered(stage.tasks, role))


def _under(event: Event, role: Role) -> EventWork:
    return EventWork(event, _lettered(event.actions, role))


def _lettered(items: Sequence[_Item], role: Role) -> tuple[tuple[_Item, str], ...]:
    return tuple((item, item.raci.letters(role)) for item in items if item.raci.letters(role))
