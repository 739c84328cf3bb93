"""A chart that nobody can read is laid out, too, with as much work as its budget has."""

from __future__ import annotations

from playbookgen.layout.flowchart.budget import MOST, Budget
from playbookgen.layout.flowchart.frame import frame_of
from playbookgen.layout.flowchart.ranking import break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.row_search import fit_rows
from tests.layouts.random_processes import random_process
from tests.unit.layout.placed_faults import faults

CHART = random_process(293)


def search(width: float, budget: Budget) -> RowSearch:
    lanes = lanes_of(CHART)
    ranking = rank(CHART, break_cycles(CHART), lanes)
    return RowSearch(CHART, frame_of(CHART, width), lanes, ranking, budget)


def test_what_was_found_when_the_budget_is_spent_has_to_do() -> None:
    budget = Budget(50_000)
    placed = search(2400.0, budget).page(120.0).diagram()
    assert budget.is_spent
    # What was begun is finished: a round over the lines of each row, levels not tried any more.
    assert budget.left > -MOST / 10
    assert len(placed.edges) == len(CHART.edges)
    assert list(faults(placed)) == []


def test_a_chart_that_fits_a_page_has_budget_left() -> None:
    budget = Budget()
    search(1120.0, budget).page(120.0)
    assert budget.left > MOST / 2
