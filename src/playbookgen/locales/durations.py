"""Durations in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playbookgen.model.values import Duration

_UNIT = re.compile(r" ?(min|h|hour|day|week|month|year)s?$")


def span(duration: Duration | None, words: Mapping[str, str]) -> str:
    """A duration with its unit in the language of `words`; empty where there is none."""
    if duration is None:
        return ""
    unit = _UNIT.search(duration.written)
    if unit is None:
        return duration.written
    number = duration.written[: unit.start()].replace(" ", "").replace("-", "–")
    name = "hour" if unit[1] == "h" else unit[1]
    form = "one" if number == "1" else "many"
    return words[f"view_{name}_{form}"].format(number=number)
