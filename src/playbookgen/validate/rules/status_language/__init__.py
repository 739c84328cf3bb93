"""Whether a deal stage is in the past tense and from the buyer's viewpoint, by language."""

from __future__ import annotations

import re
from collections.abc import Callable

from playbookgen.validate.rules.status_language import english, japanese, romanian, russian
from playbookgen.validate.rules.status_language.verdict import Verdict

JUDGE_BY_LANGUAGE: dict[str, Callable[[str], Verdict]] = {
    "en": english.judge,
    "ja": japanese.judge,
    "ro": romanian.judge,
    "ru": russian.judge,
}
SCRIPT_BY_LANGUAGE = {
    "ja": re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9d]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
LONGEST_STATUS = 500
"""What stands behind is not read: no deal stage is that long."""

__all__ = ["JUDGE_BY_LANGUAGE", "Verdict", "judge_status"]


def judge_status(text: str, language: str) -> Verdict:
    """Whether a status is past and the buyer's; nothing is claimed in a language not known."""
    text = text[:LONGEST_STATUS]
    base = language.casefold().replace("_", "-").partition("-")[0]
    script = SCRIPT_BY_LANGUAGE.get(base)
    if script and not script.search(text):
        base = "en"  # “Closed won” in a Russian or Japanese pipeline
    judge = JUDGE_BY_LANGUAGE.get(base)
    return judge(text) if judge else Verdict(None, None, "")
