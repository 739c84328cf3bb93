"""What a playbook uses of the library becomes part of its definition; origins are remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from playbookgen.locales import words_for
from playbookgen.model.definition import (
    Framework,
    Letter,
    LibraryDefinition,
    PlaybookDefinition,
    Uses,
)
from playbookgen.model.source import SourceDocument, SourceSet
from playbookgen.problems import Problem, Related

UNKNOWN_ITEM = "PB321"
DECLARED_TWICE = "PB322"
SECTIONS = tuple(Uses.model_fields)
BANT = ("budget", "authority", "need", "timeline")


class LibraryItem(NamedTuple):
    """One item of the library, and the file that says it."""

    item: Any
    document: SourceDocument


@dataclass(frozen=True, slots=True)
class Library:
    """The library of a workspace: every item by section, id and language, with its file."""

    items: Mapping[tuple[str, str], Mapping[str, LibraryItem]] = field(default_factory=dict)

    def ids(self, section: str) -> list[str]:
        """The ids of a section."""
        return [id_ for where, id_ in self.items if where == section]

    def find(self, section: str, id_: str, *, language: str) -> LibraryItem | None:
        """The item in that language; where it is not written in it, the first one there is."""
        versions = self.items.get((section, id_), {})
        return versions.get(language) or next(iter(versions.values()), None)


@dataclass(frozen=True, slots=True)
class Composed:
    """A definition with what it uses, where each part was written, and what was not found."""

    definition: PlaybookDefinition
    sources: SourceSet
    problems: tuple[Problem, ...] = ()


def library_of(
    files: Iterable[tuple[SourceDocument, LibraryDefinition]],
) -> tuple[Library, tuple[Problem, ...]]:
    """The library that these files make, and the ids that two of one language declare."""
    items: dict[tuple[str, str], dict[str, LibraryItem]] = {}
    problems = []
    for document, definition in files:
        for section in SECTIONS:
            for id_, item in getattr(definition, section).items():
                versions = items.setdefault((section, id_), {})
                if definition.language in versions:
                    first = versions[definition.language].document
                    problems.append(_twice((section, id_), document, first))
                    continue
                versions[definition.language] = LibraryItem(item, document)
    return Library(items), tuple(problems)


def with_library(
    document: SourceDocument, definition: PlaybookDefinition, library: Library
) -> Composed:
    """The definition with every item that it uses; its own item of the same id goes first."""
    sections: dict[str, dict[str, Any]] = {}
    origins: dict[tuple[str, str], SourceDocument] = {}
    problems = []
    for section in SECTIONS:
        own = getattr(definition, section)
        used: dict[str, Any] = {}
        for index, id_ in enumerate(getattr(definition.uses, section)):
            found = library.find(section, id_, language=definition.language)
            if found is None:
                problems.append(_unknown(document, section, index, id_, library))
            elif id_ not in own:
                used[id_], origins[section, id_] = found
        if used:
            sections[section] = {**used, **own}
    frameworks = sections.get("frameworks", definition.frameworks)
    if definition.qualification == "bant" and "bant" not in frameworks:
        sections["frameworks"] = {**frameworks, "bant": _bant(definition.language)}
    composed = definition.model_copy(update=sections) if sections else definition
    return Composed(composed, SourceSet(document, origins), tuple(problems))


def _bant(language: str) -> Framework:
    """The built-in framework BANT (budget, authority, need, timeline) in a language."""
    words = words_for(language)
    letters = {
        id_: Letter(title=words[f"bant_{id_}"], question=words[f"bant_{id_}_question"])
        for id_ in BANT
    }
    return Framework(title="BANT", summary=words["bant_summary"], letters=letters)


def _unknown(
    document: SourceDocument, section: str, index: int, id_: str, library: Library
) -> Problem:
    known = library.ids(section)
    shown = ", ".join(known[:12]) or "nothing"
    return Problem(
        UNKNOWN_ITEM,
        f"The library has no “{id_}” among its {section}",
        document.locate(("uses", section, index)),
        f"It has there: {shown}.",
    )


def _twice(key: tuple[str, str], document: SourceDocument, first: SourceDocument) -> Problem:
    return Problem(
        DECLARED_TWICE,
        f"“{key[1]}” is declared in another file of the library in this language already",
        document.locate(key, key=True),
        "Keep one of the two, or give one of them another id.",
        related=(Related(first.locate(key, key=True), "the first one"),),
    )
