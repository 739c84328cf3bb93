"""Routing: a route for every connector, by negotiated rip-up and reroute (PathFinder's scheme).

Each connector in turn takes the route that is cheapest beside those of the others, until none
changes. The sum of all costs is kept up to date by what a change alters, never counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbookgen.layout.flowchart.budget import Budget
from playbookgen.layout.flowchart.routing.connectors import Connector
from playbookgen.layout.flowchart.routing.grid import Grid
from playbookgen.layout.flowchart.routing.route_costs import Route, crossings, pair_cost

_ROUNDS = 4
"""How often all connectors may choose again."""
_A_CANDIDATE, _A_PAIR, _A_STRETCH = 20, 10, 150
"""Operations for a candidate, for a pair of routes, and for one that runs together for a while."""
WORST = 1 << 60


class Router:
    """The routes chosen so far in a grid, and what they cost together."""

    __slots__ = (
        "_dirty",
        "_reach",
        "_stride",
        "budget",
        "chosen",
        "connectors",
        "cost",
        "grid",
    )

    def __init__(self, grid: Grid, connectors: Sequence[Connector], budget: Budget) -> None:
        self.grid = grid
        self.connectors = connectors
        self.budget = budget
        self.chosen: dict[int, Route] = {}
        self.cost = 0
        """What all routes cost: each alone, and each beside each other one."""
        self._stride = grid.stride
        self._reach = [0] * len(connectors)
        """The points of all routes that each connector has weighed."""
        self._dirty = [True] * len(connectors)
        """Whether a connector's best route may be another since it chose."""

    def route(self, limit: int = WORST) -> bool:
        """Chooses a route for each connector, and again until no other is better.

        False if it was given up in the first round, since it would hardly cost less than `limit`,
        or since the budget is spent.
        """
        ease = [connector.least_cost() for connector in self.connectors]
        order = sorted(range(len(ease)), key=ease.__getitem__)
        left = sum(ease)
        for number in order:
            self.choose(number)
            left -= ease[number]
            if self.cost + left >= limit or self.budget.is_spent:
                return False
        for _ in range(_ROUNDS - 1):
            changes = [self.choose(number) for number in order if self._dirty[number]]
            if self.budget.is_spent or not any(changes):
                break
        return True

    def choose(self, number: int) -> bool:
        """Takes the cheapest route beside the others; says whether it is another than before."""
        before = self.chosen.pop(number, None)
        connector = self.connectors[number]
        near, occupied = self._near(connector.window)
        routes = connector.routes
        best, least, reach, at = routes[0], WORST, 0, 0
        while at < len(routes) or connector.add_route(least):
            route = routes[at]
            if route.pattern.cost >= least:
                break
            cells = route.cells
            reach |= cells
            cost = self._cost(route, near, least) if cells & occupied else route.cost
            if cost < least:
                best, least = route, cost
            at += 1
        self.budget.spend((at + 1) * (len(near) + _A_CANDIDATE))
        self._reach[number] = reach
        if best is not before:
            self._put(number, best, before)
        else:
            self.chosen[number] = best
        self._dirty[number] = False
        return best is not before

    def _near(self, window: int) -> tuple[list[Route], int]:
        """The routes chosen in some columns of points, and what they take up."""
        near, occupied = [], 0
        for route in self.chosen.values():
            if route.cells & window:
                near.append(route)
                occupied |= route.cells
        return near, occupied

    def _cost(self, route: Route, others: Sequence[Route], limit: int) -> int:
        """What a route costs beside others; stops counting at `limit`."""
        cost, cells = route.cost, route.cells
        for other in others:
            if cost >= limit:
                break
            if cells & other.cells:
                cost += self._pair_cost(route, other)
        return cost

    def _pair_cost(self, route: Route, other: Route) -> int:
        """What two routes cost one another, counted once for each pair."""
        known = route.pair_costs.get(other.number)
        if known is None:
            known = route.pair_costs[other.number] = pair_cost(route, other, self._stride)
            is_shared = route.along & other.along or route.across & other.across
            self.budget.spend(_A_STRETCH if is_shared else _A_PAIR)
        return known

    def put(self, number: int, route: Route) -> None:
        """Gives a connector a route, in the place of the one that it has."""
        self._put(number, route, self.chosen.pop(number, None))

    def _put(self, number: int, route: Route, before: Route | None) -> None:
        self.cost += self._share(route)
        touched = route.cells
        if before:
            self.cost -= self._share(before)
            touched |= before.cells
        self.chosen[number] = route
        for other, reach in enumerate(self._reach):
            if reach & touched:
                self._dirty[other] = True

    def _share(self, route: Route) -> int:
        """What a route adds to the cost of all: alone, and beside each other one for both."""
        cells, pairs = route.cells, 0
        for other in self.chosen.values():
            if cells & other.cells:
                pairs += self._pair_cost(route, other)
        return route.cost + 2 * pairs

    def restore(self, routes: Mapping[int, Route], cost: int) -> None:
        """Goes back to routes that were chosen before, and their cost."""
        self.chosen = dict(routes)
        self.cost = cost

    def touching(self, points: int) -> list[int]:
        """The connectors whose routes share one of these points."""
        return sorted(number for number, route in self.chosen.items() if route.cells & points)

    def near_pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs of connectors whose routes share a point."""
        chosen = sorted(self.chosen.items())
        for at, (number, route) in enumerate(chosen):
            cells = route.cells
            yield from ((number, other) for other, near in chosen[at + 1 :] if cells & near.cells)

    def crosses(self, one: int, other: int) -> bool:
        """Whether two connectors cross."""
        return crossings(self.chosen[one], self.chosen[other], self._stride) > 0
