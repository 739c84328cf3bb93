"""The layout audit: draws maps in Chromium and measures them from what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

from playbookgen.model.diagram import TEXT_SIZE, PlacedDiagram
from playbookgen.render import Engine, dot_source, svg_document
from playbookgen.render.links import element_id
from tests.unit.layout.lane_checks import FOLDED_LANES, lanes_by_band

AUDIT = (Path(__file__).parent / "layout_audit.js").read_text(encoding="utf-8")
JAPANESE = "Noto Sans CJK JP"
FONTS = ("DejaVu Sans", "Liberation Sans", "Noto Sans")
"""Each with the Japanese one for what it lacks: Latin, Cyrillic and Japanese are all covered."""
STACKS = {f"'{font}', '{JAPANESE}'": font for font in FONTS}
WIDTH_SLACK = 0.12
"""By how much the natural width of a line may differ from ours."""
SIGN_SLACK = 1.5
"""The same in px, for a bullet or a letter alone."""
BOLD_WIDTH_SLACK, BOLD_SIGN_SLACK = 0.13, 2.5
"""The same of semibold lines, and of numbers alone: the bold faces of these fonts differ more."""
SMALLEST = min(TEXT_SIZE.values()) - 0.01

WRITTEN_FAULTS = (
    "textOutside",
    "labelsOnLabels",
    "labelsOnNodes",
    "linesThroughLabels",
    "linesThroughOwnLabels",
    "outsidePage",
)
"""Faults that depend on the font that a map is shown in."""
DRAWN_FAULTS = ("nodeOverlaps", "linesThroughNodes", "linesThroughTheirNodes", "linesOnLines")
"""Faults that do not."""

LANE_FAULTS = ("highEmptyLanes", "linesAlongLanes")
"""Faults of lanes, of maps that have any."""

Findings = dict[str, Any]


class Sample(NamedTuple):
    """A map to be audited."""

    name: str
    placed: PlacedDiagram
    lanes: tuple[str, ...] = ()
    """The refs of its lanes, in order; bands of a map without any are something else."""


def prepare(page: Page) -> Page:
    """The page, made able to measure."""
    page.set_content("<!doctype html><html><body></body></html>")
    page.evaluate(AUDIT)
    return page


def measured(page: Page, svg: str, **options: Any) -> Findings:
    """What the audit finds in one picture."""
    found: Findings = page.evaluate(
        "([svg, options]) => layoutAudit.measure(svg, options)", [svg, options]
    )
    return found


def ends_of(placed: PlacedDiagram) -> dict[str, tuple[str, str]]:
    """The nodes that each connector leads between, by the ids that stand in the SVG."""
    return {
        element_id(edge.ref): (element_id(edge.source), element_id(edge.target))
        for edge in placed.edges
    }


def lanes_of(placed: PlacedDiagram, lanes: Sequence[str]) -> dict[str, str]:
    """The lane of each band that shows one, by the ids that stand in the SVG."""
    return {
        element_id(band): element_id(lane) for band, lane in lanes_by_band(placed, lanes).items()
    }


def pictures(
    maps: Iterable[tuple[str, PlacedDiagram]], *, jobs: int = 2
) -> Iterator[tuple[str, PlacedDiagram, str]]:
    """Each map with its name and its SVG, as a file of its own."""
    waiting = dict(maps)
    with Engine(jobs=jobs) as engine:
        sources = ((name, dot_source(placed, labels=False)) for name, placed in waiting.items())
        for drawn in engine.draw(sources):
            assert drawn.svg is not None, drawn.problem
            placed = waiting[str(drawn.key)]
            svg = svg_document(placed, drawn.svg, links={}, prefix="map", standalone=True)
            yield str(drawn.key), placed, svg


def faults(found: Mapping[str, Any], *, folded_lanes: bool = FOLDED_LANES) -> Iterator[str]:
    """What must not be, in one measured map of ours."""
    for kind in (*DRAWN_FAULTS, *(LANE_FAULTS if folded_lanes else ())):
        yield from (f"{kind}: {item}" for item in found[kind])
    for stack, written in found["fonts"].items():
        yield from _written_faults(STACKS.get(stack, stack), written)
    if found["smallestText"] is not None and found["smallestText"] < SMALLEST:
        yield f"text of {found['smallestText']} px"


def _written_faults(font: str, written: Mapping[str, Any]) -> Iterator[str]:
    for kind in WRITTEN_FAULTS:
        yield from (f"{kind} in {font}: {item}" for item in written[kind])
    for line in written["widths"]:
        slack = max(WIDTH_SLACK * line["ours"], SIGN_SLACK)
        if line["bold"]:
            slack = max(BOLD_WIDTH_SLACK * line["ours"], BOLD_SIGN_SLACK)
        if abs(line["natural"] - line["ours"]) > slack:
            yield f"width in {font}: {line}"


def audited(
    page: Page, samples: Iterable[Sample], *, folded_lanes: bool = FOLDED_LANES
) -> list[str]:
    """All faults of maps of ours, in each font."""
    said, waiting = [], list(samples)
    lanes = {sample.name: lanes_of(sample.placed, sample.lanes) for sample in waiting}
    for name, placed, svg in pictures((sample.name, sample.placed) for sample in waiting):
        ends = ends_of(placed)
        found = measured(page, svg, edges=ends, lanes=lanes[name], fonts=list(STACKS))
        said += [f"{name}: {fault}" for fault in faults(found, folded_lanes=folded_lanes)]
        said += [f"{name}: {ref} is not drawn" for ref in _undrawn(placed, found)]
        said += [f"{name}: {ref} is no band" for ref in set(lanes[name]) - set(found["lanes"])]
    return said


def _undrawn(placed: PlacedDiagram, found: Mapping[str, Any]) -> set[str]:
    """The nodes and connectors of a map that were not found in its picture."""
    wanted = {element_id(node.ref) for node in placed.nodes} | set(ends_of(placed))
    return wanted - set(found["nodes"]) - {edge[0] for edge in found["edges"] if edge[3]}
