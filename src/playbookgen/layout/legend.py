"""Legends: small outlines, glyphs and arrows with their meaning in words, below a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.text import measure, wrap
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    EdgeKind,
    LegendEntry,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
    TextLine,
    TextRole,
)

_MARGIN = 16.0
_SAMPLE = (26.0, 16.0)
_TEXT_GAP = 8.0
_ENTRY_GAP = 28.0
_ROW_GAP = 8.0
_BROAD = frozenset({Shape.ROUNDED, Shape.BOX, Shape.CHEVRON, Shape.NOTE})
_OUTLINE_MARKS = ("", "optional")
"""What an outline shows; the other marks are glyphs that stand alone in a legend."""
_BESIDE_OUTLINE = frozenset({"influence_none"})
"""Glyphs that belong to one outline, and stand beside it."""
_GLYPH = _SAMPLE[1]
_GLYPH_GAP = 6.0


def with_legend(diagram: PlacedDiagram, legend: Sequence[LegendEntry]) -> PlacedDiagram:
    """The diagram with its legend below; as it is where there is none."""
    if not legend:
        return diagram
    width = max(diagram.width, 320.0)
    placed = list(_places(legend, diagram.height + 4.0, width))
    texts = tuple(place.text for place in placed)
    bottom = max(text.y + max(text.height, _SAMPLE[1]) / 2 for text in texts)
    right = max(text.x + text.width for text in texts)
    return replace(
        diagram,
        width=round(max(diagram.width, right + _MARGIN), 2),
        height=round(bottom + _MARGIN, 2),
        nodes=diagram.nodes + tuple(sample for place in placed for sample in _samples(place)),
        edges=diagram.edges + tuple(_arrow(place) for place in placed if place.entry.edge),
        texts=diagram.texts + texts,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """An entry with its words, and the middle of its sample."""

    entry: LegendEntry
    text: PlacedText
    x: float
    y: float


def _places(legend: Sequence[LegendEntry], y: float, width: float) -> Iterator[_Place]:
    x, row_height = _MARGIN, 0.0
    for entry in legend:
        text = _text(entry, width)
        sample = _breadth(entry)
        reach = sample + _TEXT_GAP + text.width
        if x > _MARGIN and x + reach > width - _MARGIN:
            x, y, row_height = _MARGIN, y + row_height + _ROW_GAP, 0.0
        height = max(text.height, _SAMPLE[1])
        middle = round(y + height / 2, 2)
        at = round(x + sample + _TEXT_GAP, 2)
        yield _Place(entry, replace(text, x=at, y=middle), round(x + sample / 2, 2), middle)
        x, row_height = x + reach + _ENTRY_GAP, max(row_height, height)


def _text(entry: LegendEntry, width: float) -> PlacedText:
    room = width - 2 * _MARGIN - max(_SAMPLE[0], _breadth(entry)) - _TEXT_GAP
    return PlacedText(
        0, 0, wrap(entry.text, role=TextRole.LEGEND, width=room), TextRole.LEGEND, "start"
    )


def _shape(entry: LegendEntry) -> Shape:
    has_outline = entry.mark in _BESIDE_OUTLINE or entry.mark in _OUTLINE_MARKS
    return SHAPE_BY_KIND[entry.kind] if has_outline else Shape.PLAIN


def _size(entry: LegendEntry) -> tuple[float, float]:
    """The room of a sample: a glyph, a circle and a diamond are as wide as high."""
    if entry.edge or _shape(entry) in _BROAD:
        return _SAMPLE
    return _SAMPLE[1], _SAMPLE[1]


def _breadth(entry: LegendEntry) -> float:
    """The width of all that stands before the words."""
    beside = _GLYPH_GAP + _GLYPH if entry.mark in _BESIDE_OUTLINE else 0.0
    return _size(entry)[0] + beside


def _samples(place: _Place) -> Iterator[PlacedNode]:
    """The outline of a kind, a glyph without outline, or both side by side; none of an edge."""
    entry = place.entry
    if entry.edge:
        return
    if entry.mark not in _BESIDE_OUTLINE:
        yield _sample(place, place.x)
        return
    half, width = _breadth(entry) / 2, _size(entry)[0]
    outline = replace(place, entry=replace(entry, mark=""))
    yield _sample(outline, round(place.x - half + width / 2, 2))
    glyph = _sample(place, round(place.x + half - _GLYPH / 2, 2))
    bare = replace(glyph, kind=NodeKind.ACTION, shape=Shape.PLAIN, texts=())
    yield replace(bare, width=_GLYPH, height=_GLYPH)


def _sample(place: _Place, x: float) -> PlacedNode:
    """The outline of a kind, or a glyph without outline."""
    entry = place.entry
    width, height = _size(entry)
    return PlacedNode(
        ref=f"legend.{entry.kind}.{entry.mark}" if entry.mark else f"legend.{entry.kind}",
        kind=entry.kind,
        shape=_shape(entry),
        x=x,
        y=place.y,
        width=width,
        height=height,
        texts=_said(place),
        marks=(entry.mark,) if entry.mark else (),
        title=entry.text,
    )


def _said(place: _Place) -> tuple[PlacedText, ...]:
    """What stands in the sample, such as a letter."""
    label = place.entry.label
    if not label:
        return ()
    line = TextLine(label, measure(label, role=TextRole.NOTE))
    return (PlacedText(place.x, place.y, (line,), TextRole.NOTE),)


def _arrow(place: _Place) -> PlacedEdge:
    kind = place.entry.edge or EdgeKind.FORWARD
    half = _SAMPLE[0] / 2
    ends = ((round(place.x - half, 2), place.y), (round(place.x + half, 2), place.y))
    ref = "legend.main" if place.entry.is_main else f"legend.{kind}"
    return PlacedEdge(ref, kind, "", "", ends, is_main=place.entry.is_main)
