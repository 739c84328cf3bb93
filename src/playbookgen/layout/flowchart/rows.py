"""Rows: where a chart is broken to fit a page, and the links that lead from row to row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from playbookgen.layout.flowchart.columns import HANGING, is_straight
from playbookgen.layout.flowchart.levels import Columns
from playbookgen.layout.flowchart.order import Order
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind

_HELD = 14.0
"""What it costs to part a step from its decision, in connectors that become links."""
_ROW = 6.0
"""What it costs to have a further row."""
_UNEVEN = 3.0
"""What it costs that a row is twice as wide as its fair share, or empty."""


@dataclass(frozen=True, slots=True)
class Link:
    """A connector within a row: one of the chart, or from a step to a link."""

    edge: Edge
    source: str
    target: str


@dataclass(frozen=True)
class Row:
    """The steps of some columns, and the connectors that begin or end at them."""

    nodes: tuple[Node, ...]
    columns: Columns
    links: tuple[Link, ...]
    arriving: Edge | None
    """The way in from the row before."""
    leaving: Edge | None
    """The way on to the row after."""

    @cached_property
    def node(self) -> Mapping[str, Node]:
        """The nodes by ref."""
        return {node.ref: node for node in self.nodes}


def breaks_of(
    order: Order, edges: Sequence[Edge], widths: Sequence[float], limit: float
) -> list[int]:
    """The first column of each row: few rows, steps with their decisions, few connectors across."""
    count = len(widths)
    cuts = [_cut(order, edges, at) for at in range(count + 1)]
    fair = sum(widths) / max(1.0, -(-sum(widths) // limit))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        choices = []
        for start in range(end):
            width = sum(widths[start:end])
            if width > limit and start < end - 1:
                continue
            uneven = _UNEVEN * ((width - fair) / fair) ** 2
            choices.append((best[start][0] + _ROW + cuts[end] + uneven, start))
        best.append(min(choices))
    starts: list[int] = []
    at = count
    while at > 0:
        at = best[at][1]
        starts.append(at)
    return starts[::-1] or [0]


def _cut(order: Order, edges: Sequence[Edge], at: int) -> float:
    """What it costs to break before a column."""
    cost = 0.0
    for edge in edges:
        first, last = sorted((order.column[edge.source], order.column[edge.target]))
        if first < at <= last:
            cost += 1.0
            if edge.source in order.main and edge.target in order.main and last == first + 1:
                cost -= 1.0
            if last == first + 1 and edge.target.endswith(".decision"):
                cost += _HELD
    return cost


def rows_of(
    chart: Flowchart,
    order: Order,
    lanes: Mapping[str, int],
    starts: Sequence[int],
) -> list[Row]:
    """The rows of a chart whose columns are broken before `starts`."""
    row_of = {
        ref: sum(column >= start for start in starts) - 1 for ref, column in order.column.items()
    }
    across = dict(_main_ways(chart, order, row_of))
    bounds = [*starts, order.columns]
    return [
        _Making(chart, order, lanes, row_of, across, at, bounds[at]).row()
        for at in range(len(starts))
    ]


def _main_ways(
    chart: Flowchart, order: Order, row_of: Mapping[str, int]
) -> Iterator[tuple[int, Edge]]:
    """For each row the one way on that is drawn as a line into the next row."""
    found: dict[int, list[tuple[bool, int, Edge]]] = defaultdict(list)
    for number, edge in enumerate(chart.edges):
        row = row_of[edge.source]
        is_next = order.column[edge.target] == order.column[edge.source] + 1
        if is_next and row_of[edge.target] == row + 1 and edge.kind is not EdgeKind.LOOP:
            is_side = not (edge.source in order.main and edge.target in order.main)
            found[row].append((is_side, number, edge))
    for row, edges in found.items():
        yield row, min(edges, key=lambda choice: choice[:2])[2]


@dataclass(frozen=True, slots=True)
class _Making:
    """One row in the making."""

    chart: Flowchart
    order: Order
    lanes: Mapping[str, int]
    row_of: Mapping[str, int]
    across: Mapping[int, Edge]
    at: int
    start: int

    def row(self) -> Row:
        """The row with its links."""
        leaving, arriving = self.across.get(self.at), self.across.get(self.at - 1)
        inner = [edge for edge in self.chart.edges if self._here(edge.source)]
        links = [self._link(edge) for edge in inner if edge not in (leaving, arriving)]
        nodes = [node for node in self.chart.nodes if self._here(node.ref)]
        pills = {link.target: link for link in links if link.target != link.edge.target}
        shown = tuple(self._with_pills(nodes, pills))
        columns = self._columns(shown, links, pills)
        return Row(shown, columns, tuple(links), arriving, leaving)

    def _here(self, ref: str) -> bool:
        return self.row_of[ref] == self.at

    def _link(self, edge: Edge) -> Link:
        here = self._here(edge.target)
        return Link(edge, edge.source, edge.target if here else f"{edge.ref}.to")

    def _with_pills(self, nodes: Sequence[Node], pills: Mapping[str, Link]) -> Iterator[Node]:
        known = {node.ref: node for node in self.chart.nodes}
        for node in nodes:
            yield node
            for ref, link in pills.items():
                if link.source == node.ref:
                    goal = self._goal(known, link.edge.target)
                    words = f"→\u00a0{goal.label}" if goal.label else "→"
                    yield Node(ref, NodeKind.LINK, words, target=goal.target, lane=node.lane)

    def _goal(self, known: Mapping[str, Node], ref: str) -> Node:
        """The step itself, or the one before a decision that says nothing."""
        if known[ref].label:
            return known[ref]
        before = (known[edge.source] for edge in self.chart.edges if edge.target == ref)
        return next((node for node in before if node.label), known[ref])

    def _columns(
        self, nodes: Sequence[Node], links: Sequence[Link], pills: Mapping[str, Link]
    ) -> Columns:
        refs = [node.ref for node in nodes]
        hosts = {ref: host for ref, host in self.order.hanging.items() if ref in refs}
        hosts |= {ref: link.source for ref, link in pills.items()}
        column = {ref: self.order.column[ref] - self.start for ref in refs if ref not in hosts}
        lane = {ref: self.lanes[hosts.get(ref, ref)] for ref in refs}
        hanging: dict[str, str] = {}
        pairs = [(link.source, link.target) for link in links]
        handing = [source for source, target in pairs if is_straight(column, source, target)]
        for ref, host in hosts.items():
            hangs = [*hanging.values(), *handing].count(host) < HANGING
            column[ref] = column[host] + (not hangs)
            if hangs:
                hanging[ref] = host
        joined: dict[str, list[str]] = defaultdict(list)
        for link in links:
            joined[link.target].append(link.source)
        return Columns(
            column={ref: column[ref] for ref in refs},
            lane=lane,
            lanes=max(1, len(self.chart.lanes)),
            main=frozenset(self.order.main) & set(refs),
            hanging=hanging,
            joined={ref: tuple(sources) for ref, sources in joined.items()},
        )
