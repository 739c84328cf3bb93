"""Our own drawings of the random processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playbookgen.layout import place
from playbookgen.render.links import element_id
from tests.browser.layout_audit import ends_of, pictures
from tests.layouts.random_processes import random_process, without_lanes

UNLIMITED = 1_000_000.0
PAGE = 1120.0


@dataclass(frozen=True, slots=True)
class Way:
    """One of our ways to draw."""

    name: str
    lanes: bool
    width: float


WAYS = (
    Way("**playbookgen**, one row", False, UNLIMITED),
    Way("**playbookgen**, in rows for a page", False, PAGE),
    Way("**playbookgen** swimlanes, one row", True, UNLIMITED),
    Way("**playbookgen** swimlanes, in rows for a page", True, PAGE),
)


def drawings(
    way: Way, numbers: Sequence[int]
) -> Iterator[tuple[int, str, Mapping[str, tuple[str, str]]]]:
    """The number, SVG and ends of connections of each process."""
    charts = ((number, random_process(number)) for number in numbers)
    placed = (
        (str(number), place(chart if way.lanes else without_lanes(chart), width=way.width))
        for number, chart in charts
    )
    for name, diagram, svg in pictures(placed):
        yield int(name), svg, ends_of(diagram)


def missing(number: int, found: Mapping[str, Any]) -> str:
    """What of a process is not in its drawing."""
    chart = random_process(number)
    nodes = {element_id(node.ref) for node in chart.nodes} - set(found["nodes"])
    edges = {element_id(edge.ref) for edge in chart.edges} - {edge[0] for edge in found["edges"]}
    return ", ".join(sorted(nodes | edges))
