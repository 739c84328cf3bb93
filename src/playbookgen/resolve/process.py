"""The stages, outcomes and ways of a definition as a process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from playbookgen.locales import words_for
from playbookgen.model.definition import IMPLICIT_END, PlaybookDefinition
from playbookgen.model.definition import Stage as StageDefinition
from playbookgen.model.definition import Task as TaskDefinition
from playbookgen.model.flow import Way, first_stage, stage_ways, task_ways
from playbookgen.model.parts import Raci, Role
from playbookgen.model.playbook import Outcome, Process, Stage, Task, Transition
from playbookgen.model.practice import Confidence, Objection, Script
from playbookgen.resolve.catalogue import variant_names
from playbookgen.resolve.practice import principle_refs
from playbookgen.resolve.references import criteria_of, inherited_raci, metrics_of, raci_of, refs


def process_of(definition: PlaybookDefinition, roles: Mapping[str, Role]) -> Process | None:
    """The process, or None in a playbook without stages."""
    if not definition.stages:
        return None
    around = _Around(definition, roles, _by_stage(definition), principle_refs(definition))
    return Process(
        stages=tuple(
            _stage(id_, stage, number, around)
            for number, (id_, stage) in enumerate(definition.stages.items(), start=1)
        ),
        start=f"stages.{first_stage(definition)}",
        outcomes=_outcomes(definition),
        transitions=_transitions(definition),
    )


class _Around(NamedTuple):
    """What every stage is resolved with, looked up once for all of them."""

    definition: PlaybookDefinition
    roles: Mapping[str, Role]
    technologies: Mapping[str, tuple[str, ...]]
    """Those that serve each stage."""
    principles: Mapping[str, str]
    """The refs of principles by their ids."""


def _by_stage(definition: PlaybookDefinition) -> dict[str, tuple[str, ...]]:
    """The technologies that serve each stage."""
    found: dict[str, dict[str, None]] = {id_: {} for id_ in definition.stages}
    for key, technology in definition.technologies.items():
        for id_ in technology.stages:
            found[id_][f"technologies.{key}"] = None
    return {id_: tuple(refs) for id_, refs in found.items()}


def _stage(id_: str, stage: StageDefinition, number: int, around: _Around) -> Stage:
    ref, definition, roles = f"stages.{id_}", around.definition, around.roles
    raci = raci_of(stage, roles)
    return Stage(
        ref=ref,
        title=stage.title,
        summary=stage.summary or "",
        number=number,
        purpose=stage.purpose,
        entry=criteria_of(stage.entry),
        exit=criteria_of(stage.exit),
        tasks=tuple(
            _task(f"{ref}.tasks.{key}", task, inherited_raci(task, raci, roles), definition)
            for key, task in stage.tasks.items()
        ),
        task_flow=_task_flow(ref, stage),
        raci=raci,
        resources=tuple(stage.resources),
        metrics=metrics_of(stage.metrics, ref),
        duration=stage.duration,
        probability=stage.probability,
        optional=stage.optional,
        decision=stage.decision or "",
        technologies=around.technologies[id_],
        with_buyer=bool(stage.with_buyer),
        measured_by=refs("metrics", stage.measured_by),
        principles=tuple(around.principles[key] for key in stage.principles),
        techniques=refs("techniques", stage.techniques),
        qualification=_confidences(stage, definition),
        scripts=_scripts(ref, stage),
        objections=_objections(ref, stage),
        conversion=stage.conversion,
        sales_types=tuple(dict.fromkeys(stage.sales_types)),
        holds_for=variant_names(definition, (*stage.sales_types, *stage.holds_for)),
        provenance=stage.provenance or "",
    )


def _confidences(stage: StageDefinition, definition: PlaybookDefinition) -> tuple[Confidence, ...]:
    return tuple(
        Confidence(
            f"frameworks.{definition.qualification}.letters.{id_}", item.level, item.how or ""
        )
        for id_, item in stage.qualification.items()
    )


def _scripts(ref: str, stage: StageDefinition) -> tuple[Script, ...]:
    return tuple(
        Script(
            f"{ref}.scripts.{id_}",
            item.title,
            item.summary or "",
            tuple(item.lines),
            provenance=item.provenance or "",
        )
        for id_, item in stage.scripts.items()
    )


def _objections(ref: str, stage: StageDefinition) -> tuple[Objection, ...]:
    return tuple(
        Objection(
            f"{ref}.objections.{id_}",
            item.title,
            item.summary or "",
            item.answer,
            tuple(item.evidence),
            provenance=item.provenance or "",
        )
        for id_, item in stage.objections.items()
    )


def _task(ref: str, task: TaskDefinition, raci: Raci, definition: PlaybookDefinition) -> Task:
    return Task(
        ref=ref,
        title=task.title,
        summary=task.summary or "",
        kind=task.kind,
        raci=raci,
        automated=task.automated,
        resources=tuple(task.resources),
        duration=task.duration,
        due=task.due or "",
        sales_types=tuple(dict.fromkeys(task.sales_types)),
        holds_for=variant_names(definition, (*task.sales_types, *task.holds_for)),
        provenance=task.provenance or "",
    )


def _outcomes(definition: PlaybookDefinition) -> tuple[Outcome, ...]:
    declared = tuple(
        Outcome(
            f"outcomes.{id_}",
            outcome.title,
            outcome.summary or "",
            outcome.kind,
            tuple(outcome.reasons),
            provenance=outcome.provenance or "",
        )
        for id_, outcome in definition.outcomes.items()
    )
    if any(way.target == IMPLICIT_END for way in stage_ways(definition)):
        end = words_for(definition.language)["end"]
        return (*declared, Outcome(f"outcomes.{IMPLICIT_END}", end, kind="end"))
    return declared


def _transitions(definition: PlaybookDefinition) -> tuple[Transition, ...]:
    order = {id_: number for number, id_ in enumerate(definition.stages)}
    return tuple(
        Transition(
            f"stages.{way.source}",
            f"stages.{way.target}" if way.target in order else f"outcomes.{way.target}",
            way.condition.when or "",
            _leads_back(way, order),
        )
        for way in stage_ways(definition)
    )


def _task_flow(ref: str, stage: StageDefinition) -> tuple[Transition, ...]:
    if not stage.tasks:
        return (Transition(f"{ref}.entry", f"{ref}.exit"),)
    order = {id_: number for number, id_ in enumerate(stage.tasks)}
    first = Transition(f"{ref}.entry", f"{ref}.tasks.{next(iter(order))}")
    between = (
        Transition(
            f"{ref}.tasks.{way.source}",
            f"{ref}.tasks.{way.target}" if way.target in order else f"{ref}.exit",
            way.condition.when or "",
            _leads_back(way, order),
        )
        for way in task_ways(stage)
    )
    return (first, *between)


def _leads_back(way: Way, order: Mapping[str, int]) -> bool:
    if way.condition.loop is not None:
        return way.condition.loop
    return order.get(way.target, len(order)) <= order[way.source]
