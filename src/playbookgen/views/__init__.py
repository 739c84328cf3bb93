"""Edition → diagrams: what each map says, before any position, colour or syntax."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from playbookgen.views import portfolio
from playbookgen.views.view import View
from playbookgen.views.workspace_view import WorkspaceEditions, WorkspaceView

__all__ = [
    "VIEW_BY_KIND",
    "WORKSPACE_VIEW_BY_KIND",
    "View",
    "WorkspaceEditions",
    "WorkspaceView",
]

# A line for each kind of map: the module that holds its VIEW.
_MODULES = (
    "process",
    "swimlane",
    "stage",
    "timeline",
    "buying_centre",
    "decision_cycle",
    "funnel",
    "pipeline_board",
    "today",
    "technology_map",
    "responsibility_map",
    "methodology_map",
    "qualification_map",
)


def _view(module: str) -> View:
    view: View = import_module(f"{__name__}.{module}").VIEW
    return view


VIEW_BY_KIND: Mapping[str, View] = MappingProxyType(
    {view.kind: view for view in map(_view, _MODULES)}
)

WORKSPACE_VIEW_BY_KIND: Mapping[str, WorkspaceView] = MappingProxyType(
    {
        "portfolio": portfolio.VIEW,
    }
)
"""Maps that show all editions of a workspace at once."""
