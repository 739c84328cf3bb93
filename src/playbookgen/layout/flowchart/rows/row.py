"""Rows of a chart: the steps of some ranks, and the connectors that begin or end at them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import CIRCLES
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.layout.flowchart.ranking.attached import MOST_ATTACHED
from playbookgen.layout.flowchart.rows.breaks import rows_by_rank
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape
from playbookgen.layout.flowchart.rows.shared_targets import Hanging, stand_ins
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    Edge,
    EdgeKind,
    Flowchart,
    Node,
    NodeKind,
    Shape,
)

POINTED = CIRCLES | {Shape.DIAMOND}
"""Outlines that connectors meet at corners alone."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A connector within a row: one of the chart, or from a step to a link."""

    edge: Edge
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Row:
    """The steps of some ranks, and the connectors that begin or end at them."""

    nodes: tuple[Node, ...]
    lanes: tuple[int, ...]
    """The lanes that have steps here, by their places in the chart; others are left out."""
    shape: RowShape
    connections: tuple[Connection, ...]
    arriving: Edge | None
    """The connector in from the row before; none where rows are joined by links."""
    leaving: Edge | None
    """The connector on to the row after."""
    unshared: Row | None = None
    """The same with an end or link for each connector; None if none are shared."""


def joins_by_links(chart: Flowchart) -> bool:
    """Whether rows are joined by links alone: among lanes a line would run across others."""
    return len(chart.lanes) > 1


def split_rows(
    chart: Flowchart,
    ranking: Ranking,
    lanes: Mapping[str, int],
    starts: Sequence[int],
    crowded: Collection[int] = (),
) -> list[Row]:
    """The rows of a chart that is broken before the ranks `starts`. O(V + E).

    In those that are `crowded` the link to the next row hangs at its step, not beside it.
    """
    return list(_Split(chart, ranking, lanes, starts, crowded).rows())


class _Split:
    """A chart being split into rows."""

    def __init__(
        self,
        chart: Flowchart,
        ranking: Ranking,
        lanes: Mapping[str, int],
        starts: Sequence[int],
        crowded: Collection[int],
    ) -> None:
        self.chart = chart
        self.ranking = ranking
        self.lanes = lanes
        self.starts = starts
        self.crowded = crowded
        by_rank = rows_by_rank(starts, ranking.count)
        self.row_of = {ref: by_rank[rank] for ref, rank in ranking.rank.items()}
        self.known = {node.ref: node for node in chart.nodes}
        self.main_line = frozenset(ranking.main_line)
        self.groups = {ref: group.ref for group in chart.groups for ref in group.members}
        self.sources: dict[str, list[str]] = defaultdict(list)
        for edge in chart.edges:
            self.sources[edge.target].append(edge.source)

    def rows(self) -> Iterator[Row]:
        """All rows, from the first to the last."""
        nodes: dict[int, list[Node]] = defaultdict(list)
        edges: dict[int, list[Edge]] = defaultdict(list)
        for node in self.chart.nodes:
            nodes[self.row_of[node.ref]].append(node)
        for edge in self.chart.edges:
            edges[self.row_of[edge.source]].append(edge)
        onward = self._onward()
        for at in range(len(self.starts)):
            yield self._row(at, nodes[at], edges[at], onward)

    def _onward(self) -> Mapping[int, Edge]:
        """For each row the one connector that leads on to the next: a line, or a link beside."""
        found: dict[int, tuple[bool, Edge]] = {}
        rank = self.ranking.rank
        for edge in self.chart.edges:
            row = self.row_of[edge.source]
            is_next = rank[edge.target] == rank[edge.source] + 1
            if is_next and self.row_of[edge.target] == row + 1 and edge.kind is not EdgeKind.LOOP:
                is_side = not {edge.source, edge.target} <= self.main_line
                if row not in found or is_side < found[row][0]:
                    found[row] = is_side, edge
        return {row: edge for row, (_, edge) in found.items()}

    def _row(
        self, at: int, nodes: Sequence[Node], edges: Sequence[Edge], onward: Mapping[int, Edge]
    ) -> Row:
        through = self._through(at, onward)
        beside = onward[at].ref if at in onward and at not in self.crowded else ""
        connections = [self._connection(at, edge) for edge in edges if edge is not through[0]]
        unshared = self._made(nodes, connections, through, beside)
        shared = stand_ins([*self._hanging_ends(nodes), *self._hanging_links(connections)])
        if not shared:
            return unshared
        shown = [node for node in nodes if node.ref not in shared]
        joined = [_redirected(link, shared) for link in connections]
        return replace(self._made(shown, joined, through, beside), unshared=unshared)

    def _through(self, at: int, onward: Mapping[int, Edge]) -> tuple[Edge | None, Edge | None]:
        """The lines on to the next row and into this one; none where links join rows."""
        if joins_by_links(self.chart):
            return None, None
        return onward.get(at), onward.get(at - 1)

    def _made(
        self,
        nodes: Sequence[Node],
        connections: Sequence[Connection],
        through: tuple[Edge | None, Edge | None],
        beside: str,
    ) -> Row:
        """The row; `through` are the connectors on to the next row and into this one.

        The link of the connector `beside` its step does not hang at it.
        """
        links = {link.target: link for link in connections if link.target == _link_ref(link.edge)}
        shown = tuple(self._with_links(nodes, links))
        lanes = tuple(sorted({self.lanes[node.ref] for node in nodes}))
        shape = self._shape(shown, lanes, connections, links, through, f"{beside}.to")
        return Row(shown, lanes, shape, tuple(connections), arriving=through[1], leaving=through[0])

    def _connection(self, at: int, edge: Edge) -> Connection:
        is_here = self.row_of[edge.target] == at
        return Connection(edge, edge.source, edge.target if is_here else _link_ref(edge))

    def _hanging_ends(self, nodes: Sequence[Node]) -> Iterator[Hanging]:
        """The ends of a row that hang at their steps; those of one outcome mean the same."""
        for node in nodes:
            if node.target and node.ref in self.ranking.attached:
                said = (node.kind, node.label, node.note, node.target)
                where = (node.lane, self.groups.get(node.ref, ""))
                yield Hanging(node.ref, self.ranking.rank[node.ref], (*said, *where))

    def _hanging_links(self, connections: Iterable[Connection]) -> Iterator[Hanging]:
        for link in connections:
            if link.target == link.edge.target:
                continue
            where = (self.known[link.source].lane, self.groups.get(link.source, ""))
            rank = self.ranking.rank[link.source]
            yield Hanging(link.target, rank, (NodeKind.LINK, link.edge.target, *where))

    def _with_links(self, nodes: Sequence[Node], links: Mapping[str, Connection]) -> Iterator[Node]:
        """The steps, each with its links to other rows right after it."""
        by_source: dict[str, list[tuple[str, Edge]]] = defaultdict(list)
        for ref, link in links.items():
            by_source[link.source].append((ref, link.edge))
        for node in nodes:
            yield node
            for ref, edge in by_source[node.ref]:
                goal = self._named(edge.target)
                yield link_node(ref, goal, lane=node.lane)

    def _named(self, ref: str) -> Node:
        """The step itself, or the one before a decision that says nothing."""
        if self.known[ref].label:
            return self.known[ref]
        before = (self.known[source] for source in self.sources[ref])
        return next((node for node in before if node.label), self.known[ref])

    def _hosts(self, refs: Iterable[str], links: Mapping[str, Connection]) -> dict[str, str]:
        """The step at which each end and link may hang."""
        attached = self.ranking.attached
        hosts = {ref: attached[ref] for ref in refs if ref in attached}
        return hosts | {ref: link.source for ref, link in links.items()}

    def _shape(
        self,
        nodes: Sequence[Node],
        lanes: Sequence[int],
        connections: Sequence[Connection],
        links: Mapping[str, Connection],
        through: tuple[Edge | None, Edge | None],
        beside: str,
    ) -> RowShape:
        """The row by numbers."""
        number = {node.ref: at for at, node in enumerate(nodes)}
        place = {lane: at for at, lane in enumerate(lanes)}
        hosts = self._hosts(number, links)
        column = {ref: self.ranking.rank[ref] for ref in number if ref not in hosts}
        first = min(column.values(), default=0)
        hanging = _attached(column, hosts, connections, beside)
        return RowShape(
            column=tuple(column[ref] - first for ref in number),
            lane=tuple(place[self.lanes[hosts.get(ref, ref)]] for ref in number),
            lanes=max(1, len(lanes)),
            is_main=tuple(ref in self.main_line for ref in number),
            host=tuple(number[hanging[ref]] if ref in hanging else OUTSIDE for ref in number),
            connectors=_pairs(number, connections, through),
            loops=frozenset(_loops(connections)),
            pointed=frozenset(_shaped(nodes, POINTED)),
            captioned=frozenset(_shaped(nodes, CIRCLES)),
        )


def _pairs(
    number: Mapping[str, int],
    connections: Sequence[Connection],
    through: tuple[Edge | None, Edge | None],
) -> tuple[tuple[int, int], ...]:
    """The connectors by the numbers of their steps, those out of the row and into it last."""
    leaving, arriving = through
    pairs = [(number[link.source], number[link.target]) for link in connections]
    pairs += [(number[leaving.source], OUTSIDE)] if leaving else []
    pairs += [(OUTSIDE, number[arriving.target])] if arriving else []
    return tuple(pairs)


def _loops(connections: Sequence[Connection]) -> Iterator[int]:
    """The numbers of the connectors that lead back."""
    return (at for at, link in enumerate(connections) if link.edge.kind is EdgeKind.LOOP)


def _shaped(nodes: Sequence[Node], shapes: Set[Shape]) -> Iterator[int]:
    """The numbers of the nodes that have one of these outlines."""
    return (at for at, node in enumerate(nodes) if SHAPE_BY_KIND[node.kind] in shapes)


def _link_ref(edge: Edge) -> str:
    """The ref of the link that stands for the target of a connector."""
    return f"{edge.ref}.to"


def _redirected(connection: Connection, shared: Mapping[str, str]) -> Connection:
    """A connector that leads to what stands for its own end or link."""
    if connection.target not in shared:
        return connection
    return replace(connection, target=shared[connection.target])


def link_node(ref: str, goal: Node, *, lane: str) -> Node:
    """The sign that names the step at which a connector goes on: BPMN's link event."""
    words = f"→\u00a0{goal.label}" if goal.label else "→"
    return Node(ref, NodeKind.LINK, words, target=goal.target, lane=lane, spoken=goal.label)


def _attached(
    column: dict[str, int],
    hosts: Mapping[str, str],
    connections: Sequence[Connection],
    beside: str,
) -> dict[str, str]:
    """What hangs at its step, as far as there is room; adds the columns of all that has one."""
    pairs = ((link.source, link.target) for link in connections)
    count = Counter(source for source, target in pairs if is_upright(column, source, target))
    attached: dict[str, str] = {}
    for ref, host in hosts.items():
        hangs = count[host] < MOST_ATTACHED and ref != beside
        column[ref] = column[host] + (not hangs)
        if hangs:
            attached[ref] = host
            count[host] += 1
    return attached


def is_upright(column: Mapping[str, int], source: str, target: str) -> bool:
    """Whether a connector between two steps with columns leads straight up or down."""
    if source == target or source not in column or target not in column:
        return False
    return column[source] == column[target]
