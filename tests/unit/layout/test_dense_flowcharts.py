"""Flowcharts that nobody can read come to an end: whole, or simplified and said to be."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from playbookgen.layout import place
from playbookgen.layout.flowchart.budget import ALL, Budget, BudgetSpentError, row_budget
from playbookgen.layout.flowchart.ordering.search import order_and_route
from playbookgen.model.diagram import Flowchart, PlacedDiagram
from tests.layouts import dense_flowcharts as dense
from tests.layouts.counted_work import steps_in
from tests.layouts.random_processes import random_process, random_processes, without_lanes
from tests.unit.layout.placed_faults import faults

PAGE, ONE_ROW = 1120.0, 1_000_000.0
SIMPLIFIED = {
    "40 gates with 39 ways each": {PAGE, ONE_ROW},
}
"""The charts whose routing ends with the budget, by the widths at which it does."""
DENSE = [name for name, _ in dense.dense_flowcharts()]
MOST_MEGABYTES = 300


@pytest.fixture
def spent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], int]]:
    """What routing has cost in all, with nothing remembered from before."""
    counted = [0]
    spend = Budget.spend

    def counting(self: Budget, operations: int) -> None:
        if self.whole != ALL:
            counted[0] += operations
        spend(self, operations)

    monkeypatch.setattr(Budget, "spend", counting)
    order_and_route.cache_clear()
    yield lambda: counted[0]
    order_and_route.cache_clear()


@pytest.mark.parametrize("width", [PAGE, pytest.param(ONE_ROW, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", DENSE)
def test_dense_charts_cost_no_more_than_their_budget(
    name: str, width: float, spent: Callable[[], int]
) -> None:
    chart = dict(dense.dense_flowcharts())[name]
    placed = place(chart, width=width)
    assert spent() <= ALL + ALL // 2 + _overrun(chart)
    assert placed.simplified is (width in SIMPLIFIED.get(name, ()))
    assert is_complete(chart, placed)


def _overrun(chart: Flowchart) -> int:
    """What a budget may be overdrawn by: the choice that was begun when it was spent."""
    return 10_000 * len(chart.edges)


def is_complete(chart: Flowchart, placed: PlacedDiagram) -> bool:
    """Whether all steps and connectors of a chart are drawn."""
    nodes = {node.ref for node in placed.nodes}
    edges = [edge.ref for edge in placed.edges]
    return {node.ref for node in chart.nodes} <= nodes and edges == [e.ref for e in chart.edges]


def test_a_simplified_chart_is_tidy_and_names_where_each_connector_leads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("playbookgen.layout.flowchart.row_search.ALL", 1)
    chart = dense.gates(12, 11)
    placed = place(chart, width=PAGE)
    assert placed.simplified
    assert is_complete(chart, placed)
    assert faults(placed) == []


@pytest.mark.parametrize("count", [60, 240])
def test_work_on_a_line_grows_as_the_line_does(count: int) -> None:
    folder = ("layout/flowchart/",)
    small, large = (line_of(times * count) for times in (1, 2))
    order_and_route.cache_clear()
    steps = [steps_in(folder, partial(place, chart, width=PAGE)) for chart in (small, large)]
    assert steps[1] < 2.5 * steps[0]


def line_of(count: int) -> Flowchart:
    """The first steps of the line of 1,000 stages."""
    chart = dense.thousand_stages()
    kept = [node for node in chart.nodes if not node.ref.startswith("outcomes")][:count]
    refs = {node.ref for node in kept}
    edges = tuple(edge for edge in chart.edges if {edge.source, edge.target} <= refs)
    return Flowchart("process", "Line", "A line.", "en", tuple(kept), edges)


def test_rows_of_equal_shape_are_routed_once() -> None:
    order_and_route.cache_clear()
    place(line_of(400), width=PAGE)
    found = order_and_route.cache_info()
    assert found.hits > 5 * found.misses


@pytest.mark.parametrize("lanes", [False, True])
def test_no_random_process_comes_near_its_budget(lanes: bool, spent: Callable[[], int]) -> None:
    for chart in random_processes(every=20):
        before = spent()
        placed = place(chart if lanes else without_lanes(chart), width=PAGE)
        assert not placed.simplified
        assert spent() - before < ALL / 5


def test_what_was_found_when_a_budget_is_spent_has_to_do(
    monkeypatch: pytest.MonkeyPatch, spent: Callable[[], int]
) -> None:
    chart = without_lanes(random_process(293))
    whole = place(chart, width=ONE_ROW)
    most = spent() * 3 // 5
    monkeypatch.setattr(
        "playbookgen.layout.flowchart.ordering.search.search_operations", lambda *_, **__: most
    )
    order_and_route.cache_clear()
    placed = place(chart, width=ONE_ROW)
    assert spent() < most * 3
    assert not placed.simplified
    assert placed != whole
    assert faults(placed) == []


def test_grids_that_would_not_fit_in_memory_are_refused() -> None:
    assert row_budget(100, 100_000).whole > 0
    with pytest.raises(BudgetSpentError):
        row_budget(1_000, 1_000_000)


@pytest.mark.slow
@pytest.mark.parametrize("width", [PAGE, ONE_ROW])
@pytest.mark.parametrize("name", DENSE)
def test_dense_charts_fit_in_memory(name: str, width: float) -> None:
    chart = dict(dense.dense_flowcharts())[name]
    order_and_route.cache_clear()
    tracemalloc.start()
    try:
        place(chart, width=width)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MOST_MEGABYTES * 1_000_000
