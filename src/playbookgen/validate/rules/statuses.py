"""Rules on the wording of deal stages: in the past tense, from the buyer's viewpoint."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from playbookgen.validate.rules.base import Finding, Rule, Subject
from playbookgen.validate.rules.status_language import Verdict, judge_status

_judge = lru_cache(maxsize=4096)(judge_status)


def check_past(subject: Subject) -> Iterator[Finding]:
    """Deal stages that do not say that something has happened."""
    for id_, verdict in _verdicts(subject):
        if verdict.past is False:
            yield Finding(
                ("deal_stages", id_, "title"),
                _message(f"The deal stage “{id_}” is not in the past tense", verdict),
                "Say what has happened, such as “Offer received” for “Send the offer”.",
                at_key=False,
            )


def check_viewpoint(subject: Subject) -> Iterator[Finding]:
    """Deal stages in the past tense that tell what we did, not the buyer."""
    for id_, verdict in _verdicts(subject):
        if verdict.buyer_view is False and verdict.past is not False:
            yield Finding(
                ("deal_stages", id_, "title"),
                _message(f"“{id_}” is not said from the buyer's viewpoint", verdict),
                "Say what the buyer did or has, such as “Offer received” for “Offer sent”.",
                at_key=False,
            )


def _verdicts(subject: Subject) -> Iterator[tuple[str, Verdict]]:
    language = subject.playbook.language.split("-")[0]
    for id_, deal_stage in subject.playbook.deal_stages.items():
        yield id_, _judge(deal_stage.title, language)


def _message(message: str, verdict: Verdict) -> str:
    return f"{message}: {verdict.reason}" if verdict.reason else message


_LANGUAGES = (
    " Judged are English, Russian, Romanian and Japanese, by the words; where they do not tell, "
    "nothing is found."
)

RULES = (
    Rule(
        "PB423",
        "Deal stages are in the past tense.",
        check_past,
        quality=True,
        why="“Offer received” is either true or not; “Send the offer” leaves open whether it has "
        "been done, and two people put the same deal into different states." + _LANGUAGES,
        bad="deal_stages:\n  offer: {title: Send the offer, event: receives}\n",
        good="deal_stages:\n  offer: {title: Offer received, event: receives}\n",
    ),
    Rule(
        "PB424",
        "Deal stages are said from the buyer's viewpoint.",
        check_viewpoint,
        quality=True,
        why="What we did (“Offer sent”) says nothing about the deal; what the buyer did or holds "
        "(“Offer received”) tells how far he has come. One that is not in the past tense either "
        "is found by PB423 alone." + _LANGUAGES,
        bad="deal_stages:\n  offer: {title: Offer sent, event: receives}\n",
        good="deal_stages:\n  offer: {title: Offer received, event: receives}\n",
    ),
)
