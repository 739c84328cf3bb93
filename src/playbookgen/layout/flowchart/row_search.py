"""The search for rows that fit a page: row breaks and widths of steps are tried until they do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.boxes import Box, boxes_of, step_widths
from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow, measure_row
from playbookgen.layout.flowchart.frame import Frame
from playbookgen.layout.flowchart.nudging.nudged_row import LABEL_WIDTH, broken, nudge_row
from playbookgen.layout.flowchart.ordering.routed_row import route_row
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.layout.flowchart.rows.breaks import break_rows, cut_costs
from playbookgen.layout.flowchart.rows.row import Row, split_rows
from playbookgen.model.diagram import Flowchart, NodeKind

_GAP = 44.0
_LABEL_ROOM = 40.0
_ATTEMPTS = 60
"""How many rows may prove too wide."""

Rows = list[MeasuredRow]


def fit_rows(chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking, frame: Frame) -> Rows:
    """The chart in as few rows as fit a page, its steps then as wide as they can be."""
    search = _RowSearch(chart, lanes, ranking, frame)
    steps = step_widths(chart.nodes)
    rows = search.narrowest(steps[0])
    width = max((row.xs.width for row in rows), default=0.0)
    wider = (search.wider(step, len(rows), width) for step in reversed(steps[1:]))
    return next((found for found in wider if found), rows)


@dataclass(slots=True)
class _RowSearch:
    """A chart being broken into rows; what was measured once is kept."""

    chart: Flowchart
    lanes: Mapping[str, int]
    ranking: Ranking
    frame: Frame
    cuts: list[int] = field(init=False)
    gaps: list[float] = field(init=False)
    _measured: dict[tuple[float, int, int], MeasuredRow] = field(default_factory=dict)
    _boxes: dict[float, dict[str, Box]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cuts = cut_costs(self.chart, self.ranking)
        self.gaps = self._gap_widths()

    def narrowest(self, step: float) -> Rows:
        """The chart with steps of this width, in as many rows as it takes.

        A row that proves too wide is not tried again, nor any that holds it.
        """
        too_wide: set[tuple[int, int]] = set()
        for _ in range(_ATTEMPTS):
            rows = self._rows(self._starts(step, too_wide), step, too_wide)
            if rows is not None:
                return rows
        return self._rows(self._starts(step, too_wide), step) or []

    def wider(self, step: float, most: int, width: float) -> Rows | None:
        """The chart with steps of this width, if it fits in at most so many rows.

        `width` is that of the widest row with the narrowest steps, where one does not fit the page.
        """
        starts = self._starts(step)
        rows = self._rows(starts, step, set()) if len(starts) <= most else None
        room = max(width, self.frame.room_for(len(starts)))
        return rows if rows and all(row.xs.width <= room for row in rows) else None

    def _starts(self, step: float, too_wide: Collection[tuple[int, int]] = ()) -> list[int]:
        return break_rows(self.cuts, self._widths(step), self.frame.room, too_wide)

    def _widths(self, step: float) -> list[float]:
        """About how wide each rank is, with the gap after it."""
        boxes = self._boxes_of(step)
        widths = [0.0] * self.ranking.count
        for ref, at in self.ranking.rank.items():
            widths[at] = max(widths[at], boxes[ref].span)
        return [width + gap for width, gap in zip(widths, self.gaps, strict=True)]

    def _gap_widths(self) -> list[float]:
        """About how wide the gap after each rank is."""
        rank = self.ranking.rank
        gaps = [_GAP] * self.ranking.count
        for edge in self.chart.edges:
            at = rank[edge.source]
            if edge.label and rank[edge.target] == at + 1:
                label = broken(edge.label, LABEL_WIDTH).width
                gaps[at] = max(gaps[at], label + _LABEL_ROOM)
        return gaps

    def _boxes_of(self, step: float) -> dict[str, Box]:
        """The boxes of all steps; those of links are added by the rows that have them."""
        if step not in self._boxes:
            self._boxes[step] = boxes_of(self.chart.nodes, width=step)
        return self._boxes[step]

    def _rows(
        self, starts: Sequence[int], step: float, too_wide: set[tuple[int, int]] | None = None
    ) -> Rows | None:
        """All rows; None as soon as one of several ranks is too wide, which is then noted."""
        split = split_rows(self.chart, self.ranking, self.lanes, starts)
        room = self.frame.room_for(len(split))
        found = []
        for row, start, end in zip(split, starts, [*starts[1:], self.ranking.count], strict=True):
            measured = self._measured_row(row, (step, start, end))
            if too_wide is not None and measured.xs.width > room and end > start + 1:
                too_wide.add((start, end))
                return None
            found.append(measured)
        return found

    def _measured_row(self, row: Row, key: tuple[float, int, int]) -> MeasuredRow:
        """The row ordered, routed and measured; its links depend on nothing but its ranks."""
        if key not in self._measured:
            boxes = self._boxes_of(key[0])
            routed = route_row(row)
            links = [node for node in routed.row.nodes if node.kind is NodeKind.LINK]
            nudged = nudge_row(routed, boxes | boxes_of(links, width=key[0]))
            self._measured[key] = measure_row(nudged, self.chart.groups)
        return self._measured[key]
