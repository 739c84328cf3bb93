"""The buyer in a definition: the journey, the deal stages derived from it, the buying centre."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbookgen.model.definition.common import Assigned, Titled
from playbookgen.model.fields import (
    CentreId,
    Count,
    Duration,
    Entity,
    EventId,
    Flag,
    MemberId,
    Money,
    OneOrMany,
    Percent,
    Slug,
    StageId,
    Text,
    Texts,
)


class Action(Assigned):
    """What we do under an event of the buyer's."""

    automated: Flag = False
    """Whether a system does it without a person."""


class Event(Titled):
    """A step of the buyer's on the way to a purchase."""

    influence: Literal["none", "ours"]
    """none (grey): we cannot bring it about; ours (green): we influence it or take part."""
    at: Text | None = None
    """When it happens, as it stands at the axis, such as day 3."""
    elapsed: Duration | None = None
    """The time gone by since the journey began, such as 3 days: the map shows it to scale."""
    actions: dict[Slug, Action] = Field(default_factory=dict)
    """What we do then, by id, in order."""


class Journey(Entity):
    """The buyer's journey: what the buyer does, in time, and what we do then."""

    title: Text | None = None
    """Its name, if it needs one of its own."""
    summary: Text | None = None
    """Whose journey it is and where it starts."""
    events: dict[Slug, Event]
    """The buyer's steps by id, in the order of time."""
    close: EventId | None = None
    """The event that closes the deal; the last green one if left out."""


class DealTarget(Entity):
    """What the pipeline is to hold in a deal stage at any one time, so that the plan is met."""

    deals: Count | None = None
    """How many deals are to be in this state, such as 12."""
    value: Money | None = None
    """What these deals are to be worth together, such as 48000 EUR."""


class DealStage(Titled):
    """A state of the deal in the CRM, in the past tense, from the buyer's viewpoint."""

    event: EventId
    """The buyer's event that brings the deal into this state."""
    stage: StageId | None = None
    """The stage of our process that the deal is then in."""
    probability: Percent | None = None
    """How likely a deal in this state is won."""
    target: DealTarget | None = None
    """How many deals are to be in this state at any one time, and worth how much."""


class Centre(Titled):
    """A functional decision centre at the customer, such as purchasing or production."""

    interest: Text | None = None
    """What it looks for in a purchase."""
    advantages: Texts = Field(default_factory=list)
    """Our advantages for it, each with its evidence."""


class Member(Titled):
    """A person, by function, who takes part in the customer's decision."""

    centre: CentreId | None = None
    """The decision centre that the person belongs to."""
    part: Literal["initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper"]
    """The person's part in the buying centre (Webster and Wind, with initiator and approver)."""
    concerns: Texts = Field(default_factory=list)
    """What the person asks about or fears."""


class DecisionStep(Titled):
    """A step of the customer's decision cycle."""

    members: OneOrMany[MemberId] = Field(default_factory=list)
    """Who takes part in it."""
    duration: Duration | None = None
    """How long it takes the customer."""
    stage: StageId | None = None
    """The stage of our process during which it happens."""


class BuyingCentre(Entity):
    """Who decides at the customer, and how the decision runs."""

    summary: Text | None = None
    """What kind of customer this describes."""
    centres: dict[Slug, Centre] = Field(default_factory=dict)
    """The functional decision centres by id."""
    members: dict[Slug, Member] = Field(default_factory=dict)
    """Those who take part in the decision, by id."""
    cycle: dict[Slug, DecisionStep] = Field(default_factory=dict)
    """The steps of the decision by id, in order."""
