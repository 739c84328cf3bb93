"""Romanian deal stages: participles with and without auxiliary, and whose act they name."""

from __future__ import annotations

from collections.abc import Sequence

from playbookgen.validate.rules.status_language import romanian_words as known
from playbookgen.validate.rules.status_language.acts import ours
from playbookgen.validate.rules.status_language.verdict import (
    UNKNOWN,
    YES,
    Answer,
    Verdict,
    verdict,
)
from playbookgen.validate.rules.status_language.words import without_marks, words_of


def judge(text: str) -> Verdict:
    """The verdict on a Romanian status, written with or without accents."""
    words = words_of(without_marks(text))
    if not words:
        return verdict(past=UNKNOWN, buyer_view=UNKNOWN)
    acts = [at for at in range(len(words)) if _is_act(words, at)]
    return verdict(past=_past(words, acts), buyer_view=_view(words, acts))


def _is_act(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place tells of something done."""
    word = words[at]
    before = words[at - 1] if at else ""
    if not _is_participle(word) or word == "fost" or before in known.SUPINE:
        return False
    state = word.startswith(known.STATES) or _is_denied(word)
    return not state or before in known.AUXILIARIES


def _is_participle(word: str) -> bool:
    if word in known.NOT_PARTICIPLES:
        return False
    if known.ABSTRACT_NOUN.search(word) and not word.startswith(known.VERBS_IN_TA):
        return False
    return any(
        pattern.search(word)
        for pattern in (known.PARTICIPLE, known.PARTICIPLES_IN_S, known.OTHER_PARTICIPLES)
    )


def _is_denied(word: str) -> bool:
    """Whether a participle is denied: nesemnat, neplătit."""
    return bool(known.DENIED.match(word)) and _is_participle(word[2:]) and len(word) > 6


def _past(words: Sequence[str], acts: Sequence[int]) -> Answer:
    before = words[: acts[0]] if acts else words
    for word in before:
        if word in known.TO_COME:
            return Answer(False, f"with “{word}” it has not happened yet: use the past")
    if not acts:
        return Answer(False, _not_past(words))
    if "in" in before and "curs" in before:
        return Answer(False, "“în curs” is going on: use the past")
    if "nu" not in before:
        return YES
    # «Nu a venit» is something that happened, «nu e semnat» is not.
    return UNKNOWN if set(before) & known.AUXILIARIES else Answer(False, "“nu” denies that it was")


def _not_past(words: Sequence[str]) -> str:
    """Why words without a past form are not in the past."""
    for at, word in enumerate(words):
        if _is_participle(word) and (word.startswith(known.STATES) or _is_denied(word)):
            return f"“{word}” is a state: say what happened"
        if at and words[at - 1] in known.SUPINE and _is_participle(word):
            return f"“{words[at - 1]} {word}” is still to be done: use the past"
    if words[0] in known.IMPERATIVES:
        return f"“{words[0]}” is an imperative of ours: use the past"
    for word in words:
        if known.ACTION_NOUN.search(word):
            return f"“{word}” is a noun of action: use the past"
    return f"“{words[-1]}” is not in the past"


def _view(words: Sequence[str], acts: Sequence[int]) -> Answer:
    for word in words:
        if word in known.OURS:
            return Answer(False, ours(word))
    for at in acts:
        answer = _view_of_act(words, at)
        if answer.value is not None:
            return answer
    return _view_without_act(words, acts)


def _view_of_act(words: Sequence[str], at: int) -> Answer:
    before, after = words[:at], words[at + 1 :]
    answer = known.ACTS.view(words, at)
    if _is_active_third_person(before):
        return answer if answer.value else YES if _has_buyer(before) else UNKNOWN
    if ("de" in after or "catre" in after) and _has_buyer(after):
        return YES
    if answer.value and before[-1:] == ["am"]:
        return UNKNOWN  # «Am semnat contractul»: the buyer or we
    if answer.value is None and _is_reflexive(before) and _has_buyer(before):
        return YES
    return answer


def _is_reflexive(before: Sequence[str]) -> bool:
    """Whether “s-a” or “s-au” stands before the participle: «clientul s-a hotărât»."""
    return list(before[-2:]) in (["s", "a"], ["s", "au"])


def _is_active_third_person(before: Sequence[str]) -> bool:
    """Whether “a” or “au” stands before the participle, and no passive: «clientul a trimis»."""
    if "fost" in before or not set(before) & {"a", "au"}:
        return False
    place = max(at for at, word in enumerate(before) if word in {"a", "au"})
    return place == 0 or before[place - 1] != "s"


def _has_buyer(words: Sequence[str]) -> bool:
    return any(word in known.BUYERS or word == "ne" for word in words)


def _view_without_act(words: Sequence[str], acts: Sequence[int]) -> Answer:
    if acts:
        return UNKNOWN
    if words[0] in known.IMPERATIVES or known.PRESENT_OF_US.search(words[0]):
        return Answer(False, ours(words[0]))
    if words[0] == "de":
        return Answer(False, ours(words[-1]))
    return UNKNOWN
