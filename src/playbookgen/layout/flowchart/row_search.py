"""The search for rows that fit a page: a chart broken into rows of some width, each routed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.boxes import Box, boxes_of
from playbookgen.layout.flowchart.budget import Budget
from playbookgen.layout.flowchart.drawing.page import Page
from playbookgen.layout.flowchart.frame import Frame
from playbookgen.layout.flowchart.nudging.nudged_row import LABEL_WIDTH, broken, nudge_row
from playbookgen.layout.flowchart.ordering.routed_row import RoutedRow, route_row
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.layout.flowchart.rows.breaks import break_rows, cut_costs
from playbookgen.layout.flowchart.rows.row import Row, split_rows
from playbookgen.model.diagram import Flowchart

_GAP = 44.0
_LABEL_ROOM = 40.0
_TIGHTER = 0.93
_ATTEMPTS = 14


@dataclass(slots=True)
class RowSearch:
    """A chart being broken into rows; what was routed once is kept."""

    chart: Flowchart
    frame: Frame
    lanes: Mapping[str, int]
    ranking: Ranking
    budget: Budget = field(default_factory=Budget)
    cuts: list[int] = field(init=False)
    _routed: dict[tuple[int, int], RoutedRow] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cuts = cut_costs(self.chart, self.ranking)

    def page(self, step: float) -> Page:
        """The chart with steps of this width, in as many rows as it takes."""
        limit = self.frame.room
        for _ in range(_ATTEMPTS):
            page = self._laid_out(self._starts(step, limit), step)
            if page.width <= self.frame.width or len(page.rows) >= self.ranking.count:
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

    def _starts(self, step: float, limit: float) -> list[int]:
        boxes = boxes_of(self.chart.nodes, width=step)
        return break_rows(self.cuts, self._widths(boxes), limit)

    def _widths(self, boxes: Mapping[str, Box]) -> list[float]:
        """About how wide each rank is, with the gap after it."""
        rank = self.ranking.rank
        widths = [0.0] * self.ranking.count
        gaps = [_GAP] * self.ranking.count
        for ref, at in rank.items():
            widths[at] = max(widths[at], boxes[ref].span)
        for edge in self.chart.edges:
            at = rank[edge.source]
            if edge.label and rank[edge.target] == at + 1:
                label = broken(edge.label, LABEL_WIDTH).width
                gaps[at] = max(gaps[at], label + _LABEL_ROOM)
        return [width + gap for width, gap in zip(widths, gaps, strict=True)]

    def _laid_out(self, starts: Sequence[int], step: float) -> Page:
        rows = split_rows(self.chart, self.ranking, self.lanes, starts)
        boxes = boxes_of((node for row in rows for node in row.nodes), width=step)
        bounds = zip(starts, [*starts[1:], self.ranking.count], strict=True)
        routed = [self._routed_row(row, *bound) for row, bound in zip(rows, bounds, strict=True)]
        nudged = [nudge_row(row, boxes) for row in routed]
        return Page(self.chart, self.frame, routed, nudged)

    def _routed_row(self, row: Row, start: int, end: int) -> RoutedRow:
        """The row ordered and routed; its links depend on nothing but its ranks."""
        key = (start, end)
        if key not in self._routed:
            self._routed[key] = route_row(row, self.budget)
        return self._routed[key]
