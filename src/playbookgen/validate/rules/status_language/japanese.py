"""Japanese deal stages: endings of tense, and whose act the predicate names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from playbookgen.validate.rules.status_language import japanese_words as known
from playbookgen.validate.rules.status_language.acts import ours
from playbookgen.validate.rules.status_language.verdict import (
    UNKNOWN,
    YES,
    Answer,
    Verdict,
    verdict,
)

PASSIVE = ("れた", "れました")
"""With these the one after に does it: 「お客様に選ばれた」."""
NOISE = re.compile(r"[^\w]+")


def judge(text: str) -> Verdict:
    """The verdict on a Japanese status."""
    plain = NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())
    if not plain:
        return verdict(past=UNKNOWN, buyer_view=UNKNOWN)
    return verdict(past=_past(plain), buyer_view=_view(plain))


def _past(text: str) -> Answer:
    for pattern, what in (
        (known.NOT_YET, "says what has not happened"),
        (known.TO_COME, "is still to come"),
        (known.GOING_ON, "is going on"),
    ):
        if found := pattern.search(text):
            return Answer(False, f"“{found.group()}” {what}: end with 〜した or 〜済み")
    if known.DENIED_PAST.search(text):
        return UNKNOWN  # 「来なかった」 is something that happened
    if known.OVER.search(text) or (known.PAST.search(text) and not known.NO_PAST.search(text)):
        return YES
    if known.DICTIONARY_FORM.search(text):
        return Answer(False, f"“{_end(text)}” is in the present: end with 〜した or 〜済み")
    return Answer(False, f"“{_end(text)}” is a noun without tense: end with 〜した or 〜済み")


def _view(text: str) -> Answer:
    if found := known.OUR_PEOPLE.search(text):
        return Answer(False, ours(found.group()))
    if known.BY_BUYER.search(text):
        return YES
    answer = _view_of_predicate(text)
    found = None if text.endswith(PASSIVE) else known.TO_BUYER.search(text)
    return Answer(False, ours(found.group())) if found and answer.value is not True else answer


def _view_of_predicate(text: str) -> Answer:
    for rule in known.BY_THING:
        found = rule.predicate.search(text)
        answer = _decided(rule, text[: found.start()]) if found else UNKNOWN
        if answer.value is not None:
            return answer
    core = known.DONE.sub("", text)
    our_noun, buyer_noun = _longest(core, known.OUR_NOUNS), _longest(core, known.BUYER_NOUNS)
    if our_noun > buyer_noun or known.OUR_VERBS.search(text):
        return Answer(False, ours(_end(text)))
    return YES if buyer_noun or known.BUYER_VERBS.search(text) else UNKNOWN


def _decided(rule: known.ThingDecides, things: str) -> Answer:
    for name in rule.ours:
        if name in things:
            return Answer(False, ours(name))
    return YES if any(name in things for name in rule.buyers) else UNKNOWN


def _longest(text: str, endings: Sequence[str]) -> int:
    """The length of the longest of the endings that a text has."""
    return max((len(ending) for ending in endings if text.endswith(ending)), default=0)


def _end(text: str) -> str:
    """The end of a text, enough to recognise it by."""
    return text if len(text) <= 12 else f"…{text[-12:]}"
