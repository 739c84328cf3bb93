"""What is said of a status: whether it is in the past, and whether the buyer could say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one status; what cannot be told is None."""

    past: bool | None
    """Whether the words say that something has happened."""
    buyer_view: bool | None
    """Whether the words are the buyer's: what the buyer did, holds or took part in."""
    reason: str
    """What is wrong with the words, in short; empty where nothing is."""

    @property
    def is_finding(self) -> bool:
        """Whether the status is surely not in the past, or surely not the buyer's."""
        return self.past is False or self.buyer_view is False


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the two questions answered, with the reason where the answer is no."""

    value: bool | None
    reason: str = ""


UNKNOWN = Answer(None)
YES = Answer(True)


def verdict(*, past: Answer, buyer_view: Answer) -> Verdict:
    """Both answers as one verdict."""
    reasons = [answer.reason for answer in (past, buyer_view) if answer.value is False]
    return Verdict(past.value, buyer_view.value, "; ".join(reasons))
