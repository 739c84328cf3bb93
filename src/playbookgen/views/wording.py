"""Small print and descriptions of maps, in the edition's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from playbookgen.locales import words_for
from playbookgen.model.playbook import Edition, Role
from playbookgen.model.values import Duration

Words = Mapping[str, str]
_UNIT = re.compile(r" ?(min|h|hour|day|week|month|year)s?$")


def words_of(edition: Edition) -> Words:
    """The tool's own words in the edition's language."""
    return words_for(edition.language)


def listed(parts: Iterable[str], words: Words) -> str:
    """The parts that say something, one after the other."""
    return words["view_list"].join(part for part in parts if part)


def names(roles: Iterable[Role], words: Words) -> str:
    """The titles of roles."""
    return listed((role.title for role in roles), words)


def span(duration: Duration | None, words: Words) -> str:
    """A duration with its unit in the edition's language."""
    if duration is None:
        return ""
    unit = _UNIT.search(duration.written)
    if unit is None:
        return duration.written
    number = duration.written[: unit.start()].replace(" ", "").replace("-", "–")
    name = "hour" if unit[1] == "h" else unit[1]
    form = "one" if number == "1" else "many"
    return words[f"view_{name}_{form}"].format(number=number)


def lines(*parts: str) -> str:
    """Small print with a line for each part that says something."""
    return "\n".join(part for part in parts if part)
