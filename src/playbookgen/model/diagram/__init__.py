"""Diagrams: what a map means, and the placed form that adds positions; never colours or DOT."""

from __future__ import annotations

from playbookgen.model.diagram.board import Board, BoardColumn
from playbookgen.model.diagram.comparison import Comparison
from playbookgen.model.diagram.funnel import Funnel, FunnelStep
from playbookgen.model.diagram.kinds import (
    BUYER_TONE,
    LINE_HEIGHT,
    NOBODY_TONE,
    SEMIBOLD,
    SHAPE_BY_KIND,
    STRONG_ROLES,
    TEAM_TONES,
    TEXT_SIZE,
    EdgeKind,
    NodeKind,
    Shape,
    TextRole,
)
from playbookgen.model.diagram.matrix import Cell, Matrix, Row
from playbookgen.model.diagram.meaning import (
    Edge,
    Flowchart,
    Group,
    Lane,
    LegendEntry,
    Node,
    Timeline,
    TimelineEvent,
    TimeScale,
)
from playbookgen.model.diagram.placed import (
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextLine,
)

Diagram = Flowchart | Timeline | Matrix | Board | Funnel | Comparison

__all__ = [
    "BUYER_TONE",
    "LINE_HEIGHT",
    "NOBODY_TONE",
    "SEMIBOLD",
    "SHAPE_BY_KIND",
    "STRONG_ROLES",
    "TEAM_TONES",
    "TEXT_SIZE",
    "Board",
    "BoardColumn",
    "Cell",
    "Comparison",
    "Diagram",
    "Edge",
    "EdgeKind",
    "Flowchart",
    "Funnel",
    "FunnelStep",
    "Group",
    "Lane",
    "LegendEntry",
    "Matrix",
    "Node",
    "NodeKind",
    "PlacedBand",
    "PlacedDiagram",
    "PlacedEdge",
    "PlacedNode",
    "PlacedText",
    "Row",
    "Shape",
    "TextLine",
    "TextRole",
    "TimeScale",
    "Timeline",
    "TimelineEvent",
]
