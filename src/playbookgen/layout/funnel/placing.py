"""Funnels: bars in the middle, one below the other, as wide as the share that is left.

Names stand at the left of their bars, on a band that leads the eye from one to the other. What goes
on stands between the bands: in the funnel, or beside it. A bar of which the share is not known is
as wide as the last one that is, for it can be no wider.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from playbookgen.layout.funnel.columns import MARGIN, SIDE, Columns, columns_of
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
        edges=tuple(edge for pair in pairwise(rows) for edge in _flanks(*pair, columns.middle)),
        bands=tuple(_band(row, columns) for row in rows),
    )
    return with_legend(placed, funnel.legend)


def _end(row: Row) -> float:
    """Where a last row ends."""
    return row.y + row.reach + (row.gap if row.conversion.lines else 0.0)


def _band(row: Row, columns: Columns) -> PlacedBand:
    """What lies behind a name and its bar."""
    return PlacedBand(
        f"row.{row.step.node.ref}",
        MARGIN,
        round(row.y - row.reach, 2),
        round(columns.end + SIDE - MARGIN, 2),
        round(2 * row.reach, 2),
        turn=0,
    )


def _nodes(rows: Sequence[Row], columns: Columns) -> Iterator[PlacedNode]:
    """What stands in each row, and below it how many go on to the next."""
    for row in rows:
        yield from _bar_nodes(row, columns)
        if row.conversion.lines:
            width = row.conversion.width + 1.0
            place = (row.conversion.x, row.y + row.reach + row.gap / 2, width)
            ref = f"{row.step.node.ref}.conversion"
            yield _words(ref, NodeKind.FACT, (row.conversion,), place)


def _bar_nodes(row: Row, columns: Columns) -> Iterator[PlacedNode]:
    """The name, the bar, and the share beside it if it has no room in it."""
    step = row.step.node
    name = _words(step.ref, NodeKind.HEADING, row.name, (MARGIN + SIDE, row.y, columns.names))
    yield replace(name, target=step.target, title=step.label)
    is_inside = row.said.anchor == "middle"
    kind = step.kind if row.step.share is not None else NodeKind.GAP
    yield PlacedNode(
        ref=f"{step.ref}.bar",
        kind=kind,
        shape=Shape.BOX,
        x=round(columns.middle, 2),
        y=round(row.y, 2),
        width=round(row.bar, 2),
        height=round(row.height, 2),
        texts=(_at(row.said, columns.middle, row.y),) if is_inside else (),
        title=row.step.said if is_inside else "",
    )
    if not is_inside and row.said.lines:
        place = (row.said.x, row.y, row.said.width + 1.0)
        yield _words(f"{step.ref}.share", NodeKind.FACT, (row.said,), place)


def _words(
    ref: str, kind: NodeKind, texts: Sequence[PlacedText], place: tuple[float, float, float]
) -> PlacedNode:
    """Words without outline, from the left, the middle of their height, and the width."""
    left, y, width = place
    height, placed = height_of(texts), []
    top = y - height / 2
    for text in texts:
        placed.append(_at(text, left, top + text.height / 2))
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


def _at(text: PlacedText, x: float, y: float) -> PlacedText:
    return replace(text, x=round(x, 2), y=round(y, 2))


def _flanks(upper: Row, lower: Row, middle: float) -> Iterator[PlacedEdge]:
    """A line from each end of a bar to that of the next, dashed where a share is not known."""
    known = upper.step.share is not None and lower.step.share is not None
    kind = EdgeKind.TIE if known else EdgeKind.TIE_NONE
    source, target = f"{upper.step.node.ref}.bar", f"{lower.step.node.ref}.bar"
    top, bottom = upper.y + upper.height / 2, lower.y - lower.height / 2
    for side, sign in (("left", -1), ("right", 1)):
        ends = (
            (round(middle + sign * upper.bar / 2, 2), round(top, 2)),
            (round(middle + sign * lower.bar / 2, 2), round(bottom, 2)),
        )
        yield PlacedEdge(f"{source}--{target}.{side}", kind, source, target, ends, arrow=False)
