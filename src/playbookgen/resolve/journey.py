"""The buyer's journey and the deal stages derived from it."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.locales import words_for
from playbookgen.model.definition import Event as EventDefinition
from playbookgen.model.definition import Journey as JourneyDefinition
from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.playbook import Action, DealStage, Event, Journey, Role
from playbookgen.resolve.references import raci_of, ref


def journey_of(definition: PlaybookDefinition, roles: Mapping[str, Role]) -> Journey | None:
    """The journey, or None in a playbook without one."""
    journey = definition.journey
    if journey is None:
        return None
    return Journey(
        journey.title or words_for(definition.language)["journey"],
        journey.summary or "",
        tuple(_event(id_, event, definition, roles) for id_, event in journey.events.items()),
        _close(journey),
    )


def _close(journey: JourneyDefinition) -> str:
    """The event that closes the deal: the one named, or the last that we influence."""
    ours = [id_ for id_, event in journey.events.items() if event.influence == "ours"]
    return ref("journey.events", journey.close or (ours[-1] if ours else None))


def deal_stages_of(definition: PlaybookDefinition) -> tuple[DealStage, ...]:
    """The deal stages in the order of the definition."""
    return tuple(
        DealStage(
            f"deal_stages.{id_}",
            stage.title,
            stage.summary or "",
            f"journey.events.{stage.event}",
            f"stages.{stage.stage}" if stage.stage else "",
            stage.probability,
            stage.target.deals if stage.target else None,
            stage.target.value if stage.target else None,
            provenance=stage.provenance or "",
        )
        for id_, stage in definition.deal_stages.items()
    )


def _event(
    id_: str, event: EventDefinition, definition: PlaybookDefinition, roles: Mapping[str, Role]
) -> Event:
    path = f"journey.events.{id_}"
    return Event(
        ref=path,
        title=event.title,
        summary=event.summary or "",
        ours=event.influence == "ours",
        at=event.at or "",
        actions=tuple(
            Action(
                f"{path}.actions.{key}",
                action.title,
                raci=raci_of(action, roles),
                automated=action.automated,
                provenance=action.provenance or "",
            )
            for key, action in event.actions.items()
        ),
        deal_stages=tuple(
            f"deal_stages.{key}"
            for key, stage in definition.deal_stages.items()
            if stage.event == id_
        ),
        elapsed=event.elapsed,
        provenance=event.provenance or "",
    )
