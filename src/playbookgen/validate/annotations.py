"""Reading the model's annotations: which class or reference stands at a path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from playbookgen.model.fields import RefersTo
from playbookgen.model.source import KeyPath


class Reference(NamedTuple):
    """An id in a definition that must be declared elsewhere."""

    path: KeyPath
    id: str
    refers_to: RefersTo
    is_key: bool


@cache
def hints(model: type[BaseModel]) -> dict[str, Any]:
    """The annotations of a model's fields, metadata included."""
    all_hints = get_type_hints(model, include_extras=True)
    return {name: all_hints[name] for name in model.model_fields}


def strip(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without `Annotated` and `| None`, and the metadata that stood around it."""
    metadata: tuple[Any, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata += tuple(more)
        elif get_origin(annotation) in (UnionType, Union):
            parts = [part for part in get_args(annotation) if part is not NoneType]
            if len(parts) > 1:
                return annotation, metadata
            annotation = parts[0]
        else:
            return annotation, metadata


def model_at(root: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The class of the mapping at `path`, or None where something else stands there."""
    here: Any = root
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            if step not in hints(here):
                return None
            here = hints(here)[str(step)]
        else:
            here = get_args(here)[-1] if get_args(here) else None
        here = strip(here)[0]
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def references(value: Any, annotation: Any, path: KeyPath = ()) -> Iterator[Reference]:
    """Every reference below `value`, in the order of the definition."""
    plan = _plan(annotation)
    if isinstance(value, str):
        if plan.refers_to:
            yield Reference(path, value, plan.refers_to, False)
    elif isinstance(value, BaseModel):
        written = value.__dict__
        for name, hint in _telling_fields(type(value)):
            if below := written[name]:
                yield from references(below, hint, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from references(item, plan.parts[0], (*path, index))
    elif isinstance(value, dict):
        yield from _references_in_mapping(value, plan.parts, path)


def _references_in_mapping(
    value: dict[str, Any], hints_of: tuple[Any, ...], path: KeyPath
) -> Iterator[Reference]:
    key_hint, value_hint = hints_of
    refers_to = _plan(key_hint).refers_to
    for key, item in value.items():
        if refers_to:
            yield Reference((*path, key), key, refers_to, True)
        yield from references(item, value_hint, (*path, key))


class _Plan(NamedTuple):
    """What an annotation says of references; it is kept here, so that its id stays its own."""

    annotation: Any
    parts: tuple[Any, ...]
    refers_to: RefersTo | None


_PLANS: dict[int, _Plan] = {}


def _plan(annotation: Any) -> _Plan:
    """The plan of an annotation, by identity, since metadata need not be hashable."""
    plan = _PLANS.get(id(annotation))
    if plan is None:
        base, metadata = strip(annotation)
        found = [item for item in metadata if isinstance(item, RefersTo)]
        plan = _Plan(annotation, get_args(base), found[0] if found else None)
        _PLANS[id(annotation)] = plan
    return plan


@cache
def _telling_fields(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields below which references can stand; the others need not be walked."""
    return tuple((name, hint) for name, hint in hints(model).items() if _may_refer(hint))


def _may_refer(annotation: Any) -> bool:
    base, metadata = strip(annotation)
    if any(isinstance(item, RefersTo) for item in metadata):
        return True
    if isinstance(base, type) and issubclass(base, BaseModel):
        return any(_may_refer(hint) for hint in hints(base).values())
    return any(_may_refer(part) for part in get_args(base))
