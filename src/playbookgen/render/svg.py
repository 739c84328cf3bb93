"""The picture that leaves: our own SVG with our ids, classes and texts round Graphviz's lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbookgen.model.diagram import (
    LINE_HEIGHT,
    SEMIBOLD,
    STRONG_ROLES,
    TEXT_SIZE,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
    TextRole,
)
from playbookgen.render.dot import band_id, edge_id, node_id
from playbookgen.render.drawing import Drawing, Ellipse, Outline, Piece, read_drawing
from playbookgen.render.elements import element, escaped, piece
from playbookgen.render.links import element_id, safe_href
from playbookgen.render.marks import GLYPHS, RADIUS, SOLID, moved, placed_marks
from playbookgen.render.numbers import number
from playbookgen.render.spoken import edge_title, node_title
from playbookgen.render.styles import FONT_STACK, standalone_css
from playbookgen.render.themes import CLASSIC, Stroke, Theme

_BASELINE = 0.35
"""How far a line's baseline is below its middle, in type sizes."""


def svg_document(
    placed: PlacedDiagram,
    drawn: bytes,
    *,
    theme: Theme = CLASSIC,
    links: Mapping[str, str],
    prefix: str,
    standalone: bool,
) -> str:
    """The map as SVG: for a page, with classes alone, or as a file that needs nothing else.

    A node's id is the prefix, a hyphen and its ref; an edge between nodes has the classes
    `pg-from-<ref>` and `pg-to-<ref>`, by which a page finds the neighbours of a node.
    """
    drawing = read_drawing(drawn, placed)
    pen = _Pen(placed, drawing, theme, links, prefix, standalone)
    return pen.document()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes one map."""

    placed: PlacedDiagram
    drawing: Drawing
    theme: Theme
    links: Mapping[str, str]
    prefix: str
    standalone: bool

    def document(self) -> str:
        """The whole SVG."""
        head = [
            element("title", {"id": self._id("title")}, escaped(self.placed.title)),
            element("desc", {"id": self._id("desc")}, escaped(self.placed.description)),
        ]
        parts = [*head, *self._ground(), *self._layers()]
        return element("svg", self._root(), "\n", "\n".join(parts), "\n") + "\n"

    def _root(self) -> dict[str, str | float]:
        placed, language = self.placed, self.placed.language
        root: dict[str, str | float] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "id": element_id(self.prefix),
            "class": "pg-map",
            "role": "group",
            "aria-labelledby": f"{self._id('title')} {self._id('desc')}",
            "xml:lang": language,
            "width": placed.width,
            "height": placed.height,
            "viewBox": f"0 0 {number(placed.width)} {number(placed.height)}",
        }
        # A page says its language for all that is in it; SVG's own attribute is no HTML.
        alone = {"lang": language, "font-family": FONT_STACK}
        return root | (alone if self.standalone else {})

    def _id(self, name: str) -> str:
        """An id of the document's own; two hyphens keep it apart from the ids of nodes."""
        return element_id(self.prefix, "", name)

    def _ground(self) -> Iterator[str]:
        if self.standalone:
            dark = standalone_css(self.theme)
            yield from [element("style", {}, dark)] if dark else []
            size = {"width": self.placed.width, "height": self.placed.height}
            yield element("rect", {"class": "pg-ground", **size, "fill": self.theme.light.ground})

    def _layers(self) -> Iterator[str]:
        """Bands lie lowest, then lines, then nodes, then free texts."""
        for index, band in enumerate(self.placed.bands):
            yield self._band(band, index)
        titles = {node.ref: node.title for node in self.placed.nodes}
        for index, edge in enumerate(self.placed.edges):
            yield self._edge(edge, index, titles)
        for index, node in enumerate(self.placed.nodes):
            yield self._node(node, index)
        for text in self.placed.texts:
            yield from self._text(text, self.theme.light.texts[text.role])

    def _band(self, band: PlacedBand, index: int) -> str:
        light = self.theme.light
        turn = (index if band.turn is None else band.turn) % len(light.bands)
        paint = self._paint(fill=light.bands[turn], stroke=light.band_line)
        pieces = self._pieces(band_id(index), paint)
        text = self._text(band.text, light.texts[band.text.role]) if band.text else ()
        where = {"id": self._id(f"band-{band.ref}"), "class": f"pg-band pg-band-{turn}"}
        return element("g", where, *pieces, *text)

    def _edge(self, edge: PlacedEdge, index: int, titles: Mapping[str, str]) -> str:
        title = edge_title(edge, titles)
        ends = zip(("from", "to"), (edge.source, edge.target), strict=True)
        names = [f" pg-{side}-{element_id(end)}" for side, end in ends if end in titles]
        where = {
            "id": self._id(f"edge-{edge.ref}"),
            "class": f"pg-edge pg-edge-{edge.kind}{_main_class(edge)}{''.join(names)}",
            **(_told(title) if title or not edge.text else {}),
        }
        said = [element("title", {}, escaped(title))] if title else []
        pieces = [self._edge_piece(shape, edge) for shape in self.drawing[edge_id(index)]]
        text = self._text(edge.text, self.theme.light.texts[edge.text.role]) if edge.text else ()
        return element("g", where, *said, *pieces, *text)

    def _edge_piece(self, shape: Piece, edge: PlacedEdge) -> str:
        light = self.theme.light
        colour = light.accent if edge.is_main else light.edges[edge.kind]
        if isinstance(shape, Outline) and shape.closed:
            paint = self._paint(fill=colour, stroke=colour, stroke_width="1.2")
            return piece(shape, {"class": "pg-arrow", **paint})
        stroke = _stroke(self.theme.main if edge.is_main else self.theme.lines[edge.kind])
        paint = self._paint(fill="none", stroke=colour, **stroke)
        return piece(shape, {"class": "pg-line", **paint})

    def _node(self, node: PlacedNode, index: int) -> str:
        title = node_title(node, self.placed.language)
        where: dict[str, str | float] = {
            "id": element_id(self.prefix, node.ref),
            "class": self._node_class(node),
        }
        content = [
            *([element("title", {}, escaped(title))] if title else []),
            *self._node_pieces(node, index),
            *self._node_texts(node),
            *self._marks(node),
        ]
        href = self.links.get(node.target) if node.target else None
        if href is not None:
            return element("a", {"href": safe_href(href), **where}, *content)
        return element("g", where | _told(title), *content)

    def _node_class(self, node: PlacedNode) -> str:
        optional = " pg-optional" if "optional" in node.marks else ""
        return f"pg-node pg-{node.kind}{optional}"

    def _node_pieces(self, node: PlacedNode, index: int) -> Iterator[str]:
        ink = self.theme.light.nodes[node.kind]
        stroke = _stroke(self.theme.outline_of(node.kind))
        if "optional" in node.marks:
            stroke["stroke_dasharray"] = self.theme.optional_dash
        shapes = self.drawing[node_id(index)]
        for place, shape in enumerate(shapes):
            ring = node.shape is Shape.DOUBLE_CIRCLE and place > 0
            fill = "none" if ring or not _is_area(shape) else ink.fill
            paint = self._paint(fill=fill, stroke=ink.line, **stroke)
            yield piece(shape, {"class": "pg-shape pg-ring" if ring else "pg-shape", **paint})

    def _node_texts(self, node: PlacedNode) -> Iterator[str]:
        light = self.theme.light
        for text in node.texts:
            note = text.role is TextRole.NOTE
            colour = light.notes[node.kind] if note else light.nodes[node.kind].text
            yield from self._text(text, colour)

    def _marks(self, node: PlacedNode) -> Iterator[str]:
        mark_ink = self.theme.light.mark
        for mark, middle in placed_marks(node):
            disc = Ellipse(middle, (RADIUS, RADIUS))
            paint = self._paint(fill=mark_ink.fill, stroke=mark_ink.line)
            yield piece(disc, {"class": "pg-disc", **paint})
            for shape in GLYPHS[mark]:
                yield piece(moved(shape, middle), self._glyph(mark))

    def _glyph(self, mark: str) -> dict[str, str]:
        line = self.theme.light.mark.line
        if mark in SOLID:
            return {"class": "pg-glyph-solid", **self._paint(fill=line)}
        return {"class": "pg-glyph", **self._paint(fill="none", stroke=line)}

    def _text(self, text: PlacedText, colour: str) -> Iterator[str]:
        """The lines of a block, each at its own baseline and as wide as it was measured."""
        size = TEXT_SIZE[text.role]
        top = text.y - (len(text.lines) - 1) * size * LINE_HEIGHT / 2 + size * _BASELINE
        for index, line in enumerate(text.lines):
            attributes: dict[str, str | float] = {
                "class": f"pg-text-{text.role}",
                "x": text.x,
                "y": top + index * size * LINE_HEIGHT,
                "text-anchor": text.anchor,
                "font-size": size,
                **({"font-weight": SEMIBOLD} if text.role in STRONG_ROLES else {}),
                "xml:space": "preserve",
                **self._length(line.width),
                **self._paint(fill=colour),
            }
            yield element("text", attributes, escaped(line.text))

    def _length(self, width: float) -> dict[str, str | float]:
        return {"textLength": width, "lengthAdjust": "spacingAndGlyphs"} if width > 0 else {}

    def _paint(self, **paint: str) -> dict[str, str]:
        """Presentation attributes where no style sheet can be counted on."""
        if not self.standalone:
            return {}
        return {key.replace("_", "-"): value for key, value in paint.items()}

    def _pieces(self, key: str, paint: Mapping[str, str]) -> list[str]:
        return [piece(shape, {"class": "pg-shape", **paint}) for shape in self.drawing[key]]


def _main_class(edge: PlacedEdge) -> str:
    return " pg-main" if edge.is_main else ""


def _told(title: str) -> dict[str, str]:
    """Whether assistive technology tells of it, as of one thing."""
    return {"role": "img"} if title else {"aria-hidden": "true"}


def _stroke(stroke: Stroke) -> dict[str, str]:
    dash = {"stroke_dasharray": stroke.dash} if stroke.dash else {}
    return {"stroke_width": f"{stroke.width:g}", **dash}


def _is_area(shape: Piece) -> bool:
    return isinstance(shape, Ellipse) or shape.closed
