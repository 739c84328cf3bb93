"""The layout audit: draws maps in Chromium and measures them from what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from playbookgen.model.diagram import PlacedDiagram
from playbookgen.render import Engine, dot_source, svg_document
from playbookgen.render.links import element_id

AUDIT = (Path(__file__).parent / "layout_audit.js").read_text(encoding="utf-8")
Findings = dict[str, Any]

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


def measured(page: Page, svg: str, **options: Any) -> Findings:
    """What the audit finds in one picture."""
    found: Findings = page.evaluate(
        "([svg, options]) => layoutAudit.measure(svg, options)", [svg, options]
    )
    return found


def prepare(page: Page) -> Page:
    """A page that can measure."""
    page.set_content("<!doctype html><html><body></body></html>")
    page.evaluate(AUDIT)
    return page


def ends_of(placed: PlacedDiagram) -> dict[str, tuple[str, str]]:
    """The nodes that each connector leads between, by the ids that stand in the SVG."""
    return {
        element_id(edge.ref): (element_id(edge.source), element_id(edge.target))
        for edge in placed.edges
    }


def pictures(maps: Iterable[tuple[str, PlacedDiagram]], *, jobs: int = 2) -> Iterator[tuple[str, PlacedDiagram, str]]:
    """Each map with its name and its SVG, as a file of its own."""
    waiting = dict(maps)
    with Engine(jobs=jobs) as engine:
        sources = ((name, dot_source(placed, labels=False)) for name, placed in waiting.items())
        for drawn in engine.draw(sources):
            assert drawn.svg is not None, drawn.problem
            placed = waiting[str(drawn.key)]
            svg = svg_document(placed, drawn.svg, links={}, prefix="map", standalone=True)
            yield str(drawn.key), placed, svg
