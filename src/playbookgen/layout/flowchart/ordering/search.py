"""The search for levels: a local search whose cost is what the router reaches with them.

Where Sugiyama's method counts crossings between layers by barycentres or medians, here each order
is routed: crossings, bends and lengths are those of the picture. Orders that cannot be better by a
lower bound are left before they are routed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from playbookgen.layout.boxes import CIRCLES
from playbookgen.layout.flowchart.budget import Budget
from playbookgen.layout.flowchart.ordering.levels import Levels, first_levels, grid_of, moves
from playbookgen.layout.flowchart.routing.connectors import Connector, Terms
from playbookgen.layout.flowchart.routing.grid import Grid, Side
from playbookgen.layout.flowchart.routing.route_costs import Route
from playbookgen.layout.flowchart.routing.router import Router
from playbookgen.layout.flowchart.routing.untangling import untangle
from playbookgen.layout.flowchart.rows.row import Row
from playbookgen.model.diagram import SHAPE_BY_KIND, EdgeKind, Shape

_LEVEL = 25
"""What a further level costs, as bends and crossings are counted."""
_BENT = 20
"""What it costs that a step of the main line lies beside it."""
_TRIES = 24
_WORK = 1200
"""How many tries there are for levels, for all pairs of connectors together."""
_RETRIES = 40
"""How many tries there are for the steps whose connectors cross."""


@dataclass(frozen=True, slots=True)
class RoutedRow:
    """A row with the place of each step and the route of each connector."""

    row: Row
    grid: Grid
    lanes: tuple[int, ...]
    """How many levels each lane has."""
    routes: Mapping[int, Route]
    ends: Mapping[int, tuple[str, str]]

    @property
    def leaving(self) -> int:
        """The number of the connector on to the next row."""
        return len(self.row.connections)

    @property
    def arriving(self) -> int:
        """The number of the connector in from the row before."""
        return len(self.row.connections) + (self.row.leaving is not None)

    @property
    def labels(self) -> Mapping[int, str]:
        """The labels of the connectors that leave steps of the row."""
        labels = {number: link.edge.label for number, link in enumerate(self.row.connections)}
        if self.row.leaving:
            labels[self.leaving] = self.row.leaving.label
        return labels


def order_and_route(row: Row, budget: Budget) -> RoutedRow:
    """The row with its steps and routes where they cross and turn least."""
    return _Search(row, budget).best()


class _Search:
    """Levels and routes of one row, getting better."""

    def __init__(self, row: Row, budget: Budget) -> None:
        self.row = row
        self.budget = budget
        pointed = frozenset(
            node.ref for node in row.nodes if SHAPE_BY_KIND[node.kind] in CIRCLES | {Shape.DIAMOND}
        )
        # Circles have their captions below.
        closed = frozenset(
            (node.ref, Side.BOTTOM) for node in row.nodes if SHAPE_BY_KIND[node.kind] in CIRCLES
        )
        self.terms = Terms(pointed, closed)
        self.ends = [
            *((link.source, link.target) for link in row.connections),
            *([(row.leaving.source, "")] if row.leaving else []),
            *([("", row.arriving.target)] if row.arriving else []),
        ]
        self.loops = {
            number for number, link in enumerate(row.connections) if link.edge.kind is EdgeKind.LOOP
        }

    def best(self) -> RoutedRow:
        """The row as the search leaves it."""
        levels = self._improved(first_levels(self.row.slots))
        levels, router = self._untangled(levels)
        _, heights = grid_of(self.row.slots, levels)
        return RoutedRow(self.row, router.grid, heights, router.chosen, dict(enumerate(self.ends)))

    def _routed(self, levels: Levels) -> Router:
        grid, _ = grid_of(self.row.slots, levels)
        connectors = [
            Connector(ends, grid, self.terms, is_loop=number in self.loops)
            for number, ends in enumerate(self.ends)
        ]
        router = Router(grid, connectors, self.budget)
        router.route()
        return router

    def _settled(self, levels: Levels) -> Router:
        router = self._routed(levels)
        untangle(router)
        return router

    def _cost(self, levels: Levels, router: Router) -> int:
        """What a row costs with its steps on these levels."""
        bent = sum(levels[ref] != 0 for ref in self.row.slots.main_line)
        return router.cost + _LEVEL * router.grid.levels + _BENT * bent

    def _improved(self, levels: Levels) -> Levels:
        """The levels after moves that each make the row better, as long as tries last."""
        left = max(0, min(_TRIES, _WORK // max(1, len(self.row.connections) ** 2)))
        least = self._cost(levels, self._routed(levels))
        is_better = True
        while is_better and left > 0:
            is_better = False
            for tried in moves(self.row.slots, levels, levels):
                if left <= 0 or self.budget.is_spent:
                    break
                left -= 1
                cost = self._cost(tried, self._routed(tried))
                if cost < least:
                    levels, least, is_better = tried, cost, True
                    break
        return levels

    def _untangled(self, levels: Levels) -> tuple[Levels, Router]:
        """The row after the steps whose connectors cross have tried other levels."""
        best, left = self._settled(levels), _RETRIES
        while left > 0 and not self.budget.is_spent:
            cost = self._cost(levels, best)
            for tried in islice(moves(self.row.slots, levels, _crossed(best)), left):
                left = 0 if self.budget.is_spent else left - 1
                router = self._settled(tried)
                if self._cost(tried, router) < cost:
                    levels, best = tried, router
                    break
            else:
                break
        return levels, best


def _crossed(router: Router) -> list[str]:
    """The steps whose connectors cross others."""
    pairs = [pair for pair in router.near_pairs() if router.crosses(*pair)]
    ends = (end for pair in pairs for number in pair for end in router.connectors[number].ends)
    return [ref for ref in dict.fromkeys(ends) if ref]
