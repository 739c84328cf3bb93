"""Segments beside one another: what meets, what lies before what, and how much work that is."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.layout.boxes import boxes_of
from playbookgen.layout.flowchart.coordinates.measured_row import measure_row
from playbookgen.layout.flowchart.drawing.placed_row import PlacedRow, place_row
from playbookgen.layout.flowchart.nudging.nudged_row import nudge_row
from playbookgen.layout.flowchart.nudging.segments import SegmentId
from playbookgen.layout.flowchart.nudging.spans import meeting_spans
from playbookgen.layout.flowchart.nudging.tracks import ordered
from playbookgen.layout.flowchart.ordering.routed_row import RoutedRow
from playbookgen.layout.flowchart.ordering.search import order_and_route
from playbookgen.layout.flowchart.ranking import break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.rows.row import split_rows
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind
from tests.layouts.counted_work import lines_run
from tests.layouts.random_processes import random_process, random_processes

Corner = tuple[float, float]
PAGE, ONE_ROW = 1120.0, 1_000_000.0
spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: (min(ends), max(ends)))
pairs = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(spans), st.sampled_from([0.5, 1, 11]))
def test_spans_that_meet_are_all_those_less_than_so_far_apart(
    drawn: list[tuple[int, int]], air: float
) -> None:
    found = [*meeting_spans(dict(enumerate(drawn)), air=air)]
    assert sorted(sorted(pair) for pair in found) == [
        [one, other]
        for one, other in combinations(range(len(drawn)), 2)
        if max(drawn[one][0], drawn[other][0]) < min(drawn[one][1], drawn[other][1]) + air
    ]


@given(st.dictionaries(pairs, st.integers(-3, 3)))
def test_what_comes_next_breaks_least_of_what_is_left(weights: dict[tuple[int, int], int]) -> None:
    preferences = {((a, 0), (b, 0)): weight for (a, b), weight in weights.items()}
    left: list[SegmentId] = [(at, 0) for at in range(6)]
    for chosen in ordered(left, preferences):
        broken = {
            segment: sum(max(0, preferences.get((other, segment), 0)) for other in left)
            for segment in left
        }
        assert chosen == min(left, key=lambda segment: (broken[segment], segment))
        left.remove(chosen)
    assert not left


def long_row(steps: int) -> RoutedRow:
    """A line of steps in one row, in which each third and each fourth has a way back or on."""
    refs = [f"s{at}" for at in range(steps)]
    nodes = tuple(Node(ref, NodeKind.TASK, "Do it") for ref in refs)
    edges = [Edge(one, other) for one, other in pairwise(refs)]
    edges += [Edge(refs[at], refs[at - 2], "no", EdgeKind.LOOP) for at in range(3, steps, 3)]
    edges += [Edge(refs[at - 3], refs[at], "at once") for at in range(4, steps, 4)]
    chart = Flowchart("c", "C", "", "en", nodes, tuple(edges))
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    (row,) = split_rows(chart, ranking, lanes, [0])
    return RoutedRow(row, order_and_route(row.shape))


def place_routed(row: RoutedRow) -> PlacedRow:
    """The row nudged and measured."""
    nudged = nudge_row(row, boxes_of(row.row.nodes, width=136.0))
    return place_row(measure_row(nudged, ()), least=())


def test_a_row_twice_as_long_is_nudged_with_twice_the_work() -> None:
    rows = [long_row(steps) for steps in (300, 600)]
    placed = [place_routed(row) for row in rows]
    assert len(placed[1].nudged.segments) > 1500
    once, twice = (lines_run(partial(place_routed, row)) for row in rows)
    assert twice / once < 2.2


@pytest.mark.parametrize("number", [196, 203, 238])
def test_lines_that_enter_and_leave_one_side_of_a_step_keep_apart(number: int) -> None:
    placed = place(random_process(number), width=ONE_ROW)
    leaving: dict[str, list[Corner]] = defaultdict(list)
    for edge in placed.edges:
        leaving[edge.source].append(edge.points[0])
    gaps = [
        abs(x - edge.points[-1][0]) + abs(y - edge.points[-1][1])
        for edge in placed.edges
        for x, y in leaving[edge.target]
        if (x == edge.points[-1][0]) != (y == edge.points[-1][1])
    ]
    assert min(gaps) > 20


def test_no_line_turns_twice_within_a_few_pixels() -> None:
    for chart in random_processes(every=23):
        for edge in place(chart, width=PAGE).edges:
            turns = edge.points[1:-1]
            assert all(abs(a - c) + abs(b - d) >= 16 for (a, b), (c, d) in pairwise(turns))
