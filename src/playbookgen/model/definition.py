"""PlaybookDefinition: what a playbook's YAML may say, before references are resolved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from playbookgen.model.fields import (
    Date,
    Duration,
    Entity,
    EventId,
    Flag,
    Language,
    OneOrMany,
    Percent,
    RefersTo,
    RoleId,
    ShortForm,
    Slug,
    StageId,
    Text,
    Texts,
)

SALES_TYPES = ("traditional", "project", "regional")
CATEGORIES = ("internal", "external", "marketing", "personnel")
IMPLICIT_END = "end"
TASK_EXIT = "exit"

RoleIds = OneOrMany[RoleId]
StageIds = OneOrMany[StageId]
SalesType = Literal["traditional", "project", "regional"]
SalesTypes = OneOrMany[SalesType]
Format = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]


class Titled(ShortForm):
    """Something with a name and, if wanted, a sentence that explains it."""

    title: Text
    """Its name, as readers see it."""
    summary: Text | None = None
    """One or two sentences that explain it."""


class Role(Titled):
    """Who acts: a role that people hold, not a person."""

    team: Text | None = None
    """The team or department that the role belongs to."""


class Criterion(ShortForm):
    """A statement that is true or not yet, with what shows that it is."""

    text: Text
    """The statement itself."""
    evidence: Text | None = None
    """What shows that it is met: a document, a record, an answer."""

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the statement."""
        return "text"


class Metric(Titled):
    """A parameter by which a result is evaluated."""

    unit: Text | None = None
    """What it is counted in, such as %, days or calls a week."""
    target: Text | None = None
    """The value to reach."""


class Condition(ShortForm):
    """A way onward, with the condition on which it is taken."""

    when: Text | None = None
    """The condition, as it stands beside the arrow; leave it out where there is only one way."""
    loop: Flag | None = None
    """Whether the way leads back; told from the order of the stages if left out."""

    @model_validator(mode="before")
    @classmethod
    def expand(cls, value: object) -> object:
        """The long form; an empty value is a way without a condition."""
        if isinstance(value, str):
            return {cls.short_key(): value} if value else {}
        return value

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the condition."""
        return "when"


def ways(value: object) -> object:
    """A bare id, or a list of ids, stands for ways without conditions."""
    if isinstance(value, str):
        return {value: ""} if value else {}
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return dict.fromkeys(value, "")
    return value


TargetId = Annotated[Slug | Literal["end"], RefersTo(("stages", "outcomes"), (IMPLICIT_END,))]
TaskTargetId = Slug | Literal["exit"]
StageWays = Annotated[
    dict[TargetId, Condition],
    BeforeValidator(
        ways, json_schema_input_type=TargetId | list[TargetId] | dict[TargetId, Condition]
    ),
]
TaskWays = Annotated[
    dict[TaskTargetId, Condition],
    BeforeValidator(
        ways,
        json_schema_input_type=TaskTargetId | list[TaskTargetId] | dict[TaskTargetId, Condition],
    ),
]


class Assigned(ShortForm):
    """Who takes part in work: the four letters of RACI."""

    title: Text
    """Its name, as readers see it."""
    responsible: RoleIds = Field(default_factory=list)
    """Roles that do the work (R)."""
    accountable: RoleIds = Field(default_factory=list)
    """The role that answers for the result (A)."""
    consulted: RoleIds = Field(default_factory=list)
    """Roles that are asked before it is done (C)."""
    informed: RoleIds = Field(default_factory=list)
    """Roles that are told when it is done (I)."""


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
    next: TaskWays | None = None
    """The tasks that follow, each with its condition; the next one in order if left out."""


class Stage(Assigned):
    """One segment of the process."""

    purpose: Text
    """What the stage is for, in one sentence."""
    summary: Text | None = None
    """What happens in it."""
    entry: OneOrMany[Criterion] = Field(default_factory=list)
    """What must be true before the stage begins."""
    exit: OneOrMany[Criterion] = Field(default_factory=list)
    """What must be true before the stage ends."""
    tasks: dict[Slug, Task] = Field(default_factory=dict)
    """The work to do, by id, in order."""
    resources: Texts = Field(default_factory=list)
    """What the stage needs: people, documents, systems."""
    metrics: dict[Slug, Metric] = Field(default_factory=dict)
    """The parameters by which its result is evaluated, by id."""
    duration: Duration | None = None
    """How long the stage takes, such as 2-4 weeks."""
    probability: Percent | None = None
    """How likely a deal in this stage is won, such as 40%."""
    optional: Flag = False
    """Whether a deal may skip the stage."""
    decision: Text | None = None
    """The question that decides which way a deal leaves the stage."""


class Outcome(Titled):
    """How a deal's way through the process ends."""

    kind: Literal["won", "lost", "nurturing"]
    """Won, lost, or back to nurturing."""
    reasons: Texts = Field(default_factory=list)
    """The reasons to choose from when a deal ends so."""


class Category(Titled):
    """A class of technologies with a common aim."""


class Body(ShortForm):
    """What a technology is for one sales type or one value of another axis."""

    summary: Text
    """How the technology works there."""
    steps: Texts = Field(default_factory=list)
    """Its steps, in order."""

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the summary."""
        return "summary"


class Technology(Titled):
    """A managed practice or instrument of a sales department."""

    category: Annotated[Slug, RefersTo(("categories",), CATEGORIES)]
    """Its class: internal, external, marketing, personnel, or one of `categories`."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types it is used in; all if left out."""
    owner: Text | None = None
    """Who drives it; leave it out where nobody is named."""
    stages: StageIds = Field(default_factory=list)
    """The stages it serves."""
    information_goals: Texts = Field(default_factory=list)
    """What is to be learned with it."""
    bodies: dict[Slug, Body] = Field(default_factory=dict)
    """Its content by sales type, or by a value of one of `axes`, where it differs."""


class Axis(Titled):
    """A way in which playbooks vary, beside the sales type."""

    values: dict[Slug, Titled]
    """Its values by id; an id stands in one axis only."""


class Action(Assigned):
    """What we do under an event of the buyer's."""

    automated: Flag = False
    """Whether a system does it without a person."""


class Event(Titled):
    """A step of the buyer's on the way to a purchase."""

    influence: Literal["none", "ours"]
    """none (red): we cannot bring it about; ours (green): we influence it or take part."""
    at: Text | None = None
    """When it happens, as it stands at the axis, such as day 3."""
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


class DealStage(Titled):
    """A state of the deal in the CRM, in the past tense, from the buyer's viewpoint."""

    event: EventId
    """The buyer's event that brings the deal into this state."""
    stage: StageId | None = None
    """The stage of our process that the deal is then in."""
    probability: Percent | None = None
    """How likely a deal in this state is won."""


class PlaybookDefinition(Entity):
    """A playbook as its author writes it."""

    format: Format
    """The version of this format: 1."""
    title: Text
    """The playbook's name."""
    summary: Text
    """What it is about and whom it helps, in a few sentences."""
    client: Slug
    """The id of the client it belongs to; nothing of it reaches another client."""
    language: Language
    """The language it is written in, such as en, ru, ro or ja."""
    audience: Slug = "internal"
    """Who may read it: one of the workspace's audiences."""
    owner: Text | None = None
    """Who keeps it up to date."""
    version: Text | None = None
    """Its version, such as 1.2."""
    status: Literal["draft", "current", "retired"] = "current"
    """draft while it is being written; findings of quality are then warnings."""
    effective: Date | None = None
    """The day from which it holds."""
    review: Date | None = None
    """The day by which it is to be looked at again."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types it speaks of: traditional, project, regional."""
    axes: dict[Slug, Axis] = Field(default_factory=dict)
    """Further ways in which it varies, such as the counterpart."""
    roles: dict[Slug, Role] = Field(default_factory=dict)
    """Who acts, by id."""
    stages: dict[Slug, Stage] = Field(default_factory=dict)
    """The stages of the process by id, in order; none in a technology catalogue."""
    start: StageId | None = None
    """The stage in which a deal begins; the first one if left out."""
    outcomes: dict[Slug, Outcome] = Field(default_factory=dict)
    """How a deal's way ends, by id."""
    transitions: dict[StageId, StageWays] = Field(default_factory=dict)
    """The ways out of a stage; a stage not named here leads to the next one in order."""
    categories: dict[Slug, Category] = Field(default_factory=dict)
    """Classes of technologies: new ones, or our words for the built-in four."""
    technologies: dict[Slug, Technology] = Field(default_factory=dict)
    """Technologies by id."""
    journey: Journey | None = None
    """The buyer's journey."""
    deal_stages: dict[Slug, DealStage] = Field(default_factory=dict)
    """The states of a deal in the CRM by id, in order."""


class WorkspaceDefinition(Entity):
    """The file playbookgen.yaml at the root of a workspace."""

    format: Format
    """The version of this format: 1."""
    title: Text
    """The name of the published site."""
    language: Language = "en"
    """The language of the start page."""
    owner: Slug | None = None
    """The client id of the workspace's owner, whose internal site lists every playbook."""
    audiences: dict[Slug, Titled] = Field(default_factory=dict)
    """Who may read, from the narrowest to the widest; internal, client, public if left out."""
    clients: dict[Slug, Titled] = Field(default_factory=dict)
    """The clients' names by id, as their start pages show them."""
    playbooks: Text = "playbooks"
    """The folder that holds a folder for each playbook."""
