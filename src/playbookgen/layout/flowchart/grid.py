"""Cells: which row and column each step stands in; ends hang below the step that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from playbookgen.layout.boxes import TERMINALS, Box
from playbookgen.model.diagram import Edge, Flowchart, Node, NodeKind

_GAP_GUESS = 48.0


class Cell(NamedTuple):
    """A place of the grid, counted from the top left."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Spine:
    """The steps in the order of the process, in units that stay in one row."""

    start: str
    """The step in front of the first unit; empty for none."""
    units: tuple[tuple[str, ...], ...]
    hanging: tuple[tuple[str, str], ...]
    """Ends that hang below a step: the end and its step."""

    @property
    def order(self) -> tuple[str, ...]:
        """The steps, one after the other."""
        first = (self.start,) if self.start else ()
        return first + tuple(ref for unit in self.units for ref in unit)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of all steps."""

    cells: dict[str, Cell]
    spine: Spine
    rows: int
    columns: int
    at: dict[Cell, str] = field(default_factory=dict)


def spine_of(chart: Flowchart) -> Spine:
    """The main line through the chart, and what hangs below it."""
    leaving = {edge.source for edge in chart.edges}
    ends = [node for node in chart.nodes if node.kind in TERMINALS and node.ref not in leaving]
    steps = [node for node in chart.nodes if node not in ends]
    ending = _ending(ends, steps, chart.edges)
    hanging = {}
    for end in ends:
        source = next((edge.source for edge in chart.edges if edge.target == end.ref), "")
        if source and end.ref != ending:
            hanging[end.ref] = source
    line = steps + [node for node in ends if node.ref not in hanging]
    start = line[0].ref if line and line[0].kind is NodeKind.START and len(line) > 1 else ""
    units = _units(line[1:] if start else line, chart.edges)
    return Spine(start, tuple(units), tuple(hanging.items()))


def _ending(ends: Sequence[Node], steps: Sequence[Node], edges: Sequence[Edge]) -> str:
    """The end that closes the main line: the best one that the last step leads to."""
    if not steps:
        return ends[0].ref if ends else ""
    reached = {edge.target for edge in edges if edge.source == steps[-1].ref}
    fed = [end for end in ends if end.ref in reached]
    good = [end for end in fed if end.kind in (NodeKind.WON, NodeKind.END)]
    return next((end.ref for end in good + fed), "")


def _units(line: Sequence[Node], edges: Sequence[Edge]) -> Iterator[tuple[str, ...]]:
    """A step together with the decision right after it."""
    pairs = {(edge.source, edge.target) for edge in edges}
    at = 0
    while at < len(line):
        node, after = line[at], line[at + 1] if at + 1 < len(line) else None
        is_pair = (
            after is not None
            and after.kind is NodeKind.DECISION
            and node.kind is not NodeKind.DECISION
            and (node.ref, after.ref) in pairs
        )
        yield (node.ref, after.ref) if is_pair and after else (node.ref,)
        at += 2 if is_pair else 1


def grid_of(spine: Spine, boxes: Mapping[str, Box], *, rows: int) -> Grid:
    """The grid in which the main line is broken into so many rows."""
    lines = _lines(spine, boxes, rows)
    offset = 1 if spine.start else 0
    columns = max((len(line) for line in lines), default=0) + offset
    cells: dict[str, Cell] = {spine.start: Cell(0, 0)} if spine.start else {}
    row = 0
    for line in lines:
        here = {ref: column + offset for column, ref in enumerate(line)}
        if row == 0 and spine.start:
            here[spine.start] = 0
        cells |= {ref: Cell(row, column) for ref, column in here.items()}
        below = _hang(spine, here, range(offset, columns))
        cells |= {ref: Cell(row + 1 + depth, column) for ref, (depth, column) in below.items()}
        row += 1 + max((depth + 1 for depth, _ in below.values()), default=0)
    return Grid(cells, spine, max(row, 1), columns, {cell: ref for ref, cell in cells.items()})


def _hang(spine: Spine, here: Mapping[str, int], columns: range) -> dict[str, tuple[int, int]]:
    """How far below, and in which column, the ends of one line hang."""
    ends = [(end, here[step]) for end, step in spine.hanging if step in here]
    first = {column: end for end, column in reversed(ends)}
    ends.sort(key=lambda pair: first[pair[1]] != pair[0])
    taken: dict[tuple[int, int], str] = {}
    for end, column in ends:
        spot = next(spot for spot in _spots(column, columns) if spot not in taken)
        taken[spot] = end
    return {end: spot for spot, end in taken.items()}


def _spots(column: int, columns: range) -> Iterator[tuple[int, int]]:
    """The places for an end, best first: right below its step, beside that, further down."""
    yield from ((0, near) for near in (column, column + 1, column - 1) if near in columns)
    yield from ((depth, column) for depth in count(1))


def _lines(spine: Spine, boxes: Mapping[str, Box], rows: int) -> list[list[str]]:
    """The units in so many lines, the longest as short as can be."""
    weights = [sum(boxes[ref].span + _GAP_GUESS for ref in unit) for unit in spine.units]
    breaks = _breaks(weights, rows)
    lines = []
    for first, last in zip([0, *breaks], [*breaks, len(weights)], strict=True):
        lines.append([ref for unit in spine.units[first:last] for ref in unit])
    return lines


def _breaks(weights: Sequence[float], rows: int) -> list[int]:
    """Where lines begin, so that the heaviest line is as light as it can be."""
    limit = max(weights, default=0.0)
    candidates = sorted(
        {sum(weights[a:b]) for a in range(len(weights)) for b in range(a + 1, len(weights) + 1)}
    )
    for limit in candidates:
        breaks = _greedy(weights, limit)
        if breaks is not None and len(breaks) < rows:
            return breaks
    return []


def _greedy(weights: Sequence[float], limit: float) -> list[int] | None:
    breaks, load = [], 0.0
    for at, weight in enumerate(weights):
        if weight > limit:
            return None
        if load + weight > limit:
            breaks.append(at)
            load = 0.0
        load += weight
    return breaks
