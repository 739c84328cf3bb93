"""The buyer's journey as a timeline: events, the deal stages they bring about, our actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from playbookgen.locales.durations import span
from playbookgen.model.diagram import LegendEntry, Node, NodeKind, Timeline, TimelineEvent
from playbookgen.model.playbook import Action, DealStage, Edition, Event
from playbookgen.views.elapsed import scale_of, shares_of
from playbookgen.views.influence import OUTSIDE, influence_marks
from playbookgen.views.tasks import mark_legend
from playbookgen.views.view import View
from playbookgen.views.wording import Words, names, numbered, words_of

SUBJECT = "journey"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The journey, where there is one with events."""
    return (SUBJECT,) if edition.journey and edition.journey.events else ()


def draw(edition: Edition, subject: str) -> Timeline:
    """The timeline map of the buyer's journey."""
    if edition.journey is None:
        raise KeyError(subject)
    words = words_of(edition)
    events = edition.journey.events
    drawn = tuple(_events(edition, events, words))
    return Timeline(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["timeline_map"], name=edition.journey.title),
        description=_description(edition, events, words),
        language=edition.language,
        events=drawn,
        captions=(words["deal_stages"], words["the_buyer"], words["we"]),
        legend=tuple(_legend(drawn, words)),
        scale=scale_of(events, words),
    )


def _events(edition: Edition, events: tuple[Event, ...], words: Words) -> Iterator[TimelineEvent]:
    """The events; numbers tell which is which where they stand on a scale, too."""
    deal_stages = {stage.ref: stage for stage in edition.deal_stages}
    shares = shares_of(events)
    for number, event in enumerate(events, start=1):
        label = numbered(number, event.title) if shares else event.title
        yield _event(event, label, shares.get(event.ref), deal_stages, words)


def _event(
    event: Event,
    label: str,
    share: Fraction | None,
    deal_stages: Mapping[str, DealStage],
    words: Words,
) -> TimelineEvent:
    kind = NodeKind.EVENT_OURS if event.ours else NodeKind.EVENT_NONE
    return TimelineEvent(
        node=Node(event.ref, kind, label, marks=influence_marks(event), target=event.ref),
        at=event.at or span(event.elapsed, words),
        deal_stages=tuple(
            Node(ref, NodeKind.DEAL_STAGE, deal_stages[ref].title, target=ref)
            for ref in event.deal_stages
        ),
        actions=tuple(_action(action, words) for action in event.actions),
        share=share,
    )


def _action(action: Action, words: Words) -> Node:
    return Node(
        ref=action.ref,
        kind=NodeKind.ACTION,
        label=action.title,
        note=names(action.raci.responsible, words),
        marks=("automated",) if action.automated else (),
        target=action.ref,
    )


def _legend(events: tuple[TimelineEvent, ...], words: Words) -> Iterator[LegendEntry]:
    """The meaning of the kinds of events that occur, and of the glyphs at our actions."""
    kinds = {event.node.kind for event in events}
    for kind, key in (
        (NodeKind.EVENT_NONE, "influence_none"),
        (NodeKind.EVENT_OURS, "influence_ours"),
    ):
        if kind in kinds:
            yield LegendEntry(kind, words[key], OUTSIDE if kind is NodeKind.EVENT_NONE else "")
    actions = [action for event in events for action in event.actions]
    yield from mark_legend(actions, NodeKind.ACTION, words)


def _description(edition: Edition, events: tuple[Event, ...], words: Words) -> str:
    ours = sum(event.ours for event in events)
    return words["view_timeline_described"].format(
        events=len(events),
        ours=ours,
        none=len(events) - ours,
        deal_stages=len(edition.deal_stages),
    )


VIEW = View("timeline", subjects, draw, section="journey")
