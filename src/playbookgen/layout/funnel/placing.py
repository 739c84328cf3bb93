"""Funnels: bars one below the other from one left edge on, as wide as the share that is left.

Names and shares stand at the left of their bars, on a band that leads the eye, and between the
bands, below the share, how many go on. On a phone names stand above their bars, and no lines join
these. A bar of which the share is not known is as wide as the last one that is, for it can be no
wider.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from playbookgen.layout.funnel.columns import BAR_HEIGHT, MARGIN, SIDE, Columns, columns_of
from playbookgen.layout.funnel.rows import Row, height_of, rows_of
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    EdgeKind,
    Funnel,
    NodeKind,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
)


def place_funnel(funnel: Funnel, *, width: float) -> PlacedDiagram:
    """The funnel, no wider than `width` nor than is good to read."""
    columns = columns_of(funnel.steps, width - 2 * (MARGIN + SIDE))
    rows = tuple(rows_of(funnel.steps, columns))
    placed = PlacedDiagram(
        ref=funnel.ref,
        title=funnel.title,
        description=funnel.description,
        language=funnel.language,
        width=round(columns.end + SIDE + MARGIN, 2),
        height=round(_end(rows[-1]) + MARGIN, 2),
        nodes=tuple(_nodes(rows, columns)),
        edges=() if columns.is_stacked else tuple(_edges(rows, columns)),
        bands=tuple(_band(row, columns) for row in rows),
    )
    return with_legend(placed, funnel.legend)


def _end(row: Row) -> float:
    """Where a last row ends."""
    return row.bottom + (row.gap if row.conversion.lines else 0.0)


def _band(row: Row, columns: Columns) -> PlacedBand:
    """What lies behind a name and its bar."""
    return PlacedBand(
        f"row.{row.step.node.ref}",
        MARGIN,
        round(row.top, 2),
        round(columns.end + SIDE - MARGIN, 2),
        round(row.height, 2),
        turn=0,
    )


def _nodes(rows: Sequence[Row], columns: Columns) -> Iterator[PlacedNode]:
    """What stands in each row, and below it how many go on to the next."""
    for row in rows:
        step = row.step.node
        place = (MARGIN + SIDE, row.name_middle, columns.names)
        name = _words(step.ref, NodeKind.HEADING, row.name, place)
        yield replace(name, target=step.target, title=step.label)
        if row.said.lines:
            yield _told(f"{step.ref}.share", row.said, columns, row.middle)
        yield _bar(row, columns)
        if row.conversion.lines:
            yield _conversion(row, columns)


def _bar(row: Row, columns: Columns) -> PlacedNode:
    """The bar; its share is told beside it."""
    return PlacedNode(
        ref=f"{row.step.node.ref}.bar",
        kind=row.step.node.kind if row.step.share is not None else NodeKind.GAP,
        shape=Shape.BOX,
        x=round(columns.left + row.bar / 2, 2),
        y=round(row.middle, 2),
        width=round(row.bar, 2),
        height=BAR_HEIGHT,
    )


def _conversion(row: Row, columns: Columns) -> PlacedNode:
    """How many go on: below the share, or below the bar where no lines leave it."""
    ref, middle = f"{row.step.node.ref}.conversion", row.bottom + row.gap / 2
    if columns.is_stacked:
        width = row.conversion.width + 1.0
        return _words(ref, NodeKind.FACT, (row.conversion,), (columns.left, middle, width))
    return _told(ref, row.conversion, columns, middle)


def _told(ref: str, text: PlacedText, columns: Columns, middle: float) -> PlacedNode:
    """Words that end beside the bars."""
    width = text.width + 1.0
    return _words(ref, NodeKind.FACT, (text,), (columns.told - width, middle, width))


def _words(
    ref: str, kind: NodeKind, texts: Sequence[PlacedText], place: tuple[float, float, float]
) -> PlacedNode:
    """Words without outline: `place` is their left edge, their middle height and their width."""
    left, y, width = place
    height, placed = height_of(texts), []
    top = y - height / 2
    for text in texts:
        x = left + (width if text.anchor == "end" else 0.0)
        placed.append(replace(text, x=round(x, 2), y=round(top + text.height / 2, 2)))
        top += text.height
    return PlacedNode(
        ref=ref,
        kind=kind,
        shape=SHAPE_BY_KIND[kind],
        x=round(left + width / 2, 2),
        y=round(y, 2),
        width=round(width, 2),
        height=round(height, 2),
        texts=tuple(placed),
        title=" ".join(line.text for text in texts for line in text.lines),
    )


def _edges(rows: Sequence[Row], columns: Columns) -> Iterator[PlacedEdge]:
    for pair in pairwise(rows):
        yield from _flanks(*pair, columns.left)


def _flanks(upper: Row, lower: Row, left: float) -> Iterator[PlacedEdge]:
    """A line from each end of a bar to that of the next, dashed where a share is not known."""
    known = upper.step.share is not None and lower.step.share is not None
    kind = EdgeKind.TIE if known else EdgeKind.TIE_NONE
    source, target = f"{upper.step.node.ref}.bar", f"{lower.step.node.ref}.bar"
    top, bottom = upper.middle + BAR_HEIGHT / 2, lower.middle - BAR_HEIGHT / 2
    for side, begin, end in (("left", 0.0, 0.0), ("right", upper.bar, lower.bar)):
        ends = (
            (round(left + begin, 2), round(top, 2)),
            (round(left + end, 2), round(bottom, 2)),
        )
        yield PlacedEdge(f"{source}--{target}.{side}", kind, source, target, ends, arrow=False)
