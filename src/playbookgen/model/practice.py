"""Parts of an edition that guide work: methodology, qualification, handovers, meetings, terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from playbookgen.model.parts import Criterion, Named, Role
from playbookgen.model.values import Duration, Percent


@dataclass(frozen=True, slots=True)
class Script(Named):
    """Words that have proved themselves, line by line."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection(Named):
    """A concern of the buyer's, with what we answer."""

    answer: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure we are of one letter at the end of a stage."""

    letter: str
    """The ref of the letter."""
    level: Percent
    how: str = ""


@dataclass(frozen=True, slots=True)
class Methodology(Named):
    """Guiding principles with the five parts of a methodology."""

    principles: tuple[Named, ...] = ()
    strategies: tuple[Named, ...] = ()
    tools: tuple[Named, ...] = ()
    models: tuple[Named, ...] = ()
    coaching: tuple[Named, ...] = ()
    scripts: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Technique(Named):
    """A method of acting within one stage."""

    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter(Named):
    """One letter of a qualification framework."""

    question: str = ""


@dataclass(frozen=True, slots=True)
class Framework(Named):
    """A qualification framework."""

    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class HalfProcess(Named):
    """A part of the process that one team designed."""

    step_zero: str = ""
    team: str = ""
    stages: tuple[str, ...] = ()
    """Refs of its stages."""


@dataclass(frozen=True, slots=True)
class Handover(Named):
    """The contract by which one half-process hands its result to the next."""

    from_stage: str = ""
    """A ref, as `to_stage` and `way_back` are; the last is empty where there is none."""
    to_stage: str = ""
    giver: Role | None = None
    receiver: Role | None = None
    accept: tuple[Criterion, ...] = ()
    reject: tuple[Criterion, ...] = ()
    way_back: str = ""
    within: Duration | None = None


@dataclass(frozen=True, slots=True)
class StageToday(Named):
    """A stage of the process as it is today."""

    responsible: tuple[Role, ...] = ()
    duration: Duration | None = None
    conversion: Percent | None = None
    findings: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()
    """Refs of the stages that replace it."""


@dataclass(frozen=True, slots=True)
class ProcessToday:
    """The process as it is, beside the process to be."""

    summary: str
    measured: date | None
    stages: tuple[StageToday, ...]


@dataclass(frozen=True, slots=True)
class Meeting(Named):
    """A meeting that comes again."""

    cadence: str = ""
    duration: Duration | None = None
    owner: Role | None = None
    participants: tuple[Role, ...] = ()
    agenda: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    """Refs of the metrics that are looked at."""
    stages: tuple[str, ...] = ()
    """Refs of the stages that it is about; empty for all."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    ref: str
    term: str
    definition: str
    synonyms: tuple[str, ...] = ()
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Centre(Named):
    """A functional decision centre at the customer."""

    interest: str = ""
    advantages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member(Named):
    """Who takes part in the customer's decision, by function."""

    centre: str = ""
    """The ref of the decision centre; empty where none is said."""
    part: str = ""
    """initiator, user, influencer, decider, approver, buyer or gatekeeper."""
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionStep(Named):
    """A step of the customer's decision cycle."""

    members: tuple[str, ...] = ()
    """Refs of those who take part in it."""
    duration: Duration | None = None
    stage: str = ""
    """The ref of our stage during which it happens."""


@dataclass(frozen=True, slots=True)
class BuyingCentre:
    """Who decides at the customer, and how the decision runs."""

    summary: str
    centres: tuple[Centre, ...]
    members: tuple[Member, ...]
    cycle: tuple[DecisionStep, ...]


@dataclass(frozen=True, slots=True)
class CrmObject(Named):
    """A kind of record in the CRM."""

    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crm(Named):
    """The system into which the process is carried."""

    objects: tuple[CrmObject, ...] = ()
