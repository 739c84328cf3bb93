"""What a theme has to say: inks by kind, in light and dark, and the widths of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbookgen.model.diagram import EdgeKind, NodeKind, TextRole


@dataclass(frozen=True, slots=True)
class Ink:
    """The three colours of a node, as #rrggbb or `none`."""

    fill: str
    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of a theme, on light or on dark ground."""

    ground: str
    nodes: Mapping[NodeKind, Ink]
    edges: Mapping[EdgeKind, str]
    texts: Mapping[TextRole, str]
    """Colours of texts outside nodes, and of notes inside them."""
    bands: tuple[str, ...]
    """Fills of lanes, used in turn."""
    band_line: str
    mark: Ink
    focus: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A named look."""

    name: str
    light: Palette
    dark: Palette
    node_line: float
    """Width of outlines in px."""
    edge_lines: Mapping[EdgeKind, float]
    edge_dashes: Mapping[EdgeKind, str]
    """Dash patterns as SVG writes them; kinds that are not here have solid lines."""
    optional_dash: str
