"""Routes: on which sides each connector leaves and enters, and through which channels it goes.

A channel lies above each row of the grid and below the last; a gap lies left of each column and
right of the last. Connectors run in channels and gaps alone, and so never through a step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.grid import Cell, Grid
from playbookgen.model.diagram import Edge, EdgeKind, Shape


class Side(Enum):
    """A side of a step."""

    LEFT = auto()
    RIGHT = auto()
    TOP = auto()
    BOTTOM = auto()


class Way(Enum):
    """The courses that a connector can take."""

    STRAIGHT = auto()
    """To the next step of the row."""
    WRAP = auto()
    """From the end of a row to the start of the next."""
    BRIDGE = auto()
    """Within a row, above or below the steps between."""
    DROP = auto()
    """Straight down to the step below."""
    CROSS = auto()
    """To the next row, by one channel."""
    DETOUR = auto()
    """To any row, by a channel, a gap and a channel."""


@dataclass(frozen=True, slots=True)
class Route:
    """The course of one connector."""

    edge: Edge
    source: Cell
    target: Cell
    way: Way
    leaves: Side
    enters: Side
    gap: int = 0
    """The gap that a detour goes through."""

    @property
    def out_channel(self) -> int:
        """The channel at the side that it leaves by."""
        return self.source.row + (self.leaves is Side.BOTTOM)

    @property
    def in_channel(self) -> int:
        """The channel at the side that it enters by."""
        return self.target.row + (self.enters is Side.BOTTOM)


End = tuple[str, Side]
Ports = Mapping[End, Sequence[tuple[int, bool]]]
"""For a side of a step: the edges there by their index, and whether each leaves."""


def routes_of(edges: Sequence[Edge], grid: Grid, boxes: Mapping[str, Box]) -> list[Route]:
    """The routes of all edges, in their order."""
    return _Router(edges, grid, boxes).routes()


def ports_of(routes: Sequence[Route]) -> Ports:
    """Which edges meet at which sides."""
    ports: dict[End, list[tuple[int, bool]]] = defaultdict(list)
    for index, route in enumerate(routes):
        ports[route.edge.source, route.leaves].append((index, True))
        ports[route.edge.target, route.enters].append((index, False))
    return ports


class _Router:
    """Chooses sides first, since how a side is used decides which courses are free."""

    def __init__(self, edges: Sequence[Edge], grid: Grid, boxes: Mapping[str, Box]) -> None:
        self.edges = edges
        self.grid = grid
        self.boxes = boxes
        self.sides: dict[int, tuple[Side, Side]] = {}
        self.ways: dict[int, Way] = {}
        self.use: dict[End, list[tuple[int, bool]]] = defaultdict(list)
        order = grid.spine.order
        self.next_in_line = dict(pairwise(order))

    def routes(self) -> list[Route]:
        for index in range(len(self.edges)):
            self._along_the_line(index)
        for index in range(len(self.edges)):
            self._between_rows(index)
        for index in range(len(self.edges)):
            self._within_a_row(index)
        return [self._route(index) for index in range(len(self.edges))]

    def _ends(self, index: int) -> tuple[Cell, Cell]:
        edge = self.edges[index]
        return self.grid.cells[edge.source], self.grid.cells[edge.target]

    def _take(self, index: int, leaves: Side, enters: Side) -> None:
        edge = self.edges[index]
        self.sides[index] = (leaves, enters)
        self.use[edge.source, leaves].append((index, True))
        self.use[edge.target, enters].append((index, False))

    def _along_the_line(self, index: int) -> None:
        """Straight to the next step, where no other edge does the same."""
        edge = self.edges[index]
        if self.next_in_line.get(edge.source) != edge.target:
            return
        if self.use[edge.source, Side.RIGHT] or self.use[edge.target, Side.LEFT]:
            return
        source, target = self._ends(index)
        self._take(index, Side.RIGHT, Side.LEFT)
        self.ways[index] = Way.STRAIGHT if source.row == target.row else Way.WRAP

    def _between_rows(self, index: int) -> None:
        source, target = self._ends(index)
        if index in self.sides or source.row == target.row:
            return
        down = source.row < target.row
        leaves, enters = (Side.BOTTOM, Side.TOP) if down else (Side.TOP, Side.BOTTOM)
        edge = self.edges[index]
        self._take(index, self._free(edge.source, leaves), self._free(edge.target, enters))

    def _free(self, ref: str, side: Side) -> Side:
        """The side itself; the top of a circle, which has its caption below."""
        return Side.TOP if self.boxes[ref].shape in CIRCLES else side

    def _within_a_row(self, index: int) -> None:
        if index in self.sides:
            return
        edge = self.edges[index]
        circles = any(self.boxes[ref].shape in CIRCLES for ref in (edge.source, edge.target))
        sides = (Side.TOP,) if circles else (Side.TOP, Side.BOTTOM)
        best = min(sides, key=lambda side: self._cost(index, side))
        self._take(index, best, best)
        self.ways[index] = Way.BRIDGE

    def _cost(self, index: int, side: Side) -> float:
        """Ways back go above, skips below; both avoid sides and steps in use."""
        edge = self.edges[index]
        source, target = self._ends(index)
        habit = Side.TOP if edge.kind is EdgeKind.LOOP or target < source else Side.BOTTOM
        crowd = self._crowd(edge.source, side, leaves=True)
        crowd += self._crowd(edge.target, side, leaves=False)
        between = range(min(source.column, target.column) + 1, max(source.column, target.column))
        below = source.row + 1
        crossed = sum(Cell(below, column) in self.grid.at for column in between)
        return crowd + (0 if side is habit else 1.5) + (crossed if side is Side.BOTTOM else 0)

    def _crowd(self, ref: str, side: Side, *, leaves: bool) -> float:
        """How much an edge would disturb those that meet at a side already."""
        return sum(1.0 if other is leaves else 3.0 for _, other in self.use[ref, side])

    def _route(self, index: int) -> Route:
        source, target = self._ends(index)
        leaves, enters = self.sides[index]
        way = self.ways.get(index) or self._row_change(index)
        route = Route(self.edges[index], source, target, way, leaves, enters)
        if way is not Way.DETOUR:
            return route
        return Route(self.edges[index], source, target, way, leaves, enters, self._gap(route))

    def _row_change(self, index: int) -> Way:
        source, target = self._ends(index)
        leaves, enters = self.sides[index]
        if leaves is enters or abs(source.row - target.row) != 1:
            return Way.DETOUR
        if source.column == target.column:
            return Way.DROP if self._alone(index) else Way.DETOUR
        facing = (
            (Cell(target.row, source.column), enters),
            (Cell(source.row, target.column), leaves),
        )
        is_free = all(
            self._leaves_room(index, self.grid.at.get(cell, ""), side) for cell, side in facing
        )
        return Way.CROSS if is_free else Way.DETOUR

    def _leaves_room(self, index: int, ref: str, side: Side) -> bool:
        """Whether a side has no port that an edge opposite could run into; a fork's twig may."""
        uses = self.use[ref, side]
        if len(uses) != 1 or uses[0][1]:
            return not uses
        twig, edge = self.edges[uses[0][0]], self.edges[index]
        return twig.source == edge.source and is_central(
            self.boxes[edge.source], self.use[edge.source, self.sides[index][0]]
        )

    def _alone(self, index: int) -> bool:
        """Whether both ends of an edge lie in the middle of their sides."""
        edge = self.edges[index]
        leaves, enters = self.sides[index]
        ends = ((edge.source, leaves), (edge.target, enters))
        return all(is_central(self.boxes[ref], self.use[ref, side]) for ref, side in ends)

    def _gap(self, route: Route) -> int:
        """The gap with the shortest way, and with few connectors to cross."""
        return min(range(self.grid.columns + 1), key=lambda gap: (self._gap_cost(route, gap), gap))

    def _gap_cost(self, route: Route, gap: int) -> float:
        middle = gap - 0.5
        length = abs(route.source.column - middle) + abs(route.target.column - middle)
        rows = range(*sorted((route.out_channel, route.in_channel)))
        crossed = sum(
            Cell(row, gap - 1) in self.grid.at and Cell(row, gap) in self.grid.at for row in rows
        )
        return length + 0.6 * crossed


def is_central(box: Box, uses: Sequence[tuple[int, bool]]) -> bool:
    """Whether all edges at a side meet in its middle, as at the corner of a diamond."""
    pointed = box.shape is Shape.DIAMOND or box.shape in CIRCLES
    return len(uses) == 1 or (pointed and len({leaves for _, leaves in uses}) == 1)
