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
from playbookgen.resolve.joints import (
    buying_centre_of,
    half_processes_of,
    handovers_of,
    process_today,
)
from playbookgen.resolve.journey import deal_stages_of, journey_of
from playbookgen.resolve.library import Library, library_of, with_library
from playbookgen.resolve.practice import (
    crm_of,
    framework_of,
    glossary_of,
    meetings_of,
    methodologies_of,
    techniques_of,
)
from playbookgen.resolve.process import process_of
from playbookgen.resolve.references import metrics_of
from playbookgen.resolve.sales_type import for_sales_type

__all__ = [
    "INTERNAL",
    "Library",
    "compartments_of",
    "edition_of",
    "for_sales_type",
    "library_of",
    "with_library",
]


def edition_of(id_: str, definition: PlaybookDefinition, *, client_title: str = "") -> Edition:
    """The edition of a playbook that passed the rules on references."""
    roles = {
        key: Role(
            f"roles.{key}",
            role.title,
            role.summary or "",
            role.team or "",
            provenance=role.provenance or "",
        )
        for key, role in definition.roles.items()
    }
    return Edition(
        id=id_,
        title=definition.title,
        summary=definition.summary,
        client=definition.client,
        client_title=client_title or definition.client,
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
        as_of=definition.as_of,
        provenance=definition.provenance or "",
        gaps=tuple(definition.gaps),
        methodologies=methodologies_of(definition),
        built_from=definition.built_from or "",
        techniques=techniques_of(definition),
        framework=framework_of(definition),
        cycle=definition.cycle,
        half_processes=half_processes_of(definition),
        handovers=handovers_of(definition, roles),
        as_is=process_today(definition, roles),
        metrics=metrics_of(definition.metrics, ""),
        meetings=meetings_of(definition, roles),
        glossary=glossary_of(definition),
        buying_centre=buying_centre_of(definition),
        crm=crm_of(definition),
    )
