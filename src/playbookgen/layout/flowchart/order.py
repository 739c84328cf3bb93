"""The order in time: which column each step stands in, and which steps are the main line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbookgen.layout.boxes import TERMINALS
from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Node, NodeKind

Pair = tuple[str, str]

HANGING = 2
"""How many ends and links hang above and below one step; more stand beside it."""


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
    column = _columns(refs, ahead, hanging)
    return Order(column, tuple(_main(chart, column, hanging)), hanging)


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


def _columns(
    refs: Iterable[str], ahead: Iterable[Pair], hanging: Mapping[str, str]
) -> dict[str, int]:
    """The column of each step: right of all that lead to it; a further start stays near."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for source, target in ahead:
        before[target].append(source)
        after[source].append(target)
    column: dict[str, int] = {}
    for ref in _sorted(refs, before):
        host = hanging.get(ref)
        near = [column[source] + 1 for source in before[ref]]
        column[ref] = column[host] if host else max(near, default=0)
    for ref, targets in after.items():
        if not before[ref]:
            column[ref] = max(0, min(column[target] for target in targets) - 1)
    return column


def _sorted(refs: Iterable[str], before: Mapping[str, list[str]]) -> Iterator[str]:
    """The steps, each after those before it."""
    done: set[str] = set()
    left = list(refs)
    while left:
        ready = [ref for ref in left if done.issuperset(before.get(ref, ()))]
        yield from ready
        done.update(ready)
        left = [ref for ref in left if ref not in done]


def _main(chart: Flowchart, column: Mapping[str, int], hanging: Mapping[str, str]) -> Iterator[str]:
    """The longest line of steps from column to column."""
    best: dict[str, tuple[int, str]] = {}
    reached: dict[str, list[str]] = defaultdict(list)
    for edge in chart.edges:
        if column[edge.target] == column[edge.source] + 1 and edge.kind is not EdgeKind.LOOP:
            reached[edge.source].append(edge.target)
    steps = [node.ref for node in chart.nodes if node.ref not in hanging]
    for ref in sorted(steps, key=lambda ref: -column[ref]):
        ways = [(best[target][0] + 1, target) for target in reached[ref] if target in best]
        longest = max((length for length, _ in ways), default=1)
        best[ref] = (longest, next((to for length, to in ways if length == longest), ""))
    ref = max(steps, key=lambda ref: best[ref][0], default="")
    while ref:
        yield ref
        ref = best[ref][1]
