"""The sets of maps whose layout is timed: random processes, the examples, and dense maps."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bench.layout.graphs import graph_of
from bench.layout.graphviz import source
from bench.layout.own import PAGE, UNLIMITED, Way
from bench.layout.timing import Times, dot_seconds, place_timed, place_within
from playbookgen.model.diagram import Diagram, Flowchart
from playbookgen.pipeline import check
from playbookgen.pipeline.map_names import map_names
from playbookgen.render import pages
from playbookgen.views import VIEW_BY_KIND
from tests.layouts.dense_flowcharts import dense_flowcharts
from tests.layouts.random_processes import random_process, without_lanes

REPOSITORY = Path(__file__).parents[2]
LIMIT = 60.0
"""After how many seconds a map is given up."""
_OTHER_KINDS = "tests.layouts.dense_maps"


@dataclass(frozen=True, slots=True)
class Dense:
    """A dense map and the seconds that it takes; None where it is given up."""

    name: str
    ours: float | None
    dot: float | None
    """None also where it cannot draw such a map."""


WAYS = (
    Way("in rows for a page", False, PAGE),
    Way("swimlanes, in rows for a page", True, PAGE),
    Way("in one row", False, UNLIMITED),
    Way("swimlanes, in one row", True, UNLIMITED),
)


def random_sets(numbers: Sequence[int]) -> list[Times]:
    """The random processes in all ways, each beside `dot` on the same graph."""
    found = [Times(way.name) for way in WAYS]
    place_timed(random_process(0), PAGE)  # What is loaded at the first map is no part of it.
    for number in numbers:
        process = random_process(number)
        dot = {lanes: _dot(process, lanes=lanes, number=number) for lanes in (False, True)}
        for way, times in zip(WAYS, found, strict=True):
            chart = process if way.lanes else without_lanes(process)
            times.add(*place_timed(chart, way.width))
            times.dot += dot[way.lanes]
    return found


def _dot(chart: Flowchart, *, lanes: bool, number: int = 0) -> list[float]:
    if not shutil.which("dot"):
        return []
    seconds = dot_seconds(source(graph_of(number, chart), lanes=lanes, ortho=False), limit=LIMIT)
    return [] if seconds is None else [seconds]


def example_sets() -> Iterator[Times]:
    """The maps of the examples at the widths of their pages, by what they are."""
    maps = sorted(_example_maps(), key=lambda item: item[0])
    for name, members in groupby(maps, key=lambda item: item[0]):
        times = Times(name)
        for _, diagram, width in members:
            times.add(*place_timed(diagram, width))
            if isinstance(diagram, Flowchart):
                times.dot += _dot(diagram, lanes=bool(diagram.lanes))
        yield times


def _example_maps() -> Iterator[tuple[str, Diagram, float]]:
    for edition in check(REPOSITORY).editions:
        for chosen in map_names(edition):
            diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
            room = pages.map_room(pages.page_of_map(edition, chosen.subject))
            yield f"examples, {_kind(diagram)}", diagram, room


def _kind(diagram: Diagram) -> str:
    if isinstance(diagram, Flowchart) and diagram.lanes:
        return "swimlanes"
    return type(diagram).__name__.lower()


def dense_times() -> Iterator[Dense]:
    """Each dense map at the width of a page."""
    for name, diagram in _dense_maps():
        dot = None
        if isinstance(diagram, Flowchart):
            dot = next(iter(_dot(diagram, lanes=bool(diagram.lanes))), None)
        yield Dense(name, place_within(diagram, PAGE, limit=LIMIT), dot)


def _dense_maps() -> Iterator[tuple[str, Diagram]]:
    yield from dense_flowcharts()
    if importlib.util.find_spec(_OTHER_KINDS):
        yield from importlib.import_module(_OTHER_KINDS).dense_maps()
    else:
        print(f"!!! {_OTHER_KINDS} IS MISSING: no dense maps but flowcharts", file=sys.stderr)
