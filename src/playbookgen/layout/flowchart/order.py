"""The order in time: which column each step stands in, and which steps are the main line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbookgen.layout.boxes import TERMINALS
from playbookgen.layout.flowchart.columns import HANGING, Filling, Pair
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Order:
    """Columns of steps, the main line, and ends that hang at the step which leads to them."""

    column: Mapping[str, int]
    main: tuple[str, ...]
    hanging: Mapping[str, str]
    """By end: the step in whose column it stands."""

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max(self.column.values(), default=-1) + 1


def order_of(chart: Flowchart, lanes: Mapping[str, str]) -> Order:
    """The order of a chart, whose steps lie in `lanes`."""
    ahead = _acyclic(chart)
    hanging = _hanging(chart, lanes)
    refs = [node.ref for node in chart.nodes]
    place = {lane.ref: at for at, lane in enumerate(chart.lanes)}
    lane = {ref: place.get(lane, 0) for ref, lane in lanes.items()}
    column = Filling(lane, _handovers(chart, lane), hanging).fill(refs, ahead)
    return Order(column, tuple(_main(chart, column, hanging)), hanging)


def _handovers(chart: Flowchart, lane: Mapping[str, int]) -> frozenset[Pair]:
    """The connectors onwards from lane to lane."""
    return frozenset(
        (edge.source, edge.target)
        for edge in chart.edges
        if edge.kind is not EdgeKind.LOOP and lane[edge.source] != lane[edge.target]
    )


def _acyclic(chart: Flowchart) -> list[Pair]:
    """The edges without ways back, and the order of groups; ways back are turned round."""
    place = {node.ref: at for at, node in enumerate(chart.nodes)}
    flow = _Acyclic({ref: 1 << at for ref, at in place.items()})
    edges = [edge for edge in chart.edges if edge.source != edge.target]
    for edge in sorted(edges, key=lambda edge: _doubt(edge, place)):
        is_back = edge.kind is EdgeKind.LOOP
        flow.add(*((edge.target, edge.source) if is_back else (edge.source, edge.target)))
    for before, after in zip(chart.groups, chart.groups[1:], strict=False):
        flow.add_all((one, other) for one in before.members for other in after.members)
    return flow.pairs


def _doubt(edge: Edge, place: Mapping[str, int]) -> int:
    """Edges onwards in the order of the chart are surest, ways back least."""
    return 2 if edge.kind is EdgeKind.LOOP else int(place[edge.source] > place[edge.target])


class _Acyclic:
    """Pairs of steps without a cycle; bits tell what can be reached from each step."""

    def __init__(self, bit: Mapping[str, int]) -> None:
        self.pairs: list[Pair] = []
        self._bit = bit
        self._reach = dict(bit)

    def add(self, source: str, target: str) -> None:
        """Adds a pair, turned round if it would close a cycle."""
        if self._reach[target] & self._bit[source]:
            source, target = target, source
        self._put(source, target)

    def add_all(self, pairs: Iterable[Pair]) -> None:
        """Adds the pairs that close no cycle."""
        for source, target in pairs:
            known = source in self._bit and target in self._bit
            if known and not self._reach[target] & self._bit[source]:
                self._put(source, target)

    def _put(self, source: str, target: str) -> None:
        self.pairs.append((source, target))
        for ref, reach in self._reach.items():
            if reach & self._bit[source]:
                self._reach[ref] = reach | self._reach[target]


def _hanging(chart: Flowchart, lanes: Mapping[str, str]) -> dict[str, str]:
    """The ends in the lane of a step that leads on: the first ones hang below and above it."""
    sources, targets = defaultdict(list), defaultdict(list)
    for edge in chart.edges:
        sources[edge.target].append(edge.source)
        targets[edge.source].append(edge.target)
    closing = _closing(chart, sources)
    found: dict[str, str] = {}
    for node in chart.nodes:
        if node.kind not in TERMINALS or targets[node.ref] or node.ref == closing:
            continue
        if len(sources[node.ref]) != 1:
            continue
        source = sources[node.ref][0]
        same_lane = lanes[source] == lanes[node.ref]
        is_free = list(found.values()).count(source) < HANGING
        if len(targets[source]) > 1 and same_lane and is_free:
            found[node.ref] = source
    return found


def _closing(chart: Flowchart, sources: Mapping[str, list[str]]) -> str:
    """The end that closes the main line: the best that the last step leads to."""
    steps = [node for node in chart.nodes if node.kind not in TERMINALS]
    if not steps:
        return ""
    fed = [node for node in chart.nodes if _is_end(node) and steps[-1].ref in sources[node.ref]]
    good = [node for node in fed if node.kind in (NodeKind.WON, NodeKind.END)]
    return next((node.ref for node in good + fed), "")


def _is_end(node: Node) -> bool:
    return node.kind in TERMINALS


def _main(chart: Flowchart, column: dict[str, int], hanging: Mapping[str, str]) -> Iterator[str]:
    """The longest line of steps that each stand in the column of the one before or in the next."""
    best: dict[str, tuple[int, str]] = {}
    reached: dict[str, list[str]] = defaultdict(list)
    for edge in chart.edges:
        is_near = column[edge.target] - column[edge.source] in (0, 1)
        if is_near and edge.kind is not EdgeKind.LOOP:
            reached[edge.source].append(edge.target)
    # Columns were filled from the first step on, so each comes here before those that lead to it.
    for ref in reversed(column):
        if ref not in hanging:
            ways = [(best[target][0] + 1, target) for target in reached[ref] if target in best]
            longest = max((length for length, _ in ways), default=1)
            best[ref] = (longest, next((to for length, to in ways if length == longest), ""))
    steps = [node.ref for node in chart.nodes if node.ref in best]
    ref = max(steps, key=lambda ref: best[ref][0], default="")
    while ref:
        yield ref
        ref = best[ref][1]
