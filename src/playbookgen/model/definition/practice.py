"""Guidance in a definition: methodologies, techniques, qualification, meetings, glossary, CRM."""

from __future__ import annotations

from pydantic import Field

from playbookgen.model.definition.common import RoleIds, StageIds, Stated, Titled
from playbookgen.model.fields import (
    Duration,
    MetricId,
    OneOrMany,
    RoleId,
    Slug,
    Text,
    Texts,
)


class Methodology(Titled):
    """Guiding principles that many companies share: why a stage is done, and how."""

    principles: dict[Slug, Titled] = Field(default_factory=dict)
    """Its principles by id; stages say which they apply."""
    strategies: dict[Slug, Titled] = Field(default_factory=dict)
    """How it is brought into the company, change management included."""
    tools: dict[Slug, Titled] = Field(default_factory=dict)
    """What assesses the process and improves practice."""
    models: dict[Slug, Titled] = Field(default_factory=dict)
    """Successful representatives whose behaviour others follow."""
    coaching: dict[Slug, Titled] = Field(default_factory=dict)
    """Training that keeps practice consistent."""
    scripts: dict[Slug, Titled] = Field(default_factory=dict)
    """Agreed language and form."""


class Technique(Titled):
    """A method of acting within one stage."""

    steps: Texts = Field(default_factory=list)
    """How it is done, in order."""


class Letter(Titled):
    """One letter of a qualification framework, such as budget."""

    question: Text | None = None
    """The question that it stands for."""


class Framework(Titled):
    """A qualification framework, such as BANT."""

    letters: dict[Slug, Letter]
    """Its letters by id, in order."""


class Meeting(Titled):
    """A meeting that comes again."""

    cadence: Text
    """How often it is held, such as every Monday."""
    duration: Duration | None = None
    """How long it takes."""
    owner: RoleId | None = None
    """The role that calls and leads it."""
    participants: RoleIds = Field(default_factory=list)
    """The roles that take part."""
    agenda: Texts = Field(default_factory=list)
    """What is spoken about, in order."""
    metrics: OneOrMany[MetricId] = Field(default_factory=list)
    """The metrics that are looked at."""
    stages: StageIds = Field(default_factory=list)
    """The stages it is about; all if left out."""


class Term(Stated):
    """A word of the glossary."""

    term: Text | None = None
    """The word as readers see it; the id's place in the glossary is what other terms name."""
    definition: Text
    """What it means."""
    synonyms: Texts = Field(default_factory=list)
    """Other words for it; they are found in the text, too."""

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the definition."""
        return "definition"


class CrmObject(Titled):
    """A kind of record in the CRM, such as contact, company or deal."""

    fields: Texts = Field(default_factory=list)
    """What is recorded of it."""


class Crm(Titled):
    """The system into which the process is carried."""

    objects: dict[Slug, CrmObject] = Field(default_factory=dict)
    """Its kinds of records by id."""
