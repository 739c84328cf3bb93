"""Small print and descriptions of maps, in the edition's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playbookgen.locales import words_for
from playbookgen.locales.durations import span
from playbookgen.model.playbook import Edition, Role, Stage, Task

__all__ = ["Words", "lines", "listed", "names", "numbered", "only", "span", "words_of"]

Words = Mapping[str, str]


def words_of(edition: Edition) -> Words:
    """The tool's own words in the edition's language."""
    return words_for(edition.language)


def listed(parts: Iterable[str], words: Words) -> str:
    """The parts that say something, one after the other."""
    return words["view_list"].join(part for part in parts if part)


def names(roles: Iterable[Role], words: Words) -> str:
    """The titles of roles."""
    return listed((role.title for role in roles), words)


def numbered(number: int, title: str) -> str:
    """A title after its number, on one line with its first word."""
    return f"{number}.\u00a0{title}"


def only(item: Stage | Task, words: Words) -> str:
    """For which sales types and other variants alone a stage or task holds; empty for all."""
    if not item.holds_for:
        return ""
    return words["map_only"].format(names=listed(item.holds_for, words))


def lines(*parts: str) -> str:
    """Small print with a line for each part that says something."""
    return "\n".join(part for part in parts if part)
