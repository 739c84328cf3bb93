"""What can still be judged of a definition with mistakes in it: whether its ids lead somewhere.

All problems of a run are to be named at once, and a mistyped key must not hide a dangling id. So
the parts with mistakes are taken out, or filled in where the model needs them, until a definition
stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.source import KeyPath, SourceDocument, SourceSet
from playbookgen.model.values import Percent
from playbookgen.problems import Problem
from playbookgen.validate.annotations import Reference, hints, model_at, strip
from playbookgen.validate.judging import problem_of
from playbookgen.validate.rules import references
from playbookgen.validate.rules.base import Check, Finding, Subject
from playbookgen.validate.schema import source_path
from playbookgen.validate.suggest import nearest

_ROUNDS = 4
_FILLING = "xx"
"""Passes as a text, an id and a language; no problem that lies in a filling is ever shown."""
_ITEM_DEPTH = 2
"""A section and an id in it: what is taken out there is no longer declared."""
_HOMES = {"letters": ("frameworks", "qualification"), "principles": ("methodologies",)}
"""The sections in which ids are declared that stand in none of their own."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A definition without its mistakes, and the ids and sections that were lost with them."""

    definition: PlaybookDefinition
    lost: frozenset[str]


def salvage(document: SourceDocument) -> Salvaged | None:
    """What is left of a definition that the schema refuses; None if nothing sound is."""
    data = _plain(document.data)
    lost: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return Salvaged(PlaybookDefinition.model_validate(data), frozenset(lost))
        except ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                _mend(data, detail, lost)
    return None


def check_salvaged(
    sources: SourceSet, salvaged: Salvaged, workspace: WorkspaceDefinition
) -> list[Problem]:
    """The ids of a salvaged definition that lead nowhere, whatever else is wrong with it."""
    subject = Subject(salvaged.definition, workspace, sources.library.keys())
    return [
        problem_of(sources, rule, finding, rule.severity)
        for rule in references.RULES
        for finding in _certain(salvaged, subject, rule.check)
        if _stands(sources.own, finding.path)
    ]


def _certain(salvaged: Salvaged, subject: Subject, check: Check) -> Iterator[Finding]:
    """The findings that no mistake elsewhere explains."""
    if check is references.check_references:
        for reference, finding in references.dangling(salvaged.definition):
            if not salvaged.lost & _explanations(reference):
                yield finding
        return
    if check is references.check_bodies and "axes" in salvaged.lost:
        return
    for finding in check(subject):
        if not salvaged.lost & {str(step) for step in finding.path}:
            yield finding


def _explanations(reference: Reference) -> set[str]:
    sections = reference.refers_to.sections
    homes = {section.partition(".")[0] for section in sections}
    return {reference.id, *homes, *(home for name in sections for home in _HOMES.get(name, ()))}


def _stands(document: SourceDocument, path: KeyPath) -> bool:
    here: Any = document.data
    for step in path:
        in_list = isinstance(here, list) and isinstance(step, int) and step < len(here)
        if in_list or (isinstance(here, Mapping) and step in here):
            here = here[step]
        elif step != 0:  # else it is the one item of a list, written without its dash
            return isinstance(here, str) and here == step
    return True


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(item) for item in node] if isinstance(node, list) else node


def _mend(data: dict[str, Any], detail: ErrorDetails, lost: set[str]) -> None:
    """Takes one mistake out of the data, or fills in what is missing."""
    path, about_key = source_path(data, detail["loc"])
    if not path:
        return
    if len(path) <= _ITEM_DEPTH or about_key:
        lost |= {str(path[0]), str(path[-1])}
    holder, last = _at(data, path[:-1]), path[-1]
    if detail["type"] == "missing" and isinstance(holder, dict):
        holder[str(last)] = _filling(path)
        if isinstance(holder[str(last)], dict):
            lost |= {str(path[0]), str(last)}  # whatever it would have declared
    elif isinstance(holder, dict) and last in holder:
        if detail["type"] == "extra_forbidden" and len(path) == 1:
            lost.add(nearest(str(last), PlaybookDefinition.model_fields))
        del holder[last]
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        holder[last] = _FILLING


def _at(data: Any, path: KeyPath) -> Any:
    here = data
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def _filling(path: KeyPath) -> Any:
    """A value that a required field takes."""
    owner = model_at(PlaybookDefinition, path[:-1])
    base = strip(hints(owner)[str(path[-1])])[0] if owner else str
    if get_origin(base) is Literal:
        return get_args(base)[0]
    if get_origin(base) is dict:
        return {}
    return "1%" if base is Percent else _FILLING
