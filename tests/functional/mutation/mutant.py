"""A playbook without one required statement, and what is to be found in it then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.functional.mutation.text import Cut, Path, Written


class Expected(NamedTuple):
    """A finding: its code, the lines (from 1) one of which it stands on, and a word it says."""

    code: str
    lines: frozenset[int]
    says: str


@dataclass(frozen=True)
class Mutant:
    """A playbook's text without a statement."""

    playbook: str
    kind: str
    path: Path
    text: str = field(repr=False)
    expected: frozenset[Expected]


@dataclass(frozen=True)
class Example:
    """A playbook as it is written, and the library that it stands beside."""

    id: str
    written: Written
    library: dict[str, dict[str, Any]]
    """Each section of the library in the playbook's language: items by id."""

    @property
    def data(self) -> dict[str, Any]:
        """The playbook as plain data."""
        return self.written.data

    def items(self, section: str) -> dict[str, Any]:
        """The items of a section, those that the playbook uses of the library before its own."""
        used = many(self.data.get("uses", {}).get(section))
        return {
            **{id_: self.library[section][id_] for id_ in used},
            **self.data.get(section, {}),
        }

    def without(self, kind: str, path: Path, findings: Iterable[Finding]) -> Iterable[Mutant]:
        """The mutant that lacks what stands at a path, if that can be cut."""
        path = self.written.as_written(path)
        cut = self.written.cut(path)
        if cut:
            yield self.mutant(kind, path, cut, findings, gone=path)

    def mutant(
        self, kind: str, path: Path, cut: Cut, findings: Iterable[Finding], gone: Path = ("",)
    ) -> Mutant:
        """The mutant that a cut makes."""
        expected = frozenset(
            Expected(
                code, frozenset({cut.line_after(self.written.place(place, gone)) + 1}), str(says)
            )
            for code, place, says in findings
        )
        return Mutant(self.id, kind, path, cut.text, expected)


class Finding(NamedTuple):
    """What is to be found: the rule's code, the path of its place, and a word that it says."""

    code: str
    place: Path
    says: str | int


def many(value: Any) -> list[Any]:
    """A list, of one item if it is written alone, of none if it is left out."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]
