"""Timelines from left to right: rows of events, each above an axis that goes on in the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from playbookgen.layout.boxes import Box, even_width, rectangle
from playbookgen.layout.text import wrap
from playbookgen.layout.timeline.parts import (
    MARGIN,
    TICK,
    Part,
    action,
    axis,
    chevron,
    stack,
    stack_height,
    tick,
    tie,
)
from playbookgen.model.diagram import (
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextRole,
    Timeline,
    TimelineEvent,
)

CAPTION = 88.0
"""The room of the captions at the left."""
_COLUMN_GAP = 18.0
_WIDEST = 240.0
_LEAST_TIE = 30.0
_ARROW = 22.0
_PART_GAP = 16.0
_ROW_GAP = 34.0


@dataclass(frozen=True, slots=True)
class Measure:
    """How many events each row has, and how wide they are."""

    rows: tuple[int, ...]
    column: float

    @property
    def per_row(self) -> int:
        """How many events stand in the longest row."""
        return max(self.rows, default=1)

    @property
    def right(self) -> float:
        """Where the longest axis ends."""
        return self.end(self.per_row)

    def end(self, count: int) -> float:
        """Where the axis of so many events ends."""
        return MARGIN + CAPTION + count * (self.column + _COLUMN_GAP) + _ARROW


def measure_of(timeline: Timeline, width: float) -> Measure:
    """As few rows as fit, all of them full but for the last."""
    count = len(timeline.events)
    least = even_width(event.node for event in timeline.events)
    room = width - 2 * MARGIN - CAPTION - _ARROW
    most = max(1, int(room // (least + _COLUMN_GAP)))
    rows = max(1, ceil(count / most))
    per_row = max(1, ceil(count / rows))
    column = max(least, min(_WIDEST, room / per_row - _COLUMN_GAP))
    return Measure(_filled(count, per_row), column)


def _filled(count: int, per_row: int) -> tuple[int, ...]:
    """How many events each row has; none stands alone in the last if another can join it."""
    rows = [min(per_row, count - first) for first in range(0, count, per_row)]
    if len(rows) > 1 and rows[-1] == 1 and per_row > 2:
        rows[-2:] = [per_row - 1, 2]
    return tuple(rows)


def rows_across(timeline: Timeline, measure: Measure, *, y: float) -> Iterator[Part]:
    """The rows, from `y` on downwards."""
    first = 0
    for number, count in enumerate(measure.rows, start=1):
        events = timeline.events[first : first + count]
        columns = [_column(event, measure.column) for event in events]
        if columns:
            row = _Row(timeline.captions, columns, y, measure.end(count), number)
            yield row.part(is_numbered=len(measure.rows) > 1)
            y, first = row.bottom + _ROW_GAP, first + count


@dataclass(frozen=True, slots=True)
class _Column:
    """An event with its boxes, and the text at its tick."""

    event: TimelineEvent
    box: Box
    chevrons: tuple[Box, ...]
    actions: tuple[Box, ...]
    at: PlacedText


def _column(event: TimelineEvent, width: float) -> _Column:
    at = wrap(event.at, role=TextRole.EDGE, width=width / 2 - 2.0)
    return _Column(
        event=event,
        box=rectangle(event.node, width=width),
        chevrons=tuple(chevron(node, width) for node in event.deal_stages),
        actions=tuple(action(node, width) for node in event.actions),
        at=PlacedText(0, 0, at, TextRole.EDGE, "start"),
    )


class _Row:
    """One axis with what stands above and below it."""

    def __init__(
        self,
        captions: Sequence[str],
        columns: Sequence[_Column],
        y: float,
        right: float,
        number: int,
    ) -> None:
        self.columns = columns
        self.right = right
        self.number = number
        self.captions = [_caption(text) for text in captions]
        stages, buyer, we = (caption.height for caption in self.captions)
        chevrons = max(stack_height(column.chevrons) for column in columns)
        self.top = y
        self.chevrons_bottom = y + (max(chevrons, stages) if chevrons else 0.0)
        self.box_height = max(column.box.height for column in columns)
        self.box_top = self.chevrons_bottom + (_PART_GAP if chevrons else 0.0)
        self.box_top += max(0.0, buyer - self.box_height)
        self.buyer_top = self.box_top + self.box_height - max(buyer, self.box_height)
        room = max(column.at.height for column in columns) + 14.0
        self.axis = self.box_top + self.box_height + max(_LEAST_TIE, room)
        self.actions_top = self.axis + _PART_GAP + 2.0
        actions = max(stack_height(column.actions) for column in columns)
        self.bottom = self.actions_top + (max(actions, we) if actions else 0.0)

    def part(self, *, is_numbered: bool) -> Part:
        """The row, placed."""
        number = [self._number()] if is_numbered else []
        texts = (*number, *self._captions(), *self._times())
        return Part(tuple(self._nodes()), tuple(self._edges()), texts, self.bottom)

    def _x(self, at: int) -> float:
        width = self.columns[at].box.width
        return MARGIN + CAPTION + _COLUMN_GAP / 2 + at * (width + _COLUMN_GAP) + width / 2

    def _nodes(self) -> Iterator[PlacedNode]:
        """The row's nodes: event by event, each after its deal stages and before our actions."""
        for at, column in enumerate(self.columns):
            x = self._x(at)
            top = self.chevrons_bottom - stack_height(column.chevrons)
            yield from stack(column.chevrons, x, top)
            box = replace(column.box, height=self.box_height)
            yield box.placed(x, self.box_top + self.box_height / 2)
            yield tick(column.event.node).placed(x, self.axis)
            yield from stack(column.actions, x, self.actions_top)

    def _edges(self) -> Iterator[PlacedEdge]:
        """The axis, and a line from each event to its tick."""
        start = MARGIN + CAPTION, self.axis
        yield axis(f"axis.{self.number}", start, (self.right, self.axis))
        for at, column in enumerate(self.columns):
            x = self._x(at)
            ends = (x, self.box_top + self.box_height), (x, self.axis - TICK / 2)
            yield tie(column.event.node, *ends)

    def _captions(self) -> Iterator[PlacedText]:
        """What the deal stages, the events and our actions are, at the left."""
        has_actions = any(column.actions for column in self.columns)
        has_stages = any(column.chevrons for column in self.columns)
        middles = (
            (self.top + self.chevrons_bottom) / 2 if has_stages else None,
            (self.buyer_top + self.box_top + self.box_height) / 2,
            self.actions_top + self.captions[2].height / 2 if has_actions else None,
        )
        for caption, middle in zip(self.captions, middles, strict=True):
            if middle is not None and caption.lines:
                yield replace(caption, y=round(middle, 2))

    def _number(self) -> PlacedText:
        """The number of the row, at the beginning of its axis."""
        return replace(_caption(str(self.number)), y=round(self.axis, 2))

    def _times(self) -> Iterator[PlacedText]:
        """When the events happen, at their ticks."""
        for at, column in enumerate(self.columns):
            if column.at.lines:
                y = self.axis - 6.0 - column.at.height / 2
                yield replace(column.at, x=round(self._x(at) + 7.0, 2), y=round(y, 2))


def _caption(text: str) -> PlacedText:
    lines = wrap(text, role=TextRole.BAND, width=CAPTION - 12.0)
    return PlacedText(MARGIN, 0, lines, TextRole.BAND, "start")
