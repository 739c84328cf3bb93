"""Flowcharts on a narrow page: one column that never is wider than the page, lanes included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Group,
    Lane,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
    TextRole,
)
from tests.layouts.random_processes import random_processes, without_lanes
from tests.unit.layout.flowchart_measures import crossings, section_faults, title_faults
from tests.unit.layout.placed_faults import faults
from tests.unit.layout.random_maps import flowcharts, swimlanes

PHONE = 354.0
LEAST_STEP = 8.0
"""How far a line steps aside at least, where it does."""
widths = st.sampled_from([300.0, PHONE, 358.0, 430.0, 519.0])
some = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))


def all_faults(chart: Flowchart, width: float) -> list[str]:
    """Everything wrong with a chart in a column of this width."""
    placed = place(chart, width=width)
    found = [*faults(placed), *title_faults(placed), *section_faults(chart, placed)]
    if placed.width > width:
        found.append(f"{placed.width - width} px too wide")
    return [*found, *(f"{ref} steps aside by {by} px" for ref, by in steps_aside(placed))]


def steps_aside(placed: PlacedDiagram) -> Iterator[tuple[str, float]]:
    """The lines that go on in their direction after a few px to the side."""
    for edge in placed.edges:
        points = edge.points
        for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False):
            by = abs(b[0] - c[0]) + abs(b[1] - c[1])
            goes_on = (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) > 0
            if goes_on and by < LEAST_STEP:
                yield edge.ref, by


@some
@given(flowcharts(), widths)
def test_flowcharts_fit_a_narrow_page(chart: Flowchart, width: float) -> None:
    assert all_faults(chart, width) == []


@some
@given(swimlanes(), widths)
def test_swimlanes_fit_a_narrow_page(chart: Flowchart, width: float) -> None:
    assert all_faults(chart, width) == []


@pytest.mark.slow
@many
@given(st.one_of(flowcharts(), swimlanes()), widths)
def test_many_maps_fit_a_narrow_page(chart: Flowchart, width: float) -> None:
    assert all_faults(chart, width) == []


@pytest.mark.parametrize("every", [43, pytest.param(1, marks=pytest.mark.slow)])
def test_random_processes_fit_a_phone_and_no_line_crosses_another(every: int) -> None:
    for chart in random_processes(every=every):
        for drawn in (chart, without_lanes(chart)):
            assert all_faults(drawn, PHONE) == [], chart.title
            assert crossings(place(drawn, width=PHONE)) == 0, chart.title


def test_random_processes_fit_the_narrowest_page() -> None:
    for chart in random_processes(every=35):
        assert place(chart, width=240.0).width <= 240.0, chart.title
        assert place(without_lanes(chart), width=240.0).width <= 240.0, chart.title


def step(ref: str, label: str = "", *, lane: str = "") -> Node:
    """A step; a decision where its ref ends with a question mark."""
    kind = NodeKind.DECISION if ref.endswith("?") else NodeKind.STAGE
    return Node(ref, kind, label or ref.title(), lane=lane)


def chart_of(*nodes: Node, ways: str = "") -> Flowchart:
    """The nodes in a line, with further ways such as `b-a`; those back are loops."""
    order = {node.ref: at for at, node in enumerate(nodes)}
    line = [(a.ref, b.ref) for a, b in pairwise(nodes)]
    pairs = dict.fromkeys([*line, *((one, other) for one, other in map(_ends, ways.split()))])
    edges = tuple(
        Edge(a, b, f"{a} to {b}", EdgeKind.LOOP if order[b] <= order[a] else EdgeKind.FORWARD)
        for a, b in pairs
    )
    lanes = tuple(Lane(ref, f"Lane {ref}") for ref in sorted({node.lane for node in nodes} - {""}))
    return Flowchart("process", "Map", "A map.", "en", nodes, edges, lanes=lanes)


def _ends(way: str) -> tuple[str, str]:
    source, _, target = way.partition("-")
    return source, target


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    """The nodes by ref."""
    return {node.ref: node for node in placed.nodes}


def test_the_main_line_is_straight_and_its_steps_stand_below_one_another() -> None:
    chart = chart_of(*map(step, ("a", "b?", "c", "d?", "e")), ways="b?-a d?-b?")
    placed = place(chart, width=PHONE)
    line = [by_ref(placed)[ref] for ref in ("a", "b?", "c", "d?", "e")]
    assert len({node.x for node in line}) == 1
    assert [node.y for node in line] == sorted(node.y for node in line)
    ahead = [edge for edge in placed.edges if edge.kind is EdgeKind.FORWARD]
    assert all(len(edge.points) == 2 for edge in ahead)


def test_a_gate_with_seven_ways_leads_to_a_link_for_each_but_the_next_step() -> None:
    refs = ("a", "b", "c", "d?", "e", "f", "g", "h")
    chart = chart_of(*map(step, refs), ways="d?-a d?-b d?-c d?-f d?-g d?-h")
    assert all_faults(chart, PHONE) == []
    placed = place(chart, width=PHONE)
    links = [node for node in placed.nodes if node.kind is NodeKind.LINK]
    assert [link.title for link in links] == ["A", "B", "C", "F", "G", "H"]
    assert len({round(link.x - link.width / 2, 1) for link in links}) == 1
    texts = [edge.text for edge in placed.edges if edge.target.endswith(".to")]
    assert all(text and len(text.lines) == 1 for text in texts)


def test_no_word_breaks_where_a_narrower_place_would_break_it() -> None:
    word = "Специализированная"
    chart = chart_of(step("a", word), step("b?", "Есть полномочия у клиента?"), step("c"))
    chart = replace(chart, edges=(*chart.edges, Edge("b?", "a", "нет", EdgeKind.LOOP)))
    placed = place(chart, width=PHONE)
    link = next(node for node in placed.nodes if node.kind is NodeKind.LINK)
    assert [line.text for text in link.texts for line in text.lines] == [f"→\u00a0{word}"]


def test_a_step_beside_the_main_line_is_led_to_and_leads_back_to_it() -> None:
    nodes = tuple(map(step, ("a", "b?", "c", "d")))
    edges = (
        *(Edge(*_ends(way)) for way in ("a-b?", "b?-c", "c-d")),
        Edge("x", "d"),
        Edge("b?", "x", "also"),
    )
    chart = Flowchart("process", "Map", "A map.", "en", (*nodes, step("x")), edges)
    placed = by_ref(place(chart, width=PHONE))
    assert placed["x"].x - placed["x"].width / 2 > placed["c"].x
    assert placed["b?"].y < placed["x"].y < placed["d"].y
    assert all_faults(chart, PHONE) == []


def test_what_comes_from_another_lane_stands_before_the_step_that_it_leads_to() -> None:
    nodes = (
        step("a", lane="l"),
        step("b", lane="l"),
        Node("x", NodeKind.EVENT_OURS, "Asks", lane="m"),
        step("c", lane="l"),
    )
    edges = (Edge("a", "b"), Edge("b", "c"), Edge("x", "b"))
    lanes = (Lane("l", "Seller"), Lane("m", "Buyer"))
    chart = Flowchart("process", "Map", "A map.", "en", nodes, edges, lanes=lanes)
    placed = place(chart, width=PHONE)
    y = {ref: node.y for ref, node in by_ref(placed).items()}
    assert y["a"] < y["x"] < y["b"]
    asked = next(edge for edge in placed.edges if edge.source == "x")
    assert asked.target == "b"
    assert [band.ref for band in placed.bands] == ["l", "m", "l~2"]


def test_the_start_is_in_the_section_of_its_step_and_has_none_of_its_own() -> None:
    """The buyer asks before the first step: nothing of the seller comes above that."""
    nodes = (
        Node("start", NodeKind.START, "Start", lane="l"),
        Node("x", NodeKind.EVENT_OURS, "Asks", lane="m"),
        step("a", lane="l"),
        step("b", lane="l"),
    )
    edges = (Edge("start", "a"), Edge("x", "a"), Edge("a", "b"))
    lanes = (Lane("l", "Seller"), Lane("m", "Buyer"))
    chart = Flowchart("process", "Map", "A map.", "en", nodes, edges, lanes=lanes)
    placed = place(chart, width=PHONE)
    assert [band.ref for band in placed.bands] == ["m", "l"]
    y = {ref: node.y for ref, node in by_ref(placed).items()}
    assert y["x"] < y["start"] < y["a"]
    assert {edge.ref: edge.target for edge in placed.edges} == {
        "start--a": "a",
        "x--a": "a",
        "a--b": "b",
    }
    assert all_faults(chart, PHONE) == []


@pytest.mark.parametrize(
    ("titles", "anchor"),
    [
        (("Seller", "Buyer"), "start"),
        (("Seller", "カスタマーサクセスマネジャー"), "end"),
    ],
)
def test_titles_of_lanes_are_all_at_the_same_side(titles: tuple[str, str], anchor: str) -> None:
    nodes = (step("a", lane="l"), step("b?", lane="m"), step("c", lane="l"))
    edges = (Edge("a", "b?"), Edge("b?", "c", "yes"), Edge("b?", "a", "no", EdgeKind.LOOP))
    lanes = tuple(Lane(ref, title) for ref, title in zip("lm", titles, strict=True))
    chart = Flowchart("process", "Map", "A map.", "en", nodes, edges, lanes=lanes)
    placed = place(chart, width=PHONE)
    found = [band.text for band in placed.bands if band.text]
    assert len({(text.anchor, text.x) for text in found}) == 1
    assert {text.anchor for text in found} == {anchor}
    assert all_faults(chart, PHONE) == []


def test_labels_of_the_main_line_are_at_its_right() -> None:
    """A label that has no room beside the other branches comes below them."""
    chart = chart_of(*map(step, ("a", "b?", "c")), ways="b?-a")
    long = Node("b?", NodeKind.DECISION, "Есть ли полномочия у клиента сегодня?")
    far = Node("lost", NodeKind.LOST, "Сделка не состоялась")
    edges = (
        Edge("a", "b?"),
        Edge("b?", "c", "подтверждено"),
        Edge("b?", "a", "предварительно", EdgeKind.LOOP),
        Edge("b?", "lost", "неподтверждено"),
    )
    chart = replace(chart, nodes=(chart.nodes[0], long, far, chart.nodes[2]), edges=edges)
    placed = place(chart, width=300.0)
    onward = next(edge for edge in placed.edges if edge.ref == "b?--c")
    assert onward.text is not None
    assert (onward.text.anchor, onward.text.x > onward.points[0][0]) == ("start", True)
    assert all_faults(chart, 300.0) == []


def test_a_group_that_goes_on_is_named_in_small_print() -> None:
    chart = chart_of(*map(step, ("a", "b", "c", "d")))
    groups = (Group("m", "Sales", ("a", "c", "d"), continued="Sales (continued)"),)
    placed = place(replace(chart, groups=groups), width=PHONE)
    titles = [band.text for band in placed.bands if band.text]
    said = [(" ".join(line.text for line in text.lines), text.role) for text in titles]
    assert said == [("Sales", TextRole.BAND), ("Sales (continued)", TextRole.NOTE)]


def test_a_lane_is_drawn_where_it_has_steps_alone() -> None:
    chart = chart_of(*(step(f"s{at}", lane=lane) for at, lane in enumerate("aabbca")))
    placed = place(chart, width=PHONE)
    said = [band.text.lines[0].text for band in placed.bands if band.text]
    assert said == ["Lane a", "Lane b", "Lane c", "Lane a"]
    assert [band.turn for band in placed.bands] == [0, 1, 2, 0]
    assert [band.ref for band in placed.bands] == ["a", "b", "c", "a~2"]


def test_a_group_lies_behind_its_steps_alone() -> None:
    chart = chart_of(*map(step, ("a", "b", "c", "d")))
    groups = (Group("m", "Marketing half", ("a", "b")), Group("s", "Sales half", ("d",)))
    chart = replace(chart, groups=groups)
    placed = place(chart, width=PHONE)
    inside = [
        [node.ref for node in placed.nodes if band.y < node.y < band.y + band.height]
        for band in placed.bands
    ]
    assert inside == [["a", "b"], ["d"]]
    assert all_faults(chart, PHONE) == []


def test_an_end_stands_beside_the_step_that_leads_to_it() -> None:
    nodes = (step("a"), step("b?"), Node("lost", NodeKind.LOST, "Lost"), step("c"))
    edges = (Edge("a", "b?"), Edge("b?", "c", "yes"), Edge("b?", "lost", "no"))
    placed = by_ref(place(Flowchart("process", "Map", "A map.", "en", nodes, edges), width=PHONE))
    assert placed["lost"].y == placed["b?"].y
    assert placed["lost"].x > placed["b?"].x


def test_links_follow_their_step_in_the_order_of_the_keyboard() -> None:
    chart = chart_of(*map(step, ("a", "b?", "c", "d")), ways="b?-a b?-d")
    refs = [node.ref for node in place(chart, width=PHONE).nodes]
    assert refs == ["a", "b?", "b?--a.to", "b?--d.to", "c", "d"]


def test_a_chart_without_steps_is_an_empty_page() -> None:
    placed = place(Flowchart("process", "Map", "A map.", "en", (), ()), width=PHONE)
    assert (placed.nodes, placed.edges, placed.bands) == ((), (), ())
    assert 0 < placed.width <= PHONE
