"""Placing: a chart in as few rows as fit a width, its steps then as wide as they can be."""

from __future__ import annotations

from playbookgen.layout.boxes import step_widths
from playbookgen.layout.flowchart.frame import NARROW, frame_of
from playbookgen.layout.flowchart.making import Making
from playbookgen.layout.flowchart.narrow import place_column
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import Flowchart, PlacedDiagram


def place_flowchart(chart: Flowchart, *, width: float) -> PlacedDiagram:
    """The chart in rows that fit `width`, with lanes and groups behind them."""
    if width < NARROW:
        return with_legend(place_column(chart, width=width), chart.legend)
    making = Making(chart, frame_of(chart, width))
    steps = step_widths(chart.nodes)
    page = making.page(steps[0])
    for step in reversed(steps[1:]):
        wider = making.once(step, rows=len(page.plans))
        if wider:
            page = wider
            break
    return with_legend(page.diagram(), chart.legend)
