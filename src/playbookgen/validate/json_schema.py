"""The JSON Schema of the authoring format, for editors: what pydantic knows, made for YAML.

Where a value may be written in several shapes, one schema names all their types and the keywords
of each: a keyword judges values of its own type alone, so a mistake is reported once, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from playbookgen.model import values
from playbookgen.model.definition import (
    LibraryDefinition,
    PlaybookDefinition,
    WorkspaceDefinition,
)
from playbookgen.model.fields import Entity, ShortForm

Schema = dict[str, Any]

MODEL_BY_KIND: dict[str, type[Entity]] = {
    "playbook": PlaybookDefinition,
    "library": LibraryDefinition,
    "workspace": WorkspaceDefinition,
}
_SCALARS = ["string", "number", "boolean"]
_REF = "#/$defs/"
_NEVER_HELPFUL = ("title", "default", "discriminator")


def json_schema(kind: str) -> Schema:
    """The JSON Schema (draft 2020-12) of a kind of file: `playbook`, `library` or `workspace`."""
    raw = MODEL_BY_KIND[kind].model_json_schema(mode="validation", schema_generator=_Generator)
    definitions = raw.pop("$defs", {})
    editor = _ForEditors(definitions)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **editor.tidied(raw),  # without a title: editors would show it above every description
        "$defs": {name: editor.definition(name) for name in sorted(definitions)},
    }


class _Generator(GenerateJsonSchema):
    """Pydantic's own, but what the keys of a mapping must be is kept in every case."""

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """A mapping with what its keys and its values may be."""
        return {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }


class _ForEditors:
    """Makes schemas of pydantic's into such as help somebody who writes YAML."""

    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        self._definitions = definitions
        self._short_forms = {cls.__name__: cls for cls in _subclasses(ShortForm)}

    def definition(self, name: str) -> Schema:
        """A class of the model: its long form, and the text that may stand for it."""
        long = self.tidied(self._definitions[name])
        cls = self._short_forms.get(name)
        key = cls.short_key() if cls else ""
        required = set(long.get("required", ()))
        if not key or not required <= {key}:
            return long
        short = dict(long["properties"][key])
        if not required:
            short = {"type": [*short["type"], "null"]}  # nothing at all may stand for it, too
        return _merged([short, long], description=long["description"])

    def tidied(self, node: Schema) -> Schema:
        """A schema in which each value has one shape, or the shapes of one or many."""
        description = node.get("description", "")
        if "anyOf" in node:
            return _described(self._alternatives(node["anyOf"]), description)
        if node.get("type") == "array":
            return _described(self._one_or_many(node["items"]), description)
        if "propertyNames" in node:
            return _described(self._mapping(node), description)
        tidy = {key: value for key, value in node.items() if key not in _NEVER_HELPFUL}
        if "properties" in tidy:
            tidy["properties"] = {
                key: self.tidied(each) for key, each in node["properties"].items()
            }
        return _described(_exact(tidy), description)

    def _alternatives(self, alternatives: Iterable[Schema]) -> Schema:
        """One schema for all of them; pydantic's null is what is left out in YAML."""
        written = [self.tidied(item) for item in alternatives if item != {"type": "null"}]
        return written[0] if len(written) == 1 else _merged(map(self._followed, written))

    def _one_or_many(self, items: Schema) -> Schema:
        """A list, which may be written as its one item."""
        item = self.tidied(items)
        return _merged([self._followed(item), {"type": "array", "items": item}])

    def _mapping(self, node: Schema) -> Schema:
        """A mapping by id; where any text may be a key, its keys are not judged."""
        keys, items = self.tidied(node["propertyNames"]), self.tidied(node["additionalProperties"])
        if keys.get("type") != "string":
            return {"type": "object", "additionalProperties": items}
        return {
            "type": "object",
            "patternProperties": {keys["pattern"]: items},
            "additionalProperties": False,
        }

    def _followed(self, schema: Schema) -> Schema:
        reference = schema.get("$ref", "")
        return self.definition(reference.removeprefix(_REF)) if reference else schema


def _merged(alternatives: Iterable[Schema], *, description: str = "") -> Schema:
    """One schema for values of several types, each judged by the keywords of its own."""
    merged: Schema = {}
    types: list[str] = []
    patterns: list[str] = []
    for schema in map(_as_pattern, alternatives):
        types += _listed(schema["type"])
        patterns += _listed(schema.get("pattern", []))
        merged |= {key: value for key, value in schema.items() if key != "description"}
    merged["type"] = list(dict.fromkeys(types)) if len(set(types)) > 1 else types[0]
    if patterns:
        merged["pattern"] = _either(patterns)
    return _described(merged, description)


def _either(patterns: Iterable[str]) -> str:
    """A pattern that fits where one of these does; one that is part of another adds nothing."""
    distinct = list(dict.fromkeys(patterns))
    whole = [one for one in distinct if not any(one in other for other in distinct if other != one)]
    return "|".join(whole)


def _as_pattern(schema: Schema) -> Schema:
    """Words to choose from as a pattern, since other types would not be among them."""
    words = schema.get("enum") or ([schema["const"]] if "const" in schema else [])
    if not words:
        return dict(schema)
    if words == [""]:
        return {"type": ["string", "null"], "pattern": "^$"}
    rest = {key: value for key, value in schema.items() if key not in ("enum", "const")}
    examples = {"examples": words} if len(words) > 1 else {}
    return {**rest, "type": "string", "pattern": f"^({'|'.join(words)})$", **examples}


def _described(schema: Schema, description: str) -> Schema:
    """The schema with its description in front; with one for Markdown if it quotes keys."""
    words = {"description": description} if description else {}
    if "`" in description:
        words["markdownDescription"] = description
    return {**words, **{key: value for key, value in schema.items() if key not in words}}


def _exact(schema: Schema) -> Schema:
    """A single value as strictly as an editor can judge it, with words for what does not fit."""
    if schema.get("type") == _SCALARS:
        return {**schema, "pattern": r"\S", "patternErrorMessage": "This needs some text."}
    if any(word is True for word in schema.get("enum", ())):
        return {"type": ["boolean", "string"], "pattern": "^(true|false|yes|no)$"}
    if "enum" in schema:
        return {key: value for key, value in schema.items() if key != "type"}
    pattern = schema.get("pattern")
    if schema.get("format") == "date":
        return _strict(_DATE)
    return _strict(_EXACT[pattern]) if pattern in _EXACT else schema


def _strict(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": _ERROR[pattern]}


def _cure(parse: Callable[[str], object]) -> str:
    """What the parser of a value answers to what is none."""
    try:
        parse("?")
    except ValueError as error:
        words = str(error)
    return f"{words[:1].upper()}{words[1:]}."


def _listed(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else words


def _subclasses(cls: type[BaseModel]) -> list[type[Any]]:
    direct = cls.__subclasses__()
    return [*direct, *(below for child in direct for below in _subclasses(child))]


_RESERVED = "|".join(
    dict.fromkeys(re.sub("[0-9]$", "[0-9]", word) for word in sorted(values.RESERVED_SLUGS))
)
_ID = rf"^(?=.{{1,{values.MAX_SLUG}}}$)(?!({_RESERVED})$)" + values.SLUG_PATTERN.removeprefix("^")
_PERCENT = r"^(0?[0-9]{1,2}(\.[0-9]+)?|100(\.0+)?) ?%$"
_DATE = (
    r"^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    r"|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
)
_EXACT = {
    values.SLUG_PATTERN: _ID,
    values.PERCENT_PATTERN: _PERCENT,
    values.DURATION_PATTERN: values.DURATION_PATTERN,
    values.LANGUAGE_PATTERN: values.LANGUAGE_PATTERN,
    values.MONEY_PATTERN: values.MONEY_PATTERN,
}
_ERROR = {
    _ID: _cure(values.parse_slug),
    _PERCENT: _cure(values.parse_percent),
    _DATE: _cure(values.parse_date),
    values.DURATION_PATTERN: _cure(values.parse_duration),
    values.LANGUAGE_PATTERN: _cure(values.parse_language),
    values.MONEY_PATTERN: _cure(values.parse_money),
}
