"""The schema for editors: examples fit it, and it finds each mistake where our own checks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.validate.annotations import model_at
from playbookgen.validate.json_schema import MODEL_BY_KIND, json_schema
from tests.editor import cases

ROOT = Path(__file__).parents[3]
DEFINITIONS = ROOT / "tests" / "definitions"
EXAMPLES = [
    *((path, "playbook") for path in sorted(ROOT.glob("playbooks/*/playbook.yaml"))),
    *((path, "library") for path in sorted(ROOT.glob("playbooks/library/*.yaml"))),
    (ROOT / "playbookgen.yaml", "workspace"),
    *((path, "playbook") for path in sorted(DEFINITIONS.glob("valid/*.yaml"))),
    (cases.EVERY_KEY, "playbook"),
]
# The others are about references and rules, which no schema can follow.
INVALID = sorted(DEFINITIONS.glob("invalid/PB20*.yaml"))


class CoreLoader(yaml.CSafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # so PyYAML keeps them


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+0123456789."]),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first
    )
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


@cache
def validator(kind: str) -> Draft202012Validator:
    """A validator of the generated schema."""
    Draft202012Validator.check_schema(json_schema(kind))
    return Draft202012Validator(json_schema(kind))


def schema_places(text: str, kind: str = "playbook") -> set[cases.Place]:
    """Where the generated schema finds something wrong."""
    document = cases.parsed(text)
    data = yaml.load(text, CoreLoader)  # noqa: S506  # a safe loader, with other resolvers
    errors = list(validator(kind).iter_errors(data))
    assert len({tuple(each.absolute_path) for each in errors}) == len(errors), "one mistake twice"
    found = {each for error in errors for each in _places(document, error)}
    return {cases.after_dash(text, at) for at in found}


def _places(document: SourceDocument, error: ValidationError) -> Iterator[cases.Place]:
    path: KeyPath = tuple(error.absolute_path)
    schema = error.schema
    assert isinstance(schema, dict)
    if error.validator == "additionalProperties":
        allowed = [*map(re.escape, schema.get("properties", ()))]
        known = "|".join(f"^{name}$" for name in allowed)
        patterns = [known] * bool(known) + list(schema.get("patternProperties", ()))
        assert isinstance(error.instance, dict)
        for key in error.instance:
            if not any(re.search(pattern, key) for pattern in patterns):
                yield cases.place(document.locate((*path, key), key=True))
    else:
        yield cases.place(document.locate(path, key=error.validator == "required"))


@pytest.mark.parametrize(
    ("path", "kind"), EXAMPLES, ids=[str(path.relative_to(ROOT)) for path, _ in EXAMPLES]
)
def test_every_example_fits_the_schema(path: Path, kind: str) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), CoreLoader)  # noqa: S506 # as above
    assert [error.message for error in validator(kind).iter_errors(data)] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_definition_is_wrong_at_the_same_places(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert schema_places(text) == cases.our_places(text) != set()


def test_the_file_with_every_key_has_every_key() -> None:
    root = MODEL_BY_KIND["playbook"]
    written = {
        (model, path[-1])
        for path, _ in cases.walk(cases.every_key())
        if (model := model_at(root, path[:-1]))
    }
    named = {(at.model, key) for at in cases.levels("playbook") for key in at.model.model_fields}
    assert named - written == set()


@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.slow)])
def test_every_mistake_is_found_at_the_same_places(step: int) -> None:
    differing = {}
    for mistake in islice(cases.mistakes(), 0, None, step):
        ours, theirs = cases.our_places(mistake.text), schema_places(mistake.text)
        if ours != theirs:
            differing[mistake.name] = (ours, theirs)
    assert differing == {}


@pytest.mark.parametrize("kind", MODEL_BY_KIND)
def test_every_key_is_described(kind: str) -> None:
    schema = json_schema(kind)
    for name, each in [("", schema), *schema["$defs"].items()]:
        for key, value in each.get("properties", {}).items():
            assert value.get("description"), f"{name}.{key}"
