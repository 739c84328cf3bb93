"""ELK's layered layout in Node.js, with right-angled lines; it draws nothing, so we do.

Its partitions order layers from left to right and so are no lanes; lanes are nodes with children.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from bench.layout.graphs import Graph, GraphEdge, GraphNode
from bench.layout.node import answers, version_of
from playbookgen.layout.text import measure
from playbookgen.model.diagram import TextRole

PROGRAM = "elk.mjs"
_LINE = 18.0
_OPTIONS = {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    "elk.json.shapeCoords": "ROOT",
    "elk.json.edgeCoords": "ROOT",
}


def drawings(graphs: Sequence[Graph], *, lanes: bool) -> Iterator[str]:
    """The SVG of each graph."""
    sources = (source(graph, lanes=lanes) for graph in graphs)
    for graph, answer in zip(graphs, answers(PROGRAM, sources), strict=True):
        yield svg(graph, answer["graph"])


def version() -> str:
    """The version of ELK; empty without it."""
    return version_of(PROGRAM)


def source(graph: Graph, *, lanes: bool) -> dict[str, Any]:
    """The graph as ELK takes it."""
    children = [_node(node) for node in graph.nodes]
    if lanes:
        lane_of = {node.id: node.lane for node in graph.nodes}
        children = [
            {
                "id": id_,
                "labels": [_label([title], TextRole.BAND)],
                "layoutOptions": {"elk.padding": "[top=34,left=12,bottom=12,right=12]"},
                "children": [child for child in children if lane_of[child["id"]] == id_],
            }
            for id_, title in graph.lanes
        ]
    edges = [_edge(edge) for edge in graph.edges]
    return {"id": "root", "layoutOptions": _OPTIONS, "children": children, "edges": edges}


def _node(node: GraphNode) -> dict[str, Any]:
    width, height = _size(node.lines, TextRole.LABEL)
    if node.shape == "decision":
        return {"id": node.id, "width": 2 * width + 12, "height": 2 * height}
    return {"id": node.id, "width": width + 24, "height": max(height + 20, 44)}


def _edge(edge: GraphEdge) -> dict[str, Any]:
    labels = [_label(edge.lines, TextRole.EDGE)] if edge.lines else []
    return {"id": edge.id, "sources": [edge.source], "targets": [edge.target], "labels": labels}


def _label(lines: Sequence[str], role: TextRole) -> dict[str, Any]:
    width, height = _size(lines, role)
    return {"text": "\n".join(lines), "width": width, "height": height}


def _size(lines: Sequence[str], role: TextRole) -> tuple[float, float]:
    return max((measure(line, role=role) for line in lines), default=0.0), _LINE * len(lines)


def svg(graph: Graph, placed: dict[str, Any]) -> str:
    """A plain drawing of what ELK placed."""
    width, height = placed["width"], placed["height"]
    view = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {view} font-family="Noto Sans">']
    nodes = {node.id: node for node in graph.nodes}
    for child in placed["children"]:
        if child["id"] in nodes:
            parts += _drawn_node(nodes[child["id"]], child)
            continue
        parts += _drawn_lane(child)
        for inner in child["children"]:
            parts += _drawn_node(nodes[inner["id"]], inner)
    edges = {edge.id: edge for edge in graph.edges}
    for edge in placed["edges"]:
        parts += _drawn_edge(edges[edge["id"]], edge)
    return "\n".join([*parts, "</svg>"])


def _drawn_lane(lane: dict[str, Any]) -> Iterator[str]:
    yield '<g class="cluster">' + _rectangle(lane, "#f2f4f8")
    yield _text(
        lane["labels"][0]["text"].split("\n"), lane["x"] + lane["width"] / 2, lane["y"] + 16
    )
    yield "</g>"


def _drawn_node(node: GraphNode, box: dict[str, Any]) -> Iterator[str]:
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    yield f'<g class="node" id="{node.id}">'
    if node.shape == "decision":
        points = (
            f"{x},{box['y']} {box['x'] + box['width']},{y} {x},{2 * y - box['y']} {box['x']},{y}"
        )
        yield f'<polygon points="{points}" fill="#fff" stroke="#444"/>'
    else:
        yield _rectangle(box, "#ffffff")
    yield _text(node.lines, x, y) + "</g>"


def _drawn_edge(edge: GraphEdge, placed: dict[str, Any]) -> Iterator[str]:
    yield f'<g class="edge" id="{edge.id}">'
    for section in placed["sections"]:
        points = [section["startPoint"], *section.get("bendPoints", []), section["endPoint"]]
        line = " L".join(f"{point['x']} {point['y']}" for point in points)
        yield f'<path d="M{line}" fill="none" stroke="#444"/>'
    for label in placed.get("labels", []):
        x, y = label["x"] + label["width"] / 2, label["y"] + label["height"] / 2
        yield _text(edge.lines, x, y, size=12)
    yield "</g>"


def _rectangle(box: dict[str, Any], fill: str) -> str:
    size = f'x="{box["x"]}" y="{box["y"]}" width="{box["width"]}" height="{box["height"]}"'
    return f'<rect {size} fill="{fill}" stroke="#444"/>'


def _text(lines: Sequence[str], x: float, y: float, *, size: int = 14) -> str:
    top = y - (len(lines) - 1) * _LINE / 2 + size * 0.35
    return "".join(
        f'<text x="{x}" y="{top + at * _LINE}" text-anchor="middle" font-size="{size}">'
        f"{escape(line)}</text>"
        for at, line in enumerate(lines)
    )
