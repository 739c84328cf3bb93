"""View and place maps that show all playbooks of a workspace."""

from __future__ import annotations

from typing import NamedTuple

from playbookgen import layout
from playbookgen.model.diagram import Diagram, PlacedDiagram
from playbookgen.model.playbook import Compartment
from playbookgen.pipeline.check import Checked
from playbookgen.render.pages.portal import portal_links
from playbookgen.views import WORKSPACE_VIEW_BY_KIND, WorkspaceEditions


class PortalMap(NamedTuple):
    """A map for the start page of the owner's internal site, and where its nodes lead to."""

    diagram: Diagram
    links: dict[str, str]


def workspace_maps() -> tuple[str, ...]:
    """The kinds of maps that can be drawn of a workspace."""
    return tuple(WORKSPACE_VIEW_BY_KIND)


def workspace_diagram(checked: Checked, kind: str) -> Diagram:
    """A map of all playbooks of a checked workspace."""
    workspace = checked.workspace
    of = WorkspaceEditions(workspace.title, workspace.language, checked.editions)
    return WORKSPACE_VIEW_BY_KIND[kind].draw(of)


def placed_workspace_map(checked: Checked, kind: str, *, width: float) -> PlacedDiagram:
    """The same with its positions, in a room of `width` px."""
    return layout.place(workspace_diagram(checked, kind), width=width)


def portal_map(compartment: Compartment, kind: str) -> PortalMap | None:
    """A map of all that a portal leads to; None for a compartment that is no portal."""
    if not compartment.portal:
        return None
    of = WorkspaceEditions(compartment.site_title, compartment.language, compartment.portal)
    return PortalMap(WORKSPACE_VIEW_BY_KIND[kind].draw(of), portal_links(compartment))
