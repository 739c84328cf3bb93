"""What must hold of lanes: empty ones are folded, and no line runs along what it only passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from playbookgen.model.diagram import (
    Diagram,
    Flowchart,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
)

FOLDED_LANES = True
"""Whether layouts fold empty lanes and keep lines out of lanes that they only pass."""
FOLDED_HEIGHT = 24.0
"""How high a lane without content may be in px: a line of text with room around it."""
LONGEST_ALONG = 24.0
"""How far a line may run in px along a lane in which it neither begins nor ends."""
_INSIDE = 0.5
"""How far within a band a line lies in it, rather than on its border."""


def lane_refs(diagram: Diagram) -> tuple[str, ...]:
    """The lanes of a diagram; none of one that is no swimlane map."""
    return tuple(lane.ref for lane in diagram.lanes) if isinstance(diagram, Flowchart) else ()


def lanes_by_band(placed: PlacedDiagram, lanes: Sequence[str]) -> dict[str, str]:
    """The lane of each band, by their refs; bands of a map without lanes are something else."""
    return {band.ref: lane for band, lane in _bands(placed, lanes)}


def _bands(placed: PlacedDiagram, lanes: Sequence[str]) -> list[tuple[PlacedBand, str]]:
    """Each band that shows a lane."""
    return [(band, band.part) for band in placed.bands if band.part in lanes]


def lane_check_faults(placed: PlacedDiagram, lanes: Sequence[str]) -> list[str]:
    """All that is wrong with the lanes of a map."""
    return [*high_empty_lanes(placed, lanes), *lines_along_lanes(placed, lanes)]


def high_empty_lanes(placed: PlacedDiagram, lanes: Sequence[str]) -> Iterator[str]:
    """Lanes of a row in which no node lies, but which are higher than a line of text."""
    for band, _ in _bands(placed, lanes):
        is_empty = not any(_holds(band, node) for node in placed.nodes)
        if is_empty and band.height > FOLDED_HEIGHT:
            yield f"{band.ref} is empty and {band.height:.0f} px high"


def lines_along_lanes(placed: PlacedDiagram, lanes: Sequence[str]) -> Iterator[str]:
    """Lines that run along lanes in which they neither begin nor end."""
    shown = _bands(placed, lanes)
    nodes = {node.ref: node for node in placed.nodes}
    for edge in placed.edges:
        # A sign that the line goes on elsewhere is an end of it, too.
        ends = [nodes[ref] for ref in (edge.source, edge.target) if ref in nodes]
        own = {lane for band, lane in shown if any(_holds(band, node) for node in ends)}
        for band, lane in shown:
            longest = max(_flat_lengths(edge, band), default=0.0)
            if lane not in own and longest > LONGEST_ALONG:
                yield f"{edge.ref} runs {longest:.0f} px along {band.ref}"


def _holds(band: PlacedBand, node: PlacedNode) -> bool:
    """Whether the middle of a node lies in a band."""
    return band.x <= node.x <= band.x + band.width and band.y <= node.y <= band.y + band.height


def _flat_lengths(edge: PlacedEdge, band: PlacedBand) -> Iterator[float]:
    """How far each flat part of a line runs inside a band."""
    top, bottom = band.y + _INSIDE, band.y + band.height - _INSIDE
    for (x, y), (to, level) in pairwise(edge.points):
        if y == level and top < y < bottom:
            yield min(max(x, to), band.x + band.width) - max(min(x, to), band.x)
