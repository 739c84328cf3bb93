"""A chart that nobody can read is laid out, too, with as much effort as there is and no more."""

from __future__ import annotations

from playbookgen.layout.flowchart.effort import MOST, Effort
from playbookgen.layout.flowchart.frame import frame_of
from playbookgen.layout.flowchart.making import Making
from tests.layouts.random_processes import random_process
from tests.unit.layout.placed_faults import faults

CHART = random_process(293)


def test_what_was_found_when_the_effort_is_spent_has_to_do() -> None:
    making = Making(CHART, frame_of(CHART, 2400.0), effort=Effort(100_000))
    placed = making.page(120.0).diagram()
    assert making.effort.is_spent
    # What was begun is finished: a round over the lines of each row, levels not tried any more.
    assert making.effort.left > -MOST / 10
    assert len(placed.edges) == len(CHART.edges)
    assert list(faults(placed)) == []


def test_a_chart_that_fits_a_page_has_effort_left() -> None:
    making = Making(CHART, frame_of(CHART, 1120.0))
    making.page(120.0)
    assert making.effort.left > MOST / 2
