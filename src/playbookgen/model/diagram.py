"""Diagrams: what a map means, and the placed form that adds positions; never colours or DOT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What a node stands for; themes give each kind its look."""

    START = "start"
    END = "end"
    WON = "won"
    LOST = "lost"
    NURTURING = "nurturing"
    STAGE = "stage"
    TASK = "task"
    DECISION = "decision"
    CRITERION = "criterion"
    EVENT_OURS = "event-ours"
    EVENT_NONE = "event-none"
    ACTION = "action"
    DEAL_STAGE = "deal-stage"
    TICK_OURS = "tick-ours"
    TICK_NONE = "tick-none"


class Shape(StrEnum):
    """The outlines that maps are drawn with."""

    ROUNDED = "rounded"
    BOX = "box"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    DOUBLE_CIRCLE = "double-circle"
    CHEVRON = "chevron"
    NOTE = "note"
    PLAIN = "plain"


SHAPE_BY_KIND = {
    NodeKind.START: Shape.CIRCLE,
    NodeKind.END: Shape.DOUBLE_CIRCLE,
    NodeKind.WON: Shape.ROUNDED,
    NodeKind.LOST: Shape.BOX,
    NodeKind.NURTURING: Shape.ROUNDED,
    NodeKind.STAGE: Shape.ROUNDED,
    NodeKind.TASK: Shape.ROUNDED,
    NodeKind.DECISION: Shape.DIAMOND,
    NodeKind.CRITERION: Shape.NOTE,
    NodeKind.EVENT_OURS: Shape.ROUNDED,
    NodeKind.EVENT_NONE: Shape.BOX,
    NodeKind.ACTION: Shape.PLAIN,
    NodeKind.DEAL_STAGE: Shape.CHEVRON,
    NodeKind.TICK_OURS: Shape.CIRCLE,
    NodeKind.TICK_NONE: Shape.DIAMOND,
}


class EdgeKind(StrEnum):
    """What an arrow or line stands for."""

    FORWARD = "forward"
    LOOP = "loop"
    HANDOVER = "handover"
    AXIS = "axis"
    TIE = "tie"
    """A line without direction, as between an event and the time axis."""
    TIE_NONE = "tie-none"


class TextRole(StrEnum):
    """What a text is for; themes give each role its size, weight and colour."""

    LABEL = "label"
    NOTE = "note"
    EDGE = "edge"
    BAND = "band"
    STATUS = "status"
    LEGEND = "legend"
    ACTION = "action"


TEXT_SIZE = {
    TextRole.LABEL: 14.0,
    TextRole.NOTE: 12.0,
    TextRole.EDGE: 12.0,
    TextRole.BAND: 12.5,
    TextRole.STATUS: 12.5,
    TextRole.LEGEND: 12.0,
    TextRole.ACTION: 12.5,
}
"""Type sizes in px: part of the meaning of a role, since boxes are sized by them.

Every role is of regular weight: the measured widths hold for no other."""
LINE_HEIGHT = 1.3
"""Distance of baselines, in type sizes."""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on a map."""

    ref: str
    """The model's path of ids, unique on the map, such as `stages.closing`."""
    kind: NodeKind
    label: str
    note: str = ""
    """Small print below the label: who, with what, how long; a line each."""
    items: tuple[str, ...] = ()
    """Statements listed below the label, one under the other, such as criteria."""
    marks: tuple[str, ...] = ()
    """Closed list: automated, optional, document, meeting."""
    target: str = ""
    """The ref whose page or anchor the node leads to; empty for none."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A connection of two nodes, by their refs."""

    source: str
    target: str
    label: str = ""
    kind: EdgeKind = EdgeKind.FORWARD

    @property
    def ref(self) -> str:
        """Unique on the map: there is one edge at most from a node to another."""
        return f"{self.source}--{self.target}"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind of node, and what it means in words."""

    kind: NodeKind
    text: str


@dataclass(frozen=True, slots=True)
class Flowchart:
    """Steps and the ways between them, in the order of the process."""

    ref: str
    """What it shows, unique in the edition: `process`, `stage.closing`."""
    title: str
    description: str
    """The map in a sentence or two of text, for those who do not see it."""
    language: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    legend: tuple[LegendEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event above the time axis, the deal stages over it, our actions below."""

    node: Node
    at: str
    deal_stages: tuple[Node, ...]
    actions: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The buyer's journey on an axis of time."""

    ref: str
    title: str
    description: str
    language: str
    events: tuple[TimelineEvent, ...]
    captions: tuple[str, str, str]
    """The words for its three rows: deal stages, the buyer, we."""
    legend: tuple[LegendEntry, ...] = ()


Diagram = Flowchart | Timeline


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text with the width that our own measuring gives it, in px."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A block of lines; `x` is where `anchor` says, `y` the vertical middle of the block."""

    x: float
    y: float
    lines: tuple[TextLine, ...]
    role: TextRole = TextRole.LABEL
    anchor: str = "middle"
    """start, middle or end, as in SVG."""

    @property
    def width(self) -> float:
        """The width of its longest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """The height of the block."""
        return len(self.lines) * TEXT_SIZE[self.role] * LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node with its outline: centre, width and height in px, from the top left corner."""

    ref: str
    kind: NodeKind
    shape: Shape
    x: float
    y: float
    width: float
    height: float
    texts: tuple[PlacedText, ...] = ()
    marks: tuple[str, ...] = ()
    target: str = ""
    title: str = ""
    """The whole label, unbroken, for assistive technology."""


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """An edge as a polyline; corners are rounded when it is drawn."""

    ref: str
    kind: EdgeKind
    source: str
    target: str
    points: tuple[tuple[float, float], ...]
    arrow: bool = True
    text: PlacedText | None = None


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A lane or a numbered row behind the nodes: left, top, width and height in px."""

    ref: str
    x: float
    y: float
    width: float
    height: float
    text: PlacedText | None = None


@dataclass(frozen=True, slots=True)
class PlacedDiagram:
    """A map with positions, in px from the top left corner; what a theme and an engine draw."""

    ref: str
    title: str
    description: str
    language: str
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    """In the order in which the keyboard visits them."""
    edges: tuple[PlacedEdge, ...]
    bands: tuple[PlacedBand, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    """Free texts: captions of rows, times at the axis, the legend's words."""
