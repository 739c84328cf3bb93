"""How a map's parts look in the DOT that a user gets: colours of the theme, and safe texts."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.model.diagram import (
    TEXT_SIZE,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
    TextRole,
)
from playbookgen.render.dot_text import label
from playbookgen.render.numbers import number, point
from playbookgen.render.themes import Theme

Attributes = dict[str, str]

FONT_NAME = "Noto Sans"
LINE_WIDTH = 1.2
"""Of outlines for which nothing else is said, in px."""


def node_looks(node: PlacedNode, theme: Theme) -> Attributes:
    """A node's colours and its texts, all in one label and so in one size."""
    ink = theme.light.nodes[node.kind]
    texts = [text for text in node.texts if not _hangs(node, text)]
    lines = [line.text for text in texts for line in text.lines]
    sizes = [TEXT_SIZE[text.role] for text in texts] or [TEXT_SIZE[TextRole.LABEL]]
    styles = ["rounded"] if node.shape is Shape.ROUNDED else []
    styles += [] if ink.fill == "none" else ["filled"]
    stroke = theme.outline_of(node.kind)
    styles += ["dashed"] if "optional" in node.marks or stroke.dash else []
    looks = {
        "label": label(*lines),
        "fontsize": number(min(sizes)),
        "fontcolor": ink.text,
        "style": ",".join(styles),
    }
    if stroke.width != LINE_WIDTH:
        looks["penwidth"] = number(stroke.width)
    return looks | _colours(ink.fill, ink.line)


def _colours(fill: str, line: str) -> Attributes:
    return {} if fill == "none" else {"fillcolor": fill, "color": line}


def edge_looks(placed: PlacedDiagram, edge: PlacedEdge, theme: Theme) -> Attributes:
    """An edge's colour, width and dashes, and its text at its place."""
    light = theme.light
    stroke = theme.main if edge.is_main else theme.lines[edge.kind]
    colour = light.accent if edge.is_main else light.edges[edge.kind]
    looks = {"color": colour, "penwidth": number(stroke.width)}
    if stroke.dash:
        looks["style"] = "dashed"
    if edge.text:
        looks |= _placed_label(placed, edge.text, theme)
    return looks


def band_looks(placed: PlacedDiagram, band: PlacedBand, index: int, theme: Theme) -> Attributes:
    """A lane's turn among the fills, and its name at its place."""
    bands = theme.light.bands
    looks = {
        "style": "filled",
        "fillcolor": bands[(index if band.turn is None else band.turn) % len(bands)],
        "color": theme.light.band_line,
        "fontname": FONT_NAME,
    }
    return looks | (_placed_label(placed, band.text, theme) if band.text else {})


def _placed_label(placed: PlacedDiagram, text: PlacedText, theme: Theme) -> Attributes:
    """A label of an edge or a band, at its own place."""
    return {
        "label": label(*(line.text for line in text.lines)),
        "lp": point(_middle(text), placed.height - text.y),
        "fontsize": number(TEXT_SIZE[text.role]),
        "fontcolor": theme.light.texts[text.role],
    }


def captions(placed: PlacedDiagram) -> Iterator[PlacedText]:
    """The texts of nodes that hang below their outline, where no label of a node can be."""
    for node in placed.nodes:
        yield from (text for text in node.texts if _hangs(node, text))


def _hangs(node: PlacedNode, text: PlacedText) -> bool:
    return abs(text.y - node.y) > node.height / 2


def free_text_looks(placed: PlacedDiagram, text: PlacedText, theme: Theme) -> Attributes:
    """A text as a node without outline, a little wider than measured: other fonts are wider."""
    return {
        "pos": point(_middle(text), placed.height - text.y),
        "width": f"{(text.width * 1.2 + 8) / 72:.6f}",
        "height": f"{(text.height * 1.2 + 8) / 72:.6f}",
        "shape": "plaintext",
        "label": label(*(line.text for line in text.lines)),
        "fontsize": number(TEXT_SIZE[text.role]),
        "fontcolor": theme.light.texts[text.role],
    }


def _middle(text: PlacedText) -> float:
    """The horizontal middle of a text's block."""
    return text.x + {"start": text.width / 2, "end": -text.width / 2}.get(text.anchor, 0.0)
