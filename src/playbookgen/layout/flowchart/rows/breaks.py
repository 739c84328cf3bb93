"""Row breaks: the first rank of each row, by dynamic programming (Knuth and Plass's paragraphs)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.model.diagram import Edge, Flowchart, NodeKind

_HELD = 14
"""What it costs to part a step from its decision, in connectors that become links."""
_ROW = 6.0
"""What it costs to have a further row."""
_UNEVEN = 3.0
"""What it costs that a row is twice as wide as its fair share, or empty."""
_UNEVEN_STAGES = 4.0
"""What it costs that a row has twice its fair share of stages, or none."""
_STAGES = frozenset([NodeKind.STAGE, NodeKind.TASK])


def cut_costs(chart: Flowchart, ranking: Ranking) -> list[int]:
    """What it costs to break before each rank, in connectors that are cut. O(ranks + edges)."""
    decisions = {node.ref for node in chart.nodes if node.kind is NodeKind.DECISION}
    main_line = set(ranking.main_line)
    rises = [0] * (ranking.count + 2)
    for edge in chart.edges:
        ends = ranking.rank[edge.source], ranking.rank[edge.target]
        first, last = min(ends), max(ends)
        cost = _cut_cost(edge, last == first + 1, main_line, decisions)
        rises[first + 1] += cost
        rises[last + 1] -= cost
    costs, cost = [], 0
    for rise in rises[:-1]:
        cost += rise
        costs.append(cost)
    return costs


def stages_by_rank(chart: Flowchart, ranking: Ranking) -> list[int]:
    """Whether there is a stage or task at each rank, as 1 or 0."""
    ranks = {ranking.rank[node.ref] for node in chart.nodes if node.kind in _STAGES}
    return [int(rank in ranks) for rank in range(ranking.count)]


def _cut_cost(
    edge: Edge, is_short: bool, main_line: Collection[str], decisions: Collection[str]
) -> int:
    """What it costs to cut a connector; one along the main line goes on as a line."""
    if not is_short:
        return 1
    on_line = edge.source in main_line and edge.target in main_line
    return (0 if on_line else 1) + (_HELD if edge.target in decisions else 0)


def break_rows(
    cuts: Sequence[int],
    widths: Sequence[float],
    stages: Sequence[int],
    *,
    limit: float,
    too_wide: Collection[tuple[int, int]] = (),
) -> list[int]:
    """The first rank of each row: few rows, evenly filled, few connectors cut.

    `widths` are about those of the ranks, `limit` that of a row; `stages` counts those of each
    rank; `too_wide` are rows, from rank to
    rank, that were measured and did not fit. O(ranks × ranks in a row).
    """
    ends = _ends(too_wide, len(widths))
    count = len(widths)
    rows = max(1.0, -(-sum(widths) // limit))
    fair, fair_stages = sum(widths) / rows, max(1.0, sum(stages) / rows)
    best: list[tuple[float, int]] = [(0.0, 0), *[(float("inf"), 0)] * count]
    for start in range(count):
        before, width, held = best[start][0], 0.0, 0
        for end in range(start + 1, count + 1):
            width += widths[end - 1]
            held += stages[end - 1]
            if end > start + 1 and (width > limit or end >= ends[start]):
                break
            uneven = _UNEVEN * ((width - fair) / fair) ** 2
            uneven += _UNEVEN_STAGES * ((held - fair_stages) / fair_stages) ** 2
            cost = before + _ROW + cuts[end] + uneven
            if cost < best[end][0]:
                best[end] = (cost, start)
    return _starts(best)


def _ends(too_wide: Collection[tuple[int, int]], count: int) -> list[int]:
    """For each rank: the least end at which a row from there on holds one that did not fit."""
    ends = [count + 1] * (count + 1)
    for start, end in too_wide:
        ends[start] = min(ends[start], end)
    for start in reversed(range(count)):
        ends[start] = min(ends[start], ends[start + 1])
    return ends


def _starts(best: Sequence[tuple[float, int]]) -> list[int]:
    starts: list[int] = []
    at = len(best) - 1
    while at > 0:
        at = best[at][1]
        starts.append(at)
    return starts[::-1] or [0]


def rows_by_rank(starts: Sequence[int], ranks: int) -> Mapping[int, int]:
    """The row of each rank."""
    bounds = [*starts[1:], ranks]
    found, row = {}, 0
    for rank in range(ranks):
        while rank >= bounds[row]:
            row += 1
        found[rank] = row
    return found
