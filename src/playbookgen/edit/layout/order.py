"""The order in which the keys of an item are written."""

from __future__ import annotations

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.definition.playbook import Shared
from playbookgen.model.fields import Entity

_AFTER = {
    "axes": ("roles", "methodologies", "techniques", "frameworks"),
    "meetings": ("metrics",),
    "crm": ("categories", "technologies", "glossary"),
}
"""In a playbook, after which key the sections stand that a library has, too."""


def key_order(model: type[Entity]) -> tuple[str, ...]:
    """The keys of `model` in the order in which they are written: as the model names them."""
    own = [name for name in model.model_fields if name not in Shared.model_fields]
    if issubclass(model, PlaybookDefinition):
        names = _with_shared(own)
        return (*(name for name in names if name != "exceptions"), "exceptions")
    if issubclass(model, Shared):
        return (*own, *Shared.model_fields)
    return _with_provenance(list(model.model_fields))


def _with_shared(own: list[str]) -> list[str]:
    names: list[str] = []
    for name in own:
        names += [name, *_AFTER.get(name, ())]
    return [*names, *(name for name in Shared.model_fields if name not in names)]


def _with_provenance(names: list[str]) -> tuple[str, ...]:
    """Every statement may have a provenance: it follows the summary, or comes last."""
    if "provenance" not in names:
        return tuple(names)
    others = [name for name in names if name != "provenance"]
    place = others.index("summary") + 1 if "summary" in others else len(others)
    return (*others[:place], "provenance", *others[place:])
