"""A row of a chart with the grid point of each step and the route of each connector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from playbookgen.layout.flowchart.ordering.search import Routing
from playbookgen.layout.flowchart.routing.grid import Point
from playbookgen.layout.flowchart.routing.route_costs import Route, crossings
from playbookgen.layout.flowchart.rows.row import Row

_MOST_BENDS = 2
"""How often a connector to a shared end or link may turn."""


@dataclass(frozen=True, slots=True)
class RoutedRow:
    """A row, ordered and routed."""

    row: Row
    routing: Routing
    points: Mapping[str, Point] = field(init=False)
    """The place of each step in the grid."""

    def __post_init__(self) -> None:
        grid = self.routing.grid
        places = zip(self.row.nodes, grid.x, grid.y, strict=True)
        object.__setattr__(self, "points", {node.ref: Point(x, y) for node, x, y in places})

    @property
    def routes(self) -> tuple[Route, ...]:
        """The route of each connector, by its number."""
        return self.routing.routes

    @property
    def leaving(self) -> int:
        """The number of the connector on to the next row."""
        return len(self.row.connections)

    @property
    def arriving(self) -> int:
        """The number of the connector in from the row before."""
        return len(self.row.connections) + (self.row.leaving is not None)

    @property
    def ends(self) -> list[tuple[str, str]]:
        """The steps at both ends of each connector; empty beyond the row."""
        row = self.row
        ends = [(link.source, link.target) for link in row.connections]
        ends += [(row.leaving.source, "")] if row.leaving else []
        ends += [("", row.arriving.target)] if row.arriving else []
        return ends

    @property
    def labels(self) -> Mapping[int, str]:
        """The labels of the connectors that leave steps of the row."""
        labels = {number: link.edge.label for number, link in enumerate(self.row.connections)}
        if self.row.leaving:
            labels[self.leaving] = self.row.leaving.label
        return labels


def shares_dearly(routed: RoutedRow) -> bool:
    """Whether a connector to a shared end or link makes a detour, or crosses another."""
    return any(
        _is_detour(route) or _is_crossed(route, routed)
        for route in map(routed.routes.__getitem__, _to_shared(routed.row))
    )


def _to_shared(row: Row) -> Iterator[int]:
    """The connectors that end together at an end or link that stands for several."""
    alone = row.unshared.connections if row.unshared else row.connections
    pairs = zip(row.connections, alone, strict=True)
    shared = {link.target for link, other in pairs if link.target != other.target}
    yield from (at for at, link in enumerate(row.connections) if link.target in shared)


def _is_detour(route: Route) -> bool:
    """Whether a route turns often, or runs above or below both its ends."""
    heights = route.pattern.corners[1::2]
    ends = heights[0], heights[-1]
    is_outside = min(heights) < min(ends) or max(heights) > max(ends)
    return is_outside or len(heights) - 2 > _MOST_BENDS


def _is_crossed(route: Route, routed: RoutedRow) -> bool:
    others = (other for other in routed.routes if other is not route)
    return any(crossings(route, other, routed.routing.grid.stride) for other in others)
