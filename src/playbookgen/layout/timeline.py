"""Timelines: events above an axis of time, deal stages over them, our actions below.

A wide timeline continues on further axes below the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from playbookgen.layout.boxes import Box, even_width, rectangle
from playbookgen.layout.legend import with_legend
from playbookgen.layout.text import wrap, wrap_evenly
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextRole,
    Timeline,
    TimelineEvent,
)

MARGIN = 16.0
_CAPTION = 88.0
_COLUMN_GAP = 18.0
_WIDEST = 172.0
_LEAST_TIE = 30.0
_TICK = 12.0
_ARROW = 22.0
_STACK_GAP = 5.0
_PART_GAP = 16.0
_ROW_GAP = 34.0
_CHEVRON_TIP = 12.0
_MARK_ROOM = 22.0
"""What the mark of an action takes beside its text."""


@dataclass(frozen=True, slots=True)
class Column:
    """An event with its boxes, and the text at its tick."""

    event: TimelineEvent
    box: Box
    chevrons: tuple[Box, ...]
    actions: tuple[Box, ...]
    at: PlacedText

    @property
    def chevrons_height(self) -> float:
        """The height of the deal stages, one below the other."""
        return _stack_height(self.chevrons)

    @property
    def actions_height(self) -> float:
        """The height of the actions, one below the other."""
        return _stack_height(self.actions)


def place_timeline(timeline: Timeline, *, width: float) -> PlacedDiagram:
    """The timeline on as few axes as fit `width`."""
    per_row, column_width = _measure(timeline, width)
    columns = [_column(event, column_width) for event in timeline.events]
    right = MARGIN + _CAPTION + per_row * (column_width + _COLUMN_GAP) + _ARROW
    y, nodes, edges, texts = MARGIN, [], [], []
    for number, first in enumerate(range(0, len(columns), per_row)):
        row = _Row(timeline, columns[first : first + per_row], y, right, number)
        nodes += list(row.nodes())
        edges += list(row.edges())
        texts += list(row.texts())
        y = row.bottom + _ROW_GAP
    diagram = PlacedDiagram(
        ref=timeline.ref,
        title=timeline.title,
        description=timeline.description,
        language=timeline.language,
        width=round(right + MARGIN, 2),
        height=round(y - (_ROW_GAP if columns else 0.0) + MARGIN, 2),
        nodes=tuple(nodes),
        edges=tuple(edges),
        texts=tuple(texts),
    )
    return with_legend(diagram, timeline.legend)


def _measure(timeline: Timeline, width: float) -> tuple[int, float]:
    """How many events stand on one axis, and the width of each."""
    least = even_width(event.node for event in timeline.events)
    room = width - 2 * MARGIN - _CAPTION - _ARROW
    most = max(1, int(room // (least + _COLUMN_GAP)))
    rows = max(1, ceil(len(timeline.events) / most))
    per_row = max(1, ceil(len(timeline.events) / rows))
    return per_row, max(least, min(_WIDEST, room / per_row - _COLUMN_GAP))


def _column(event: TimelineEvent, width: float) -> Column:
    at = wrap(event.at, role=TextRole.EDGE, width=width / 2 - 2.0)
    return Column(
        event=event,
        box=rectangle(event.node, width=width),
        chevrons=tuple(_chevron(node, width) for node in event.deal_stages),
        actions=tuple(_action(node, width) for node in event.actions),
        at=PlacedText(0, 0, at, TextRole.EDGE, "start"),
    )


def _chevron(node: Node, width: float) -> Box:
    inner = width - 2 * _CHEVRON_TIP - 8.0
    lines = wrap_evenly(node.label, role=TextRole.STATUS, width=inner)
    text = PlacedText(0, 0, lines, TextRole.STATUS)
    return Box(node, width, text.height + 8.0, (text,))


def _action(node: Node, width: float) -> Box:
    room = width - 2 * _MARK_ROOM if node.marks else width
    blocks = [
        PlacedText(0, 0, wrap_evenly(text, role=role, width=room), role)
        for text, role in ((node.label, TextRole.ACTION), (node.note, TextRole.NOTE))
        if text
    ]
    height, top, texts = sum(block.height for block in blocks), 0.0, []
    for block in blocks:
        texts.append(replace(block, y=top + block.height / 2 - height / 2))
        top += block.height
    return Box(node, width, height, tuple(texts))


def _stack_height(boxes: Sequence[Box]) -> float:
    return sum(box.height for box in boxes) + _STACK_GAP * max(0, len(boxes) - 1)


class _Row:
    """One axis with what stands above and below it."""

    def __init__(
        self, timeline: Timeline, columns: Sequence[Column], y: float, right: float, number: int
    ) -> None:
        self.timeline = timeline
        self.columns = columns
        self.right = right
        self.number = number
        self.captions = [_caption(text) for text in timeline.captions]
        stages, buyer, we = (caption.height for caption in self.captions)
        chevrons = max(column.chevrons_height for column in columns)
        self.top = y
        self.chevrons_bottom = y + (max(chevrons, stages) if chevrons else 0.0)
        self.box_height = max(column.box.height for column in columns)
        self.box_top = self.chevrons_bottom + (_PART_GAP if chevrons else 0.0)
        self.box_top += max(0.0, buyer - self.box_height)
        self.buyer_top = self.box_top + self.box_height - max(buyer, self.box_height)
        tie = max(column.at.height for column in columns) + 14.0
        self.axis = self.box_top + self.box_height + max(_LEAST_TIE, tie)
        self.actions_top = self.axis + _PART_GAP + 2.0
        actions = max(column.actions_height for column in columns)
        self.bottom = self.actions_top + (max(actions, we) if actions else 0.0)

    def _x(self, at: int) -> float:
        width = self.columns[at].box.width
        return MARGIN + _CAPTION + _COLUMN_GAP / 2 + at * (width + _COLUMN_GAP) + width / 2

    def nodes(self) -> Iterator[PlacedNode]:
        """The row's nodes: event by event, each after its deal stages and before our actions."""
        for at, column in enumerate(self.columns):
            x = self._x(at)
            yield from _stack(column.chevrons, x, self.chevrons_bottom - column.chevrons_height)
            box = replace(column.box, height=self.box_height)
            yield box.placed(x, self.box_top + self.box_height / 2)
            yield self._tick(column.event.node).placed(x, self.axis)
            yield from _stack(column.actions, x, self.actions_top)

    def _tick(self, event: Node) -> Box:
        ours = event.kind is NodeKind.EVENT_OURS
        kind = NodeKind.TICK_OURS if ours else NodeKind.TICK_NONE
        return Box(Node(tick_ref(event), kind, ""), _TICK, _TICK)

    def edges(self) -> Iterator[PlacedEdge]:
        """The axis, and a line from each event to its tick."""
        ends = (
            (MARGIN + _CAPTION, round(self.axis, 2)),
            (round(self.right, 2), round(self.axis, 2)),
        )
        yield PlacedEdge(f"axis.{self.number + 1}", EdgeKind.AXIS, "", "", ends)
        for at, column in enumerate(self.columns):
            event = column.event.node
            ours = event.kind is NodeKind.EVENT_OURS
            edge = Edge(
                event.ref, tick_ref(event), kind=EdgeKind.TIE if ours else EdgeKind.TIE_NONE
            )
            x, y = round(self._x(at), 2), self.box_top + self.box_height
            points = ((x, round(y, 2)), (x, round(self.axis - _TICK / 2, 2)))
            yield PlacedEdge(edge.ref, edge.kind, edge.source, edge.target, points, arrow=False)

    def texts(self) -> Iterator[PlacedText]:
        """The captions at the left, and the times at the ticks."""
        has_actions = any(column.actions for column in self.columns)
        middles = (
            (self.top + self.chevrons_bottom) / 2 if self.chevrons_bottom > self.top else None,
            (self.buyer_top + self.box_top + self.box_height) / 2,
            self.actions_top + self.captions[2].height / 2 if has_actions else None,
        )
        for caption, middle in zip(self.captions, middles, strict=True):
            if middle is not None and caption.lines:
                yield replace(caption, y=round(middle, 2))
        for at, column in enumerate(self.columns):
            if column.at.lines:
                y = self.axis - 6.0 - column.at.height / 2
                yield replace(column.at, x=round(self._x(at) + 7.0, 2), y=round(y, 2))


def _caption(text: str) -> PlacedText:
    lines = wrap(text, role=TextRole.BAND, width=_CAPTION - 12.0)
    return PlacedText(MARGIN, 0, lines, TextRole.BAND, "start")


def tick_ref(event: Node) -> str:
    """The ref of an event's place on the axis."""
    return f"{event.ref}.tick"


def _stack(boxes: Sequence[Box], x: float, top: float) -> Iterator[PlacedNode]:
    for box in boxes:
        yield box.placed(x, top + box.height / 2)
        top += box.height + _STACK_GAP
