"""Composing: levels and ways for one row, the same for every width of its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.effort import Effort
from playbookgen.layout.flowchart.lattice import Grid, Side
from playbookgen.layout.flowchart.levels import Levels, first_levels, grid_of, improved, moves
from playbookgen.layout.flowchart.plan import Plan, plan_of
from playbookgen.layout.flowchart.routing import Line, Routing
from playbookgen.layout.flowchart.rows import Row
from playbookgen.layout.flowchart.ways import Way, ways, ways_in, ways_out
from playbookgen.model.diagram import SHAPE_BY_KIND, EdgeKind, Node, Shape

_LEVEL = 2.5
"""What a further level costs, as bends and crossings are counted."""
_BENT = 2.0
"""What it costs that a step of the main line lies beside it."""
_TRIES = 24
_WORK = 1200
"""How many tries there are for levels, for all pairs of connectors together."""
_RETRIES = 40
"""How many tries there are for the steps whose connectors cross."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A row with the place of each step and the way of each connector."""

    row: Row
    grid: Grid
    lanes: tuple[int, ...]
    ways: Mapping[int, Way]
    ends: Mapping[int, tuple[str, str]]

    @property
    def leaving(self) -> int:
        """The number of the way on to the next row."""
        return len(self.row.links)

    @property
    def arriving(self) -> int:
        """The number of the way in from the row before."""
        return len(self.row.links) + (self.row.leaving is not None)

    def plan(self, boxes: Mapping[str, Box]) -> Plan:
        """The plan of the row with boxes of some width."""
        labels = {number: link.edge.label for number, link in enumerate(self.row.links)}
        if self.row.leaving:
            labels[self.leaving] = self.row.leaving.label
        own = {node.ref: boxes[node.ref] for node in self.row.nodes}
        return plan_of(self.grid, self.lanes, own, self.ways, self.ends, labels)


def composition_of(row: Row, effort: Effort) -> Composition:
    """The row with its steps and ways where they cross and turn least."""
    tries = max(0, min(_TRIES, _WORK // max(1, len(row.links) ** 2)))
    levels = improved(
        row.columns,
        first_levels(row.columns),
        lambda tried: _cost(row, tried, _routed(row, tried, effort)),
        tries=tries,
        is_spent=lambda: effort.is_spent,
    )
    levels, routing = _untangled(row, levels, effort)
    _, heights = grid_of(row.columns, levels)
    ends = {number: (line.source, line.target) for number, line in enumerate(routing.lines)}
    return Composition(row, routing.grid, heights, routing.chosen, ends)


def _cost(row: Row, levels: Levels, routing: Routing) -> float:
    """What a row costs with its steps on these levels."""
    bent = sum(levels[ref] != 0 for ref in row.columns.main)
    return routing.cost() + _LEVEL * routing.grid.levels + _BENT * bent


def _untangled(row: Row, levels: Levels, effort: Effort) -> tuple[Levels, Routing]:
    """The row after the steps whose lines cross have tried other levels."""
    best, least, left = levels, _settled(row, levels, effort), _RETRIES
    while left > 0 and not effort.is_spent:
        cost = _cost(row, best, least)
        for tried in islice(moves(row.columns, best, _crossed(least)), left):
            left = 0 if effort.is_spent else left - 1
            routing = _settled(row, tried, effort)
            if _cost(row, tried, routing) < cost - 1e-6:
                best, least = tried, routing
                break
        else:
            break
    return best, least


def _settled(row: Row, levels: Levels, effort: Effort) -> Routing:
    routing = _routed(row, levels, effort)
    routing.untangle()
    return routing


def _crossed(routing: Routing) -> list[str]:
    """The steps whose lines cross others."""
    pairs = routing.crossed()
    lines = [routing.lines[number] for pair in pairs for number in pair]
    return [ref for ref in dict.fromkeys(end for line in lines for end in line.ends) if ref]


def _routed(row: Row, levels: Levels, effort: Effort) -> Routing:
    grid, _ = grid_of(row.columns, levels)
    pointed = frozenset(node.ref for node in row.nodes if _is_pointed(node))
    # Circles have their captions below.
    closed = frozenset((node.ref, Side.BOTTOM) for node in row.nodes if _is_circle(node))
    routing = Routing(grid, _lines(row, grid), pointed, closed, effort)
    routing.route()
    return routing


def _lines(row: Row, grid: Grid) -> list[Line]:
    spots = grid.spots
    lines = [
        Line(
            link.source,
            link.target,
            ways(grid, spots[link.source], spots[link.target]),
            link.edge.kind is EdgeKind.LOOP,
        )
        for link in row.links
    ]
    if row.leaving:
        source = row.leaving.source
        lines.append(Line(source, "", ways_out(grid, spots[source])))
    if row.arriving:
        target = row.arriving.target
        lines.append(Line("", target, ways_in(grid, spots[target])))
    return lines


def _is_circle(node: Node) -> bool:
    return SHAPE_BY_KIND[node.kind] in CIRCLES


def _is_pointed(node: Node) -> bool:
    return _is_circle(node) or SHAPE_BY_KIND[node.kind] is Shape.DIAMOND
