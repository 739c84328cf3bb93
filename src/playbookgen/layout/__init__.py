"""Diagrams → placed diagrams: positions for everything, with no fonts and no engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from playbookgen.layout.board import place_board
from playbookgen.layout.comparison import place_comparison
from playbookgen.layout.flowchart import place_flowchart
from playbookgen.layout.funnel import place_funnel
from playbookgen.layout.limits import Size, sizes
from playbookgen.layout.matrix import place_matrix
from playbookgen.layout.timeline import place_timeline
from playbookgen.model.diagram import (
    Board,
    Comparison,
    Diagram,
    Flowchart,
    Funnel,
    Matrix,
    PlacedDiagram,
    Timeline,
)

__all__ = ["LAYOUT_BY_TYPE", "PAGE_WIDTH", "Size", "place", "sizes"]

PAGE_WIDTH = 960.0
"""The room in px where none is named; sites and `draw` always name one."""

LAYOUT_BY_TYPE: Mapping[type, Callable[..., PlacedDiagram]] = MappingProxyType(
    {
        Board: place_board,
        Comparison: place_comparison,
        Flowchart: place_flowchart,
        Funnel: place_funnel,
        Matrix: place_matrix,
        Timeline: place_timeline,
    }
)


def place(diagram: Diagram, *, width: float = PAGE_WIDTH) -> PlacedDiagram:
    """The diagram with positions, broken into rows that fit `width`."""
    layout: Callable[..., Any] = LAYOUT_BY_TYPE[type(diagram)]
    placed: PlacedDiagram = layout(diagram, width=width)
    return placed
