"""The layout audit sees what it is there to see: small pictures with one flaw each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.layout_audit import (
    DRAWN_FAULTS,
    LANE_FAULTS,
    WRITTEN_FAULTS,
    faults,
    measured,
    prepare,
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that measures."""
    context = browser.new_context()
    yield prepare(context.new_page())
    context.close()


def picture(*parts: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" id="map" width="400" height="200" '
        f'viewBox="0 0 400 200" font-family="DejaVu Sans">{"".join(parts)}</svg>'
    )


def box(ref: str, x: float, y: float, *inside: str) -> str:
    """A step of 80 by 40 px around a point."""
    outline = f"M{x - 40} {y - 20}h80v40h-80Z"
    shape = f'<path class="pg-shape" d="{outline}"/>'
    return f'<g class="pg-node pg-stage" id="map-{ref}">{shape}{"".join(inside)}</g>'


def words(text: str, x: float, y: float, *, size: float = 12.0, length: float = 0.0) -> str:
    """A line of text around a point, as wide as `length` says."""
    wide = f' textLength="{length}" lengthAdjust="spacingAndGlyphs"' if length else ""
    where = f'x="{x}" y="{y + 0.35 * size}" text-anchor="middle" font-size="{size}"'
    return f"<text {where}{wide}>{text}</text>"


def line(ref: str, course: str, *label: str) -> str:
    drawn = f'<path class="pg-line" fill="none" stroke="#000" d="{course}"/>'
    return f'<g class="pg-edge" id="map--edge-{ref}">{drawn}{"".join(label)}</g>'


def band(ref: str, top: float, height: float) -> str:
    """A lane from side to side."""
    shape = f'<path class="pg-shape" d="M10 {top}h380v{height}h-380Z"/>'
    return f'<g class="pg-band pg-band-0" id="map--band-{ref}">{shape}</g>'


A, B, C = box("a", 60, 100, words("One", 60, 100)), box("b", 200, 100), box("c", 340, 100)
STRAIGHT = line("a--b", "M100 100L160 100")
TIDY = picture(A, B, C, STRAIGHT, words("go on", 130, 90), line("b--c", "M240 100L300 100"))

FLAWED = {
    "nodeOverlaps": picture(A, box("b", 130, 110)),
    "linesThroughNodes": picture(A, B, C, line("a--c", "M100 100L300 100")),
    "linesThroughTheirNodes": picture(A, B, line("a--b", "M20 100L160 100")),
    "linesOnLines": picture(
        A, B, line("x--y", "M20 40L200 40L200 80"), line("z--w", "M60 40L300 40")
    ),
    "textOutside": picture(box("a", 60, 100, words("Responsibilities", 60, 100, length=70))),
    "labelsOnLabels": picture(A, words("first", 200, 40), words("second", 220, 44)),
    "labelsOnNodes": picture(A, words("beside", 100, 85)),
    "linesThroughLabels": picture(A, B, STRAIGHT, words("go", 130, 100)),
    "linesThroughOwnLabels": picture(A, B, line("a--b", "M100 100L160 100", words("go", 130, 100))),
    "outsidePage": picture(A, words("on the border", 390, 40)),
}


LANES = {"sales": "sales", "team": "team", "team.2": "team"}
"""The bands that are lanes; in rows after the first they have a number."""
D = box("d", 340, 30)
AROUND = line("a--d", "M100 90L140 90L140 30L300 30")
FLAWED_LANES = {
    "highEmptyLanes": picture(band("sales", 75, 50), band("team", 125, 25), A, B, C),
    "linesAlongLanes": picture(
        band("sales", 5, 20), band("team", 25, 20), band("team.2", 75, 50),
        A, line("a--d", "M100 90L140 90L140 15L340 15L340 50"), box("d", 340, 160),
    ),
}  # fmt: skip
TIDY_LANES = {
    "a folded lane": picture(band("sales", 75, 50), band("team", 125, 24), A, B, C),
    "a band that is no lane": picture(band("group", 125, 70), A, B, C),
    "along both its lanes": picture(band("sales", 5, 50), band("team", 70, 60), A, AROUND, D),
    "along another row of its lane": picture(
        band("team", 5, 20), band("team.2", 75, 50),
        A, line("a--d", "M100 90L140 90L140 15L340 15L340 130"), box("d", 340, 160),
    ),
    "straight across a lane": picture(
        band("sales", 5, 50), band("other", 55, 20), band("team", 75, 50),
        A, box("d", 60, 30), line("a--d", "M60 80L60 50"),
    ),
    "a jog in a lane that it crosses": picture(
        band("sales", 10, 40), band("team", 58, 22), band("team.2", 85, 60),
        box("a", 60, 110), box("d", 80, 30), line("a--d", "M60 90L60 70L80 70L80 50"),
    ),
}  # fmt: skip


def found_in(page: Page, svg: str) -> dict[str, Any]:
    ends = {"a--b": ("a", "b"), "a--c": ("a", "c"), "a--d": ("a", "d"), "b--c": ("b", "c")}
    return measured(page, svg, edges=ends, lanes=LANES, fonts=[""])


def kinds_of(found: dict[str, Any]) -> set[str]:
    written = {kind for kind in WRITTEN_FAULTS if found["fonts"][""][kind]}
    return written | {kind for kind in (*DRAWN_FAULTS, *LANE_FAULTS) if found[kind]}


def test_a_tidy_picture_has_no_fault(page: Page) -> None:
    found = found_in(page, TIDY)
    assert list(faults(found)) == []
    assert (found["crossings"], found["bends"], len(found["edges"])) == (0, 0, 2)


def test_every_fault_has_its_flawed_picture() -> None:
    assert set(FLAWED) == {*WRITTEN_FAULTS, *DRAWN_FAULTS}
    assert set(FLAWED_LANES) == set(LANE_FAULTS)


@pytest.mark.parametrize("kind", [*FLAWED, *FLAWED_LANES])
def test_a_flaw_is_found_and_nothing_else(page: Page, kind: str) -> None:
    assert kinds_of(found_in(page, {**FLAWED, **FLAWED_LANES}[kind])) == {kind}


@pytest.mark.parametrize("kind", FLAWED_LANES)
def test_a_fault_of_a_lane_is_said_once_lanes_are_folded(page: Page, kind: str) -> None:
    found = found_in(page, FLAWED_LANES[kind])
    assert [said.split(":")[0] for said in faults(found, folded_lanes=True)] == [kind]
    assert list(faults(found, folded_lanes=False)) == []


@pytest.mark.parametrize("case", TIDY_LANES)
def test_a_tidy_lane_is_not_blamed(page: Page, case: str) -> None:
    assert kinds_of(found_in(page, TIDY_LANES[case])) == set()


def test_a_text_under_a_mark_is_found(page: Page) -> None:
    disc = '<circle class="pg-disc" cx="60" cy="92" r="8"/>'
    found = found_in(page, picture(box("a", 60, 100, words("One", 60, 100), disc)))
    assert kinds_of(found) == {"labelsOnNodes"}


def test_a_part_may_lie_on_its_whole_but_not_on_its_text(page: Page) -> None:
    room = '<path class="pg-shape" d="M20 20h200v60h-200Z"/>'
    bar = '<path class="pg-shape" d="M30 30h60v40h-60Z"/>'
    said = words("whole", 60, 50)
    whole = '<g class="pg-node" id="map-m">{}</g>'
    part = f'<g class="pg-node" id="map-m.bar">{bar}</g>'
    other = part.replace("m.bar", "other")
    assert kinds_of(found_in(page, picture(whole.format(room), part))) == set()
    assert kinds_of(found_in(page, picture(whole.format(room), other))) == {"nodeOverlaps"}
    assert kinds_of(found_in(page, picture(whole.format(room + said), part))) == {"labelsOnNodes"}


def test_text_leaves_a_diamond_at_its_corners(page: Page) -> None:
    diamond = '<path class="pg-shape" d="M100 40L180 100L100 160L20 100Z"/>'
    inside, outside = words("Ready?", 100, 100), words("Ready?", 100, 60)
    node = '<g class="pg-node pg-decision" id="map-a">{}</g>'
    assert kinds_of(found_in(page, picture(node.format(diamond + inside)))) == set()
    assert kinds_of(found_in(page, picture(node.format(diamond + outside)))) == {"textOutside"}


def test_widths_and_sizes_of_text_are_judged(page: Page) -> None:
    found = found_in(page, picture(A, words("Responsible", 200, 40, length=110)))
    assert [fault.split(":")[0] for fault in faults(found)] == ["width in "]
    found = found_in(page, picture(A, words("small", 200, 40, size=11)))
    assert list(faults(found)) == ["text of 11 px"]


COURSES = {
    "they cross": ("M20 20L200 160", "M20 160L200 20", 1),
    "they cross twice": ("M20 40L200 40", "M40 20L40 80L120 80L120 20", 2),
    "they touch": ("M20 40L200 40", "M60 40L60 150", 0),
    "one bends at the other": ("M20 40L200 40", "M60 150L60 40L100 150", 0),
    "they run together": ("M20 40L200 40", "M40 100L40 40L90 40L90 100", 0),
    "curves cross": ("M20 20C80 180 140 180 200 20", "M20 100L200 100", 2),
    "a curve touches": ("M20 20C80 180 140 180 200 20", "M20 140L200 140", 0),
}


@pytest.mark.parametrize("case", COURSES)
def test_crossings_are_counted(page: Page, case: str) -> None:
    first, second, crossings = COURSES[case]
    found = found_in(page, picture(line("x--y", first), line("z--w", second)))
    assert found["crossings"] == crossings


def test_lines_that_meet_at_a_common_node_do_not_cross_there(page: Page) -> None:
    near = line("a--b", "M90 90L160 110"), line("a--c", "M90 110L140 80L300 80")
    assert found_in(page, picture(A, box("b", 200, 130), C, *near))["crossings"] == 1
    under = line("a--b", "M85 95L160 110"), line("a--c", "M85 105L100 90L140 80L300 80")
    assert found_in(page, picture(A, box("b", 200, 130), C, *under))["crossings"] == 0


BENT = {
    "straight": ("M20 20L200 20", 0),
    "corner": ("M20 20L200 20L200 90", 1),
    "round corner": ("M20 20L190 20C196 20 200 24 200 30L200 90", 1),
    "step of round corners alone": ("M20 20H90Q100 20 100 30Q100 40 110 40H200", 2),
    "there and back": ("M20 20H200V60H20", 2),
}


@pytest.mark.parametrize("case", BENT)
def test_bends_are_counted(page: Page, case: str) -> None:
    course, bends = BENT[case]
    assert found_in(page, picture(line("x--y", course)))["bends"] == bends
