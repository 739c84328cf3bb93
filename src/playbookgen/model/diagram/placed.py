"""Placed diagrams: what a theme and an engine draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from playbookgen.model.diagram.kinds import (
    LINE_HEIGHT,
    TEXT_SIZE,
    EdgeKind,
    NodeKind,
    Shape,
    TextRole,
)


class TextLine(NamedTuple):
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
    is_main: bool = False
    """Whether it belongs to the way that the process takes if all goes well."""


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A lane or a numbered row behind the nodes: left, top, width and height in px."""

    ref: str
    x: float
    y: float
    width: float
    height: float
    text: PlacedText | None = None
    turn: int | None = None
    """Which of the theme's fills it has; by its place among the bands if it is not said."""
    part: str = ""
    """The ref of the lane or group that it shows; several bands may show one."""


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
    simplified: bool = False
    """Whether a plain layout stands in since the search for a better one ran out of its budget."""
