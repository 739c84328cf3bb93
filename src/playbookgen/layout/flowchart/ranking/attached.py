"""Attached ends: those that hang below or above the one step that leads to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from playbookgen.layout.boxes import TERMINALS
from playbookgen.model.diagram import Flowchart, NodeKind

MOST_ATTACHED = 2
"""How many ends and links hang above and below one step; more stand beside it."""


def attached_ends(chart: Flowchart, lanes: Mapping[str, int]) -> dict[str, str]:
    """By end: the step of its lane at which it hangs, in the same rank."""
    sources, targets = _neighbours(chart)
    closing = _closing_end(chart, sources)
    found: dict[str, str] = {}
    count: Counter[str] = Counter()
    for node in chart.nodes:
        ref = node.ref
        if node.kind not in TERMINALS or targets[ref] or ref == closing or len(sources[ref]) != 1:
            continue
        source = sources[ref][0]
        is_beside = len(targets[source]) > 1 and lanes[source] == lanes[ref]
        if is_beside and count[source] < MOST_ATTACHED:
            found[ref] = source
            count[source] += 1
    return found


def _neighbours(chart: Flowchart) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    sources: dict[str, list[str]] = defaultdict(list)
    targets: dict[str, list[str]] = defaultdict(list)
    for edge in chart.edges:
        sources[edge.target].append(edge.source)
        targets[edge.source].append(edge.target)
    return sources, targets


def _closing_end(chart: Flowchart, sources: Mapping[str, Sequence[str]]) -> str:
    """The end that closes the main line: the best that the last step leads to."""
    steps = (node.ref for node in reversed(chart.nodes) if node.kind not in TERMINALS)
    last = next(steps, None)
    ends = [node for node in chart.nodes if node.kind in TERMINALS and last in sources[node.ref]]
    best = min(ends, key=lambda node: node.kind not in (NodeKind.WON, NodeKind.END), default=None)
    return best.ref if best else ""
