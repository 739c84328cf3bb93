"""Russian deal stages: past verbs, short passive participles, and whose act they name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from playbookgen.validate.rules.status_language import russian_words as known
from playbookgen.validate.rules.status_language.acts import ours
from playbookgen.validate.rules.status_language.verdict import (
    UNKNOWN,
    YES,
    Answer,
    Verdict,
    verdict,
)
from playbookgen.validate.rules.status_language.words import words_of


def judge(text: str) -> Verdict:
    """The verdict on a Russian status."""
    words = words_of(text.casefold().replace("ё", "е"))
    if not words:
        return verdict(past=UNKNOWN, buyer_view=UNKNOWN)
    acts = [at for at, word in enumerate(words) if _is_past(word) and not _is_open(words, at)]
    return verdict(past=_past(words, acts), buyer_view=_view(words, acts))


def _is_past(word: str) -> bool:
    return not word.startswith(known.STATES) and (_is_past_verb(word) or _is_passive(word))


def _is_open(words: Sequence[str], at: int) -> bool:
    """Whether somebody is open or busy, which is a state: «открыт к диалогу»."""
    return words[at].startswith(("открыт", "занят")) and words[at + 1 : at + 2] in (["к"], ["для"])


def _is_past_verb(word: str) -> bool:
    if word.startswith(known.PAST_VERBS_WITHOUT_L):
        return True
    return bool(known.PAST_VERB.search(word)) and not _is_noun(word)


def _is_passive(word: str) -> bool:
    """Whether a word is a short passive participle: подписан, получено, приняты."""
    if known.PASSIVE_IN_T.search(word):
        return True
    return len(word) > 4 and bool(known.PASSIVE_IN_N.search(word)) and not _is_noun(word)


def _is_noun(word: str) -> bool:
    if word in known.VERBS_LIKE_NOUNS:
        return False
    return any(
        word.startswith(stem) and known.NOUN_ENDING.match(word, len(stem))
        for stem in known.NOUNS_LIKE_PAST
    )


def _past(words: Sequence[str], acts: Sequence[int]) -> Answer:
    for word in words:
        if word in known.TO_COME:
            return Answer(False, f"with “{word}” it has not happened yet: use the past")
    if not acts:
        return _not_past(words)
    denied = [at for at in acts if at and words[at - 1] == "не"]
    if len(denied) < len(acts):
        return YES
    if known.PAST_VERB.search(words[acts[0]]):
        return UNKNOWN  # «Не пришёл на встречу» is something that happened
    return Answer(False, "“не” says what has not happened")


def _not_past(words: Sequence[str]) -> Answer:
    """Why words without a past form are not in the past."""
    for word in words:
        if word.startswith(known.STATES):
            return Answer(False, f"“{word}” is a state: say what happened")
    if any(known.FULL_PARTICIPLE.search(word) for word in words):
        return UNKNOWN
    for pattern, what in (
        (known.INFINITIVE, "an infinitive, a task of ours"),
        (known.ACTION_NOUN, "a noun of action"),
        (known.PRESENT, "in the present or the future"),
    ):
        for word in words:
            if pattern.search(word):
                return Answer(False, f"“{word}” is {what}: use the past")
    return Answer(False, f"“{words[-1]}” is not in the past")


def _view(words: Sequence[str], acts: Sequence[int]) -> Answer:
    for before, word in pairwise(("", *words)):
        us = word in known.OURS and before not in known.PREPOSITIONS
        if us or word in known.OUR_PEOPLE:
            return Answer(False, ours(word))
    for at in acts:
        answer = _view_of_act(words, at)
        if answer.value is not None:
            return answer
    return _view_without_act(words, acts)


def _view_of_act(words: Sequence[str], at: int) -> Answer:
    buyer = any(
        word in known.BUYERS and before not in known.PREPOSITIONS
        for before, word in pairwise(("", *words))
    )
    agent = any(word in known.BUYERS and word.endswith(("ом", "ем", "ами", "ой")) for word in words)
    verb = bool(known.PAST_VERB.search(words[at])) or not _is_passive(words[at])
    they_to_us = verb and bool(known.US_AS_OBJECT.intersection(words))
    if they_to_us or (buyer and (verb or agent)):
        return YES
    answer = known.ACTS.view(words, at)
    if answer.value and at == 0 and verb and words[0].endswith(("ли", "лись")):
        return answer if words[0].startswith(known.TOGETHER) else UNKNOWN
    return answer


def _view_without_act(words: Sequence[str], acts: Sequence[int]) -> Answer:
    if acts:
        return UNKNOWN
    if known.INFINITIVE.search(words[0]):
        return Answer(False, ours(words[0]))
    if words[0].endswith(("аем", "яем", "уем", "дем", "вим", "ним")):
        return Answer(False, ours(words[0]))
    return UNKNOWN
