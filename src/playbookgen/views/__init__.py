"""Edition → diagrams: what each map says, before any position, colour or syntax."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.views import (
    buying_centre,
    decision_cycle,
    funnel,
    methodology_map,
    pipeline_board,
    portfolio,
    process,
    qualification_map,
    responsibility_map,
    stage,
    swimlane,
    technology_map,
    timeline,
    today,
)
from playbookgen.views.view import View
from playbookgen.views.workspace_view import WorkspaceEditions, WorkspaceView

__all__ = [
    "VIEW_BY_KIND",
    "WORKSPACE_VIEW_BY_KIND",
    "View",
    "WorkspaceEditions",
    "WorkspaceView",
]

VIEW_BY_KIND: Mapping[str, View] = MappingProxyType(
    {
        "process": process.VIEW,
        "swimlane": swimlane.VIEW,
        "stage": stage.VIEW,
        "timeline": timeline.VIEW,
        "buying-centre": buying_centre.VIEW,
        "decision-cycle": decision_cycle.VIEW,
        "funnel": funnel.VIEW,
        "pipeline": pipeline_board.VIEW,
        "as-is": today.VIEW,
        "technologies": technology_map.VIEW,
        "responsibilities": responsibility_map.VIEW,
        "methodology": methodology_map.VIEW,
        "qualification": qualification_map.VIEW,
    }
)

WORKSPACE_VIEW_BY_KIND: Mapping[str, WorkspaceView] = MappingProxyType(
    {
        "portfolio": portfolio.VIEW,
    }
)
"""Maps that show all editions of a workspace at once."""
