"""Whose act a verb names: ours, the buyer's, or decided by the thing that it is done with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbookgen.validate.rules.status_language.verdict import UNKNOWN, YES, Answer

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingDecides:
    """Verbs that are ours with some things and the buyer's with others: “received”."""

    verbs: Stems
    ours: Stems
    """Things with which the act is ours: a payment is received by us."""
    buyers: Stems
    """Things with which the act is the buyer's: an offer is received by the buyer."""
    otherwise: bool | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """The verbs of a language, by whose act they name; all by the beginning of the word."""

    ours: Stems
    buyers: Stems
    """What the buyer does, holds or sees, and what both do together."""
    by_thing: tuple[ThingDecides, ...] = ()
    """Looked up first; the two others count where no thing decides."""

    def view(self, words: Sequence[str], at: int) -> Answer:
        """Whether the verb at a place among the words is an act of the buyer's."""
        verb = words[at]
        for rule in self.by_thing:
            decided = _decided(rule, words, at) if verb.startswith(rule.verbs) else None
            if decided is not None:
                return _answer(decided, verb)
        if verb.startswith(self.ours):
            return _answer(False, verb)
        return YES if verb.startswith(self.buyers) else UNKNOWN


def _decided(rule: ThingDecides, words: Sequence[str], at: int) -> bool | None:
    for word in _nearest_first(words, at):
        if word.startswith(rule.ours):
            return False
        if word.startswith(rule.buyers):
            return True
    return rule.otherwise


def _nearest_first(words: Sequence[str], at: int) -> Iterator[str]:
    for distance in range(1, len(words)):
        for place in (at - distance, at + distance):
            if 0 <= place < len(words):
                yield words[place]


def _answer(value: bool | None, verb: str) -> Answer:
    return Answer(value, ours(verb) if value is False else "")


def ours(word: str) -> str:
    """The reason for a word that names an act of ours."""
    return f"“{word}” is said from our side: say what the buyer did, received or agreed to"
