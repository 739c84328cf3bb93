"""Flowcharts with and without lanes: tidy, complete, in few rows, with few crossings."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from playbookgen.layout import place
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Group,
    Lane,
    Node,
    NodeKind,
    TextRole,
)
from tests.layouts.random_processes import random_processes, without_lanes
from tests.unit.layout.flowchart_measures import (
    bends,
    crossings,
    lane_faults,
    plain_crossings,
    section_faults,
    title_faults,
)
from tests.unit.layout.lane_checks import high_empty_lanes
from tests.unit.layout.placed_faults import faults
from tests.unit.layout.random_maps import flowcharts, swimlanes

PAGE, TABLET, PHONE = 1120.0, 860.0, 358.0
ONE_ROW = 1_000_000.0
some = settings(max_examples=75, deadline=None, suppress_health_check=list(HealthCheck))
thousands = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
most = settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))


def all_faults(chart: Flowchart, width: float) -> list[str]:
    """Everything wrong with a chart laid out for a width."""
    placed = place(chart, width=width)
    found = [*faults(placed), *title_faults(placed)]
    if not chart.lanes:
        return found
    return [*found, *(section_faults if width == PHONE else lane_faults)(chart, placed)]


@some
@given(swimlanes())
def test_swimlanes_are_tidy(chart: Flowchart) -> None:
    assert all_faults(chart, PAGE) == []


@pytest.mark.slow
@thousands
@given(swimlanes())
def test_many_swimlanes_are_tidy(chart: Flowchart) -> None:
    assert all_faults(chart, TABLET) == []


@pytest.mark.slow
@thousands
@given(flowcharts())
def test_many_flowcharts_are_tidy(chart: Flowchart) -> None:
    assert all_faults(chart, PAGE) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("width", [PAGE, PHONE])
@most
@given(swimlanes())
def test_thousands_of_swimlanes_are_tidy(width: float, chart: Flowchart) -> None:
    assert all_faults(chart, width) == []


@pytest.mark.parametrize("width", [PAGE, TABLET, PHONE, ONE_ROW])
def test_random_processes_are_tidy_at_every_width(width: float) -> None:
    for chart in random_processes(every=43):
        assert all_faults(chart, width) == [], chart.title
        assert all_faults(without_lanes(chart), width) == [], chart.title


@pytest.mark.parametrize("width", [PAGE, TABLET, PHONE])
def test_random_processes_fit_their_width(width: float) -> None:
    for chart in random_processes(every=37):
        assert place(chart, width=width).width <= width, chart.title
        assert place(without_lanes(chart), width=width).width <= width, chart.title


def test_fewer_lines_cross_than_in_plain_graphviz() -> None:
    charts = list(random_processes(every=13))
    plain = sum(plain_crossings(chart) for chart in charts)
    assert sum(crossings(place(chart, width=PAGE)) for chart in charts) < plain
    assert sum(crossings(place(without_lanes(chart), width=PAGE)) for chart in charts) < plain


def test_a_swimlane_is_the_same_each_time() -> None:
    chart = next(iter(random_processes(every=299)))
    assert place(chart, width=PAGE) == place(chart, width=PAGE)


def process(*labels: str, ways: tuple[Edge, ...] = (), lanes: str = "") -> Flowchart:
    """Steps in a line, in lanes by letter, with further ways."""
    nodes = tuple(
        Node(f"s{at}", NodeKind.STAGE, label, lane=lanes[at] if lanes else "")
        for at, label in enumerate(labels)
    )
    line = tuple(Edge(a.ref, b.ref) for a, b in pairwise(nodes))
    known = tuple(Lane(ref, f"Lane {ref}") for ref in sorted(set(lanes)))
    return Flowchart("process", "Map", "A map.", "en", nodes, line + ways, lanes=known)


def test_a_way_to_another_row_becomes_a_link_to_the_same_page() -> None:
    far = Edge("s11", "s1", "start again", EdgeKind.LOOP)
    chart = process(*(f"Step {at}" for at in range(12)), ways=(far,))
    placed = place(chart, width=PAGE)
    link = next(node for node in placed.nodes if node.kind is NodeKind.LINK)
    edge = next(edge for edge in placed.edges if edge.ref == far.ref)
    assert (edge.source, edge.target) == ("s11", link.ref) == ("s11", f"{far.ref}.to")
    assert link.title == "Step 1"
    assert edge.text is not None
    assert edge.text.lines[0].text == "start again"


def test_a_map_of_one_row_has_no_links() -> None:
    chart = process("A", "B", "C", ways=(Edge("s2", "s0", "again", EdgeKind.LOOP),))
    placed = place(chart, width=PAGE)
    assert all(node.kind is not NodeKind.LINK for node in placed.nodes)


@pytest.mark.parametrize("lanes", ["", "aabbccaabbcc"])
def test_rows_have_no_numbers_that_could_be_taken_for_those_of_steps(lanes: str) -> None:
    placed = place(process(*(f"Step {at}" for at in range(12)), lanes=lanes), width=PAGE)
    assert len({node.y for node in placed.nodes}) > 1
    assert placed.texts == ()


def test_lanes_keep_their_order_and_colour_in_each_row() -> None:
    chart = process(*(f"Step {at}" for at in range(12)), lanes="aabbccaabbcc")
    placed = place(chart, width=PAGE)
    assert {(band.part, band.turn) for band in placed.bands} == {("a", 0), ("b", 1), ("c", 2)}
    assert list(lane_faults(chart, placed)) == []
    assert {band.text.lines[0].text for band in placed.bands if band.text} == {
        "Lane a",
        "Lane b",
        "Lane c",
    }


def test_lanes_without_a_step_in_a_row_are_left_out_of_it() -> None:
    chart = process(*(f"Step {at}" for at in range(12)), lanes="aaaaaabbbbbb")
    placed = place(chart, width=PAGE)
    rows = dict.fromkeys(band.ref.partition("~")[2] for band in placed.bands)
    assert len(rows) > 1
    assert len(placed.bands) < 2 * len(rows)
    assert list(high_empty_lanes(placed, ("a", "b"))) == []


def test_rows_of_lanes_are_joined_by_links() -> None:
    placed = place(process(*(f"Step {at}" for at in range(12)), lanes="ababababcccc"), width=PAGE)
    links = {node.ref: node for node in placed.nodes if node.kind is NodeKind.LINK}
    rows = {band.ref.partition("~")[2] for band in placed.bands}
    assert len(links) == len(rows) - 1 > 0
    for edge in placed.edges:
        last = links.get(edge.target)
        if last:
            goal = int(edge.source[1:]) + 1
            assert last.texts[0].lines[0].text == f"→\u00a0Step {goal}"
    assert bends(placed) <= len(placed.edges)


def test_a_link_to_the_next_row_is_beside_its_step_where_there_is_room() -> None:
    chart = process(*(f"Step {at}" for at in range(12)), lanes="aaaaaabbbbbb")
    beside = set()
    for width in range(800, 1400, 50):
        placed = place(chart, width=float(width))
        nodes = {node.ref: node for node in placed.nodes}
        assert placed.width <= width
        cut = [edge for edge in placed.edges if edge.target.endswith(".to")]
        beside |= {nodes[edge.source].y == nodes[edge.target].y for edge in cut}
    assert beside == {True, False}


@pytest.mark.parametrize("lanes", ["", "aaaaaaaaaaaa"], ids=["no lanes", "one lane"])
def test_other_rows_are_joined_by_a_line(lanes: str) -> None:
    placed = place(process(*(f"Step {at}" for at in range(12)), lanes=lanes), width=PAGE)
    steps = [node for node in placed.nodes if node.kind is NodeKind.STAGE]
    assert len({node.y for node in steps}) > 1
    assert all(node.kind is not NodeKind.LINK for node in placed.nodes)


def test_heads_of_lanes_do_not_break_words() -> None:
    chart = process("A", "B", lanes="ab")
    titles = ("Послепродажное обслуживание", "カスタマーサクセス担当")
    lanes = tuple(Lane(ref, title) for ref, title in zip("ab", titles, strict=True))
    placed = place(replace(chart, lanes=lanes), width=PAGE)
    lines = [[line.text for line in band.text.lines] for band in placed.bands if band.text]
    assert lines == [["Послепродажное", "обслуживание"], ["カスタマーサクセス", "担当"]]
    assert list(title_faults(placed)) == []


def test_steps_are_as_high_as_those_beside_them() -> None:
    chart = process("A", "B", "C", lanes="aab")
    tall = replace(chart.nodes[0], note="one week")
    placed = place(replace(chart, nodes=(tall, *chart.nodes[1:])), width=PAGE)
    first, beside, below = (node.height for node in placed.nodes)
    assert first == beside > below


def test_a_group_lies_behind_its_steps_alone() -> None:
    chart = process("Capture", "Nurture", "Call", "Close")
    groups = (Group("m", "Marketing half", ("s0", "s1")), Group("s", "Sales half", ("s2", "s3")))
    placed = place(
        Flowchart("p", "Map", "A map.", "en", chart.nodes, chart.edges, groups=groups), width=PAGE
    )
    inside = [
        [node.ref for node in placed.nodes if band.x < node.x < band.x + band.width]
        for band in placed.bands
    ]
    assert inside == [["s0", "s1"], ["s2", "s3"]]
    assert placed.bands[0].x + placed.bands[0].width < placed.bands[1].x
    assert list(title_faults(placed)) == []


def grouped(*members: range, count: int = 12) -> Flowchart:
    """Steps in a line, in groups by number."""
    groups = tuple(
        Group(
            f"g{at}",
            f"Half {at}",
            tuple(f"s{step}" for step in steps),
            continued=f"Half {at} (continued)",
        )
        for at, steps in enumerate(members)
    )
    chart = process(*(f"Step {at}" for at in range(count)))
    return Flowchart("p", "Map", "A map.", "en", chart.nodes, chart.edges, groups=groups)


def test_a_group_is_named_once_and_continued_in_small_print() -> None:
    placed = place(grouped(range(12)), width=PAGE)
    titles = [band.text for band in placed.bands if band.text]
    said = [(text.lines[0].text, text.role) for text in titles]
    assert said[0] == ("Half 0", TextRole.BAND)
    assert set(said[1:]) == {("Half 0 (continued)", TextRole.NOTE)}
    assert [band.ref for band in placed.bands] == ["g0", "g0~2", "g0~3"][: len(said)]


def test_a_group_has_the_same_borders_in_each_row_and_all_that_is_in_it() -> None:
    placed = place(grouped(range(12)), width=PAGE)
    assert len({(band.x, band.width) for band in placed.bands}) == 1
    band = placed.bands[0]
    assert (band.x, band.x + band.width) == pytest.approx((12.0, placed.width - 12.0))
    corners = [x for edge in placed.edges for x, _ in edge.points]
    assert band.x < min(corners) < max(corners) < band.x + band.width
    assert list(title_faults(placed)) == []


def test_groups_of_one_row_have_a_gap_between_them_and_the_page_s_borders_around_them() -> None:
    placed = place(grouped(range(5), range(5, 12)), width=PAGE)
    assert {band.x for band in placed.bands if band.part == "g0"} == {12.0}
    ends = {round(band.x + band.width, 2) for band in placed.bands}
    assert round(placed.width - 12.0, 2) in ends
    for one, other in pairwise(placed.bands):
        assert one.y != other.y or one.x + one.width < other.x
    assert all_faults(grouped(range(5), range(5, 12)), PAGE) == []


def test_the_main_line_is_straight() -> None:
    chart = process("A", "B", "C", ways=(Edge("s0", "s2", "in a hurry"),))
    placed = place(chart, width=PAGE)
    assert bends(placed) == 2
    assert len({node.y for node in placed.nodes}) == 1
