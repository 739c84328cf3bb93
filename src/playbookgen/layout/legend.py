"""Legends: small outlines with their meaning in words, in rows at the bottom of a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbookgen.layout.text import wrap
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    LegendEntry,
    PlacedDiagram,
    PlacedNode,
    PlacedText,
    Shape,
    TextRole,
)

_MARGIN = 16.0
_SAMPLE = (26.0, 16.0)
_TEXT_GAP = 8.0
_ENTRY_GAP = 28.0
_ROW_GAP = 8.0


def with_legend(diagram: PlacedDiagram, legend: Sequence[LegendEntry]) -> PlacedDiagram:
    """The diagram with its legend below; as it is where there is none."""
    if not legend:
        return diagram
    width = max(diagram.width, 320.0)
    placed = list(_entries(legend, diagram.height + 4.0, width))
    bottom = max(text.y + max(text.height, _SAMPLE[1]) / 2 for _, text in placed)
    right = max(text.x + text.width for _, text in placed)
    return replace(
        diagram,
        width=round(max(diagram.width, right + _MARGIN), 2),
        height=round(bottom + _MARGIN, 2),
        nodes=diagram.nodes + tuple(node for node, _ in placed),
        texts=diagram.texts + tuple(text for _, text in placed),
    )


def _entries(
    legend: Sequence[LegendEntry], y: float, width: float
) -> Iterator[tuple[PlacedNode, PlacedText]]:
    x, row_height = _MARGIN, 0.0
    for entry in legend:
        text = _text(entry, width)
        reach = _SAMPLE[0] + _TEXT_GAP + text.width
        if x > _MARGIN and x + reach > width - _MARGIN:
            x, y, row_height = _MARGIN, y + row_height + _ROW_GAP, 0.0
        height = max(text.height, _SAMPLE[1])
        middle = round(y + height / 2, 2)
        at = round(x + _SAMPLE[0] + _TEXT_GAP, 2)
        yield _sample(entry, round(x + _SAMPLE[0] / 2, 2), middle), replace(text, x=at, y=middle)
        x, row_height = x + reach + _ENTRY_GAP, max(row_height, height)


def _text(entry: LegendEntry, width: float) -> PlacedText:
    room = width - 2 * _MARGIN - _SAMPLE[0] - _TEXT_GAP
    return PlacedText(
        0, 0, wrap(entry.text, role=TextRole.LEGEND, width=room), TextRole.LEGEND, "start"
    )


def _sample(entry: LegendEntry, x: float, y: float) -> PlacedNode:
    # A mark stands alone: without outline and text it lies in the middle of its node.
    shape = Shape.PLAIN if entry.mark else SHAPE_BY_KIND[entry.kind]
    width, height = _SAMPLE
    if shape in (Shape.CIRCLE, Shape.DOUBLE_CIRCLE, Shape.DIAMOND):
        width = height
    return PlacedNode(
        ref=f"legend.{entry.kind}.{entry.mark}" if entry.mark else f"legend.{entry.kind}",
        kind=entry.kind,
        shape=shape,
        x=x,
        y=y,
        width=width,
        height=height,
        texts=_label(entry, x, y),
        marks=(entry.mark,) if entry.mark else (),
        title=entry.text,
    )


def _label(entry: LegendEntry, x: float, y: float) -> tuple[PlacedText, ...]:
    """What stands in the sample, in its middle."""
    lines = wrap(entry.label, role=TextRole.NOTE, width=_SAMPLE[0])
    return (PlacedText(x, y, lines, TextRole.NOTE),) if lines else ()
