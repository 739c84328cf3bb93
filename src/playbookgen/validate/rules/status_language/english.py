"""English deal stages: participles and past forms, whose act they name, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from playbookgen.validate.rules.status_language import english_words as known
from playbookgen.validate.rules.status_language.acts import ours
from playbookgen.validate.rules.status_language.verdict import (
    UNKNOWN,
    YES,
    Answer,
    Verdict,
    verdict,
)
from playbookgen.validate.rules.status_language.words import words_of

SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)


def judge(text: str) -> Verdict:
    """The verdict on an English status."""
    words = words_of(SHORT_NOT.sub(" not", text))
    if not words:
        return verdict(past=UNKNOWN, buyer_view=UNKNOWN)
    acts = _acts(words)
    return verdict(past=_past(words, acts), buyer_view=_view(words, acts))


def _acts(words: Sequence[str]) -> list[int]:
    """The places of words that tell of something done."""
    open_before = False
    acts = []
    for at, word in enumerate(words):
        if _is_past(word, at) and not (open_before and _has_object(words, at)):
            acts.append(at)
        open_before = open_before or _is_going_on(word) or (at == 0 and word in known.BARE_VERBS)
    return acts


def _is_past(word: str, at: int) -> bool:
    if word in known.IRREGULAR_PAST:
        return True
    if word in known.SAME_IN_THE_PAST:
        return at > 0
    if not word.endswith("ed") or word in known.NO_VERB_IN_ED or _is_state(word):
        return False
    return not (word == "qualified" and at == 0)  # “Qualified to buy” tells a state


def _is_state(word: str) -> bool:
    denied = word.startswith("un") and word.endswith("ed") and word not in known.VERBS_IN_UN
    return denied or word in known.STATES_IN_ED


def _is_going_on(word: str) -> bool:
    return word.endswith("ing") and len(word) > 4 and word not in known.NOUNS_IN_ING


def _has_object(words: Sequence[str], at: int) -> bool:
    """Whether a thing follows, so that “signed” in “awaiting signed contract” only describes it."""
    return at + 1 < len(words) and words[at + 1] not in known.NO_OBJECT


def _past(words: Sequence[str], acts: Sequence[int]) -> Answer:
    before = words[: acts[-1]] if acts else words
    for word in before:
        if word in known.BEFORE_THE_ACT:
            return Answer(False, f"with “{word}” it has not happened yet: use the past")
    for word, following in pairwise(words):
        if following == "to" and word in known.TO_COME:
            return Answer(False, f"“{word} to” is still to come: use the past")
    for word in words:
        if word in known.STILL_OPEN:
            return Answer(False, f"“{word}” is still open: use the past")
    if not acts:
        return Answer(False, _not_past(words))
    return _denied(words, before)


def _denied(words: Sequence[str], before: Sequence[str]) -> Answer:
    if "not" not in before and "yet" not in words and "never" not in before:
        return YES
    return UNKNOWN if "did" in before else Answer(False, "“not” says what has not happened")


def _not_past(words: Sequence[str]) -> str:
    """Why words without a past form are not in the past."""
    for word in words:
        if _is_state(word):
            return f"“{word}” is a state: say what happened"
        if _is_going_on(word):
            return f"“{word}” is going on: use the past"
    if words[0] in known.BARE_VERBS:
        return f"“{words[0]}” is an imperative of ours or a bare noun: use the past"
    return f"“{words[-1]}” is not in the past"


def _view(words: Sequence[str], acts: Sequence[int]) -> Answer:
    for at in (_by(words), _our_subject(words, acts)):
        if at is not None:
            return YES if words[at] in known.BUYERS else Answer(False, ours(words[at]))
    for at in reversed(acts):
        answer = _view_of_act(words, at)
        if answer.value is not None:
            return answer
    return _view_without_act(words, acts)


def _by(words: Sequence[str]) -> int | None:
    """The place of the people after “by”, ours or the buyer's."""
    if "by" not in words:
        return None
    start = words.index("by") + 1
    for at in range(start, min(start + 4, len(words))):
        if words[at] in known.BUYERS or words[at] in known.OUR_PEOPLE | {"us"}:
            return at
    return None


def _our_subject(words: Sequence[str], acts: Sequence[int]) -> int | None:
    """The place of a subject that is us."""
    for at, word in enumerate(words):
        if word in {"we", "i"} or (word in known.AS_SUBJECT_OURS and at + 1 in acts):
            return at
    return None


def _view_of_act(words: Sequence[str], at: int) -> Answer:
    before = words[:at]
    buyer_acts = any(word in known.BUYERS for word in before)
    passive = any(word in {"was", "were", "been", "is", "are", "got"} for word in before)
    if buyer_acts and not passive and _has_object(words, at):
        return YES
    if "us" in words[at + 1 :] and "to" not in before:
        return YES
    if words[at] == "received" and any(w in {"signed", "countersigned"} for w in before):
        return Answer(False, ours(words[at]))
    return known.ACTS.view(words, at)


def _view_without_act(words: Sequence[str], acts: Sequence[int]) -> Answer:
    if not acts and words[0] in known.BARE_VERBS - {"sign", "pay", "order"}:
        return Answer(False, ours(words[0]))
    return UNKNOWN
