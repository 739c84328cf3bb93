"""Which theme the maps of a client get."""

from __future__ import annotations

from playbookgen import render
from playbookgen.model.definition import WorkspaceDefinition


def theme_of(workspace: WorkspaceDefinition, client: str) -> render.Theme:
    """The theme that the workspace chooses for a client's maps."""
    name, colours = workspace.theme_of(client)
    return _theme(name, colours) or render.THEME_BY_NAME["classic"]


def named_theme(workspace: WorkspaceDefinition, client: str, name: str) -> render.Theme | None:
    """The theme of this name for a client's maps; None for a brand that is not stated."""
    return _theme(name, workspace.colours_of(client))


def _theme(name: str, colours: list[str] | None) -> render.Theme | None:
    if name != "brand":
        return render.THEME_BY_NAME[name]
    return render.brand_theme(colours[0], colours[1]) if colours else None
