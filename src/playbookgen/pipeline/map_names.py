"""The maps of an edition by the names that the command line has for them."""

from __future__ import annotations

from typing import NamedTuple

from playbookgen.model.playbook import Edition
from playbookgen.views import VIEW_BY_KIND


class MapName(NamedTuple):
    """A map as the command line names it: `process`, `stage:closing`."""

    name: str
    kind: str
    subject: str
    """The ref of the diagram: `process`, `stages.closing`, `journey`."""


def map_names(edition: Edition) -> tuple[MapName, ...]:
    """Every map that can be drawn of an edition."""
    found = []
    for kind, view in VIEW_BY_KIND.items():
        for subject in view.subjects(edition):
            name = f"{kind}:{subject.rpartition('.')[2]}" if "." in subject else kind
            found.append(MapName(name, kind, subject))
    return tuple(found)
