"""Connectors to be routed: their ends, and the routes that are free for them in a grid."""

from __future__ import annotations

from playbookgen.layout.flowchart.routing.candidate_routes import (
    CandidateRoutes,
    routes_between,
    routes_in,
    routes_out,
)
from playbookgen.layout.flowchart.routing.grid import Grid, Side
from playbookgen.layout.flowchart.routing.patterns import Pattern
from playbookgen.layout.flowchart.routing.route_costs import NEVER, NO_PORT, Route, port
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape

_AGAINST_HABIT = {True: Side.BOTTOM, False: Side.TOP}
"""By habit loops run above, other connectors below: the sides that they do not take."""
_LEAVES_AGAINST_HABIT, _ENTERS_AGAINST_HABIT = 6, 3


class Connector:
    """A connector in a grid, with its free routes, cheapest patterns first."""

    __slots__ = ("_candidates", "_grid", "_is_loop", "_next", "_shape", "_shift", "ends", "routes")

    def __init__(self, shape: RowShape, number: int, grid: Grid) -> None:
        self.ends = shape.connectors[number]
        """The steps at both ends."""
        self.routes: list[Route] = []
        """Its routes that pass no step, as far as they were asked for."""
        self._shape = shape
        self._is_loop = number in shape.loops
        self._grid = grid
        self._candidates, origin = _candidates(self.ends, grid)
        self._shift = origin * grid.stride
        self._next = 0

    def least_cost(self) -> int:
        """The cost of its cheapest pattern that is free."""
        if not self.routes:
            self.add_route()
        return self.routes[0].pattern.cost

    def all_routes(self) -> list[Route]:
        """All its routes that pass no step."""
        while self.add_route():
            pass
        return self.routes

    def add_route(self) -> bool:
        """Adds the next free route; whether there was one."""
        taken = self._grid.taken >> self._shift
        while pattern := self._candidates.at(self._next):
            self._next += 1
            if not pattern.passed & taken:
                self.routes.append(self._route(pattern))
                return True
        return False

    def _route(self, pattern: Pattern) -> Route:
        shape = self._shape
        source, target = self.ends
        begins = ends = NO_PORT
        cost, fixed = pattern.cost, 0
        habit = _AGAINST_HABIT[self._is_loop]
        if source != OUTSIDE:
            is_pointed = source in shape.pointed
            begins = port(source, pattern.leaves, is_pointed=is_pointed)
            fixed = pattern.near_source if is_pointed else 0
            cost += _LEAVES_AGAINST_HABIT if pattern.leaves is habit else 0
            cost += self._closed(source, pattern.leaves)
        if target != OUTSIDE:
            is_pointed = target in shape.pointed
            ends = port(target, pattern.enters, is_pointed=is_pointed)
            fixed |= pattern.near_target if is_pointed else 0
            cost += _ENTERS_AGAINST_HABIT if pattern.enters is habit else 0
            cost += self._closed(target, pattern.enters)
        return Route(pattern, self._shift, cost, (begins, ends, fixed))

    def _closed(self, step: int, side: Side) -> int:
        """What it costs to meet a step on its caption."""
        return NEVER if side is Side.BOTTOM and step in self._shape.captioned else 0


def _candidates(ends: tuple[int, int], grid: Grid) -> tuple[CandidateRoutes, int]:
    """The patterns of a connector, and the column of points that they are counted from."""
    source, target = ends
    if target == OUTSIDE:
        x = grid.x[source]
        return routes_out(grid.right - x, grid.y[source], grid.levels), x - 1
    if source == OUTSIDE:
        return routes_in(grid.x[target], grid.y[target], grid.levels), 0
    x, to_x = grid.x[source], grid.x[target]
    return routes_between(to_x - x, grid.y[source], grid.y[target], grid.levels), min(x, to_x) - 1
