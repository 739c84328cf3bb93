"""The search for rows that fit a page: row breaks and widths of steps are tried until they do."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.boxes import Box, boxes_of
from playbookgen.layout.flowchart.budget import ALL, AMPLE, Budget, BudgetSpentError
from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow, measure_row
from playbookgen.layout.flowchart.frame import Frame
from playbookgen.layout.flowchart.nudging.nudged_row import LABEL_WIDTH, broken, nudge_row
from playbookgen.layout.flowchart.ordering.routed_row import RoutedRow, shares_dearly
from playbookgen.layout.flowchart.ordering.search import order_and_route
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.layout.flowchart.rows.breaks import break_rows, cut_costs, stages_by_rank
from playbookgen.layout.flowchart.rows.row import Row, joins_by_links, split_rows
from playbookgen.layout.step_widths import row_widths
from playbookgen.model.diagram import Flowchart, NodeKind

_GAP = 44.0
_LABEL_ROOM = 40.0
_LINK = 130.0
"""About how wide a link beside the last step of a row is."""
_SLACK = 8.0
"""How much wider than gaps can be they are taken to be."""
_ATTEMPTS = 60
"""How many rows may prove too wide."""

Rows = list[MeasuredRow]
_Key = tuple[float, int, int]
"""The width of steps, the first rank of a row and that after it."""


def fit_rows(chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking, frame: Frame) -> Rows:
    """The chart in as few rows as fit a page, its steps then as wide as they can be.

    Raises BudgetSpentError for a chart that is too dense to be routed.
    """
    search = _RowSearch(chart, lanes, ranking, frame)
    steps = row_widths(chart.nodes)
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
    stages: list[int] = field(init=False)
    """How many stages or tasks come at each rank, at most one."""
    gaps: list[float] = field(init=False)
    budget: Budget = field(default_factory=lambda: Budget(ALL))
    _measured: dict[_Key, MeasuredRow] = field(default_factory=dict)
    _crowded: set[_Key] = field(default_factory=set)
    """Rows of several lanes that have no room for a link beside the last step."""
    _boxes: dict[float, dict[str, Box]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cuts = cut_costs(self.chart, self.ranking)
        self.stages = stages_by_rank(self.chart, self.ranking)
        self.gaps = self._gap_widths()

    def narrowest(self, step: float) -> Rows:
        """The chart with steps of this width, in as many rows as it takes.

        A row that proves too wide is not tried again, nor any that holds it.
        """
        too_wide: set[tuple[int, int]] = set()
        one_row = self._rows([0], step, too_wide) if self._may_be_one_row(step) else None
        if one_row:
            return one_row
        for _ in range(_ATTEMPTS):
            rows = self._rows(self._starts(step, too_wide), step, too_wide)
            if rows is not None:
                return rows
        return self._rows(self._starts(step, too_wide), step) or []

    def wider(self, step: float, most: int, width: float) -> Rows | None:
        """The chart with steps of this width, if it fits in at most so many rows.

        `width` is that of the widest row with the narrowest steps, where one does not fit the page.
        """
        is_one_row = most == 1 and self._may_be_one_row(step)
        starts = [0] if is_one_row else self._starts(step)
        rows = self._rows(starts, step, set()) if len(starts) <= most else None
        room = max(width, self.frame.room)
        return rows if rows and all(row.xs.width <= room for row in rows) else None

    def _may_be_one_row(self, step: float) -> bool:
        """Whether the chart may fit without a break, with gaps as narrow as they can be."""
        widths = self._widths(step)
        return sum(widths) - _GAP - _SLACK * (len(widths) - 1) <= self.frame.room

    def _starts(self, step: float, too_wide: Collection[tuple[int, int]] = ()) -> list[int]:
        return break_rows(
            self.cuts, self._widths(step), self.stages, limit=self.frame.room, too_wide=too_wide
        )

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
        ranks = list(zip(starts, [*starts[1:], self.ranking.count], strict=True))
        keys = [(step, start, end) for start, end in ranks]
        room = self.frame.room
        self._crowd_full(keys, room)
        split = self._split(keys)
        found = []
        for at, (key, (start, end)) in enumerate(zip(keys, ranks, strict=True)):
            measured = self._measured_row(split[at], key)
            if measured.xs.width > room and self._crowd(key):
                split = self._split(keys)
                measured = self._measured_row(split[at], key)
            if too_wide is not None and measured.xs.width > room and end > start + 1:
                too_wide.add((start, end))
                return None
            found.append(measured)
        return found

    def _split(self, keys: Sequence[_Key]) -> list[Row]:
        crowded = [at for at, key in enumerate(keys) if key in self._crowded]
        starts = [start for _, start, _ in keys]
        return split_rows(self.chart, self.ranking, self.lanes, starts, crowded)

    def _crowd_full(self, keys: Sequence[_Key], room: float) -> None:
        """Has links hang at their steps in rows that are about as wide as the page without them."""
        if not joins_by_links(self.chart):
            return
        widths = self._widths(keys[0][0])
        for key in keys:
            if key not in self._measured and sum(widths[key[1] : key[2]]) + _LINK > room:
                self._crowded.add(key)

    def _crowd(self, key: _Key) -> bool:
        """Has the link of a row that is too wide hang at its step, if it does not yet."""
        if key in self._crowded or not joins_by_links(self.chart):
            return False
        self._crowded.add(key)
        del self._measured[key]
        return True

    def _measured_row(self, row: Row, key: _Key) -> MeasuredRow:
        """The row ordered, routed and measured; its ranks and links say what it holds."""
        if key not in self._measured:
            boxes = self._boxes_of(key[0])
            routed = self._routed(row)
            links = [node for node in routed.row.nodes if node.kind is NodeKind.LINK]
            nudged = nudge_row(routed, boxes | boxes_of(links, width=key[0]))
            self._measured[key] = measure_row(nudged, self.chart.groups)
        return self._measured[key]

    def _routed(self, row: Row) -> RoutedRow:
        """The row ordered and routed; nothing in it is shared at a high price."""
        routing = order_and_route(row.shape, is_ample=self.budget.spent < AMPLE)
        self.budget.spend(routing.operations)
        if self.budget.is_spent:
            raise BudgetSpentError
        routed = RoutedRow(row, routing)
        return self._routed(row.unshared) if row.unshared and shares_dearly(routed) else routed
