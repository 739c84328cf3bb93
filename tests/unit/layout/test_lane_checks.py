"""Empty lanes are folded and hold no lines of others; and the checks see where it is not so."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from playbookgen.layout import place
from playbookgen.model.diagram import (
    EdgeKind,
    NodeKind,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    Shape,
)
from tests.layouts.random_processes import COUNT, random_process
from tests.unit.layout.lane_checks import FOLDED_LANES, lane_check_faults, lane_refs, lanes_by_band

PAGE, PHONE = 1120.0, 354.0
LANES = ("sales", "team.two")
FOLDED = pytest.mark.skipif(not FOLDED_LANES, reason="no layout folds lanes yet")
Points = tuple[tuple[float, float], ...]


def band(ref: str, y: float, height: float) -> PlacedBand:
    return PlacedBand(ref, 10, y, 380, height, part=ref.partition("~")[0])


def step(ref: str, x: float, y: float, kind: NodeKind = NodeKind.STAGE) -> PlacedNode:
    return PlacedNode(ref, kind, Shape.ROUNDED, x, y, 80, 40)


def line(source: str, target: str, *points: tuple[float, float]) -> PlacedEdge:
    return PlacedEdge(f"{source}--{target}", EdgeKind.FORWARD, source, target, points)


def diagram(*parts: PlacedBand | PlacedNode | PlacedEdge) -> PlacedDiagram:
    return PlacedDiagram(
        ref="process",
        title="Map",
        description="A map.",
        language="en",
        width=400,
        height=200,
        nodes=tuple(part for part in parts if isinstance(part, PlacedNode)),
        edges=tuple(part for part in parts if isinstance(part, PlacedEdge)),
        bands=tuple(part for part in parts if isinstance(part, PlacedBand)),
    )


SALES, TEAM = band("sales", 0, 50), band("team.two", 50, 50)
A, B = step("a", 60, 25), step("b", 300, 25)
BELOW: Points = ((60, 45), (60, 75), (300, 75), (300, 45))


def test_a_band_is_known_by_its_lane_and_its_row() -> None:
    placed = diagram(SALES, TEAM, band("sales~2", 110, 50), band("team.two~2", 160, 50))
    assert lanes_by_band(placed, LANES) == {
        "sales": "sales",
        "sales~2": "sales",
        "team.two": "team.two",
        "team.two~2": "team.two",
    }
    assert lanes_by_band(placed, ()) == {}


def test_an_empty_lane_must_be_folded() -> None:
    assert lane_check_faults(diagram(SALES, A, TEAM), LANES) == ["team.two is empty and 50 px high"]
    assert lane_check_faults(diagram(SALES, A, band("team.two", 50, 24)), LANES) == []
    assert lane_check_faults(diagram(SALES, A, TEAM), ()) == []


def test_a_line_must_not_run_along_a_lane_that_it_only_passes() -> None:
    other = step("c", 180, 75)
    around = diagram(SALES, TEAM, A, B, other, line("a", "b", *BELOW))
    assert lane_check_faults(around, LANES) == ["a--b runs 240 px along team.two"]
    assert lane_check_faults(around, ()) == []
    jog = line("a", "b", (60, 45), (60, 75), (84, 75), (84, 45))
    assert lane_check_faults(diagram(SALES, TEAM, A, B, other, jog), LANES) == []
    on_the_border = line("a", "b", (60, 45), (60, 50), (300, 50), (300, 45))
    assert lane_check_faults(diagram(SALES, TEAM, A, B, other, on_the_border), LANES) == []


def test_a_line_may_run_along_the_lane_of_either_end() -> None:
    down = line("a", "c", (60, 45), (60, 75), (140, 75))
    assert lane_check_faults(diagram(SALES, TEAM, A, step("c", 180, 75), down), LANES) == []


def test_a_sign_that_a_line_goes_on_is_its_end() -> None:
    sign = step("a--b.to", 300, 75, NodeKind.LINK)
    cut = line("a", "a--b.to", (60, 45), (60, 75), (260, 75))
    assert lane_check_faults(diagram(SALES, TEAM, A, sign, cut), LANES) == []


@FOLDED
def test_lanes_of_random_processes() -> None:
    assert lane_faults_of(range(0, COUNT, 15), PAGE) == []


@FOLDED
@pytest.mark.slow
@pytest.mark.parametrize("width", [PAGE, PHONE])
def test_lanes_of_all_random_processes(width: float) -> None:
    assert lane_faults_of(range(COUNT), width) == []


def lane_faults_of(numbers: Iterable[int], width: float) -> list[str]:
    said = []
    for number in numbers:
        chart = random_process(number)
        found = lane_check_faults(place(chart, width=width), lane_refs(chart))
        said += [f"process {number}: {fault}" for fault in found]
    return said
