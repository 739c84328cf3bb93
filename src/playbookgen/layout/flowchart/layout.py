"""The layout of flowcharts, phase by phase: Sugiyama's method in rows, with routing on a grid."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.layout.flowchart.budget import BudgetSpentError
from playbookgen.layout.flowchart.drawing.main_line import with_main_line
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
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    if width < NARROW:
        placed = place_column(chart, lanes, ranking, width=width)
    else:
        frame = frame_of(chart, width)
        try:
            placed = Page(chart, frame, fit_rows(chart, lanes, ranking, frame)).diagram()
        except BudgetSpentError:
            placed = place_column(chart, lanes, ranking, width=NARROW)
            placed = replace(placed, simplified=True)
    return with_legend(with_main_line(placed, ranking.main_line), chart.legend)
