"""The buyer's journey as a timeline: events, the deal stages they bring about, our actions."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.model.diagram import LegendEntry, Node, NodeKind, Timeline, TimelineEvent
from playbookgen.model.playbook import Action, DealStage, Edition, Event
from playbookgen.views.view import View
from playbookgen.views.wording import Words, listed, names, words_of

SUBJECT = "journey"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The journey, where there is one with events."""
    return (SUBJECT,) if edition.journey and edition.journey.events else ()


def draw(edition: Edition, subject: str) -> Timeline:
    """The timeline map of the buyer's journey."""
    if edition.journey is None:
        raise KeyError(subject)
    words = words_of(edition)
    deal_stages = {stage.ref: stage for stage in edition.deal_stages}
    events = edition.journey.events
    return Timeline(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["timeline_map"], name=edition.journey.title),
        description=_description(edition, events, words),
        language=edition.language,
        events=tuple(_event(event, deal_stages, words) for event in events),
        captions=(words["deal_stages"], words["the_buyer"], words["we"]),
        legend=_legend(events, words),
    )


def _event(event: Event, deal_stages: Mapping[str, DealStage], words: Words) -> TimelineEvent:
    kind = NodeKind.EVENT_OURS if event.ours else NodeKind.EVENT_NONE
    return TimelineEvent(
        node=Node(event.ref, kind, event.title, target=event.ref),
        at=event.at,
        deal_stages=tuple(
            Node(ref, NodeKind.DEAL_STAGE, deal_stages[ref].title, target=ref)
            for ref in event.deal_stages
        ),
        actions=tuple(_action(action, words) for action in event.actions),
    )


def _action(action: Action, words: Words) -> Node:
    automatic = words["action_auto"] if action.automated else ""
    return Node(
        ref=action.ref,
        kind=NodeKind.ACTION,
        label=action.title,
        note=listed((names(action.raci.responsible, words), automatic), words),
        marks=("automated",) if action.automated else (),
        target=action.ref,
    )


def _legend(events: tuple[Event, ...], words: Words) -> tuple[LegendEntry, ...]:
    """The meaning of the kinds of events that occur."""
    entries = (
        (NodeKind.EVENT_NONE, "influence_none", any(not event.ours for event in events)),
        (NodeKind.EVENT_OURS, "influence_ours", any(event.ours for event in events)),
    )
    return tuple(LegendEntry(kind, words[key]) for kind, key, occurs in entries if occurs)


def _description(edition: Edition, events: tuple[Event, ...], words: Words) -> str:
    ours = sum(event.ours for event in events)
    return words["view_timeline_described"].format(
        events=len(events),
        ours=ours,
        none=len(events) - ours,
        deal_stages=len(edition.deal_stages),
    )


VIEW = View("timeline", subjects, draw)
