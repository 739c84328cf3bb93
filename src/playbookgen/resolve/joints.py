"""Half-processes, handovers, the process as it is today, and the buying centre of a definition."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.model import practice
from playbookgen.model.definition import BuyingCentre as BuyingCentreDefinition
from playbookgen.model.definition import Handover, PlaybookDefinition
from playbookgen.model.parts import Role
from playbookgen.resolve.references import criteria_of, ref, refs

Roles = Mapping[str, Role]


def half_processes_of(definition: PlaybookDefinition) -> tuple[practice.HalfProcess, ...]:
    """The half-processes in the order of the definition."""
    return tuple(
        practice.HalfProcess(
            f"half_processes.{id_}",
            item.title,
            item.summary or "",
            item.step_zero or "",
            item.team or "",
            refs("stages", item.stages),
            provenance=item.provenance or "",
        )
        for id_, item in definition.half_processes.items()
    )


def handovers_of(definition: PlaybookDefinition, roles: Roles) -> tuple[practice.Handover, ...]:
    """The handovers in the order of the definition."""
    return tuple(_handover(id_, item, roles) for id_, item in definition.handovers.items())


def _handover(id_: str, item: Handover, roles: Roles) -> practice.Handover:
    return practice.Handover(
        f"handovers.{id_}",
        item.title,
        item.summary or "",
        ref("stages", item.from_stage),
        ref("stages", item.to_stage),
        roles[item.giver],
        roles[item.receiver],
        criteria_of(item.accept),
        criteria_of(item.reject),
        ref("stages", item.way_back),
        item.within,
        provenance=item.provenance or "",
    )


def process_today(definition: PlaybookDefinition, roles: Roles) -> practice.ProcessToday | None:
    """The process as it is, or None."""
    today = definition.as_is
    if today is None:
        return None
    stages = tuple(
        practice.StageToday(
            f"as_is.stages.{id_}",
            item.title,
            item.summary or "",
            tuple(roles[role] for role in dict.fromkeys(item.responsible)),
            item.duration,
            item.conversion,
            tuple(item.findings),
            refs("stages", item.becomes),
            provenance=item.provenance or "",
        )
        for id_, item in today.stages.items()
    )
    return practice.ProcessToday(today.summary or "", today.measured, stages)


def buying_centre_of(definition: PlaybookDefinition) -> practice.BuyingCentre | None:
    """The buying centre, or None."""
    centre = definition.buying_centre
    if centre is None:
        return None
    return practice.BuyingCentre(
        centre.summary or "", _centres(centre), _members(centre), _cycle(centre)
    )


def _centres(centre: BuyingCentreDefinition) -> tuple[practice.Centre, ...]:
    return tuple(
        practice.Centre(
            f"buying_centre.centres.{id_}",
            item.title,
            item.summary or "",
            item.interest or "",
            tuple(item.advantages),
            provenance=item.provenance or "",
        )
        for id_, item in centre.centres.items()
    )


def _members(centre: BuyingCentreDefinition) -> tuple[practice.Member, ...]:
    return tuple(
        practice.Member(
            f"buying_centre.members.{id_}",
            item.title,
            item.summary or "",
            ref("buying_centre.centres", item.centre),
            item.part,
            tuple(item.concerns),
            provenance=item.provenance or "",
        )
        for id_, item in centre.members.items()
    )


def _cycle(centre: BuyingCentreDefinition) -> tuple[practice.DecisionStep, ...]:
    return tuple(
        practice.DecisionStep(
            f"buying_centre.cycle.{id_}",
            item.title,
            item.summary or "",
            refs("buying_centre.members", item.members),
            item.duration,
            ref("stages", item.stage),
            provenance=item.provenance or "",
        )
        for id_, item in centre.cycle.items()
    )
