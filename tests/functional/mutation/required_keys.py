"""What the schema requires: the keys of each entity, and a declaration of each id in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.validate.annotations import Reference, hints, references, strip
from tests.functional.mutation.mutant import Example, Finding, Mutant, many
from tests.functional.mutation.text import Path

MISSING_KEY, DANGLING, NO_TASK, NO_VARIANT = "PB202", "PB301", "PB302", "PB304"
USED_SECTIONS = ("methodologies", "frameworks", "techniques", "categories", "roles", "metrics")


def required_keys(example: Example) -> Iterator[Mutant]:
    """Without each key that the format requires of something."""
    for path, model in _entities(example.data, PlaybookDefinition, ()):
        for name, field in model.model_fields.items():
            key = (*path, name)
            if field.is_required() and example.written.node(key) is not None:
                kind = f"{model.__name__}.{name}"
                yield from example.without(kind, key, [Finding(MISSING_KEY, path, name)])


def _entities(value: Any, hint: Any, path: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    """Every mapping that is written for an entity, with the entity's class."""
    base = strip(hint)[0]
    if isinstance(base, type) and issubclass(base, BaseModel):
        if isinstance(value, dict):
            yield path, base
            for key, item in value.items():
                yield from _entities(item, hints(base)[key], (*path, key))
    elif get_origin(base) is list:
        for index, item in enumerate(many(value)):
            yield from _entities(item, get_args(base)[0], (*path, index))
    elif get_origin(base) is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _entities(item, get_args(base)[1], (*path, key))


def declarations(example: Example) -> Iterator[Mutant]:
    """Without each declaration of an id that something refers to."""
    playbook = PlaybookDefinition.model_validate(example.data)
    found = list(references(playbook, PlaybookDefinition))
    for section, path in _declared(example):
        id_ = _id_at(example, path)
        pointing = [one for one in found if _means(one, section, id_) and not _below(one, path)]
        findings = [Finding(DANGLING, one.path, id_) for one in pointing]
        if section == "axes.values":
            findings += _bodies_for(example, id_)
        if findings:
            yield from example.without(f"declaration in {section}", path, findings)


def _declared(example: Example) -> Iterator[tuple[str, Path]]:
    """The section and the path of each declaration that ids can mean, library items in uses."""
    data = example.data
    for section in ("roles", "techniques", "metrics", "outcomes"):
        for id_ in data.get(section, {}):
            yield section, (section, id_)
    for section in ("categories", "methodologies", "frameworks"):
        for id_ in data.get(section, {}):
            yield section, (section, id_)
    for section in USED_SECTIONS:
        for index, _ in enumerate(many(data.get("uses", {}).get(section))):
            yield section, ("uses", section, index)
    yield from _declared_below(data)


def _declared_below(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    for id_ in data.get("journey", {}).get("events", {}):
        yield "journey.events", ("journey", "events", id_)
    for part in ("centres", "members"):
        for id_ in data.get("buying_centre", {}).get(part, {}):
            yield f"buying_centre.{part}", ("buying_centre", part, id_)
    for axis_id, axis in data.get("axes", {}).items():
        for id_ in axis["values"]:
            yield "axes.values", ("axes", axis_id, "values", id_)
    for methodology in many(data.get("methodology")):
        for id_ in data.get("methodologies", {}).get(methodology, {}).get("principles", {}):
            yield "principles", ("methodologies", methodology, "principles", id_)
    framework = data.get("qualification", "")
    for id_ in data.get("frameworks", {}).get(framework, {}).get("letters", {}):
        yield "letters", ("frameworks", framework, "letters", id_)


def _id_at(example: Example, path: Path) -> str:
    if path[0] != "uses":
        return str(path[-1])
    return str(many(example.data["uses"][path[1]])[int(path[2])])


def _means(reference: Reference, section: str, id_: str) -> bool:
    refers_to = reference.refers_to
    return reference.id == id_ and section in refers_to.sections and id_ not in refers_to.extra


def _below(reference: Reference, path: Path) -> bool:
    return reference.path[: len(path)] == path


def _bodies_for(example: Example, value: str) -> list[Finding]:
    return [
        Finding(NO_VARIANT, ("technologies", id_, "bodies", value), value)
        for id_, technology in example.data.get("technologies", {}).items()
        if value in technology.get("bodies", {})
    ]


def tasks_named_next(example: Example) -> Iterator[Mutant]:
    """Without each task that another task of its stage leads to by its id."""
    for stage_id, stage in example.data.get("stages", {}).items():
        tasks = stage.get("tasks", {})
        for id_ in tasks:
            findings = [
                Finding(NO_TASK, ("stages", stage_id, "tasks", other, "next", id_), id_)
                for other, task in tasks.items()
                if other != id_ and isinstance(task, dict) and id_ in _targets(task.get("next"))
            ]
            if findings:
                path = ("stages", stage_id, "tasks", id_)
                yield from example.without("task named under next", path, findings)


def _targets(written: Any) -> list[str]:
    return list(written) if isinstance(written, dict) else many(written)
