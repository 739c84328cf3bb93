"""Definitions to editions: references become objects, editions form compartments."""

from __future__ import annotations

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.playbook import Edition, Role
from playbookgen.resolve.catalogue import (
    axes_of,
    categories_of,
    sales_types_of,
    technologies_of,
)
from playbookgen.resolve.compartments import INTERNAL, compartments_of
from playbookgen.resolve.journey import deal_stages_of, journey_of
from playbookgen.resolve.process import process_of

__all__ = ["INTERNAL", "compartments_of", "edition_of"]


def edition_of(id_: str, definition: PlaybookDefinition) -> Edition:
    """The edition of a playbook that passed the rules on references."""
    roles = {
        key: Role(f"roles.{key}", role.title, role.summary or "", role.team or "")
        for key, role in definition.roles.items()
    }
    return Edition(
        id=id_,
        title=definition.title,
        summary=definition.summary,
        client=definition.client,
        audience=definition.audience,
        language=definition.language,
        owner=definition.owner or "",
        version=definition.version or "",
        status=definition.status,
        effective=definition.effective,
        review=definition.review,
        sales_types=sales_types_of(definition),
        axes=axes_of(definition),
        roles=tuple(roles.values()),
        process=process_of(definition, roles),
        categories=categories_of(definition),
        technologies=technologies_of(definition),
        journey=journey_of(definition, roles),
        deal_stages=deal_stages_of(definition),
    )
