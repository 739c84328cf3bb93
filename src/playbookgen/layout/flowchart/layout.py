"""The layout of flowcharts, phase by phase: Sugiyama's method in rows, with routing on a grid."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.layout.flowchart.budget import BudgetSpentError
from playbookgen.layout.flowchart.drawing.page import Page
from playbookgen.layout.flowchart.frame import NARROW, frame_of
from playbookgen.layout.flowchart.narrow import place_column
from playbookgen.layout.flowchart.ranking import break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.row_search import fit_rows
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import Flowchart, PlacedDiagram


def place_flowchart(chart: Flowchart, *, width: float) -> PlacedDiagram:
    """The chart in rows that fit `width`, with lanes and groups behind them.

    One too dense to be routed stands in one column, in which most connectors are named signs.
    """
    if width < NARROW:
        return with_legend(place_column(chart, width=width), chart.legend)
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    frame = frame_of(chart, width)
    try:
        rows = fit_rows(chart, lanes, ranking, frame)
    except BudgetSpentError:
        placed = replace(place_column(chart, width=NARROW), simplified=True)
    else:
        placed = Page(chart, frame, rows).diagram()
    return with_legend(placed, chart.legend)
