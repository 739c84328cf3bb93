"""Rules on the buyer's journey and the deal stages derived from it."""

from __future__ import annotations

from collections.abc import Iterator

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


RULES = (
    Rule("PB421", "No deal stage stands at an event without our influence.", check_deal_stages),
)
