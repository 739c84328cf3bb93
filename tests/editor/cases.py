"""What the tests of the schema share: the file with every key, mistakes in it, their places."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from playbookgen.load import parse_document
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.problems import Location
from playbookgen.validate.annotations import hints, model_at, strip
from playbookgen.validate.json_schema import MODEL_BY_KIND
from playbookgen.validate.schema import (
    validate_library,
    validate_playbook,
    validate_workspace,
)

EVERY_KEY = Path(__file__).parent / "every-key.yaml"
VALIDATE = {
    "playbook": validate_playbook,
    "library": validate_library,
    "workspace": validate_workspace,
}
UNKNOWN = "zz-not-a-key"
"""So unlike every key that none can be meant by it."""


class Place(NamedTuple):
    """A line and column of a file, both from 1."""

    line: int
    column: int


class Mistake(NamedTuple):
    """A definition with one mistake in it."""

    name: str
    text: str


def place(location: Location) -> Place:
    """The place of a location."""
    return Place(location.line, location.column)


def our_places(text: str, kind: str = "playbook") -> set[Place]:
    """Where our own schema finds something wrong."""
    found = {place(problem.location) for problem in VALIDATE[kind](parsed(text)).problems}
    return {after_dash(text, at) for at in found}


def after_dash(text: str, at: Place) -> Place:
    """Where an item itself begins, if its dash is meant: other tools have no place for that."""
    is_dash = text.splitlines()[at.line - 1][at.column - 1 :].startswith("- ")
    return at._replace(column=at.column + 2) if is_dash else at


def parsed(text: str) -> SourceDocument:
    """The document that the text holds."""
    document = parse_document(text.encode(), shown="case.yaml").document
    assert document
    return document


def every_key() -> dict[str, Any]:
    """The file with every key, all of its values as text."""
    data: dict[str, Any] = yaml.load(EVERY_KEY.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 # makes text only
    return data


def mistakes() -> Iterator[Mistake]:
    """The file with every key, again and again, with one mistake at each place that can hold it."""
    data = every_key()
    root = MODEL_BY_KIND["playbook"]
    for path, value in walk(data):
        owner = model_at(root, path[:-1])
        name = ".".join(map(str, path))
        for kind, wrong in _wrong_values(value):
            if isinstance(wrong, list) and _is_way(path):
                continue  # such a list is judged as a whole, since it stands for a mapping
            yield Mistake(f"{kind} at {name}", _written(_with(data, path, wrong)))
        if owner and owner.model_fields[str(path[-1])].is_required():
            yield Mistake(f"nothing at {name}", _written(_without(data, path)))
        for bad in _wrong_keys(root, data, path):
            changed = _with(data, (*path[:-1], bad), value)
            yield Mistake(f"{bad} beside {name}", _written(changed))


def walk(node: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value below a node, with its path."""
    steps = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in steps:
        yield (*path, key), value
        if not isinstance(value, str):
            yield from walk(value, (*path, key))


def _wrong_values(value: Any) -> Iterator[tuple[str, Any]]:
    """Values of other shapes and words, whatever the place asks for."""
    yield "a list in a list", [["x", "y"]]
    yield "nothing but quotes", ""
    yield "an unlikely word", "?!"
    if isinstance(value, str):
        yield "an unknown mapping", {UNKNOWN: "x"}


def _is_way(path: KeyPath) -> bool:
    return path[-1] == "next" or (path[0] == "transitions" and len(path) == 2)


def _wrong_keys(root: type[BaseModel], data: dict[str, Any], path: KeyPath) -> tuple[str, ...]:
    """Keys that do not fit beside the first key of a mapping; beside the others they would not."""
    beside = _at(data, path[:-1])
    if isinstance(beside, list) or next(iter(beside)) != path[-1] or "exceptions" in path:
        return ()
    return (UNKNOWN,) if model_at(root, path[:-1]) else ("Bad Id", "index", "x" * 61)


def _with(data: dict[str, Any], path: KeyPath, value: Any) -> dict[str, Any]:
    changed = deepcopy(data)
    _at(changed, path[:-1])[path[-1]] = value
    return changed


def _without(data: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    changed = deepcopy(data)
    del _at(changed, path[:-1])[path[-1]]
    return changed


def _at(node: Any, path: KeyPath) -> Any:
    for step in path:
        node = node[step]
    return node


def _written(data: dict[str, Any]) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=1000)


class Level(NamedTuple):
    """A place in a file of a kind where keys of a class may be written."""

    kind: str
    path: KeyPath
    model: type[BaseModel]


def levels(kind: str) -> Iterator[Level]:
    """Every level of a kind of file at which the model names the keys; each class path once."""
    yield from _levels(Level(kind, (), MODEL_BY_KIND[kind]))


def _levels(level: Level) -> Iterator[Level]:
    yield level
    for name, hint in hints(level.model).items():
        steps, model = _entity(hint)
        if model:
            yield from _levels(Level(level.kind, (*level.path, name, *steps), model))


def _entity(hint: Any) -> tuple[KeyPath, type[BaseModel] | None]:
    """The steps from a field to the entities in it, and their class."""
    base = strip(hint)[0]
    if isinstance(base, type) and issubclass(base, BaseModel):
        return (), base
    if get_origin(base) in (Union, UnionType) or not get_args(base):
        return (), None
    steps, model = _entity(get_args(base)[-1])
    return (("an-id" if get_origin(base) is dict else 0), *steps), model
