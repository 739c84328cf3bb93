"""The JSON Schema of the authoring format, for editors: what pydantic knows, made for YAML."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from playbookgen.model.definition import (
    LibraryDefinition,
    PlaybookDefinition,
    WorkspaceDefinition,
)
from playbookgen.model.fields import Entity, ShortForm

MODEL_BY_KIND: dict[str, type[Entity]] = {
    "playbook": PlaybookDefinition,
    "library": LibraryDefinition,
    "workspace": WorkspaceDefinition,
}
_SCALARS = ["string", "number", "boolean"]


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a kind of file: `playbook`, `library` or `workspace`."""
    model = MODEL_BY_KIND[kind]
    schema = model.model_json_schema(mode="validation")
    definitions = schema.get("$defs", {})
    short_forms = {cls.__name__: cls for cls in _subclasses(ShortForm)}
    for name, definition in definitions.items():
        if name in short_forms:
            definitions[name] = _with_short_form(definition, short_forms[name])
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": f"playbookgen {kind}, format 1",
        **_tidied({key: value for key, value in schema.items() if key != "title"}),
    }


def _with_short_form(definition: dict[str, Any], cls: type[ShortForm]) -> dict[str, Any]:
    """A long form, or the one text that stands for its short key where that is enough."""
    required = set(definition.get("required", ()))
    if not required <= {cls.short_key()}:
        return definition
    scalars = [*_SCALARS, "null"] if not required else _SCALARS
    description = definition.get("description", "")
    return {"description": description, "anyOf": [{"type": scalars}, definition]}


def _subclasses(cls: type[BaseModel]) -> list[type[Any]]:
    direct = cls.__subclasses__()
    return [*direct, *(below for child in direct for below in _subclasses(child))]


def _tidied(node: Any) -> Any:
    """The schema without what helps nobody in an editor: generated titles, null alternatives."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy: dict[str, Any] = {
        key: _tidied_properties(value) if key in ("properties", "$defs") else _tidied(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and key != "default"
    }
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if tidy.get("type") == "array":
        # Every list of the format may be written as its one item.
        description = {"description": tidy.pop("description")} if "description" in tidy else {}
        return {**description, "anyOf": [tidy["items"], tidy]}
    return _without_null(tidy)


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    alternatives = [item for item in node.get("anyOf", ()) if item != {"type": "null"}]
    if len(alternatives) != 1:
        return node
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**alternatives[0], **rest}


def _tidied_properties(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: _tidied(schema) for name, schema in properties.items()}
