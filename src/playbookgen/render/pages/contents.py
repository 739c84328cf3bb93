"""Everything an edition consists of, told by its refs: what pages must give a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from playbookgen.model.playbook import Edition


def parts_of(edition: Edition) -> dict[str, Any]:
    """Every part of an edition by its ref, in the order of the model."""
    found: dict[str, Any] = {}
    for part in _objects(edition):
        if part is not edition and hasattr(part, "ref"):
            found.setdefault(part.ref, part)
    return found


def title_of(part: Any) -> str:
    """What a part is called; a term is its own name."""
    return str(part.title if hasattr(part, "title") else part.term)


def provenances(edition: Edition) -> tuple[str, ...]:
    """The kinds of provenance that occur in an edition, the playbook's own first."""
    marks = [getattr(item, "provenance", "") for item in _objects(edition)]
    return tuple(dict.fromkeys(mark for mark in marks if mark))


def _objects(value: Any) -> Iterator[Any]:
    """The dataclasses that `value` holds, itself first."""
    if isinstance(value, tuple):
        for item in value:
            yield from _objects(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _objects(getattr(value, field.name))
