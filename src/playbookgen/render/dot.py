"""Placed diagrams as DOT: what our engine draws, and what a user may take to any Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

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
    Attributes,
    band_looks,
    captions,
    edge_looks,
    free_text_looks,
    node_looks,
)
from playbookgen.render.dot_text import quoted
from playbookgen.render.numbers import number, point
from playbookgen.render.themes import THEME_BY_NAME, Theme

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


def dot_source(placed: PlacedDiagram, *, theme: str = "classic", labels: bool) -> str:
    """The DOT of a map: outlines alone for our engine, or with texts and colours for a user."""
    lines = _labelled(placed, THEME_BY_NAME[theme]) if labels else _bare(placed)
    return "\n".join(["digraph map {", *(f"  {line}" for line in lines), "}"]) + "\n"


def _bare(placed: PlacedDiagram) -> Iterator[str]:
    """Statements that make Graphviz draw every outline and line, and not one character."""
    yield from _frame(placed, {"bgcolor": '"#ffffff"'})
    for index, band in enumerate(placed.bands):
        yield _band(placed, band, index, {"id": quoted(band_id(index))})
    for index, node in enumerate(placed.nodes):
        yield _node(placed, node, index, {"id": quoted(node_id(index)), "label": '""'})
    names = _names(placed)
    yield from _anchors(placed, names)
    for index, edge in enumerate(placed.edges):
        yield _edge(placed, edge, names, {"id": quoted(edge_id(index))})


def _labelled(placed: PlacedDiagram, theme: Theme) -> Iterator[str]:
    """Statements with texts and colours, complete for any Graphviz that keeps positions."""
    yield "// Drawn with positions kept: neato -n2 -Tsvg"
    yield from _frame(placed, {"bgcolor": quoted(theme.light.ground)})
    for index, band in enumerate(placed.bands):
        yield _band(placed, band, index, band_looks(placed, band, index, theme))
    for index, node in enumerate(placed.nodes):
        yield _node(placed, node, index, node_looks(node, theme))
    names = _names(placed)
    yield from _anchors(placed, names)
    for edge in placed.edges:
        yield _edge(placed, edge, names, edge_looks(placed, edge, theme))
    for index, text in enumerate((*captions(placed), *placed.texts)):
        yield f"t{index} [{_list(free_text_looks(placed, text, theme))}];"


def _frame(placed: PlacedDiagram, looks: Attributes) -> Iterator[str]:
    """The map's extent, and an invisible band over all of it, which keeps it from being moved."""
    extent = quoted(f"0,0,{number(placed.width)},{number(placed.height)}")
    font = quoted(FONT_NAME)
    yield f"graph [{_list({'bb': extent, 'pad': '0', 'outputorder': 'edgesfirst', **looks})}];"
    yield f"node [fixedsize=true, margin=0, penwidth=1.2, fontname={font}];"
    yield f"edge [arrowsize={number(ARROW_SIZE)}, fontname={font}, fontsize=12];"
    yield f"subgraph cluster_extent {{ graph [{_list({'bb': extent, 'style': 'invis'})}]; }}"


def _band(placed: PlacedDiagram, band: PlacedBand, index: int, looks: Attributes) -> str:
    low, high = placed.height - band.y - band.height, placed.height - band.y
    bb = quoted(f"{point(band.x, low)},{point(band.x + band.width, high)}")
    # The drawing's id is set on each band, since Graphviz would hand it down.
    return f"subgraph cluster_{band_id(index)} {{ graph [{_list({'bb': bb, **looks})}]; }}"


def _node(placed: PlacedDiagram, node: PlacedNode, index: int, looks: Attributes) -> str:
    width, height = _drawn_size(node)
    attributes = {
        "pos": quoted(point(node.x, placed.height - node.y)),
        "width": f"{width / 72:.6f}",
        "height": f"{height / 72:.6f}",
        "shape": _SHAPES[node.shape],
    }
    if node.shape is Shape.ROUNDED:
        attributes["style"] = "rounded"
    return f"{node_id(index)} [{_list({**attributes, **looks})}];"


def _drawn_size(node: PlacedNode) -> tuple[float, float]:
    """The size to ask Graphviz for, so that the outline gets the node's own size."""
    if node.shape is Shape.DOUBLE_CIRCLE:
        return max(node.width - _RING, 1.0), max(node.height - _RING, 1.0)
    if node.shape is Shape.CHEVRON:
        twice = 2 * _CHEVRON_INSET
        inset = _CHEVRON_INSET if node.height >= twice else node.height / 2
        return node.width, node.height + inset
    return node.width, node.height


def _edge(
    placed: PlacedDiagram, edge: PlacedEdge, names: Mapping[str, str], looks: Attributes
) -> str:
    flipped = tuple((x, placed.height - y) for x, y in edge.points)
    size = AXIS_ARROW_SIZE if edge.kind is EdgeKind.AXIS else ARROW_SIZE
    controls = curve(flipped, arrow=_ARROW_LENGTH * size if edge.arrow else 0.0)
    tip = f"e,{point(*flipped[-1])} " if edge.arrow else ""
    attributes = {"pos": quoted(tip + " ".join(point(*control) for control in controls))}
    if not edge.arrow:
        attributes["dir"] = "none"
    elif size != ARROW_SIZE:
        attributes["arrowsize"] = number(size)
    ends = f"{names[edge.source]} -> {names[edge.target]}"
    return f"{ends} [{_list({**attributes, **looks})}];"


def _names(placed: PlacedDiagram) -> dict[str, str]:
    """The generated names of nodes, and of ends of edges that are no nodes, such as an axis's."""
    names = {node.ref: node_id(index) for index, node in enumerate(placed.nodes)}
    ends = dict.fromkeys(end for edge in placed.edges for end in (edge.source, edge.target))
    return names | {end: f"a{index}" for index, end in enumerate(ends) if end not in names}


def _anchors(placed: PlacedDiagram, names: Mapping[str, str]) -> Iterator[str]:
    """Invisible nodes where edges end that lead from or to no node."""
    nodes = {node.ref for node in placed.nodes}
    places = {edge.source: edge.points[0] for edge in placed.edges}
    places |= {edge.target: edge.points[-1] for edge in placed.edges}
    for end, (x, y) in places.items():
        if end not in nodes:
            at = quoted(point(x, placed.height - y))
            yield f"{names[end]} [pos={at}, style=invis, shape=point, width=0.01, height=0.01];"


def _list(attributes: Attributes) -> str:
    return ", ".join(f"{key}={value}" for key, value in attributes.items())
