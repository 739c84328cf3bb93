"""Ends and links that steps of a row share: drawn once where the steps are near one another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from playbookgen.layout import place
from playbookgen.layout.flowchart.rows.shared_targets import Hanging, stand_ins
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Group,
    Lane,
    Node,
    NodeKind,
    PlacedDiagram,
)
from tests.unit.layout.flowchart_measures import crossings
from tests.unit.layout.placed_faults import faults

PAGE, PHONE = 1120.0, 354.0
LOST = "outcomes.lost"


def lost_after(*gates: int, steps: int = 4, target: str = LOST) -> Flowchart:
    """Steps in a line, some with a gate after them that lets deals end as lost."""
    nodes = [Node("start", NodeKind.START, "Start")]
    for at in range(steps):
        nodes.append(Node(f"s{at}", NodeKind.STAGE, f"Step {at}"))
        if at in gates:
            nodes.append(Node(f"g{at}", NodeKind.DECISION, "Go on?"))
    line = [Edge(a.ref, b.ref, "yes" if a.ref[0] == "g" else "") for a, b in pairwise(nodes)]
    ends = [Node(f"{LOST}.{at}", NodeKind.LOST, "Lost", target=target) for at in gates]
    ways = [Edge(f"g{at}", f"{LOST}.{at}", f"reason {at}") for at in gates]
    return Flowchart("process", "Map", "A map.", "en", tuple(nodes + ends), tuple(line + ways))


def lost(placed: PlacedDiagram) -> list[str]:
    return [node.ref for node in placed.nodes if node.kind is NodeKind.LOST]


def goals(placed: PlacedDiagram) -> dict[str, str]:
    """By source: the end that its connector leads to."""
    return {edge.source: edge.target for edge in placed.edges if edge.target.startswith(LOST)}


def test_gates_near_one_another_share_one_end_and_keep_their_reasons() -> None:
    placed = place(lost_after(0, 1), width=PAGE)
    (end,) = lost(placed)
    assert goals(placed) == {"g0": end, "g1": end}
    said = {edge.ref: edge.text.lines[0].text for edge in placed.edges if edge.text}
    assert said["g0--outcomes.lost.0"] == "reason 0"
    assert said["g1--outcomes.lost.1"] == "reason 1"
    assert faults(placed) == []
    assert crossings(placed) == 0


def test_a_shared_end_costs_a_bend_and_leaves_the_main_line_straight() -> None:
    placed = place(lost_after(0, 1), width=PAGE)
    corners = {
        edge.source: len(edge.points) for edge in placed.edges if edge.target in lost(placed)
    }
    assert corners == {"g0": 3, "g1": 2}
    heights = {point[1] for edge in placed.edges if edge.is_main for point in edge.points}
    assert len(heights) == 1


def test_two_outcomes_of_the_same_gates_lie_above_and_below_them() -> None:
    chart = lost_after(0, 1)
    later = [Node(f"later.{at}", NodeKind.NURTURING, "Later", target="later") for at in (0, 1)]
    ways = [Edge(f"g{at}", f"later.{at}", "not yet") for at in (0, 1)]
    placed = place(
        replace(chart, nodes=(*chart.nodes, *later), edges=(*chart.edges, *ways)), width=PAGE
    )
    kinds = Counter(node.kind for node in placed.nodes)
    assert (kinds[NodeKind.LOST], kinds[NodeKind.NURTURING]) == (1, 1)
    assert crossings(placed) == 0
    assert max(len(edge.points) for edge in placed.edges) == 3


def test_of_three_gates_the_one_in_the_middle_has_the_end() -> None:
    placed = place(lost_after(0, 1, 2), width=1e6)
    (end,) = lost(placed)
    assert end == f"{LOST}.1"
    assert faults(placed) == []


def test_gates_far_from_one_another_have_ends_of_their_own() -> None:
    placed = place(lost_after(0, 3, steps=5), width=1e6)
    assert lost(placed) == [f"{LOST}.0", f"{LOST}.3"]


def test_each_row_has_an_end_of_its_own() -> None:
    placed = place(lost_after(0, 1, 2, 3, steps=5), width=PAGE)
    steps = {node.y for node in placed.nodes if node.ref.startswith("s")}
    assert len(steps) == 2
    assert len(lost(placed)) == 2
    assert len(goals(placed)) == 4


def test_ends_of_different_outcomes_stay_apart() -> None:
    chart = lost_after(0, 1)
    other = replace(chart.nodes[-1], target="outcomes.gone")
    assert len(lost(place(replace(chart, nodes=(*chart.nodes[:-1], other)), width=PAGE))) == 2
    assert len(lost(place(lost_after(0, 1, target=""), width=PAGE))) == 2


def test_ends_in_different_lanes_or_groups_stay_apart() -> None:
    chart = lost_after(0, 1)
    places = ["a" if "0" in node.ref or node.ref == "start" else "b" for node in chart.nodes]
    nodes = tuple(replace(n, lane=at) for n, at in zip(chart.nodes, places, strict=True))
    lanes = (Lane("a", "Lane A"), Lane("b", "Lane B"))
    assert len(lost(place(replace(chart, nodes=nodes, lanes=lanes), width=PAGE))) == 2
    members = {at: tuple(n.ref for n in nodes if n.lane == at) for at in "ab"}
    groups = (Group("a", "Half A", members["a"]), Group("b", "Half B", members["b"]))
    assert len(lost(place(replace(chart, groups=groups), width=PAGE))) == 2


def test_on_a_phone_each_end_stands_beside_its_gate() -> None:
    assert len(lost(place(lost_after(0, 1), width=PHONE))) == 2


def test_ways_to_one_step_of_another_row_share_a_link() -> None:
    chart = lost_after(4, 5, steps=7)
    back = [Edge(f"g{at}", "s0", f"reason {at}", EdgeKind.LOOP) for at in (4, 5)]
    placed = place(replace(chart, edges=(*chart.edges, *back)), width=PAGE)
    links = [node for node in placed.nodes if node.kind is NodeKind.LINK]
    assert [link.ref for link in links] == ["g5--s0.to"]
    assert [edge.target for edge in placed.edges if edge.kind is EdgeKind.LOOP] == ["g5--s0.to"] * 2
    assert faults(placed) == []


@pytest.mark.parametrize(
    ("ranks", "shown"),
    [
        ([0], [0]),
        ([0, 3], [3]),
        ([0, 4], [0, 4]),
        ([0, 2, 4], [2]),
        ([4, 0, 2], [2]),
        ([0, 2, 4, 6], [2, 6]),
        ([0, 1, 2, 3, 9], [2, 9]),
    ],
)
def test_what_is_shown_is_within_reach_of_all_that_share_it(
    ranks: list[int], shown: list[int]
) -> None:
    hanging = [Hanging(f"end{rank}", rank, ("lost",)) for rank in ranks]
    found = stand_ins(hanging)
    left = sorted(rank for rank in ranks if f"end{rank}" not in found)
    assert left == shown
    assert set(found.values()) <= {f"end{rank}" for rank in shown}
