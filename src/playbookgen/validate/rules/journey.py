"""Rules on the buyer's journey, the deal stages derived from it, and how deals end."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.model.definition import Journey
from playbookgen.validate.rules.base import Finding, Rule, Subject


def check_deal_stages(subject: Subject) -> Iterator[Finding]:
    """Deal stages at an event on which we have no influence."""
    playbook = subject.playbook
    events = playbook.journey.events if playbook.journey else {}
    for id_, deal_stage in playbook.deal_stages.items():
        event = events.get(deal_stage.event)
        if event and event.influence == "none":
            yield Finding(
                ("deal_stages", id_, "event"),
                f"“{deal_stage.event}” is an event without our influence, so it is no deal stage",
                "Choose an event that we influence, or remove the deal stage.",
                at_key=False,
                related=((("journey", "events", deal_stage.event), "the event"),),
            )


def check_coverage(subject: Subject) -> Iterator[Finding]:
    """Events of ours before the close at which no deal stage stands."""
    playbook = subject.playbook
    if not playbook.journey or not playbook.deal_stages:
        return
    covered = {deal_stage.event for deal_stage in playbook.deal_stages.values()}
    if not covered <= playbook.journey.events.keys():
        return  # the rule on ids says so
    for id_ in _ours_before_the_close(playbook.journey):
        if id_ not in covered:
            yield Finding(
                ("journey", "events", id_),
                f"No deal stage stands at “{id_}”, an event that we influence",
                f"Add a deal stage with “event: {id_}”, in the past tense.",
            )


def _ours_before_the_close(journey: Journey) -> list[str]:
    """The green events up to the close, which is the last of them if none is named."""
    ids = list(journey.events)
    ours = [id_ for id_ in ids if journey.events[id_].influence == "ours"]
    close = journey.close or (ours[-1] if ours else None)
    if close not in journey.events:
        return []  # the rule on ids says so
    end = ids.index(close)
    return [id_ for id_ in ids[:end] if journey.events[id_].influence == "ours"]


def check_reasons(subject: Subject) -> Iterator[Finding]:
    """Lost outcomes without reasons to choose from."""
    for id_, outcome in subject.playbook.outcomes.items():
        if outcome.kind == "lost" and not outcome.reasons:
            yield Finding(
                ("outcomes", id_),
                f"The outcome “{id_}” gives no reasons to choose from",
                "Add “reasons:” for which deals are lost.",
            )


_EVENTS = (
    "journey:\n  events:\n    asks: {title: Sends a request, influence: ours}\n"
    "    compares: {title: Compares options, influence: none}\n"
    "    receives: {title: Receives the offer, influence: ours}\n"
    "    signs: {title: Signs, influence: ours}\n"
)

RULES = (
    Rule(
        "PB421",
        "No deal stage stands at an event without our influence.",
        check_deal_stages,
        quality=True,
        why="Red events of the journey (the buyer thinks it over, compares) happen without us "
        "and unseen: nobody could say when to move the deal. Deal stages are derived from the "
        "green events, which we influence or take part in.",
        bad=_EVENTS + "deal_stages:\n  compared: {title: Options compared, event: compares}\n",
        good=_EVENTS + "deal_stages:\n  requested: {title: Request sent, event: asks}\n",
    ),
    Rule(
        "PB422",
        "Every green event before the close has a deal stage.",
        check_coverage,
        quality=True,
        why="Each event that we influence is a place where a deal can stand and where we can "
        "push. One without a deal stage is a gap in the pipeline: deals vanish there for weeks. "
        "The close is “close:” of the journey, or its last green event.",
        bad=_EVENTS + "deal_stages:\n  requested: {title: Request sent, event: asks}\n",
        good=_EVENTS + "deal_stages:\n  requested: {title: Request sent, event: asks}\n"
        "  received: {title: Offer received, event: receives}\n",
    ),
    Rule(
        "PB425",
        "Every lost outcome gives reasons to choose from.",
        check_reasons,
        quality=True,
        why="Lost deals teach most, if their reasons can be counted. Where nothing can be chosen, "
        "each is lost “for the price”.",
        bad="outcomes:\n  lost: {title: Lost, kind: lost}\n",
        good="outcomes:\n  lost:\n    title: Lost\n    kind: lost\n"
        "    reasons: [No budget, Chose a competitor, Need has gone]\n",
    ),
)
