"""Connectors to be routed: their ends, and the routes that are free for them in a grid."""

from __future__ import annotations

from typing import NamedTuple

from playbookgen.layout.flowchart.routing.candidate_routes import (
    CandidateRoutes,
    most_between,
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
FOREIGN, _FURTHER = 300, 10
"""What it costs to run along the lane of others, and each step of the grid in it."""
_LEAVES_AGAINST_HABIT, _ENTERS_AGAINST_HABIT = 6, 3


class RouteStore:
    """The routes of a row's connectors, each made once for all its grids of one stride."""

    def __init__(self, shape: RowShape) -> None:
        self.shape = shape
        self._known: dict[tuple[int, int, int, int, int], Route] = {}

    def route(self, number: int, pattern: Pattern, shift: int, stride: int, foreign: int) -> Route:
        """The route of a connector by a pattern that lies `shift` bits further on.

        `foreign` are the points of lanes along which it should not run.
        """
        along = (pattern.along << shift & foreign).bit_count() if foreign else 0
        key = (number, pattern.number, shift, stride, along)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._made(number, pattern, shift, along)
        return known

    def _made(self, number: int, pattern: Pattern, shift: int, along: int) -> Route:
        shape = self.shape
        source, target = shape.connectors[number]
        begins = ends = NO_PORT
        cost, fixed = pattern.cost + (FOREIGN + _FURTHER * along if along else 0), 0
        habit = _AGAINST_HABIT[number in shape.loops]
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
        return Route(pattern, shift, cost, (begins, ends, fixed), along)

    def _closed(self, step: int, side: Side) -> int:
        """What it costs to meet a step on its caption."""
        return NEVER if side is Side.BOTTOM and step in self.shape.captioned else 0


class Connector:
    """A connector in a grid, with its free routes, cheapest patterns first."""

    __slots__ = (
        "_area",
        "_candidates",
        "_foreign",
        "_grid",
        "_next",
        "_number",
        "_store",
        "ends",
        "routes",
        "window",
    )

    def __init__(self, store: RouteStore, number: int, grid: Grid, foreign: int) -> None:
        self.ends = store.shape.connectors[number]
        """The steps at both ends."""
        self.routes: list[Route] = []
        """Its routes that pass no step, as far as they were asked for."""
        self._store = store
        self._number = number
        self._grid = grid
        self._foreign = foreign
        """The points of lanes in which it neither begins nor ends."""
        self._candidates, self._area = _candidates(self.ends, grid)
        self._next = 0
        area, stride = self._area, grid.stride
        self.window = (1 << (area.right + 1) * stride) - (1 << area.left * stride)
        """The columns of points that its routes may lie in."""

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

    def add_route(self, limit: int = NEVER) -> bool:
        """Adds the next free route; whether there was one whose pattern costs less than a limit."""
        area, stride, taken = self._area, self._grid.stride, self._grid.taken
        most = min(area.most, limit - 1)
        base = area.left * stride + area.y + 1
        made = self._candidates.made
        while self._next < len(made) or self._candidates.make():
            pattern = made[self._next]
            if pattern.cost > most:
                break
            self._next += 1
            if area.top <= pattern.top and pattern.low <= area.low:
                shift = base + pattern.top
                if not pattern.cells:
                    pattern.draw(self._candidates.stride)
                if not pattern.passed & taken >> shift:
                    self.routes.append(
                        self._store.route(self._number, pattern, shift, stride, self._foreign)
                    )
                    return True
        return False


class _Area(NamedTuple):
    """Where the routes of a connector may lie in a grid."""

    left: int
    """The first column of points, from which patterns are counted."""
    right: int
    y: int
    """The height from which patterns are counted."""
    top: int
    """The least y, counted from there."""
    low: int
    most: int
    """What no such route costs more."""


def _candidates(ends: tuple[int, int], grid: Grid) -> tuple[CandidateRoutes, _Area]:
    """The patterns of a connector, and where they may lie."""
    source, target = ends
    stride, bottom = grid.stride, grid.bottom
    step = target if source == OUTSIDE else source
    x, y = grid.x[step], grid.y[step]
    if target == OUTSIDE:
        routes = routes_out(grid.right - x, y, bottom - y, stride)
        return routes, _Area(x - 1, grid.right, y, -y, bottom - y + 1, NEVER)
    if source == OUTSIDE:
        routes = routes_in(x, y, bottom - y, stride)
        return routes, _Area(0, x, y, -y - 1, bottom - y, NEVER)
    to_x, to_y = grid.x[target], grid.y[target]
    away = max(min(y, to_y), bottom - max(y, to_y))
    most = most_between(to_x - x, to_y - y, away)
    left, right = min(x, to_x) - 1, max(x, to_x) + 1
    routes = routes_between(to_x - x, to_y - y, stride)
    return routes, _Area(left, right, y, -y, bottom - y, most)
