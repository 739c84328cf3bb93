"""Edition: one playbook, for one language and audience, with every reference resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from playbookgen.model.journey import Action, DealStage, Event, Journey
from playbookgen.model.parts import Criterion, Metric, Named, Raci, Role
from playbookgen.model.practice import (
    BuyingCentre,
    Confidence,
    Crm,
    Framework,
    HalfProcess,
    Handover,
    Meeting,
    Methodology,
    Objection,
    ProcessToday,
    Script,
    Technique,
    Term,
)
from playbookgen.model.process import Outcome, Process, Stage, Task, Transition
from playbookgen.model.values import Duration

__all__ = [
    "Action",
    "Axis",
    "Body",
    "BuyingCentre",
    "Category",
    "Compartment",
    "Confidence",
    "Criterion",
    "Crm",
    "DealStage",
    "Edition",
    "Event",
    "Framework",
    "HalfProcess",
    "Handover",
    "Journey",
    "Meeting",
    "Methodology",
    "Metric",
    "Named",
    "Objection",
    "Outcome",
    "Process",
    "ProcessToday",
    "Raci",
    "Role",
    "Script",
    "Stage",
    "Task",
    "Technique",
    "Technology",
    "Term",
    "Transition",
]


@dataclass(frozen=True, slots=True)
class Category(Named):
    """A class of technologies with a common aim."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a technology is for one sales type or one value of another axis."""

    label: str
    summary: str
    steps: tuple[str, ...] = ()
    sales_type: str = ""
    """The id of the sales type that it is for; empty for a value of another axis."""


@dataclass(frozen=True, slots=True)
class Technology(Named):
    """A managed practice or instrument of a sales department."""

    category: str = ""
    """The ref of its category."""
    sales_types: tuple[str, ...] = ()
    """Ids of the sales types that it is limited to; empty for all."""
    owner: str = ""
    stages: tuple[str, ...] = ()
    """Refs of the stages it serves."""
    no_stage: str = ""
    """Why it serves no stage."""
    holds_for: tuple[str, ...] = ()
    """Names of the values of axes that it is used for; empty for all."""
    information_goals: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis(Named):
    """A way in which the playbook varies, with its values."""

    values: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One playbook as one audience reads it in one language."""

    id: str
    """The playbook's id: the name of its folder."""
    title: str
    summary: str
    client: str
    audience: str
    language: str
    client_title: str = ""
    """The client's name."""
    owner: str = ""
    version: str = ""
    status: str = "current"
    effective: date | None = None
    review: date | None = None
    sales_types: tuple[Named, ...] = ()
    axes: tuple[Axis, ...] = ()
    roles: tuple[Role, ...] = ()
    process: Process | None = None
    categories: tuple[Category, ...] = ()
    technologies: tuple[Technology, ...] = ()
    journey: Journey | None = None
    deal_stages: tuple[DealStage, ...] = ()
    as_of: date | None = None
    provenance: str = ""
    """Where statements come from that do not say so themselves."""
    gaps: tuple[str, ...] = ()
    methodologies: tuple[Methodology, ...] = ()
    built_from: str = ""
    """methodology or process: what came first; empty if it is not said."""
    techniques: tuple[Technique, ...] = ()
    framework: Framework | None = None
    """The qualification framework that runs through the process."""
    cycle: Duration | None = None
    half_processes: tuple[HalfProcess, ...] = ()
    handovers: tuple[Handover, ...] = ()
    as_is: ProcessToday | None = None
    metrics: tuple[Metric, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    glossary: tuple[Term, ...] = ()
    buying_centre: BuyingCentre | None = None
    crm: Crm | None = None

    @property
    def ref(self) -> str:
        """What names it among all editions of a workspace."""
        return f"playbooks.{self.client}.{self.audience}.{self.language}.{self.id}"

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in order; none in a catalogue without a process."""
        return self.process.stages if self.process else ()


@dataclass(frozen=True, slots=True)
class Compartment:
    """Client × audience: one published site, built apart from every other."""

    client: str
    audience: str
    title: str
    """The client's name, as its start page shows it."""
    site_title: str
    language: str
    """The language of the start page."""
    editions: tuple[Edition, ...]
    portal: tuple[Edition, ...] = ()
    """Every edition of the workspace, where this is the owner's internal compartment."""

    @property
    def id(self) -> str:
        """Its folder under the output: `client/audience`."""
        return f"{self.client}/{self.audience}"
