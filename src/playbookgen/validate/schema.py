"""Source documents to definitions: pydantic's errors become problems with places and cures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from playbookgen.model.definition import (
    LibraryDefinition,
    PlaybookDefinition,
    WorkspaceDefinition,
)
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.model.values import parse_slug
from playbookgen.problems import Problem, printable
from playbookgen.validate.annotations import hints, model_at
from playbookgen.validate.suggest import did_you_mean, nearest

M = TypeVar("M", bound=BaseModel)

UNKNOWN_KEY = "PB201"
MISSING_KEY = "PB202"
WRONG_VALUE = "PB203"
WRONG_SHAPE = "PB204"
BAD_ID = "PB205"
UNKNOWN_FORMAT = "PB206"

_SHAPES = {
    "dict_type": "This must be a mapping: keys and values, indented below it.",
    "model_type": "This must be a mapping: keys and values, indented below it.",
    "model_attributes_type": "This must be a mapping: keys and values, indented below it.",
    "list_type": "This must be a list: each item on a line of its own after “- ”.",
    "string_type": "This must be a single text.",
}


class Validated(NamedTuple):
    """A definition, or the problems that kept it from being one."""

    definition: Any
    problems: tuple[Problem, ...]


def validate_playbook(document: SourceDocument) -> Validated:
    """The playbook definition that `document` holds."""
    return _validate(document, PlaybookDefinition)


def validate_library(document: SourceDocument) -> Validated:
    """The library definition that `document` holds."""
    return _validate(document, LibraryDefinition)


def validate_workspace(document: SourceDocument) -> Validated:
    """The workspace definition that `document` holds."""
    return _validate(document, WorkspaceDefinition)


def _validate(document: SourceDocument, model: type[M]) -> Validated:
    try:
        return Validated(model.model_validate(document.data), ())
    except ValidationError as error:
        details = [
            detail
            for detail in error.errors(include_url=False, include_input=False)
            if not ("[key]" in detail["loc"] and detail["type"] == "literal_error")
        ]  # an id that is neither an id nor one of the words that stand for one is said once
        problems = [_problem(document, model, detail) for detail in details]
        return Validated(None, tuple(_without_echoes(document, model, details, problems)))


def _without_echoes(
    document: SourceDocument,
    model: type[BaseModel],
    details: list[ErrorDetails],
    problems: list[Problem],
) -> Iterator[Problem]:
    """The problems, less the missing keys that are there with a typing error, and named so."""
    mistyped: dict[KeyPath, list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = source_path(document.data, detail["loc"])[0]
            owner = model_at(model, path[:-1])
            meant = nearest(str(path[-1]), hints(owner)) if owner else ""
            mistyped.setdefault(path[:-1], []).append(meant)
    for detail, problem in zip(details, problems, strict=True):
        path = source_path(document.data, detail["loc"])[0]
        if detail["type"] != "missing" or path[-1] not in mistyped.get(path[:-1], ()):
            yield problem


def _problem(document: SourceDocument, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    path, about_key = source_path(document.data, detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(document, model, path)
    if kind == "missing":
        short = path[-1:] != detail["loc"][-1:]
        return (_too_short if short else _missing_key)(document, model, path)
    if path == ("format",):
        return Problem(
            UNKNOWN_FORMAT,
            "This version of the format is not known here",
            document.locate(path),
            "Write format: 1.",
        )
    if about_key:
        written = detail["loc"][detail["loc"].index("[key]") - 1]
        return Problem(
            BAD_ID,
            "This id cannot be used",
            document.locate(path, key=path[-1] == written),
            _sentence(_own_words(detail)) + _better_id(str(written)),
        )
    if kind in _SHAPES:
        return Problem(
            WRONG_SHAPE, f"{_name(path)} has the wrong shape", document.locate(path), _SHAPES[kind]
        )
    return Problem(
        WRONG_VALUE,
        f"{_name(path)} has a value that does not fit",
        document.locate(path),
        _sentence(_own_words(detail)),
    )


def _unknown_key(document: SourceDocument, model: type[BaseModel], path: KeyPath) -> Problem:
    owner = model_at(model, path[:-1])
    known = list(hints(owner)) if owner else []
    written = document.data
    for step in path[:-1]:
        written = written[step]  # type: ignore[index]  # the path was just walked by pydantic
    key = str(path[-1])
    return Problem(
        UNKNOWN_KEY,
        f"“{printable(key)}” is not a key of {_noun(owner)}",
        document.locate(path, key=True),
        _cure_for_key(key, known, written),
    )


def _cure_for_key(key: str, known: list[str], written: Mapping[str, Any]) -> str:
    best = nearest(key, known)
    if best and best in written:
        return f"Did you mean “{best}”? It is written here already."
    return did_you_mean(key, [name for name in known if name not in written])


def _missing_key(document: SourceDocument, model: type[BaseModel], path: KeyPath) -> Problem:
    owner = model_at(model, path[:-1])
    field = owner.model_fields.get(str(path[-1])) if owner else None
    meaning = f" ({field.description.rstrip('.')})" if field and field.description else ""
    holder = _name(path[:-1]) if path[:-1] else "The file"
    return Problem(
        MISSING_KEY,
        f"{holder} has no “{path[-1]}”",
        document.locate(path[:-1], key=True),
        f"Add “{path[-1]}”{meaning}.",
    )


def _too_short(document: SourceDocument, model: type[BaseModel], path: KeyPath) -> Problem:
    owner = model_at(model, path)
    fields = owner.model_fields if owner else {}
    needed = [name for name, field in fields.items() if field.is_required()]
    return Problem(
        WRONG_SHAPE,
        f"{_name(path)} is written as one text, which cannot say all that {_noun(owner)} needs",
        document.locate(path),
        f"Write it as a mapping with {' and '.join(needed)}.",
    )


def source_path(data: Mapping[str, Any], loc: tuple[int | str, ...]) -> tuple[KeyPath, bool]:
    """Pydantic's location as a path of the source's data, and whether the key itself is meant."""
    about_key = "[key]" in loc
    steps = loc[: loc.index("[key]")] if about_key else loc
    path: list[int | str] = []
    here: Any = data
    for step in steps:
        if isinstance(here, str):
            # The branches of a union, and what a short form stands for, are not in the source.
            break
        if step == 0 and isinstance(here, Mapping):
            continue  # one mapping, written for the list that would hold it alone
        path.append(step)
        here = _below(here, step)
    return tuple(path), about_key


def _below(here: Any, step: int | str) -> Any:
    if isinstance(here, Mapping):
        return here.get(step)
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        return here[step]
    return None


def _own_words(detail: ErrorDetails) -> str:
    if detail["type"] == "literal_error":
        return "write " + str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    return detail["msg"].removeprefix("Value error, ")


def _better_id(written: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-")
    try:
        return f" Write “{parse_slug(slug)}”, for example."
    except ValueError:
        return ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _name(path: KeyPath) -> str:
    return printable(".".join(str(step) for step in path)) or "The file"


def _noun(owner: type[BaseModel] | None) -> str:
    if owner is None:
        return "this"
    noun = owner.__name__.removesuffix("Definition")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in noun).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
