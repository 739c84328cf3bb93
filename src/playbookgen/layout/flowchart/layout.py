"""The layout of flowcharts, phase by phase: Sugiyama's method in rows, with routing on a grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from playbookgen.layout.flowchart.budget import BudgetSpentError
from playbookgen.layout.flowchart.drawing.main_line import with_main_line
from playbookgen.layout.flowchart.drawing.page import Page
from playbookgen.layout.flowchart.frame import NARROW, frame_of
from playbookgen.layout.flowchart.narrow import place_column
from playbookgen.layout.flowchart.ranking import Ranking, break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.row_search import fit_rows
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import Flowchart, PlacedDiagram


def place_flowchart(chart: Flowchart, *, width: float) -> PlacedDiagram:
    """The chart in rows that fit `width`, with lanes and groups behind them.

    One too dense to be routed stands in one column, in which most connectors are named signs.
    """
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    if width < NARROW:
        placed = place_column(chart, lanes, ranking, width=width)
    else:
        placed = _in_rows(chart, lanes, ranking, width=width)
    return with_legend(with_main_line(placed, ranking.main_line), chart.legend)


def _in_rows(
    chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking, *, width: float
) -> PlacedDiagram:
    """The chart in rows, or in a column where rows cost more than their budget."""
    frame = frame_of(chart, width)
    try:
        rows = fit_rows(chart, lanes, ranking, frame)
    except BudgetSpentError:
        return replace(place_column(chart, lanes, ranking, width=NARROW), simplified=True)
    return Page(chart, frame, rows).diagram()
