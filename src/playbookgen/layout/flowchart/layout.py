"""The layout of flowcharts, phase by phase: Sugiyama's method in rows, with routing on a grid."""

from __future__ import annotations

from playbookgen.layout.boxes import step_widths
from playbookgen.layout.flowchart.frame import NARROW, frame_of
from playbookgen.layout.flowchart.narrow import place_column
from playbookgen.layout.flowchart.ranking import break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.row_search import RowSearch
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import Flowchart, PlacedDiagram


def place_flowchart(chart: Flowchart, *, width: float) -> PlacedDiagram:
    """The chart in rows that fit `width`, with lanes and groups behind them."""
    if width < NARROW:
        return with_legend(place_column(chart, width=width), chart.legend)
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    search = RowSearch(chart, frame_of(chart, width), lanes, ranking)
    steps = step_widths(chart.nodes)
    page = search.page(steps[0])
    for step in reversed(steps[1:]):
        wider = search.once(step, rows=len(page.rows))
        if wider:
            page = wider
            break
    return with_legend(page.diagram(), chart.legend)
