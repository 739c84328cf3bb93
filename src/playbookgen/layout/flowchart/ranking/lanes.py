"""Lanes: the lane of each step; of one that names none, that of its neighbour."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.model.diagram import Flowchart


def lanes_of(chart: Flowchart) -> dict[str, int]:
    """The place of each step's lane from the top; 0 for all in a chart without lanes."""
    places = {lane.ref: at for at, lane in enumerate(chart.lanes)}
    lanes = {node.ref: places[node.lane] for node in chart.nodes if node.lane in places}
    neighbours = _neighbours(chart) if len(lanes) < len(chart.nodes) else {}
    for node in chart.nodes:
        if node.ref not in lanes:
            near = (lanes[ref] for ref in neighbours.get(node.ref, ()) if ref in lanes)
            lanes[node.ref] = next(near, 0)
    return lanes


def _neighbours(chart: Flowchart) -> Mapping[str, list[str]]:
    """The steps that each step is joined to, in the order of the edges."""
    found: dict[str, list[str]] = {node.ref: [] for node in chart.nodes}
    for edge in chart.edges:
        found[edge.target].append(edge.source)
        found[edge.source].append(edge.target)
    return found
