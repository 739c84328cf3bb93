"""Ends and links that several gates of the examples lead to: shared, but at no high price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from playbookgen.model.diagram import NodeKind, PlacedDiagram, PlacedEdge
from playbookgen.pipeline import check
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.maps import placed_map

ENDS = (NodeKind.LOST, NodeKind.NURTURING, NodeKind.LINK)
Maps = dict[str, PlacedDiagram]


@pytest.fixture(scope="module")
def maps() -> Maps:
    """The process maps and swimlanes of all examples."""
    return {
        f"{edition.id} {chosen.name}": placed_map(edition, chosen, width=1120)
        for edition in check(Path(__file__).parents[2]).editions
        for chosen in map_names(edition)
        if chosen.kind in ("process", "swimlane")
    }


def to_shared_ends(placed: PlacedDiagram) -> Iterator[PlacedEdge]:
    """The connectors that end together at an end or link."""
    ends = {node.ref for node in placed.nodes if node.kind in ENDS}
    count = Counter(edge.target for edge in placed.edges if edge.target in ends)
    yield from (edge for edge in placed.edges if count[edge.target] > 1)


def is_round(edge: PlacedEdge) -> bool:
    """Whether a connector runs above or below both its ends."""
    heights = [y for _, y in edge.points]
    ends = heights[0], heights[-1]
    return min(heights) < min(ends) or max(heights) > max(ends)


def test_a_shared_end_costs_no_detours(maps: Maps) -> None:
    shared = {name: list(to_shared_ends(placed)) for name, placed in maps.items()}
    assert len(shared["field-service process"]) == 8
    edges = [(name, edge) for name, found in shared.items() for edge in found]
    assert [(name, edge.ref) for name, edge in edges if len(edge.points) > 4] == []
    assert [(name, edge.ref) for name, edge in edges if is_round(edge)] == []


def test_an_end_whose_line_would_run_round_another_lane_is_not_shared(maps: Maps) -> None:
    placed = maps["joint-process swimlane:team"]
    lost = {edge.target for edge in placed.edges if edge.target.startswith("outcomes.lost")}
    assert len(lost) == 3
