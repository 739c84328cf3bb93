"""The search for levels: a local search whose cost is what the router reaches with them.

Where Sugiyama's method counts crossings between layers by barycentres or medians, here each order
is routed: crossings, bends and lengths are those of the picture. Orders that cannot be better by a
lower bound are left before they are routed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from playbookgen.layout.flowchart.budget import (
    Budget,
    BudgetSpentError,
    row_budget,
    search_operations,
)
from playbookgen.layout.flowchart.ordering.bounds import LowerBounds
from playbookgen.layout.flowchart.ordering.levels import Heights, Levels, Ordering, heights_of
from playbookgen.layout.flowchart.routing.connectors import Connector, RouteStore
from playbookgen.layout.flowchart.routing.foreign_lanes import ForeignLanes
from playbookgen.layout.flowchart.routing.grid import Grid, stride_of
from playbookgen.layout.flowchart.routing.route_costs import Route
from playbookgen.layout.flowchart.routing.router import WORST, Router
from playbookgen.layout.flowchart.routing.untangling import untangle
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape

_LEVEL = 25
"""What a further level costs, as bends and crossings are counted."""
_BENT = 20
"""What it costs that a step of the main line lies beside it."""
_TRIES = 4
_WORK = 2400
"""How many levels are routed at most, for all pairs of connectors together."""
_RETRIES = 40
"""How many levels are routed for the steps whose connectors cross."""
_HOPE = 30
"""How much a trial may cost more than the best in its first round, and still go on: a bend."""
_UNTANGLED = 2_600
"""How much more it may cost before it is untangled: two crossings."""


@dataclass(frozen=True, slots=True)
class Routing:
    """A row's grid with the place of each step, and the route of each connector."""

    grid: Grid
    lanes: tuple[int, ...]
    """How many levels each lane has."""
    routes: tuple[Route, ...]
    operations: int
    """What it cost to find them, whenever that was."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """Levels that are tried, with the routes for them."""

    levels: Levels
    heights: Heights
    router: Router
    fixed_cost: int
    """What the levels themselves cost."""

    @property
    def cost(self) -> int:
        """What the row costs."""
        return self.router.cost + self.fixed_cost


@lru_cache(maxsize=256)
def order_and_route(shape: RowShape, *, is_ample: bool = True) -> Routing:
    """The row with its steps and routes where they cross and turn least. Raises BudgetSpentError.

    Of equal shapes the first is routed, the others are as it was.
    """
    points = 2 * shape.columns * stride_of(shape.lanes)
    search = _Search(shape, row_budget(len(shape.connectors), points))
    first = search.trial(search.ordering.first())
    if first is None:
        raise BudgetSpentError
    search.budget.whole = search_operations(len(shape.connectors), is_ample=is_ample)
    best = search.without_crossings(search.improved(first))
    routes = tuple(best.router.chosen[number] for number in range(len(shape.connectors)))
    return Routing(best.router.grid, best.heights.lanes, routes, search.budget.spent)


class _Search:
    """Levels and routes of one row, getting better."""

    def __init__(self, shape: RowShape, budget: Budget) -> None:
        self.shape = shape
        self.budget = budget
        self.x = tuple(2 * column + 1 for column in shape.column)
        self.ordering = Ordering(shape)
        self.bounds = LowerBounds(shape)
        self.store = RouteStore(shape)
        self.foreign = ForeignLanes(shape)

    def _level_cost(self, levels: Levels, heights: Heights) -> int:
        """What levels cost: how many there are, and steps of the main line beside it."""
        is_main = self.shape.is_main
        bent = sum(level != 0 and main for level, main in zip(levels, is_main, strict=True))
        return _LEVEL * heights.levels + _BENT * bent

    def trial(self, levels: Levels, limit: int | None = None, hope: int = 0) -> _Trial | None:
        """Levels with their routes; None if they cannot cost less than the limit, or hardly."""
        heights = heights_of(self.shape, levels)
        fixed = self._level_cost(levels, heights)
        if limit is not None and fixed + self.bounds.least(heights) >= limit:
            return None
        grid = Grid(self.x, heights.y, self.shape.columns, heights.levels)
        foreign = enumerate(self.foreign.points(heights.lanes))
        connectors = [Connector(self.store, number, grid, points) for number, points in foreign]
        if limit is not None:
            least = sum(connector.least_cost() for connector in connectors)
            if fixed + least >= limit:
                return None
        router = Router(grid, connectors, self.budget)
        is_whole = router.route(WORST if limit is None else limit - fixed + hope)
        return _Trial(levels, heights, router, fixed) if is_whole else None

    def improved(self, best: _Trial) -> _Trial:
        """The row after moves that each make it better, as long as tries last."""
        left = min(_TRIES, _WORK // max(1, len(self.shape.connectors) ** 2))
        is_better = True
        while is_better and left > 0:
            is_better = False
            for levels in self._by_promise(self.ordering.moves(best.levels), best.cost):
                if left <= 0 or self.budget.is_spent:
                    break
                tried = self.trial(levels, best.cost, _HOPE)
                left -= tried is not None
                if tried and tried.cost < best.cost:
                    best, is_better = tried, True
                    break
        return best

    def _by_promise(self, moves: Iterable[Levels], limit: int) -> list[Levels]:
        """The levels that may cost less than a limit, those of the lowest bound first."""
        found = []
        for levels in moves:
            heights = heights_of(self.shape, levels)
            least = self._level_cost(levels, heights) + self.bounds.least(heights)
            if least < limit:
                found.append((least, levels))
        found.sort(key=lambda pair: pair[0])
        return [levels for _, levels in found]

    def without_crossings(self, best: _Trial) -> _Trial:
        """The row after the steps whose connectors cross have tried other levels."""
        untangle(best.router)
        left = _RETRIES
        is_better = True
        while is_better and left > 0:
            is_better = False
            for levels in self.ordering.moves(best.levels, _crossed_steps(best.router)):
                if left <= 0 or self.budget.is_spent:
                    break
                tried = self.trial(levels, best.cost, _UNTANGLED)
                left -= tried is not None
                if tried and self._is_better(tried, best):
                    best, is_better = tried, True
                    break
        return best

    def _is_better(self, tried: _Trial, best: _Trial) -> bool:
        untangle(tried.router)
        return tried.cost < best.cost


def _crossed_steps(router: Router) -> Iterable[int]:
    """The steps whose connectors cross others."""
    return dict.fromkeys(step for step in _ends_of_crossing(router) if step != OUTSIDE)


def _ends_of_crossing(router: Router) -> Iterator[int]:
    for pair in router.near_pairs():
        if router.crosses(*pair):
            for number in pair:
                yield from router.connectors[number].ends
