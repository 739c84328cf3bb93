"""The page round a flowchart: wide enough for the labels that stand out beside its steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playbookgen.model.diagram import PlacedDiagram, PlacedEdge, PlacedNode, PlacedText


def fitted(diagram: PlacedDiagram, *, margin: float) -> PlacedDiagram:
    """The diagram moved to the right, if a label of a connector begins left of the page."""
    left = min((text.x - text.width / 2 for text in _labels(diagram.edges)), default=0.0)
    if left >= 0:
        return diagram
    by = margin - left
    return replace(
        diagram,
        width=round(diagram.width + by, 2),
        nodes=tuple(_node(node, by) for node in diagram.nodes),
        edges=tuple(_edge(edge, by) for edge in diagram.edges),
    )


def reach(edges: Iterable[PlacedEdge]) -> float:
    """How far to the right labels stand."""
    return max((text.x + text.width / 2 for text in _labels(edges)), default=0.0)


def _labels(edges: Iterable[PlacedEdge]) -> list[PlacedText]:
    return [edge.text for edge in edges if edge.text]


def _node(node: PlacedNode, by: float) -> PlacedNode:
    return replace(node, x=round(node.x + by, 2), texts=tuple(_text(t, by) for t in node.texts))


def _edge(edge: PlacedEdge, by: float) -> PlacedEdge:
    points = tuple((round(x + by, 2), y) for x, y in edge.points)
    return replace(edge, points=points, text=_text(edge.text, by) if edge.text else None)


def _text(text: PlacedText, by: float) -> PlacedText:
    return replace(text, x=round(text.x + by, 2))
