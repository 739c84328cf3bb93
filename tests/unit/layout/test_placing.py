"""Placed maps are tidy: nothing overlaps, lines touch what they should and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from playbookgen.layout import PAGE_WIDTH, place
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
    Timeline,
    TimelineEvent,
)
from tests.unit.layout import placed_faults as check
from tests.unit.layout.random_maps import WORDS, flowcharts, timelines

many = settings(max_examples=75, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(flowcharts())
def test_flowcharts_are_tidy(chart: Flowchart) -> None:
    assert check.faults(place(chart)) == []


@many
@given(timelines())
def test_timelines_are_tidy(timeline: Timeline) -> None:
    assert check.faults(place(timeline)) == []


@pytest.mark.exhaustive
@settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
@given(flowcharts())
def test_thousands_of_flowcharts_are_tidy(chart: Flowchart) -> None:
    assert check.faults(place(chart)) == []


@pytest.mark.exhaustive
@settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
@given(timelines())
def test_thousands_of_timelines_are_tidy(timeline: Timeline) -> None:
    assert check.faults(place(timeline)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(flowcharts())
def test_placing_is_repeatable_and_complete(chart: Flowchart) -> None:
    placed = place(chart)
    assert placed == place(chart)
    assert [edge.ref for edge in placed.edges] == [edge.ref for edge in chart.edges]
    assert {node.ref for node in chart.nodes} <= {node.ref for node in placed.nodes}
    for edge, drawn in zip(chart.edges, placed.edges, strict=True):
        said = "".join(line.text for line in drawn.text.lines) if drawn.text else ""
        assert said.replace(" ", "") == edge.label.replace(" ", "")


def test_a_long_label_of_a_way_back_stands_on_the_page() -> None:
    step = Node("s0", NodeKind.STAGE, "")
    again = Edge("s0", "s0", "Самостоятельно проанализировал предложения", EdgeKind.LOOP)
    chart = Flowchart("process", "A", "A map.", "ru", (step,), (again,))
    assert check.faults(place(chart)) == []


def line(*labels: str, kind: NodeKind = NodeKind.STAGE) -> Flowchart:
    """Steps in a line between a start and a won deal."""
    steps = [Node(f"s{at}", kind, label) for at, label in enumerate(labels)]
    nodes = [Node("start", NodeKind.START, "Start"), *steps, Node("won", NodeKind.WON, "Won")]
    edges = [Edge(a.ref, b.ref) for a, b in pairwise(nodes)]
    return Flowchart("process", "Map", "A map.", "en", tuple(nodes), tuple(edges))


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    return {node.ref: node for node in placed.nodes}


def test_a_short_line_stands_in_one_row_of_even_steps() -> None:
    placed = place(line("Search", "Qualify the lead", "Close"))
    nodes = by_ref(placed)
    assert len({node.y for node in placed.nodes}) == 1
    assert len({(nodes[ref].width, nodes[ref].height) for ref in ("s0", "s1", "s2")}) == 1
    assert all(len(edge.points) == 2 for edge in placed.edges)


@pytest.mark.parametrize("count", [1, 3, 9, 20, 40])
def test_a_line_of_any_length_fits_the_page(count: int) -> None:
    placed = place(line(*["Qualify the lead"] * count))
    assert placed.width <= PAGE_WIDTH
    assert check.faults(placed) == []


def test_rows_are_read_from_left_to_right() -> None:
    nodes = by_ref(place(line(*["Qualify the lead"] * 9)))
    places = [(nodes[f"s{at}"].y, nodes[f"s{at}"].x) for at in range(9)]
    assert places == sorted(places)
    assert len({y for y, _ in places}) > 1


def gate(*ways: Edge) -> PlacedDiagram:
    """A map with a decision after the second step."""
    nodes = (
        Node("a", NodeKind.STAGE, "Search"),
        Node("b", NodeKind.STAGE, "Qualify"),
        Node("gate", NodeKind.DECISION, "Budget confirmed?"),
        Node("c", NodeKind.STAGE, "Close"),
        Node("lost", NodeKind.LOST, "Lost"),
        Node("won", NodeKind.WON, "Won"),
    )
    line = (Edge("a", "b"), Edge("b", "gate"), Edge("gate", "c", "yes"), Edge("c", "won"))
    met = {ref for edge in line + ways for ref in (edge.source, edge.target)}
    shown = tuple(node for node in nodes if node.ref in met)
    return place(Flowchart("process", "Map", "A map.", "en", shown, line + ways))


def test_a_decision_is_left_at_its_corners() -> None:
    placed = gate(Edge("gate", "a", "no", EdgeKind.LOOP), Edge("gate", "lost", "never"))
    node = by_ref(placed)["gate"]
    edges = {edge.ref: edge.points[0] for edge in placed.edges}
    assert edges["gate--c"] == pytest.approx((node.x + node.width / 2, node.y), abs=0.01)
    assert edges["gate--a"] == pytest.approx((node.x, node.y - node.height / 2), abs=0.01)
    assert edges["gate--lost"] == pytest.approx((node.x, node.y + node.height / 2), abs=0.01)


def test_an_end_hangs_straight_below_the_decision_that_leads_to_it() -> None:
    placed = gate(Edge("gate", "lost", "never"))
    nodes = by_ref(placed)
    assert nodes["lost"].x == nodes["gate"].x
    assert nodes["lost"].y > nodes["gate"].y
    assert nodes["won"].y == nodes["gate"].y


def test_ways_back_run_beside_the_row_on_tracks_of_their_own() -> None:
    placed = gate(
        Edge("gate", "a", "no", EdgeKind.LOOP),
        Edge("c", "a", "new need", EdgeKind.LOOP),
        Edge("c", "b", "changes", EdgeKind.LOOP),
    )
    top = min(node.y - node.height / 2 for node in placed.nodes)
    bottom = max(node.y + node.height / 2 for node in placed.nodes)
    heights = [edge.points[1][1] for edge in placed.edges if edge.kind is EdgeKind.LOOP]
    assert all(y < top or y > bottom for y in heights)
    assert len(set(heights)) == 3


def test_very_long_labels_and_a_narrow_page_stay_tidy() -> None:
    chart = line(WORDS[-1], "x" * 200, "反対意見への対応" * 25)
    assert check.faults(place(chart)) == []
    assert check.faults(place(chart, width=300)) == []


def test_statements_stand_in_the_node_with_a_bullet_each() -> None:
    chart = line("Entry criteria", kind=NodeKind.CRITERION)
    node = replace(chart.nodes[1], items=("A budget is named", "A date is set"))
    placed = by_ref(place(replace(chart, nodes=(chart.nodes[0], node, chart.nodes[2]))))["s0"]
    said = ["".join(row.text for row in text.lines) for text in placed.texts]
    assert said == ["Entry criteria", "•", "A budget is named", "•", "A date is set"]


def test_a_timeline_ties_each_event_to_its_tick_on_the_axis() -> None:
    event = TimelineEvent(Node("e", NodeKind.EVENT_NONE, "Compares options"), "day 3", (), ())
    placed = place(Timeline("journey", "Map", "A map.", "en", (event,), ("Deal", "Buyer", "We")))
    nodes = by_ref(placed)
    axis, tie = placed.edges
    assert (axis.kind, tie.kind) == (EdgeKind.AXIS, EdgeKind.TIE_NONE)
    assert (axis.arrow, tie.arrow) == (True, False)
    assert nodes["e.tick"].kind is NodeKind.TICK_NONE
    assert nodes["e.tick"].y == axis.points[0][1] == axis.points[1][1]
    assert nodes["e.tick"].x == nodes["e"].x


def test_a_wide_timeline_continues_on_a_second_axis() -> None:
    events = tuple(
        TimelineEvent(Node(f"e{at}", NodeKind.EVENT_OURS, "Signs contract"), "", (), ())
        for at in range(9)
    )
    placed = place(Timeline("journey", "Map", "A map.", "en", events, ("Deal", "Buyer", "We")))
    axes = [edge for edge in placed.edges if edge.kind is EdgeKind.AXIS]
    assert len(axes) == 2
    assert placed.width <= PAGE_WIDTH


def test_the_checks_see_what_is_wrong() -> None:
    placed = gate(Edge("gate", "a", "no", EdgeKind.LOOP))
    first = replace(placed.nodes[0], x=placed.nodes[1].x)
    edge = next(edge for edge in placed.edges if edge.ref == "gate--a")
    through = replace(edge, points=(edge.points[0], (edge.points[0][0], placed.nodes[0].y + 3)))
    assert check.faults(replace(placed, nodes=(first, *placed.nodes[1:])))
    assert check.faults(replace(placed, edges=(*placed.edges, through)))
    assert check.faults(replace(placed, width=200.0))
