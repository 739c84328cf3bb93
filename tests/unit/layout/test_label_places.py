"""Labels of connectors: at the beginning of their lines, in the frames of their groups."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from playbookgen.layout import place
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Group,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedText,
)
from tests.layouts.random_processes import random_processes, without_lanes
from tests.unit.layout.placed_faults import node_rect, text_rect

PAGE = 1120.0


def labelled(placed: PlacedDiagram, *, flat: bool) -> Iterator[tuple[PlacedEdge, PlacedText]]:
    """The connectors with labels that leave their step to the side, or up and down."""
    for edge in placed.edges:
        (_, y), (_, next_y) = edge.points[:2]
        if edge.text and (y == next_y) is flat:
            yield edge, edge.text


def gate(*edges: Edge, label: str = "", groups: tuple[Group, ...] = ()) -> Flowchart:
    """A step, a gate and two steps after it."""
    kinds = {"a": NodeKind.STAGE, "g": NodeKind.DECISION, "b": NodeKind.STAGE, "c": NodeKind.STAGE}
    nodes = tuple(Node(ref, kind, label if ref == "g" else ref) for ref, kind in kinds.items())
    line = (Edge("a", "g"), *edges, Edge("b", "c"))
    return Flowchart("process", "Map", "A map.", "en", nodes, line, groups=groups)


def test_lines_of_a_label_beside_an_upright_line_are_even_at_its_side() -> None:
    count = 0
    for chart in random_processes(every=29):
        for edge, text in labelled(place(without_lanes(chart), width=PAGE), flat=False):
            away = text.x - edge.points[0][0]
            assert (text.anchor, round(away, 1)) in (("start", 5.0), ("end", -5.0)), edge.ref
            count += 1
    assert count > 30


def test_a_label_stands_at_the_corner_of_its_gate_however_wide_the_column_is() -> None:
    wide = Node("e", NodeKind.LOST, "A long name for an end")
    chart = gate(Edge("g", "b", "yes"), Edge("g", "e", "no"), label="Is it?")
    chart = Flowchart("p", "Map", "", "en", (*chart.nodes, wide), chart.edges)
    placed = place(chart, width=PAGE)
    nodes = {node.ref: node for node in placed.nodes}
    assert nodes["e"].x == nodes["g"].x
    assert nodes["e"].width > nodes["g"].width + 40
    ((_, text),) = labelled(placed, flat=True)
    assert 0 < text_rect(text).left - node_rect(nodes["g"]).right < 8


def test_a_gate_is_no_further_from_its_step_for_a_label_at_its_other_side() -> None:
    back = Edge("g", "a", "the whole of it must be done again", EdgeKind.LOOP)
    placed = place(gate(Edge("g", "b", "yes"), back), width=PAGE)
    rects = {node.ref: node_rect(node) for node in placed.nodes}
    assert rects["g"].left - rects["a"].right == pytest.approx(36)


def test_a_label_stands_below_its_line_where_another_takes_the_room_above() -> None:
    back = Edge("g", "a", "the whole of it must be done again", EdgeKind.LOOP)
    placed = place(gate(Edge("g", "b", "yes"), back), width=PAGE)
    ((edge, text),) = labelled(placed, flat=True)
    assert text_rect(text).top > edge.points[0][1]
    assert 0 < text_rect(text).left - edge.points[0][0] < 8


def test_labels_stand_in_the_frame_of_the_group_that_they_lead_out_of() -> None:
    groups = (Group("one", "One", ("a", "g")), Group("two", "Two", ("b", "c")))
    placed = place(gate(Edge("g", "b", "all is ready"), label="Is it?", groups=groups), width=PAGE)
    first, second = placed.bands
    ((_, text),) = labelled(placed, flat=True)
    assert text_rect(text).right <= first.x + first.width
    assert first.x + first.width < second.x


def criteria(ref: str, *items: str) -> Node:
    return Node(ref, NodeKind.CRITERION, "Entry criteria", items=items)


def test_boxes_of_statements_are_as_wide_as_their_words_ask() -> None:
    words = "The customer has said who decides, and by when an offer is needed."
    nodes = (criteria("a", "It is signed."), criteria("b", words))
    placed = place(Flowchart("s", "Stage", "", "en", nodes, (Edge("a", "b"),)), width=PAGE)
    short, long = placed.nodes
    assert short.width < long.width <= 212
    for node in placed.nodes:
        left = min(text_rect(text).left for text in node.texts)
        right = max(text_rect(text).right for text in node.texts)
        assert left - node_rect(node).left >= 12
        assert 12 <= node_rect(node).right - right < 40


def test_four_tasks_between_their_criteria_are_one_row() -> None:
    tasks = [Node(f"t{at}", NodeKind.TASK, "Ask the customer", "Sales") for at in range(4)]
    nodes = (criteria("in", "A talk is agreed."), *tasks, criteria("out", "An offer is wanted."))
    edges = tuple(Edge(one.ref, other.ref) for one, other in pairwise(nodes))
    placed = place(Flowchart("s", "Stage", "", "en", nodes, edges), width=PAGE)
    assert len({node.y for node in placed.nodes}) == 1
