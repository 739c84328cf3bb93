"""What flowcharts are measured by: crossings and bends, ours and plain Graphviz's, and lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pygraphviz

from playbookgen.model.diagram import Flowchart, PlacedBand, PlacedDiagram
from tests.unit.layout.placed_faults import Rect, node_rect, segments, text_rect

Point = tuple[float, float]
_APART = 0.5


def crossings(placed: PlacedDiagram) -> int:
    """How often two connectors cross, not counting where they join."""
    return sum(
        _cross(a, b)
        for one, other in combinations(placed.edges, 2)
        for a in pairwise(one.points)
        for b in pairwise(other.points)
    )


def _cross(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    if (a[0][1] == a[1][1]) == (b[0][1] == b[1][1]):
        return False
    flat, upright = (a, b) if a[0][1] == a[1][1] else (b, a)
    x, y = upright[0][0], flat[0][1]
    (left, right), (top, bottom) = sorted(p[0] for p in flat), sorted(p[1] for p in upright)
    return left + _APART < x < right - _APART and top + _APART < y < bottom - _APART


def bends(placed: PlacedDiagram) -> int:
    """How often connectors turn."""
    return sum(len(edge.points) - 2 for edge in placed.edges)


def plain_crossings(chart: Flowchart) -> int:
    """How often Graphviz's own layout crosses the connectors of a chart."""
    graph = pygraphviz.AGraph(directed=True, rankdir="LR")
    for node in chart.nodes:
        graph.add_node(node.ref, shape="box", width=2, height=0.7, label="")
    for edge in chart.edges:
        graph.add_edge(edge.source, edge.target)
    graph.layout("dot")
    curves = [list(pairwise(_curve(edge.attr["pos"]))) for edge in graph.edges()]
    return sum(_meet(a, b) for one, other in combinations(curves, 2) for a in one for b in other)


def _curve(position: str) -> list[Point]:
    """A spline as a polyline."""
    words = [word for word in position.replace("\\\n", "").split() if word[0] not in "es"]
    controls = [(float(x), float(y)) for x, y in (word.split(",") for word in words)]
    points = [controls[0]]
    for at in range(0, len(controls) - 3, 3):
        points += [_bezier(controls[at : at + 4], step / 8) for step in range(1, 9)]
    return points


def _bezier(controls: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, controls, strict=True))
    return x, sum(weight * point[1] for weight, point in zip(weights, controls, strict=True))


def _meet(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    return _turn(*a, b[0]) * _turn(*a, b[1]) < 0 and _turn(*b, a[0]) * _turn(*b, a[1]) < 0


def _turn(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def lane_faults(chart: Flowchart, placed: PlacedDiagram) -> Iterator[str]:
    """Steps outside the band of their lane, lanes out of order, and lanes without a step."""
    lanes = [lane.ref for lane in chart.lanes]
    rows: dict[str, list[PlacedBand]] = defaultdict(list)
    for band in placed.bands:
        rows[band.ref.partition("~")[2]].append(band)
    for row in rows.values():
        shown = [band.part for band in row]
        if shown != [lane for lane in lanes if lane in shown]:
            yield "lanes out of order"
        held = [
            any(band.y <= node.y <= band.y + band.height for node in placed.nodes) for band in row
        ]
        yield from (
            f"{band.ref} is empty" for band, is_held in zip(row, held, strict=True) if not is_held
        )
        if any(a.y + a.height > b.y + 0.02 for a, b in pairwise(row)):
            yield "lanes overlap"
    wanted = {node.ref: node.lane for node in chart.nodes if node.lane}
    for node in placed.nodes:
        if node.ref in wanted and not any(
            Rect(band.x, band.y, band.x + band.width, band.y + band.height).holds(node_rect(node))
            for band in placed.bands
            if wanted[node.ref] == band.part
        ):
            yield f"{node.ref} is not in its lane"


def section_faults(chart: Flowchart, placed: PlacedDiagram) -> Iterator[str]:
    """Steps of a column outside the bands of their lanes, bands that meet or could be one."""
    bands = placed.bands
    yield from ("bands overlap" for a, b in pairwise(bands) if a.y + a.height > b.y + 0.02)
    if not chart.lanes:
        return
    yield from (f"{a.ref} is cut" for a, b in pairwise(bands) if a.part == b.part)
    wanted = {node.ref: node.lane for node in chart.nodes if node.lane}
    for node in placed.nodes:
        if node.ref in wanted and not any(
            Rect(band.x, band.y, band.x + band.width, band.y + band.height).holds(node_rect(node))
            for band in bands
            if band.part == wanted[node.ref]
        ):
            yield f"{node.ref} is not in its lane"


def title_faults(placed: PlacedDiagram) -> Iterator[str]:
    """Titles of lanes and groups that something lies on."""
    for band in placed.bands:
        if band.text is None:
            continue
        title = text_rect(band.text)
        if not Rect(band.x, band.y, band.x + band.width, band.y + band.height).holds(title):
            yield f"the title of {band.ref} leaves it"
        parts = [(edge.ref, part) for edge in placed.edges for part in segments(edge)]
        parts += [(node.ref, node_rect(node)) for node in placed.nodes]
        parts += [(edge.ref, text_rect(edge.text)) for edge in placed.edges if edge.text]
        yield from (f"{ref} lies on the title of {band.ref}" for ref, p in parts if p.meets(title))
