"""The process of an edition: stages with their tasks, the ways between them, how a deal ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from playbookgen.model.parts import Criterion, Metric, Named, Raci
from playbookgen.model.practice import Confidence, Objection, Script
from playbookgen.model.values import Duration, Percent


@dataclass(frozen=True, slots=True)
class Transition:
    """A way from one stage (or task) to the next; ends are refs of the model."""

    source: str
    target: str
    condition: str = ""
    is_loop: bool = False


@dataclass(frozen=True, slots=True)
class Task(Named):
    """One piece of work inside a stage."""

    kind: str = "task"
    """task, decision, document or meeting."""
    raci: Raci = field(default_factory=Raci)
    automated: bool = False
    resources: tuple[str, ...] = ()
    duration: Duration | None = None
    due: str = ""
    sales_types: tuple[str, ...] = ()
    """Ids of the sales types that it is limited to; empty for all."""
    holds_for: tuple[str, ...] = ()
    """Names of these sales types, then of the other variants that it is done for; empty for all."""


@dataclass(frozen=True, slots=True)
class Stage(Named):
    """One segment of the process."""

    number: int = 1
    """Its place in the process, from 1."""
    purpose: str = ""
    entry: tuple[Criterion, ...] = ()
    exit: tuple[Criterion, ...] = ()
    tasks: tuple[Task, ...] = ()
    task_flow: tuple[Transition, ...] = ()
    """The ways between tasks; `<stage>.entry` and `<stage>.exit` are its first and last ends."""
    raci: Raci = field(default_factory=Raci)
    resources: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    duration: Duration | None = None
    probability: Percent | None = None
    optional: bool = False
    decision: str = ""
    technologies: tuple[str, ...] = ()
    """Refs of the technologies that serve it."""
    with_buyer: bool = False
    measured_by: tuple[str, ...] = ()
    """Refs of the playbook's metrics by which it is evaluated, too."""
    principles: tuple[str, ...] = ()
    """Refs of the principles that it applies."""
    techniques: tuple[str, ...] = ()
    """Refs of the techniques that are used in it."""
    qualification: tuple[Confidence, ...] = ()
    scripts: tuple[Script, ...] = ()
    objections: tuple[Objection, ...] = ()
    conversion: Percent | None = None
    sales_types: tuple[str, ...] = ()
    """Ids of the sales types that it is limited to; empty for all."""
    holds_for: tuple[str, ...] = ()
    """Names of these sales types, then of the other variants that have it; empty for all."""


@dataclass(frozen=True, slots=True)
class Outcome(Named):
    """How a deal's way ends."""

    kind: str = "won"
    """won, lost, nurturing, or end where a playbook declares no outcomes."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """The stages in order, where a deal begins, how it may end, and the ways between."""

    stages: tuple[Stage, ...]
    start: str
    outcomes: tuple[Outcome, ...]
    transitions: tuple[Transition, ...]
