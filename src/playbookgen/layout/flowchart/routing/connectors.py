"""Connectors to be routed: their ends, and the routes that are free for them in a grid."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.layout.flowchart.routing.candidate_routes import (
    CandidateRoutes,
    routes_between,
    routes_in,
    routes_out,
)
from playbookgen.layout.flowchart.routing.grid import Grid, Side
from playbookgen.layout.flowchart.routing.patterns import Pattern
from playbookgen.layout.flowchart.routing.route_costs import NEVER, Route

_HABIT = {True: Side.BOTTOM, False: Side.TOP}
"""The side that a loop does not leave by, and the one that a way onwards does not: by habit loops
run above, other connectors below."""
_LEAVES_AGAINST_HABIT, _ENTERS_AGAINST_HABIT = 6, 3


class Terms:
    """What routes keep to: which steps are met at corners alone, which sides are closed."""

    __slots__ = ("closed", "pointed")

    def __init__(self, pointed: frozenset[str], closed: frozenset[tuple[str, Side]]) -> None:
        self.pointed = pointed
        self.closed = closed


class Connector:
    """A connector in a grid, with its free routes, cheapest patterns first."""

    __slots__ = ("_candidates", "_grid", "_next", "_routes", "_shift", "_terms", "ends", "is_loop")

    def __init__(
        self,
        ends: tuple[str, str],
        grid: Grid,
        terms: Terms,
        *,
        is_loop: bool = False,
    ) -> None:
        self.ends = ends
        """The steps at both ends; empty beyond the row."""
        self.is_loop = is_loop
        self._grid = grid
        self._terms = terms
        self._candidates, origin = _candidates(ends, grid)
        self._shift = origin * grid.stride
        self._routes: list[Route] = []
        self._next = 0

    def routes(self) -> Iterator[Route]:
        """All routes that pass no other step."""
        at = 0
        while at < len(self._routes) or self._make():
            yield self._routes[at]
            at += 1

    def _make(self) -> bool:
        """Adds the next free route; whether there was one."""
        taken = self._grid.taken >> self._shift
        while pattern := self._candidates.at(self._next):
            self._next += 1
            if not pattern.passed & taken:
                cost = pattern.cost + self._side_cost(pattern)
                self._routes.append(
                    Route(pattern, cost, self._shift, self.ends, self._terms.pointed)
                )
                return True
        return False

    def _side_cost(self, pattern: Pattern) -> int:
        """What it costs to meet closed sides, and a habit: back above, ahead below."""
        closed = self._terms.closed
        source, target = self.ends
        cost = 0
        if (source, pattern.leaves) in closed or (target, pattern.enters) in closed:
            cost = NEVER
        habit = _HABIT[self.is_loop]
        if pattern.leaves is habit:
            cost += _LEAVES_AGAINST_HABIT
        if pattern.enters is habit:
            cost += _ENTERS_AGAINST_HABIT
        return cost


def _candidates(ends: tuple[str, str], grid: Grid) -> tuple[CandidateRoutes, int]:
    """The patterns of a connector, and the column of points that they are counted from."""
    source, target = ends
    if not target:
        x, y = grid.points[source]
        return routes_out(grid.right - x, y, grid.levels), x - 1
    if not source:
        x, y = grid.points[target]
        return routes_in(x, y, grid.levels), 0
    x, y = grid.points[source]
    to_x, to_y = grid.points[target]
    return routes_between(to_x - x, y, to_y, grid.levels), min(x, to_x) - 1
