"""Comparisons keep the order of both lists, set pairs side by side, and cross little."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.layout.comparison.rows import Row, rows_of
from playbookgen.layout.comparison.tracks import Trunk, tracks_of
from playbookgen.model.diagram import (
    Comparison,
    Edge,
    LegendEntry,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
)
from tests.unit.layout.placed_faults import faults
from tests.unit.layout.random_maps import FULL, LABELS

LEGEND = (LegendEntry(NodeKind.TODAY, "Today"), LegendEntry(NodeKind.STAGE, "To be"))


def comparison(left: tuple[Node, ...], right: tuple[Node, ...], *pairs: str) -> Comparison:
    """Two lists; a pair such as `a0-b1` leads from the left to the right."""
    ends = (pair.partition("-") for pair in pairs)
    edges = tuple(Edge(source, target) for source, _, target in ends)
    return Comparison(
        "as-is", "Map", "A map.", "en", ("Today", "To be"), left, right, edges, LEGEND
    )


def plain(left: int, right: int, *pairs: str) -> Comparison:
    lefts = tuple(Node(f"a{at}", NodeKind.TODAY, f"Stage {at}") for at in range(left))
    rights = tuple(Node(f"b{at}", NodeKind.STAGE, f"Stage {at}") for at in range(right))
    return comparison(lefts, rights, *pairs)


@st.composite
def comparisons(draw: st.DrawFn, most: int = 12) -> Comparison:
    """Two lists of cards of any length, of which any may become any."""
    counts = draw(st.integers(0, most)), draw(st.integers(0, most))
    left, right = (
        tuple(
            Node(f"{side}{at}", kind, draw(FULL), note=draw(LABELS), items=draw(_items()))
            for at in range(count)
        )
        for side, kind, count in zip("ab", (NodeKind.TODAY, NodeKind.STAGE), counts, strict=True)
    )
    ends = (
        st.tuples(st.sampled_from(left), st.sampled_from(right)) if left and right else st.nothing()
    )
    found = draw(st.lists(ends, max_size=16)) if left and right else []
    pairs = sorted({f"{one.ref}-{other.ref}" for one, other in found})
    return comparison(left, right, *pairs)


def _items() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(FULL, max_size=3).map(tuple)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(comparisons(), st.sampled_from([1120.0, 860.0, 358.0]))
def test_comparisons_are_tidy_and_fit_the_page(drawn: Comparison, width: float) -> None:
    placed = place(drawn, width=width)
    assert faults(placed) == []
    assert placed.width <= width


@pytest.mark.parametrize("width", [1120.0, 860.0, 358.0])
def test_forty_stages_that_all_change_places_stay_tidy(width: float) -> None:
    pairs = [f"a{at}-b{(at * 7) % 40}" for at in range(40)]
    placed = place(plain(40, 40, *pairs), width=width)
    assert faults(placed) == []
    assert placed.width <= width


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    return {node.ref: node for node in placed.nodes}


def test_pairs_stand_side_by_side_and_their_lines_are_straight() -> None:
    placed = place(plain(3, 3, "a0-b0", "a1-b1", "a2-b2"), width=1120)
    nodes = by_ref(placed)
    assert all(nodes[f"a{at}"].y == nodes[f"b{at}"].y for at in range(3))
    assert all(len(edge.points) == 2 for edge in placed.edges)


@pytest.mark.parametrize("width", [1120.0, 358.0])
def test_both_lists_keep_their_order(width: float) -> None:
    nodes = by_ref(place(plain(3, 4, "a0-b3", "a1-b1", "a2-b0"), width=width))
    for side, count in (("a", 3), ("b", 4)):
        tops = [nodes[f"{side}{at}"].y for at in range(count)]
        assert all(upper < lower for upper, lower in pairwise(tops))


def test_on_a_phone_what_replaces_a_stage_follows_it_set_in() -> None:
    placed = place(plain(2, 3, "a0-b0", "a0-b1", "a1-b2"), width=358)
    order = [node.ref for node in placed.nodes if not node.ref.startswith("legend")]
    assert order == ["a0", "b0", "b1", "a1", "b2"]
    lefts = [node.x - node.width / 2 for node in placed.nodes[:3]]
    assert lefts[0] < lefts[1] == lefts[2]


def test_what_has_no_counterpart_stands_in_a_row_apart() -> None:
    rows = rows_of(["a0", "a1", "a2"], ["b0", "b1"], [("a0", "b0"), ("a2", "b1")])
    assert rows == [Row(["a0"], ["b0"]), Row(["a1"], [], is_apart=True), Row(["a2"], ["b1"])]
    rows = rows_of(["a0", "a1"], ["b0", "b1", "b2"], [("a1", "b2")])
    assert rows == [Row(["a0"], ["b0", "b1"], is_apart=True), Row(["a1"], ["b2"])]


def test_what_one_stage_becomes_stands_in_its_row() -> None:
    rows = rows_of(["a0", "a1"], ["b0", "b1", "b2"], [("a0", "b0"), ("a0", "b1"), ("a1", "b2")])
    assert rows == [Row(["a0"], ["b0", "b1"]), Row(["a1"], ["b2"])]


def test_upright_lines_stand_where_they_do_not_cross() -> None:
    down, nested = Trunk("a0", (0.0,), (100.0,)), Trunk("a1", (50.0,), (150.0,))
    assert tracks_of([down, nested]) == {"a1": 0, "a0": 1}
    up, above = Trunk("a1", (100.0,), (0.0,)), Trunk("a2", (150.0,), (50.0,))
    assert tracks_of([above, up]) == {"a1": 0, "a2": 1}


def test_upright_lines_share_a_track_where_they_do_not_meet() -> None:
    assert tracks_of([Trunk("a0", (0.0,), (40.0,)), Trunk("a1", (60.0,), (90.0,))]) == {
        "a0": 0,
        "a1": 0,
    }
