"""The horizontal measure: columns, the gaps between them with their tracks, and ports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.grid import Cell, Grid
from playbookgen.layout.flowchart.routes import Route, Side, Way, is_central, ports_of
from playbookgen.layout.text import widest_word, wrap_evenly
from playbookgen.model.diagram import TextLine, TextRole

MARGIN = 12.0
TRACK = 12.0
LABEL_PAD = 7.0
LABEL_WIDTHS = (88.0, 62.0)
"""How wide labels in gaps may be, and how wide at least where room is scarce."""
_LEAST_GAP = 32.0
_ARROW_ROOM = 20.0

Line = tuple[int, int]
"""A vertical line in a gap: its route, and 0 or 1 for a route's first or second one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where columns, vertical lines and ports stand."""

    centres: tuple[float, ...]
    lines: Mapping[Line, float]
    ports: Mapping[tuple[int, bool], float]
    """The x at which a route leaves (True) and enters (False)."""
    offsets: Mapping[tuple[int, bool], float]
    """The same, from the middle of the step."""
    labels: Mapping[int, tuple[TextLine, ...]]
    """The broken labels of routes that have theirs in a gap."""
    width: float


@dataclass(slots=True)
class _Gap:
    """The room between two columns: labels first, then tracks, then room for an arrow."""

    label: float = 0.0
    spans: list[tuple[float, float, Line]] = field(default_factory=list)

    def tracks(self) -> list[list[Line]]:
        """The lines, on as few tracks as keep them apart."""
        tracks: list[list[tuple[float, float, Line]]] = []
        for span in sorted(self.spans):
            free = next((t for t in tracks if all(span[0] > used[1] for used in t)), None)
            if free is None:
                tracks.append(free := [])
            free.append(span)
        return [[line for _, _, line in track] for track in tracks]


def columns_of(
    routes: Sequence[Route], grid: Grid, boxes: Mapping[str, Box], *, label_width: float
) -> Columns:
    """The horizontal measure of a chart."""
    labels = _gap_labels(routes, label_width)
    gaps = _gaps(routes, labels, grid.columns)
    widths = [0.0] * grid.columns
    for ref, cell in grid.cells.items():
        widths[cell.column] = max(widths[cell.column], boxes[ref].span)
    x = MARGIN
    centres: list[float] = []
    lines: dict[Line, float] = {}
    for column, gap in enumerate(gaps):
        x = _across_gap(gap, x, lines)
        if 0 < column < grid.columns:
            x = max(x, centres[-1] + widths[column - 1] / 2 + _LEAST_GAP)
        if column < grid.columns:
            centres.append(x + widths[column] / 2)
            x += widths[column]
    offsets = _offsets(routes, boxes)
    ports = {port: centres[_cell(routes, port).column] + offset for port, offset in offsets.items()}
    # To the right of the last column no arrow needs room.
    width = x + MARGIN - (_ARROW_ROOM if gaps[-1].spans or gaps[-1].label else 0.0)
    return Columns(tuple(centres), lines, ports, offsets, labels, width)


def _gap_labels(routes: Sequence[Route], width: float) -> dict[int, tuple[TextLine, ...]]:
    return {
        index: _broken(route.edge.label, width)
        for index, route in enumerate(routes)
        if route.way in (Way.STRAIGHT, Way.WRAP) and route.edge.label
    }


def _broken(label: str, width: float) -> tuple[TextLine, ...]:
    """A label in lines as narrow as its words allow."""
    word = widest_word(label, role=TextRole.EDGE, limit=2 * LABEL_WIDTHS[0])
    return wrap_evenly(label, role=TextRole.EDGE, width=max(width, word))


def _gaps(
    routes: Sequence[Route], labels: Mapping[int, tuple[TextLine, ...]], columns: int
) -> list[_Gap]:
    gaps = [_Gap() for _ in range(columns + 1)]
    for index, route in enumerate(routes):
        after = gaps[route.source.column + 1]
        width = max((line.width for line in labels.get(index, ())), default=0.0)
        after.label = max(after.label, width)
        if route.way is Way.WRAP:
            middle, channel = 2 * route.source.row + 1, 2 * route.target.row
            after.spans.append((middle, channel, (index, 0)))
            gaps[route.target.column].spans.append((channel, channel + 1, (index, 1)))
        elif route.way is Way.DETOUR:
            first, last = sorted((2 * route.out_channel, 2 * route.in_channel))
            gaps[route.gap].spans.append((first, last, (index, 0)))
    return gaps


def _across_gap(gap: _Gap, x: float, lines: dict[Line, float]) -> float:
    """The x behind a gap that begins at `x`; notes where its lines stand."""
    x += gap.label + 2 * LABEL_PAD if gap.label else 0.0
    tracks = gap.tracks()
    for track in tracks:
        x += TRACK
        lines.update(dict.fromkeys(track, x))
    return x + (_ARROW_ROOM if tracks or gap.label else 0.0)


def _cell(routes: Sequence[Route], port: tuple[int, bool]) -> Cell:
    index, leaves = port
    return routes[index].source if leaves else routes[index].target


def _offsets(routes: Sequence[Route], boxes: Mapping[str, Box]) -> dict[tuple[int, bool], float]:
    """The distance of each port from the middle of its step."""
    offsets: dict[tuple[int, bool], float] = defaultdict(float)
    for (ref, side), uses in ports_of(routes).items():
        box = boxes[ref]
        if side in (Side.LEFT, Side.RIGHT):
            reach = box.width / 2 if side is Side.RIGHT else -box.width / 2
            offsets.update(dict.fromkeys(uses, reach))
        elif is_central(box, uses):
            offsets.update(dict.fromkeys(uses, 0.0))
        else:
            ordered = sorted(uses, key=lambda use: _direction(routes, use))
            step = box.width / (len(ordered) + 1)
            for at, use in enumerate(ordered):
                offsets[use] = step * (at + 1) - box.width / 2
    return offsets


def _direction(routes: Sequence[Route], use: tuple[int, bool]) -> tuple[int, float, int]:
    """Orders ports from left to right, so that lines cross as little as they can."""
    index, leaves = use
    route = routes[index]
    here, there = (route.source, route.target) if leaves else (route.target, route.source)
    goal = route.gap - 0.5 if route.way is Way.DETOUR else there.column
    away = goal - here.column
    if away == 0:
        return (1, 0.0, index)
    return (0, -away, index) if away < 0 else (2, -away, index)
