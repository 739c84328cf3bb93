"""Funnels narrow by their shares, say each of them, and stay tidy at any width."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.model.diagram import (
    EdgeKind,
    Funnel,
    FunnelStep,
    LegendEntry,
    Node,
    NodeKind,
    PlacedDiagram,
)
from tests.unit.layout.placed_faults import faults
from tests.unit.layout.random_maps import FULL, LABELS

LEGEND = (LegendEntry(NodeKind.FUNNEL, "Share of all that enter the first stage"),)


def funnel(*steps: FunnelStep) -> Funnel:
    return Funnel("funnel", "Map", "A map.", "en", steps, LEGEND)


def step(at: int, share: Fraction | None, label: str = "Stage") -> FunnelStep:
    said = "not stated" if share is None else f"{float(share):.1%}"
    node = Node(f"s{at}", NodeKind.FUNNEL, label, target=f"s{at}")
    return FunnelStep(node, share, said, "40% go on")


@st.composite
def funnels(draw: st.DrawFn) -> Funnel:
    """Steps of which some know their share and none is wider than the one before."""
    left: Fraction | None = Fraction(1)
    steps = []
    for at in range(draw(st.integers(1, 40))):
        kind = NodeKind.WON if draw(st.booleans()) else NodeKind.FUNNEL
        node = Node(f"s{at}", kind, draw(FULL), note=draw(LABELS))
        said = draw(FULL) if left is None else f"{float(left):.1%}"
        steps.append(FunnelStep(node, left, said, draw(LABELS)))
        if left is not None:
            left = draw(st.one_of(st.none(), st.fractions(0, left, max_denominator=100)))
    return funnel(*steps)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(funnels(), st.sampled_from([1120.0, 860.0, 358.0]))
def test_funnels_are_tidy_and_fit_the_page(drawn: Funnel, width: float) -> None:
    placed = place(drawn, width=width)
    assert faults(placed) == []
    assert placed.width <= width


def bars(placed: PlacedDiagram) -> list[tuple[float, float]]:
    """The left edges and widths of the bars, from the top."""
    return [
        (round(node.x - node.width / 2, 1), node.width)
        for node in placed.nodes
        if node.ref.endswith(".bar")
    ]


@pytest.mark.parametrize("width", [1120.0, 358.0])
def test_a_bar_is_as_wide_as_its_share(width: float) -> None:
    placed = place(funnel(*(step(at, Fraction(1, 2**at)) for at in range(3))), width=width)
    (first, full), (second, half), (third, quarter) = bars(placed)
    assert [second, third] == pytest.approx([first, first], abs=0.11)
    assert half == pytest.approx(full / 2, abs=0.02)
    assert quarter == pytest.approx(full / 4, abs=0.02)


def test_a_share_that_is_not_known_is_dashed_and_no_wider_than_the_last_known() -> None:
    shares = (Fraction(1), Fraction(1, 2), None, None)
    placed = place(funnel(*(step(at, share) for at, share in enumerate(shares))), width=860)
    drawn = [node for node in placed.nodes if node.ref.endswith(".bar")]
    assert [node.kind for node in drawn] == [NodeKind.FUNNEL] * 2 + [NodeKind.GAP] * 2
    assert drawn[1].width == drawn[2].width == drawn[3].width
    assert {edge.kind for edge in placed.edges[:2]} == {EdgeKind.TIE}
    assert {edge.kind for edge in placed.edges[2:]} == {EdgeKind.TIE_NONE}


def test_every_step_says_its_name_share_and_how_many_go_on() -> None:
    placed = place(funnel(step(0, Fraction(1), "Search"), step(1, Fraction(1, 50), "Close")))
    said = [line.text for node in placed.nodes for text in node.texts for line in text.lines]
    assert said == ["Search", "100.0%", "40% go on", "Close", "2.0%", "40% go on"]
    assert [node.target for node in placed.nodes if node.target] == ["s0", "s1"]


def test_flanks_lead_from_corner_to_corner() -> None:
    placed = place(funnel(*(step(at, Fraction(1, 3**at)) for at in range(3))), width=860)
    drawn = [node for node in placed.nodes if node.ref.endswith(".bar")]
    for (upper, lower), at in zip(pairwise(drawn), (0, 2), strict=True):
        left, right = placed.edges[at : at + 2]
        assert left.points[0] == pytest.approx(
            (upper.x - upper.width / 2, upper.y + upper.height / 2), abs=0.02
        )
        assert right.points[1] == pytest.approx(
            (lower.x + lower.width / 2, lower.y - lower.height / 2), abs=0.02
        )
        assert not left.arrow


def test_a_band_lies_behind_each_name_and_its_bar() -> None:
    placed = place(funnel(*(step(at, Fraction(1, 3**at)) for at in range(3))), width=860)
    nodes = {node.ref: node for node in placed.nodes}
    for at, band in enumerate(placed.bands):
        assert band.x < nodes[f"s{at}"].x - nodes[f"s{at}"].width / 2
        assert nodes[f"s{at}.bar"].y == band.y + band.height / 2
    assert len(placed.bands) == 3


@pytest.mark.parametrize("words", [1, 4, 9, 20])
def test_lines_pass_beside_the_words_whatever_the_height_of_a_name(words: int) -> None:
    label = " ".join(["Interest"] * words)
    for percent in range(5, 100, 5):
        steps = step(0, Fraction(1), label), step(1, Fraction(percent, 100), "Close")
        assert faults(place(funnel(*steps), width=358)) == [], percent


def test_shares_and_how_many_go_on_end_on_one_line_beside_the_bars() -> None:
    placed = place(funnel(*(step(at, Fraction(1, 10**at)) for at in range(3))), width=1120)
    nodes = {node.ref: node for node in placed.nodes}
    told = [nodes[f"s{at}.{what}"] for at in range(3) for what in ("share", "conversion")]
    assert len({round(node.x + node.width / 2, 1) for node in told}) == 1
    assert told[0].x + told[0].width / 2 < bars(placed)[0][0]


@pytest.mark.parametrize("width", [1120.0, 860.0, 358.0])
def test_the_widest_bar_ends_with_the_page(width: float) -> None:
    placed = place(funnel(step(0, Fraction(1))), width=width)
    assert placed.width == pytest.approx(width, abs=0.1)


def test_on_a_phone_names_stand_above_their_bars_and_what_goes_on_below() -> None:
    placed = place(funnel(step(0, Fraction(1)), step(1, Fraction(1, 9))), width=358)
    nodes = {node.ref: node for node in placed.nodes}
    assert nodes["s0"].y < nodes["s0.bar"].y < nodes["s0.conversion"].y
    assert nodes["s0.share"].y == nodes["s0.bar"].y
    assert not placed.edges
