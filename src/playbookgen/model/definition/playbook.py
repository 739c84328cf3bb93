"""PlaybookDefinition: what a playbook's YAML may say, before references are resolved."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbookgen.model.definition.catalogue import Axis, Category, Technology
from playbookgen.model.definition.common import (
    FRAMEWORKS,
    Format,
    Metric,
    Provenance,
    SalesTypes,
    StageWays,
    Titled,
)
from playbookgen.model.definition.journey import BuyingCentre, DealStage, Journey
from playbookgen.model.definition.practice import (
    Crm,
    Framework,
    Meeting,
    Methodology,
    Technique,
    Term,
)
from playbookgen.model.definition.process import (
    HalfProcess,
    Handover,
    Outcome,
    ProcessToday,
    Stage,
)
from playbookgen.model.fields import (
    Date,
    Duration,
    Entity,
    Language,
    MethodologyId,
    OneOrMany,
    RefersTo,
    Slug,
    StageId,
    Text,
    Texts,
)


class Role(Titled):
    """Who acts: a role that people hold, not a person."""

    team: Text | None = None
    """The team or department that the role belongs to."""


class Uses(Entity):
    """What a playbook takes from the workspace's library, by id."""

    methodologies: OneOrMany[Slug] = Field(default_factory=list)
    """Methodologies."""
    frameworks: OneOrMany[Slug] = Field(default_factory=list)
    """Qualification frameworks."""
    techniques: OneOrMany[Slug] = Field(default_factory=list)
    """Techniques."""
    technologies: OneOrMany[Slug] = Field(default_factory=list)
    """Technologies."""
    categories: OneOrMany[Slug] = Field(default_factory=list)
    """Categories of technologies."""
    roles: OneOrMany[Slug] = Field(default_factory=list)
    """Roles."""
    metrics: OneOrMany[Slug] = Field(default_factory=list)
    """Metrics."""
    glossary: OneOrMany[Slug] = Field(default_factory=list)
    """Terms of the glossary."""


class Shared(Entity):
    """The sections that a library file and a playbook have in common."""

    roles: dict[Slug, Role] = Field(default_factory=dict)
    """Who acts, by id."""
    methodologies: dict[Slug, Methodology] = Field(default_factory=dict)
    """Methodologies by id."""
    techniques: dict[Slug, Technique] = Field(default_factory=dict)
    """Techniques by id."""
    frameworks: dict[Slug, Framework] = Field(default_factory=dict)
    """Qualification frameworks by id, beside the built-in bant."""
    metrics: dict[Slug, Metric] = Field(default_factory=dict)
    """Metrics of the whole process by id."""
    categories: dict[Slug, Category] = Field(default_factory=dict)
    """Classes of technologies: new ones, or our words for the built-in four."""
    technologies: dict[Slug, Technology] = Field(default_factory=dict)
    """Technologies by id."""
    glossary: dict[Slug, Term] = Field(default_factory=dict)
    """Terms by id."""


class LibraryDefinition(Shared):
    """A file below playbooks/library: what playbooks share and what is public."""

    format: Format
    """The version of this format: 1."""
    title: Text | None = None
    """What the file holds."""
    language: Language
    """The language it is written in."""


class PlaybookDefinition(Shared):
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
    as_of: Date | None = None
    """The day of this edition, against which the review date is judged."""
    provenance: Provenance | None = None
    """Where its statements come from, where they do not say so themselves."""
    gaps: Texts = Field(default_factory=list)
    """What the sources do not say, and what is therefore left open here."""
    uses: Uses = Field(default_factory=Uses)
    """What is taken from the library."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types it speaks of: traditional, project, regional."""
    axes: dict[Slug, Axis] = Field(default_factory=dict)
    """Further ways in which it varies, such as the counterpart."""
    methodology: OneOrMany[MethodologyId] = Field(default_factory=list)
    """The methodologies that the process is built on or supported by."""
    built_from: Literal["methodology", "process"] | None = None
    """What came first: the methodology, or the process that it was then found to support."""
    qualification: Annotated[Slug, RefersTo(("frameworks",), FRAMEWORKS)] | None = None
    """The qualification framework: bant, or one of `frameworks`."""
    cycle: Duration | None = None
    """How long the whole sales cycle takes; the durations of the stages sum to it."""
    stages: dict[Slug, Stage] = Field(default_factory=dict)
    """The stages of the process by id, in order; none in a technology catalogue."""
    start: StageId | None = None
    """The stage in which a deal begins; the first one if left out."""
    outcomes: dict[Slug, Outcome] = Field(default_factory=dict)
    """How a deal's way ends, by id."""
    transitions: dict[StageId, StageWays] = Field(default_factory=dict)
    """The ways out of a stage; a stage not named here leads to the next one in order."""
    half_processes: dict[Slug, HalfProcess] = Field(default_factory=dict)
    """The parts that different teams designed, by id."""
    handovers: dict[Slug, Handover] = Field(default_factory=dict)
    """The contracts by which the half-processes join, by id."""
    as_is: ProcessToday | None = None
    """The process as it is today."""
    journey: Journey | None = None
    """The buyer's journey."""
    deal_stages: dict[Slug, DealStage] = Field(default_factory=dict)
    """The states of a deal in the CRM by id, in order."""
    buying_centre: BuyingCentre | None = None
    """Who decides at the customer, and how."""
    meetings: dict[Slug, Meeting] = Field(default_factory=dict)
    """Meetings by id."""
    crm: Crm | None = None
    """The CRM into which the process is carried."""
    exceptions: dict[Text, dict[Text, Text]] = Field(default_factory=dict)
    """Findings that are meant to stay: code of the rule, then path of the item, then the reason."""
