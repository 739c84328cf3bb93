"""Placed diagrams as DOT: what our engine draws, and what a user may take to any Graphviz."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graphviz import Digraph

from playbookgen.model.diagram import (
    EdgeKind,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    Shape,
)
from playbookgen.render.connectors import curve
from playbookgen.render.dot_looks import (
    FONT_NAME,
    LINE_WIDTH,
    Attributes,
    band_looks,
    captions,
    edge_looks,
    free_text_looks,
    node_looks,
)
from playbookgen.render.numbers import number, point
from playbookgen.render.themes import CLASSIC, Theme

ARROW_SIZE = 0.85
AXIS_ARROW_SIZE = 1.4
_ARROW_LENGTH = 10.0
"""Of Graphviz's normal arrowhead of size 1, in px."""

_RING = 8.0
"""How much wider Graphviz draws a double circle than its node is."""
_CHEVRON_INSET = 12.0
"""How much lower Graphviz draws the arrow-like box than its node is, from 36 px on."""

_SHAPES: Mapping[Shape, str] = MappingProxyType(
    {
        Shape.ROUNDED: "box",
        Shape.BOX: "box",
        Shape.DIAMOND: "diamond",
        Shape.CIRCLE: "circle",
        Shape.DOUBLE_CIRCLE: "doublecircle",
        Shape.CHEVRON: "cds",
        Shape.NOTE: "note",
        Shape.PLAIN: "plaintext",
    }
)


def node_id(index: int) -> str:
    """The name and id of the node of this number, in DOT and in the drawing."""
    return f"n{index}"


def edge_id(index: int) -> str:
    """The id of the edge of this number."""
    return f"e{index}"


def band_id(index: int) -> str:
    """The id of the band of this number."""
    return f"b{index}"


def dot_source(placed: PlacedDiagram, *, theme: Theme = CLASSIC, labels: bool) -> str:
    """The DOT of a map: outlines alone for our engine, or with texts and colours for a user."""
    graph = _labelled(placed, theme) if labels else _bare(placed)
    source: str = graph.source
    return source


def _bare(placed: PlacedDiagram) -> Digraph:
    """A graph that makes Graphviz draw every outline and line, and not one character."""
    graph = _framed(placed, ground="#ffffff")
    graph.node_attr["label"] = ""
    for index, band in enumerate(placed.bands):
        # As nodes, since the time for clusters grows with the square of their number.
        graph.node(band_id(index), **(_band_outline(placed, band) | {"id": band_id(index)}))
    for index, node in enumerate(placed.nodes):
        graph.node(node_id(index), **(_node(placed, node) | {"id": node_id(index)}))
    names = _names(placed)
    _add_anchors(graph, placed, names)
    for index, edge in enumerate(placed.edges):
        ends = names[edge.source], names[edge.target]
        graph.edge(*ends, **(_edge(placed, edge) | {"id": edge_id(index)}))
    return graph


def _labelled(placed: PlacedDiagram, theme: Theme) -> Digraph:
    """A graph with texts and colours, complete for any Graphviz that keeps positions."""
    graph = _framed(placed, ground=theme.light.ground)
    graph.comment = "Drawn with positions kept: neato -n2 -Tsvg"
    for index, band in enumerate(placed.bands):
        looks = band_looks(placed, band, index, theme)
        _add_band(graph, band_id(index), _band(placed, band) | looks)
    for index, node in enumerate(placed.nodes):
        graph.node(node_id(index), **(_node(placed, node) | node_looks(node, theme)))
    names = _names(placed)
    _add_anchors(graph, placed, names)
    for edge in placed.edges:
        ends = names[edge.source], names[edge.target]
        graph.edge(*ends, **(_edge(placed, edge) | edge_looks(placed, edge, theme)))
    for index, text in enumerate((*captions(placed), *placed.texts)):
        graph.node(f"t{index}", **free_text_looks(placed, text, theme))
    return graph


def _framed(placed: PlacedDiagram, *, ground: str) -> Digraph:
    """An empty map of its extent, with an invisible band over it that keeps it from being moved."""
    extent = f"0,0,{number(placed.width)},{number(placed.height)}"
    font = {"fontname": FONT_NAME}
    graph = Digraph(
        "map",
        graph_attr={"bb": extent, "bgcolor": ground, "outputorder": "edgesfirst", "pad": "0"},
        node_attr={"fixedsize": "true", "margin": "0", "penwidth": number(LINE_WIDTH), **font},
        edge_attr={"arrowsize": number(ARROW_SIZE), "fontsize": "12", **font},
    )
    _add_band(graph, "extent", {"bb": extent, "style": "invis"})
    return graph


def _add_band(graph: Digraph, name: str, attributes: Attributes) -> None:
    graph.subgraph(Digraph(f"cluster_{name}", graph_attr=attributes))


def _band(placed: PlacedDiagram, band: PlacedBand) -> Attributes:
    low, high = placed.height - band.y - band.height, placed.height - band.y
    return {"bb": f"{point(band.x, low)},{point(band.x + band.width, high)}"}


def _band_outline(placed: PlacedDiagram, band: PlacedBand) -> Attributes:
    middle = (band.x + band.width / 2, placed.height - band.y - band.height / 2)
    return {
        "pos": point(*middle),
        "width": f"{band.width / 72:.6f}",
        "height": f"{band.height / 72:.6f}",
        "shape": "box",
    }


def _node(placed: PlacedDiagram, node: PlacedNode) -> Attributes:
    width, height = _drawn_size(node)
    attributes = {
        "pos": point(node.x, placed.height - node.y),
        "width": f"{width / 72:.6f}",
        "height": f"{height / 72:.6f}",
        "shape": _SHAPES[node.shape],
    }
    if node.shape is Shape.ROUNDED:
        attributes["style"] = "rounded"
    return attributes


def _drawn_size(node: PlacedNode) -> tuple[float, float]:
    """The size to ask Graphviz for, so that the outline gets the node's own size."""
    if node.shape is Shape.DOUBLE_CIRCLE:
        return max(node.width - _RING, 1.0), max(node.height - _RING, 1.0)
    if node.shape is Shape.CHEVRON:
        twice = 2 * _CHEVRON_INSET
        inset = _CHEVRON_INSET if node.height >= twice else node.height / 2
        return node.width, node.height + inset
    return node.width, node.height


def _edge(placed: PlacedDiagram, edge: PlacedEdge) -> Attributes:
    flipped = tuple((x, placed.height - y) for x, y in edge.points)
    size = AXIS_ARROW_SIZE if edge.kind is EdgeKind.AXIS else ARROW_SIZE
    controls = curve(flipped, arrow=_ARROW_LENGTH * size if edge.arrow else 0.0)
    tip = f"e,{point(*flipped[-1])} " if edge.arrow else ""
    attributes = {"pos": tip + " ".join(point(*control) for control in controls)}
    if not edge.arrow:
        attributes["dir"] = "none"
    elif size != ARROW_SIZE:
        attributes["arrowsize"] = number(size)
    return attributes


def _names(placed: PlacedDiagram) -> dict[str, str]:
    """The generated names of nodes, and of ends of edges that are no nodes, such as an axis's."""
    names = {node.ref: node_id(index) for index, node in enumerate(placed.nodes)}
    ends = dict.fromkeys(end for edge in placed.edges for end in (edge.source, edge.target))
    return names | {end: f"a{index}" for index, end in enumerate(ends) if end not in names}


def _add_anchors(graph: Digraph, placed: PlacedDiagram, names: Mapping[str, str]) -> None:
    """Adds invisible nodes where edges end that lead from or to no node."""
    nodes = {node.ref for node in placed.nodes}
    places = {edge.source: edge.points[0] for edge in placed.edges}
    places |= {edge.target: edge.points[-1] for edge in placed.edges}
    unseen = {"style": "invis", "shape": "point", "width": "0.01", "height": "0.01"}
    for end, (x, y) in places.items():
        if end not in nodes:
            graph.node(names[end], pos=point(x, placed.height - y), **unseen)
