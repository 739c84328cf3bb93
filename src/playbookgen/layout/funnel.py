"""Funnels: bars in the middle, one below the other, as wide as the share that is left.

Names stand at the left of their bars, and what goes on from one to the next at the right. A bar of
which the share is not known is as wide as the last one that is, for it can be no wider.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from playbookgen.layout.legend import with_legend
from playbookgen.layout.text import measure, widest_word, wrap_evenly
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    EdgeKind,
    Funnel,
    FunnelStep,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
    TextRole,
)

_MARGIN = 16.0
_WIDEST_BAR = 520.0
_LEAST_BAR = 8.0
_BAR_HEIGHT = 38.0
_GAP = 30.0
"""The least distance of two bars."""
_NAME_GAP = 12.0
"""The least distance of two names."""
_COLUMN_GAP = 14.0
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of names, bars and conversions."""

    names: float
    bars: float
    conversions: float

    @property
    def middle(self) -> float:
        """Where the middle of every bar is."""
        return _MARGIN + self.names + _COLUMN_GAP + self.bars / 2

    @property
    def right(self) -> float:
        """Where conversions begin."""
        return self.middle + self.bars / 2 + _COLUMN_GAP

    @property
    def end(self) -> float:
        """Where conversions end."""
        return self.right + self.conversions


@dataclass(frozen=True, slots=True)
class _Row:
    """A step with its bar and the texts around it."""

    step: FunnelStep
    bar: float
    """The width of its bar."""
    name: tuple[PlacedText, ...]
    said: PlacedText
    """Its share: in the bar, or beside it if that is too narrow."""
    conversion: PlacedText
    y: float = 0.0

    @property
    def height(self) -> float:
        """The height of its bar."""
        return max(_BAR_HEIGHT, self.said.height + _PAD)

    @property
    def reach(self) -> float:
        """How far bar and name go up and down from their middle."""
        return max(self.height, _height(self.name)) / 2

    def below(self, other: _Row) -> float:
        """Where its middle is, below another row: neither bars nor names come too near."""
        gap = max(_GAP, other.conversion.height + _PAD)
        bars = (self.height + other.height) / 2 + gap
        names = (_height(self.name) + _height(other.name)) / 2 + _NAME_GAP
        return other.y + max(bars, names)


def place_funnel(funnel: Funnel, *, width: float) -> PlacedDiagram:
    """The funnel, no wider than `width` nor than is good to read."""
    columns = _columns(funnel.steps, width - 2 * _MARGIN)
    rows = tuple(_rows(funnel.steps, columns))
    placed = PlacedDiagram(
        ref=funnel.ref,
        title=funnel.title,
        description=funnel.description,
        language=funnel.language,
        width=round(columns.end + _MARGIN, 2),
        height=round(_end(rows[-1]) + _MARGIN, 2),
        nodes=tuple(_nodes(rows, columns)),
        edges=tuple(edge for pair in pairwise(rows) for edge in _flanks(*pair, columns.middle)),
    )
    return with_legend(placed, funnel.legend)


def _columns(steps: Sequence[FunnelStep], room: float) -> _Columns:
    """Names and conversions on one line each if there is room, else on several."""
    unbroken = max(max(measure(text, role=role) for text, role in _name(step)) for step in steps)
    whole = max(
        widest_word(step.node.label, role=TextRole.LABEL, limit=0.4 * room) for step in steps
    )
    names = min(unbroken, max(0.27 * room, 108.0, whole)) + 1.0
    said = max(measure(step.conversion, role=TextRole.NOTE) for step in steps)
    conversions = min(said, max(0.16 * room, 76.0)) + 1.0
    rest = room - names - conversions - 2 * _COLUMN_GAP
    return _Columns(names, min(_WIDEST_BAR, rest), conversions)


def _rows(steps: Sequence[FunnelStep], columns: _Columns) -> Iterator[_Row]:
    above: _Row | None = None
    bar = columns.bars
    for step in steps:
        if step.share is not None:
            bar = max(_LEAST_BAR, columns.bars * float(step.share))
        row = _row(step, bar, columns)
        above = replace(row, y=row.below(above) if above else _MARGIN + row.reach)
        yield above


def _row(step: FunnelStep, bar: float, columns: _Columns) -> _Row:
    name = (_text(text, role, columns.names) for text, role in _name(step))
    if measure(step.said, role=TextRole.LABEL) <= bar - 2 * _PAD:
        said = replace(_text(step.said, TextRole.LABEL, bar), x=columns.middle, anchor="middle")
    else:
        beside = columns.middle + bar / 2 + _PAD
        said = replace(_text(step.said, TextRole.LABEL, columns.end - beside), x=beside)
    return _Row(
        step=step,
        bar=bar,
        name=tuple(text for text in name if text.lines),
        said=said,
        conversion=_text(step.conversion, TextRole.NOTE, columns.conversions),
    )


def _name(step: FunnelStep) -> tuple[tuple[str, TextRole], ...]:
    return (step.node.label, TextRole.LABEL), (step.node.note, TextRole.NOTE)


def _text(words: str, role: TextRole, width: float) -> PlacedText:
    return PlacedText(0.0, 0.0, wrap_evenly(words, role=role, width=width), role, "start")


def _height(texts: Sequence[PlacedText]) -> float:
    return sum(text.height for text in texts)


def _end(row: _Row) -> float:
    """Where a last row ends."""
    return row.y + max(row.reach, _gap_middle(row, None) + row.conversion.height / 2 - row.y)


def _nodes(rows: Sequence[_Row], columns: _Columns) -> Iterator[PlacedNode]:
    """What stands in each row, and below it how many go on to the next."""
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        yield from _bar_nodes(row, columns)
        if row.conversion.lines:
            beside = min(columns.right, columns.middle + row.bar / 2 + _PAD)
            place = (beside, _gap_middle(row, following), columns.conversions)
            ref = f"{row.step.node.ref}.conversion"
            yield _words(ref, NodeKind.FACT, (row.conversion,), place)


def _gap_middle(row: _Row, following: _Row | None) -> float:
    """The middle between a bar and the next one, or the least gap below the last."""
    bottom = row.y + row.height / 2
    if following is None:
        return bottom + max(_GAP, row.conversion.height + _PAD) / 2
    return (bottom + following.y - following.height / 2) / 2


def _bar_nodes(row: _Row, columns: _Columns) -> Iterator[PlacedNode]:
    """The name, the bar, and the share beside it if it has no room in it."""
    step = row.step.node
    name = _words(step.ref, NodeKind.HEADING, row.name, (_MARGIN, row.y, columns.names))
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
    height, placed = _height(texts), []
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


def _flanks(upper: _Row, lower: _Row, middle: float) -> Iterator[PlacedEdge]:
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
