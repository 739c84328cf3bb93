"""One playbook that says everything the format can say, as an edition and as a site."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.playbook import Compartment, Edition, Term
from playbookgen.model.site import Site
from playbookgen.model.source import SourceDocument
from playbookgen.model.values import Duration, Percent
from playbookgen.render.pages import site_of
from playbookgen.render.pages.contents import parts_of
from playbookgen.resolve import Library, edition_of, with_library
from tests.unit.pages.sample_site import pictures

SOURCE = Path(__file__).parent / "inspections.yaml"


@cache
def inspections() -> Edition:
    """The edition: rules are not asked, so that this one need not follow each of them."""
    text = SOURCE.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 # text alone
    definition = PlaybookDefinition.model_validate(data)
    whole = with_library(SourceDocument(SOURCE.name, text, data), definition, Library())
    return edition_of("inspections", whole.definition)


def alone(edition: Edition) -> Compartment:
    """A compartment of that playbook alone."""
    return Compartment(
        edition.client, edition.audience, "Northwind", "Playbooks", edition.language, (edition,)
    )


def site(edition: Edition) -> Site:
    """Its site, with placeholders for pictures."""
    of = alone(edition)
    return site_of(of, pictures(of))


def poisoned(text: str) -> Edition:
    """The same playbook with `text` at the end of everything that its author wrote freely."""
    whole = inspections()
    return cast("Edition", _with(whole, text, _references(whole)))


_OURS = {
    *("id", "ref", "language", "client", "audience", "status", "kind", "part", "term", "by"),
    *("provenance", "built_from", "letter"),
}
"""The fields that hold ids and words of the format."""


def _references(edition: Edition) -> set[str]:
    """Everything by which one part names another; ids of sales types stand alone."""
    refs = set(parts_of(edition)) | {item.id for item in edition.sales_types}
    return refs | {f"{stage.ref}.{end}" for stage in edition.stages for end in ("entry", "exit")}


def _with(value: Any, text: str, refs: set[str], name: str = "") -> Any:
    if isinstance(value, tuple):
        return tuple(_with(item, text, refs, name) for item in value)
    if isinstance(value, Term):
        return replace(value, term=text, definition=text + value.definition, synonyms=(text,))
    if isinstance(value, (Duration, Percent)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _with(getattr(value, field.name), text, refs, field.name)
            for field in fields(value)
        }
        return replace(value, **changed)
    is_free = isinstance(value, str) and value and value not in refs and name not in _OURS
    return f"{value} {text}" if is_free else value
