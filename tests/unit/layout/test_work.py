"""Dense maps are placed with work that grows as they do: counted, not timed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from playbookgen.layout import place
from playbookgen.model.diagram import Comparison, Diagram, Edge
from tests.layouts import dense_maps
from tests.layouts.counted_work import steps_in

KINDS = tuple(f"layout/{kind}/" for kind in ("board", "comparison", "funnel", "matrix", "timeline"))
SMALL = 120
MOST_GROWTH = 2.4
"""Of the work where a map is twice as dense: 2 and a little for sorting; 4 if it were squared."""


def crossing(stages: int) -> Comparison:
    """A comparison in which every line crosses every other."""
    drawn = dense_maps.comparison(stages)
    edges = tuple(Edge(f"a{at}", f"b{stages - 1 - at}") for at in range(stages))
    return replace(drawn, edges=edges)


DENSE: dict[str, Callable[[int], Diagram]] = {
    "cards in few columns": lambda count: dense_maps.board(4, count // 4),
    "columns of a board": lambda count: dense_maps.board(count // 5, 5),
    "stages that become others": dense_maps.comparison,
    "lines that all cross": crossing,
    "stages of a funnel": dense_maps.funnel,
    "technologies": lambda count: dense_maps.matrix(count, 8),
    "columns of a matrix": lambda count: dense_maps.matrix(8, count),
    "rows and columns": lambda count: dense_maps.matrix(count, 40),
    "events": dense_maps.timeline,
}


def growth(small: Diagram, large: Diagram, width: float) -> float:
    """How much more work it is to place the second."""
    counts = [steps_in(KINDS, partial(place, drawn, width=width)) for drawn in (small, large)]
    return counts[1] / counts[0]


@pytest.mark.parametrize("width", [1120.0, 354.0])
@pytest.mark.parametrize("dense", DENSE)
def test_work_grows_as_a_map_does(dense: str, width: float) -> None:
    small, large = (DENSE[dense](count) for count in (SMALL, 2 * SMALL))
    assert growth(small, large, width) < MOST_GROWTH


def test_what_counts_steps_sees_work_that_grows_with_the_square() -> None:
    assert growth(dense_maps.board(20, 20), dense_maps.board(40, 40), 1120.0) > 3


@pytest.mark.parametrize("name", [name for name, _ in dense_maps.dense_maps()])
def test_dense_maps_are_placed_and_no_wider_than_the_page(name: str) -> None:
    drawn = dict(dense_maps.dense_maps())[name]
    for width in (1120.0, 354.0):
        assert place(drawn, width=width).width <= width
