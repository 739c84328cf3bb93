"""The process in a definition: stages with their tasks, outcomes, half-processes, handovers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbookgen.model.definition.common import (
    Assigned,
    Criteria,
    Metric,
    RoleIds,
    SalesTypes,
    StageIds,
    Stated,
    TaskWays,
    Titled,
)
from playbookgen.model.fields import (
    Date,
    Duration,
    Entity,
    Flag,
    LetterId,
    MetricId,
    OneOrMany,
    Percent,
    PrincipleId,
    RoleId,
    ShortForm,
    Slug,
    StageId,
    TechniqueId,
    Text,
    Texts,
    VariantId,
)


class Task(Assigned):
    """One piece of work inside a stage."""

    summary: Text | None = None
    """How it is done, in a sentence or two."""
    kind: Literal["task", "decision", "document", "meeting"] = "task"
    """What sort of work it is; maps mark it."""
    automated: Flag = False
    """Whether a system does it without a person."""
    resources: Texts = Field(default_factory=list)
    """What it is done with."""
    duration: Duration | None = None
    """How long it takes, such as 30 min."""
    due: Text | None = None
    """By when it is done, such as within one day."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types it is done in; all if left out."""
    holds_for: OneOrMany[VariantId] = Field(default_factory=list)
    """The values of axes it is done for; all if left out."""
    next: TaskWays | None = None
    """The tasks that follow, each with its condition; the next one in order if left out."""


class Script(Titled):
    """Words that have proved themselves: what to say or write, line by line."""

    lines: Texts
    """What is said or written, in order."""


class Objection(Titled):
    """A concern of the buyer's, with what we answer."""

    answer: Text
    """What we answer."""
    evidence: Texts = Field(default_factory=list)
    """The facts or references that support the answer."""


class Confidence(ShortForm):
    """How sure we are of the answer to a question of qualification."""

    level: Percent
    """How sure we are at the end of the stage, such as 60%."""
    how: Text | None = None
    """How the answer is found out or checked there."""

    @classmethod
    def short_key(cls) -> str:
        """A bare percentage is the level."""
        return "level"


class Stage(Assigned):
    """One segment of the process."""

    purpose: Text
    """What the stage is for, in one sentence."""
    summary: Text | None = None
    """What happens in it."""
    with_buyer: Flag | None = None
    """Whether the stage deals with the buyer, so that an act of the buyer's must end it."""
    entry: Criteria = Field(default_factory=list)
    """What must be true before the stage begins."""
    exit: Criteria = Field(default_factory=list)
    """What must be true before the stage ends."""
    tasks: dict[Slug, Task] = Field(default_factory=dict)
    """The work to do, by id, in order."""
    resources: Texts = Field(default_factory=list)
    """What the stage needs: people, documents, systems."""
    metrics: dict[Slug, Metric] = Field(default_factory=dict)
    """The parameters by which its result is evaluated, by id."""
    measured_by: OneOrMany[MetricId] = Field(default_factory=list)
    """Metrics of the playbook by which it is evaluated, too."""
    principles: OneOrMany[PrincipleId] = Field(default_factory=list)
    """The principles of the methodology that it applies."""
    techniques: OneOrMany[TechniqueId] = Field(default_factory=list)
    """The techniques that are used in it."""
    qualification: dict[LetterId, Confidence] = Field(default_factory=dict)
    """How sure we are of each letter of the qualification framework when it ends."""
    scripts: dict[Slug, Script] = Field(default_factory=dict)
    """What to say, by id."""
    objections: dict[Slug, Objection] = Field(default_factory=dict)
    """What the buyer may object, and what we answer, by id."""
    duration: Duration | None = None
    """How long the stage takes, such as 2-4 weeks."""
    probability: Percent | None = None
    """How likely a deal in this stage is won, such as 40%."""
    conversion: Percent | None = None
    """How many of the deals that enter it are expected to go on, such as 50%."""
    optional: Flag = False
    """Whether a deal may skip the stage."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types that have it; all if left out."""
    holds_for: OneOrMany[VariantId] = Field(default_factory=list)
    """The values of axes that have it; all if left out."""
    decision: Text | None = None
    """The question that decides which way a deal leaves the stage."""


class Outcome(Titled):
    """How a deal's way through the process ends."""

    kind: Literal["won", "lost", "nurturing"]
    """Won, lost, or back to nurturing."""
    reasons: Texts = Field(default_factory=list)
    """The reasons to choose from when a deal ends so."""


class HalfProcess(Titled):
    """A part of the process that one team designed, such as marketing's."""

    step_zero: Text | None = None
    """Its starting point: what happens for it to begin, such as a filled-in form."""
    team: Text | None = None
    """The team whose half it is."""
    stages: StageIds
    """Its stages."""


class Handover(Stated):
    """The contract by which one half-process hands its result to the next."""

    title: Text
    """Its name, as readers see it."""
    summary: Text | None = None
    """What is handed over."""
    from_stage: StageId
    """The stage that hands over."""
    to_stage: StageId
    """The stage that takes over."""
    giver: RoleId
    """The role that hands over."""
    receiver: RoleId
    """The role that takes over."""
    accept: Criteria = Field(default_factory=list)
    """The criteria on which it is accepted."""
    reject: Criteria = Field(default_factory=list)
    """The criteria on which it is rejected."""
    way_back: StageId | None = None
    """The stage to which what is rejected returns, such as nurturing."""
    within: Duration | None = None
    """How soon it is accepted or rejected."""


class StageToday(Titled):
    """A stage of the process as it is today."""

    responsible: RoleIds = Field(default_factory=list)
    """Who does it today."""
    duration: Duration | None = None
    """How long it takes today."""
    conversion: Percent | None = None
    """How many of the deals that enter it go on today."""
    findings: Texts = Field(default_factory=list)
    """What was found when it was taken apart."""
    becomes: StageIds = Field(default_factory=list)
    """The stages of the process to be that replace it; none if it is given up."""


class ProcessToday(Entity):
    """The process as it is, beside the process to be."""

    summary: Text | None = None
    """How it was looked at and by whom."""
    measured: Date | None = None
    """The day of the measuring."""
    stages: dict[Slug, StageToday]
    """Its stages by id, in order."""
