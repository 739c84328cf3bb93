"""Making: a chart broken into rows of some width, each composed once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.boxes import Box, boxes_of
from playbookgen.layout.flowchart.composing import Composition, composition_of
from playbookgen.layout.flowchart.effort import Effort
from playbookgen.layout.flowchart.frame import Frame
from playbookgen.layout.flowchart.order import Order, order_of
from playbookgen.layout.flowchart.page import Page
from playbookgen.layout.flowchart.plan import LABEL_WIDTH, broken
from playbookgen.layout.flowchart.rows import Row, breaks_of, rows_of
from playbookgen.model.diagram import Flowchart, Node

_GAP = 44.0
_LABEL_ROOM = 40.0
_TIGHTER = 0.93
_ATTEMPTS = 14


@dataclass(slots=True)
class Making:
    """A chart being broken into rows; what was composed once is kept."""

    chart: Flowchart
    frame: Frame
    lanes: dict[str, int] = field(init=False)
    order: Order = field(init=False)
    effort: Effort = field(default_factory=Effort)
    _composed: dict[tuple[int, int], Composition] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lanes = lanes_of(self.chart)
        place = {lane.ref: at for at, lane in enumerate(self.chart.lanes)}
        self.lanes = {ref: place.get(lane, 0) for ref, lane in lanes.items()}
        self.order = order_of(self.chart, lanes)

    def page(self, step: float) -> Page:
        """The chart with steps of this width, in as many rows as it takes."""
        limit = self.frame.room
        for _ in range(_ATTEMPTS):
            page = self._attempt(step, limit)
            if page.width <= self.frame.width or len(page.plans) >= self.order.columns:
                break
            limit *= _TIGHTER
        return page

    def once(self, step: float, *, rows: int) -> Page | None:
        """The chart with wider steps, if it fits in no more rows."""
        starts = self._starts(step, self.frame.room)
        if len(starts) > rows:
            return None
        page = self._laid_out(starts, step)
        return page if page.width <= self.frame.width else None

    def _attempt(self, step: float, limit: float) -> Page:
        return self._laid_out(self._starts(step, limit), step)

    def _starts(self, step: float, limit: float) -> list[int]:
        boxes = boxes_of(self.chart.nodes, width=step)
        return breaks_of(self.order, self.chart.edges, self._widths(boxes), limit)

    def _widths(self, boxes: Mapping[str, Box]) -> list[float]:
        """About how wide each column is, with the gap after it."""
        widths = [0.0] * self.order.columns
        gaps = [_GAP] * self.order.columns
        for ref, column in self.order.column.items():
            widths[column] = max(widths[column], boxes[ref].span)
        for edge in self.chart.edges:
            column = self.order.column[edge.source]
            if edge.label and self.order.column[edge.target] == column + 1:
                label = broken(edge.label, LABEL_WIDTH).width
                gaps[column] = max(gaps[column], label + _LABEL_ROOM)
        return [width + gap for width, gap in zip(widths, gaps, strict=True)]

    def _laid_out(self, starts: Sequence[int], step: float) -> Page:
        rows = rows_of(self.chart, self.order, self.lanes, starts)
        nodes = [node for row in rows for node in row.nodes]
        boxes = boxes_of(nodes, width=step)
        composed = [
            self._composition(row, start, end)
            for row, start, end in zip(rows, starts, [*starts[1:], self.order.columns], strict=True)
        ]
        plans = [part.plan(boxes) for part in composed]
        return Page(self.chart, self.frame, composed, plans)

    def _composition(self, row: Row, start: int, end: int) -> Composition:
        """The row composed; its links depend on nothing but its columns."""
        key = (start, end)
        if key not in self._composed:
            self._composed[key] = composition_of(row, self.effort)
        return self._composed[key]


def lanes_of(chart: Flowchart) -> dict[str, str]:
    """The lane of each step; of one without, that of its neighbour."""
    if not chart.lanes:
        return {node.ref: "" for node in chart.nodes}
    known = {lane.ref for lane in chart.lanes}
    lanes = {node.ref: node.lane for node in chart.nodes if node.lane in known}
    for node in chart.nodes:
        if node.ref not in lanes:
            lanes[node.ref] = next(_near(chart, node, lanes), chart.lanes[0].ref)
    return lanes


def _near(chart: Flowchart, node: Node, lanes: Mapping[str, str]) -> Iterator[str]:
    for edge in chart.edges:
        if edge.target == node.ref and edge.source in lanes:
            yield lanes[edge.source]
        if edge.source == node.ref and edge.target in lanes:
            yield lanes[edge.target]
