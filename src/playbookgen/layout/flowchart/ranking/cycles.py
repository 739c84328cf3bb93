"""Breaking cycles: the edges as pairs that never lead back, for ranks need an acyclic graph.

Loops that the chart names as such are turned round, as are edges that would close a cycle. Edges
onwards in the order of the chart come first: among them there is no cycle to look for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from playbookgen.model.diagram import Edge, EdgeKind, Flowchart

Pair = tuple[str, str]
"""A step, and one that comes after it."""


def break_cycles(chart: Flowchart) -> list[Pair]:
    """The edges of a chart as an acyclic graph, with the order of its groups."""
    place = {node.ref: at for at, node in enumerate(chart.nodes)}
    graph = _AcyclicGraph(place)
    edges = [edge for edge in chart.edges if edge.source != edge.target]
    for edge in sorted(edges, key=lambda edge: _doubt(edge, place)):
        if edge.kind is EdgeKind.LOOP:
            graph.add(edge.target, edge.source)
        else:
            graph.add(edge.source, edge.target)
    for source, target in _pairs_of_groups(chart):
        if source in place and target in place and not graph.leads(target, source):
            graph.put(source, target)
    return graph.pairs


def _doubt(edge: Edge, place: Mapping[str, int]) -> int:
    """Edges onwards in the order of the chart are surest, loops least."""
    if edge.kind is EdgeKind.LOOP:
        return 2
    return int(place[edge.source] > place[edge.target])


def _pairs_of_groups(chart: Flowchart) -> Iterator[Pair]:
    """Each step of a group before each of the next."""
    for before, after in zip(chart.groups, chart.groups[1:], strict=False):
        yield from ((one, other) for one in before.members for other in after.members)


class _AcyclicGraph:
    """Pairs without a cycle; a search is needed only once one leads against the chart's order."""

    def __init__(self, place: Mapping[str, int]) -> None:
        self.pairs: list[Pair] = []
        self._place = place
        self._after: dict[str, list[str]] = defaultdict(list)
        self._is_in_order = True

    def add(self, source: str, target: str) -> None:
        """Adds a pair, turned round if it would close a cycle."""
        if self.leads(target, source):
            source, target = target, source
        self.put(source, target)

    def put(self, source: str, target: str) -> None:
        """Adds a pair that closes no cycle."""
        self.pairs.append((source, target))
        self._after[source].append(target)
        if self._place[source] > self._place[target]:
            self._is_in_order = False

    def leads(self, start: str, goal: str) -> bool:
        """Whether a path leads from one step to another, by a search in depth; O(V + E)."""
        if self._is_in_order and self._place[start] > self._place[goal]:
            return False
        seen, left = {start}, [start]
        while left:
            ref = left.pop()
            if ref == goal:
                return True
            fresh = [after for after in self._after[ref] if after not in seen]
            seen.update(fresh)
            left += fresh
        return False
