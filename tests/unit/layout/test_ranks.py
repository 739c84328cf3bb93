"""In which ranks steps stand: handovers straight down or up, and never back in time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from playbookgen.layout import place
from playbookgen.layout.flowchart.ranking import Ranking, break_cycles, lanes_of, rank
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Lane, Node, NodeKind
from tests.layouts.random_processes import random_process, without_lanes

LANES = ("buyer", "sales", "service")


def chart(nodes: dict[str, tuple[NodeKind, str]], edges: str) -> Flowchart:
    """A chart of nodes by ref, with kind and lane, and edges such as `a>b`; `a<b` leads back."""
    return Flowchart(
        ref="process",
        title="Process",
        description="A process.",
        language="en",
        nodes=tuple(Node(ref, kind, ref, lane=lane) for ref, (kind, lane) in nodes.items()),
        edges=tuple(map(_edge, edges.split())),
        lanes=tuple(Lane(lane, lane) for lane in LANES),
    )


def _edge(text: str) -> Edge:
    if "<" in text:
        target, source = text.split("<")
        return Edge(source, target, "", EdgeKind.LOOP)
    source, target = text.split(">")
    return Edge(source, target)


def ranking(flowchart: Flowchart) -> Ranking:
    return rank(flowchart, break_cycles(flowchart), lanes_of(flowchart))


STEP, GATE, LOST = NodeKind.STAGE, NodeKind.DECISION, NodeKind.LOST


def test_a_handover_leads_straight_to_the_other_lane() -> None:
    process = chart({"a": (STEP, "sales"), "b": (STEP, "service")}, "a>b")
    assert ranking(process).rank == {"a": 0, "b": 0}
    (edge,) = place(process, width=1120).edges
    (x, top), (other, bottom) = edge.points
    assert x == other
    assert top < bottom


def test_what_is_handed_on_twice_goes_on_to_the_right() -> None:
    nodes = {"a": (STEP, "buyer"), "b": (STEP, "sales"), "c": (STEP, "service")}
    assert ranking(chart(nodes, "a>b b>c")).rank == {"a": 0, "b": 0, "c": 1}


def test_a_step_hands_up_and_down_at_once() -> None:
    nodes = {"s": (STEP, "sales"), "a": (GATE, "sales"), "b": (STEP, "buyer")}
    nodes["c"] = (STEP, "service")
    assert ranking(chart(nodes, "s>a a>b a>c")).rank == {"s": 0, "a": 1, "b": 1, "c": 1}


def test_a_gate_with_ends_on_both_sides_hands_on_to_the_right() -> None:
    nodes = {"a": (GATE, "sales"), "lost": (LOST, "sales"), "late": (LOST, "sales")}
    nodes |= {"b": (STEP, "service"), "c": (STEP, "service")}
    both = ranking(chart(nodes, "a>lost a>late a>b b>c")).rank
    one = ranking(chart({k: v for k, v in nodes.items() if k != "late"}, "a>lost a>b b>c")).rank
    assert (both["b"], one["b"]) == (1, 0)


def test_nothing_stands_between_a_step_and_the_one_that_it_is_handed_to() -> None:
    nodes = {"s": (GATE, "buyer"), "a": (STEP, "buyer"), "b": (STEP, "sales")}
    nodes |= {"c": (STEP, "service")}
    column = ranking(chart(nodes, "s>a s>b a>c")).rank
    assert column == {"s": 0, "a": 1, "b": 0, "c": 1}
    late = {"d": (STEP, "sales")}
    for more in (nodes | late, late | nodes):
        between = ranking(chart(more, "s>a s>b b>d a>c")).rank
        assert between["a"] == 1
        assert between["c"] != between["d"]


def test_an_event_of_the_buyer_stands_above_the_step_that_it_leads_to() -> None:
    nodes = {"a": (STEP, "sales"), "b": (STEP, "service"), "c": (STEP, "service")}
    nodes |= {"asks": (STEP, "buyer"), "signs": (STEP, "buyer"), "s": (STEP, "sales")}
    column = ranking(chart(nodes, "s>a a>b b>c asks>b signs>c")).rank
    assert column["signs"] == column["c"] == 2
    # A step of sales stands between the buyer and the second step.
    assert (column["a"], column["b"], column["asks"]) == (1, 1, 0)


def test_the_end_of_a_gate_makes_way_for_what_the_gate_hands_down() -> None:
    nodes = {"a": (STEP, "sales"), "b": (GATE, "sales"), "lost": (LOST, "sales")}
    nodes["c"] = (STEP, "service")
    placed = place(chart(nodes, "a>b b>lost b>c"), width=1120)
    y = {node.ref: node.y for node in placed.nodes}
    assert y["lost"] < y["b"] < y["c"]
    assert all(len(edge.points) == 2 for edge in placed.edges)


def crowded(process: Flowchart) -> Iterator[str]:
    """What no chart may have: time that runs back, or a step that stands on another's way."""
    found = ranking(process)
    column, lane = found.rank, lanes_of(process)
    for edge in process.edges:
        if edge.kind is EdgeKind.LOOP:
            continue
        if column[edge.target] < column[edge.source]:
            yield f"{edge.target} stands before {edge.source}"
        is_straight = column[edge.target] == column[edge.source]
        if is_straight and edge.target not in found.attached:
            if lane[edge.source] == lane[edge.target]:
                yield f"{edge.target} stands in the column and lane of {edge.source}"
                continue
            ends = sorted((lane[edge.source], lane[edge.target]))
            for ref, place_ in column.items():
                if place_ == column[edge.source] and ends[0] < lane[ref] < ends[1]:
                    yield f"{ref} stands between {edge.source} and {edge.target}"


@pytest.mark.parametrize("number", range(0, 300, 7))
def test_time_never_runs_back(number: int) -> None:
    assert not list(crowded(random_process(number)))


@pytest.mark.parametrize("number", [40, 160, 299])
def test_without_lanes_each_step_is_right_of_all_that_lead_to_it(number: int) -> None:
    process = without_lanes(random_process(number))
    found = ranking(process)
    assert all(
        found.rank[edge.source] < found.rank[edge.target]
        for edge in process.edges
        if edge.kind is not EdgeKind.LOOP and edge.target not in found.attached
    )


def test_a_step_that_nothing_joins_to_others_stands_after_them() -> None:
    nodes = {"a": (STEP, "sales"), "alone": (STEP, "sales"), "b": (STEP, "sales")}
    process = chart(nodes, "a>b")
    assert ranking(process).rank == {"a": 0, "b": 1, "alone": 2}
    for width in (1120, 354):
        x, y = zip(*((node.x, node.y) for node in place(process, width=width).nodes), strict=True)
        assert max((x if width > 520 else y)[::2]) < (x if width > 520 else y)[1]


def test_the_main_line_is_marked_and_nothing_else() -> None:
    nodes = {
        "a": (STEP, "sales"),
        "gate": (GATE, "sales"),
        "lost": (LOST, "sales"),
        "b": (STEP, "sales"),
        "c": (STEP, "service"),
    }
    process = chart(nodes, "a>gate gate>lost gate>b b>c a<gate a<c")
    for width in (1120, 354):
        main = [edge.ref for edge in place(process, width=width).edges if edge.is_main]
        assert main == ["a--gate", "gate--b", "b--c"]
