"""One playbook that says everything the format can say, as an edition and as a site."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.playbook import Compartment, Edition
from playbookgen.model.site import Site
from playbookgen.model.source import SourceDocument
from playbookgen.render.pages import site_of
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
