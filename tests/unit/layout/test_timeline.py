"""Timelines in every room: rows, a column on a phone, time to scale, legends."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.model.diagram import (
    EdgeKind,
    LegendEntry,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
    Shape,
    Timeline,
    TimelineEvent,
    TimeScale,
)
from tests.unit.layout import placed_faults as check
from tests.unit.layout.random_maps import timelines

ROOMS = (1120.0, 860.0, 358.0)
CAPTIONS = ("Deal stages", "The buyer", "We")
LABELS = ("Signs the contract", "Подписывает договор", "Semnează contractul", "契約書に署名する")


def journey(count: int, label: str = LABELS[0], *, days: tuple[int, ...] = ()) -> Timeline:
    """Events with a deal stage and an automated action each, at the given days."""
    last = max(days, default=1) or 1
    events = tuple(
        TimelineEvent(
            node=Node(f"e{at}", NodeKind.EVENT_OURS if at % 3 else NodeKind.EVENT_NONE, label),
            at=f"day {at}",
            deal_stages=(Node(f"d{at}", NodeKind.DEAL_STAGE, label),),
            actions=(
                Node(f"a{at}", NodeKind.ACTION, label, "Account executive", (), ("automated",)),
            ),
            share=Fraction(days[at], last) if days else None,
        )
        for at in range(count)
    )
    marks = tuple((Fraction(at, 5), f"{at * 30} days") for at in range(6))
    scale = TimeScale("Time to scale", marks) if days else None
    legend = (LegendEntry(NodeKind.EVENT_OURS, "Influenced by us"),)
    return Timeline("journey", "Map", "A map.", "en", events, CAPTIONS, legend, scale)


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    return {node.ref: node for node in placed.nodes}


@pytest.mark.parametrize("room", ROOMS)
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(timeline=timelines())
def test_timelines_are_tidy_in_every_room(room: float, timeline: Timeline) -> None:
    assert check.faults(place(timeline, width=room)) == []


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize("label", LABELS)
def test_timelines_of_any_length_fit_every_room(room: float, count: int, label: str) -> None:
    placed = place(journey(count, label, days=tuple(range(0, 3 * count, 3))), width=room)
    assert placed.width <= room
    assert check.faults(placed) == []


@pytest.mark.parametrize("count", [17, 21, 40])
def test_rows_are_numbered_and_full_but_for_the_last_which_has_two_at_least(count: int) -> None:
    placed = place(journey(count), width=1120)
    ticks = [node for node in placed.nodes if node.ref.endswith(".tick")]
    rows = [sum(node.y == y for node in ticks) for y in sorted({node.y for node in ticks})]
    assert sum(rows) == count
    assert rows[-1] >= 2
    assert all(row in (rows[0], rows[0] - (rows[-1] == 2)) for row in rows[:-1])
    said = {line.text for text in placed.texts for line in text.lines}
    assert {str(number) for number in range(1, len(rows) + 1)} <= said


def test_one_row_has_no_number() -> None:
    placed = place(journey(3), width=1120)
    assert "1" not in {line.text for text in placed.texts for line in text.lines}


def test_on_a_phone_time_runs_downwards_beside_one_axis() -> None:
    placed = place(journey(5), width=358)
    nodes = by_ref(placed)
    (axis,) = [edge for edge in placed.edges if edge.kind is EdgeKind.AXIS]
    assert len({nodes[f"e{at}.tick"].x for at in range(5)}) == 1
    assert axis.points[0][0] == axis.points[1][0] == nodes["e0.tick"].x
    assert [nodes[f"e{at}"].y for at in range(5)] == sorted(nodes[f"e{at}"].y for at in range(5))
    # No caption says there what the arrows are, so the legend does.
    assert nodes["legend.deal-stage"].title == "Deal stages"


@pytest.mark.parametrize("room", ROOMS)
@settings(max_examples=60, deadline=None)
@given(days=st.lists(st.integers(0, 150), min_size=2, max_size=40))
def test_events_on_the_scale_never_meet(room: float, days: list[int]) -> None:
    placed = place(journey(len(days), days=tuple(sorted(days))), width=room)
    assert check.faults(placed) == []


def fans(placed: PlacedDiagram) -> list[tuple[float, float]]:
    """Where the lines from numbers to times begin and end, from left to right."""
    edges = [edge for edge in placed.edges if edge.ref.endswith(".fan")]
    return [(edge.points[0][0], edge.points[-1][0]) for edge in edges]


def test_distances_on_the_scale_are_those_of_time() -> None:
    days = (0, 4, 14, 28, 30, 150)
    places = [end for _, end in fans(place(journey(6, days=days), width=1120))]
    unit = (places[-1] - places[0]) / 150
    for (one, other), (a, b) in zip(pairwise(days), pairwise(places), strict=True):
        assert b - a == pytest.approx((other - one) * unit, abs=0.02)


def test_numbers_that_would_meet_are_fanned_out_in_order() -> None:
    placed = place(journey(6, days=(0, 70, 70, 70, 71, 150)), width=1120)
    nodes = by_ref(placed)
    numbers = [nodes[f"e{at}.scale"] for at in range(6)]
    assert len({node.y for node in numbers}) == 1
    for one, other in pairwise(numbers):
        assert other.x - one.x >= one.width
    ends = fans(placed)
    assert ends[1][1] == ends[2][1] == ends[3][1]
    assert len({begin for begin, _ in ends}) == 6


@pytest.mark.parametrize("room", ROOMS)
@given(days=st.lists(st.integers(0, 150), min_size=2, max_size=40))
@settings(max_examples=60, deadline=None)
def test_lines_to_times_never_cross(room: float, days: list[int]) -> None:
    ends = fans(place(journey(len(days), days=tuple(days)), width=room))
    for (begin, end), (next_begin, next_end) in pairwise(sorted(ends)):
        assert begin <= next_begin
        assert end <= next_end
    assert len(set(ends)) == len(ends)


def test_numbers_without_room_side_by_side_are_stacked_the_earliest_on_top() -> None:
    nodes = by_ref(place(journey(60, days=tuple(range(60))), width=1120))
    one, other = nodes["e0.scale"], nodes["e1.scale"]
    assert one.x == other.x
    assert one.y < other.y


def test_round_times_that_would_meet_are_left_out() -> None:
    wide, narrow = (
        place(journey(6, days=(0, 1, 2, 3, 4, 150)), width=room) for room in (1120, 358)
    )
    said = [
        sum(line.text.endswith(" days") for text in placed.texts for line in text.lines)
        for placed in (wide, narrow)
    ]
    assert said[0] == 6
    assert 1 < said[1] < 6


def test_the_glyph_of_an_automated_action_hangs_before_words_that_stay_in_the_middle() -> None:
    nodes = by_ref(place(journey(3), width=1120))
    label, note = nodes["a1"].texts
    assert [line.text for line in note.lines] == ["Account executive"]
    assert label.x == note.x == nodes["a1"].x == nodes["e1"].x
    left = label.x - label.lines[0].width / 2
    assert left - 18 >= nodes["a1"].x - nodes["a1"].width / 2


def test_legends_show_glyphs_arrows_and_letters() -> None:
    timeline = journey(3)
    legend = (
        LegendEntry(NodeKind.ACTION, "Automated", mark="automated"),
        LegendEntry(NodeKind.STAGE, "Optional stage", mark="optional"),
        LegendEntry(NodeKind.STAGE, "Way back", edge=EdgeKind.LOOP),
        LegendEntry(NodeKind.RESPONSIBLE, "Responsible", label="R"),
        LegendEntry(NodeKind.EVENT_NONE, "No direct influence", mark="influence_none"),
    )
    shown = Timeline("j", "Map", "A map.", "en", timeline.events, CAPTIONS, legend)
    placed = place(shown, width=1120)
    nodes = by_ref(placed)
    glyph, outline = nodes["legend.action.automated"], nodes["legend.stage.optional"]
    assert (glyph.shape, glyph.marks) == (Shape.PLAIN, ("automated",))
    assert (outline.shape, outline.marks) == (Shape.ROUNDED, ("optional",))
    assert nodes["legend.responsible"].texts[0].lines[0].text == "R"
    dashed, eye = nodes["legend.event-none"], nodes["legend.event-none.influence_none"]
    assert (dashed.shape, dashed.marks) == (Shape.BOX, ())
    assert (eye.shape, eye.marks) == (Shape.PLAIN, ("influence_none",))
    assert dashed.x + dashed.width / 2 < eye.x - eye.width / 2
    arrow = placed.edges[-1]
    assert (arrow.kind, arrow.arrow, len(arrow.points)) == (EdgeKind.LOOP, True, 2)
    assert check.faults(placed) == []
