"""The buyer's journey of an edition: events, our actions under them, the deal stages they bring."""

from __future__ import annotations

from dataclasses import dataclass, field

from playbookgen.model.parts import Named, Raci
from playbookgen.model.values import Duration, Money, Percent


@dataclass(frozen=True, slots=True)
class Action(Named):
    """What we do under an event of the buyer's."""

    raci: Raci = field(default_factory=Raci)
    automated: bool = False


@dataclass(frozen=True, slots=True)
class Event(Named):
    """A step of the buyer's; `ours` says whether we influence it."""

    ours: bool = True
    at: str = ""
    actions: tuple[Action, ...] = ()
    deal_stages: tuple[str, ...] = ()
    """Refs of the deal stages it brings about."""
    elapsed: Duration | None = None
    """The time since the journey began."""


@dataclass(frozen=True, slots=True)
class DealStage(Named):
    """A state of the deal in the CRM."""

    event: str = ""
    stage: str = ""
    probability: Percent | None = None
    target_deals: int | None = None
    """How many deals are to be in this state at any one time."""
    target_value: Money | None = None
    """What these deals are to be worth together."""


@dataclass(frozen=True, slots=True)
class Journey:
    """The buyer's journey."""

    title: str
    summary: str
    events: tuple[Event, ...]
    close: str = ""
    """The ref of the event that closes the deal; empty where no event of ours is left to be it."""
