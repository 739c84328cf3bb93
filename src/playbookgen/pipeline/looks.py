"""Which theme the maps of a client get."""

from __future__ import annotations

from playbookgen import render
from playbookgen.model.definition import Brand, WorkspaceDefinition


def theme_of(workspace: WorkspaceDefinition, client: str) -> render.Theme:
    """The theme that the workspace chooses for a client's maps."""
    name, brand = workspace.theme_of(client)
    return _theme(name, brand) or render.THEME_BY_NAME["classic"]


def named_theme(workspace: WorkspaceDefinition, client: str, name: str) -> render.Theme | None:
    """The theme of this name for a client's maps; None for a brand that is not stated."""
    own = workspace.clients.get(client)
    return _theme(name, (own and own.brand) or workspace.brand)


def _theme(name: str, brand: Brand | None) -> render.Theme | None:
    if name != "brand":
        return render.THEME_BY_NAME[name]
    return render.brand_theme(brand.colours[0], brand.colours[1]) if brand else None
