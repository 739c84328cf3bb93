"""Placing: grid, routes, columns and channels put together into positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from playbookgen.layout.boxes import Box, boxes_of, step_widths
from playbookgen.layout.flowchart.channels import STRIP, Channel, channels_of
from playbookgen.layout.flowchart.columns import (
    LABEL_PAD,
    LABEL_WIDTHS,
    MARGIN,
    Columns,
    columns_of,
)
from playbookgen.layout.flowchart.grid import Grid, Spine, grid_of, spine_of
from playbookgen.layout.flowchart.page import fitted, reach
from playbookgen.layout.flowchart.routes import Route, Side, Way, routes_of
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import (
    Flowchart,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextRole,
)

_ROW_GAP = 32.0
_STUB = 18.0
_LABEL_LIFT = 4.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rows:
    """The vertical measure: the middle of each row, and of each track of each channel."""

    middles: tuple[float, ...]
    tracks: Mapping[tuple[int, int], tuple[int, float]]
    """By route and part: the track's channel and y."""
    height: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A chart broken into rows, with its horizontal measure."""

    grid: Grid
    boxes: Mapping[str, Box]
    routes: Sequence[Route]
    columns: Columns


def place_flowchart(chart: Flowchart, *, width: float) -> PlacedDiagram:
    """The chart in as few rows as fit `width`, steps and labels as wide as they then can be."""
    spine = spine_of(chart)
    least, *wider_steps = step_widths(chart.nodes)
    most = max(len(spine.units), 1)
    for rows in range(1, most + 1):
        draft = _draft(chart, spine, rows=rows, step=least, label_width=LABEL_WIDTHS[-1])
        if draft.columns.width <= width:
            break
    for step, label_width in product([*reversed(wider_steps), least], LABEL_WIDTHS):
        wider = _draft(chart, spine, rows=rows, step=step, label_width=label_width)
        if wider.columns.width <= width:
            return _placed(chart, wider)
    return _placed(chart, draft)


def _draft(chart: Flowchart, spine: Spine, *, rows: int, step: float, label_width: float) -> Draft:
    boxes = boxes_of(chart.nodes, width=step)
    grid = grid_of(spine, boxes, rows=rows)
    routes = routes_of(chart.edges, grid, boxes)
    columns = columns_of(routes, grid, boxes, label_width=label_width)
    return Draft(grid, boxes, routes, columns)


def _placed(chart: Flowchart, draft: Draft) -> PlacedDiagram:
    channels = channels_of(draft.routes, draft.columns, count=draft.grid.rows + 1)
    rows = rows_of(draft, channels)
    drawing = _Edges(draft, channels, rows)
    edges = tuple(drawing.edge(index, route) for index, route in enumerate(draft.routes))
    diagram = PlacedDiagram(
        ref=chart.ref,
        title=chart.title,
        description=chart.description,
        language=chart.language,
        width=round(max(draft.columns.width, reach(edges) + MARGIN), 2),
        height=round(rows.height, 2),
        nodes=tuple(_nodes(chart, draft, rows)),
        edges=edges,
    )
    return with_legend(fitted(diagram, margin=MARGIN), chart.legend)


def rows_of(draft: Draft, channels: Sequence[Channel]) -> Rows:
    """The vertical measure of a chart."""
    grid, boxes, columns = draft.grid, draft.boxes, draft.columns
    above, below = [0.0] * grid.rows, [0.0] * grid.rows
    for ref, cell in grid.cells.items():
        box = boxes[ref]
        above[cell.row] = max(above[cell.row], box.height / 2)
        below[cell.row] = max(below[cell.row], box.height / 2 + box.caption)
    for index, lines in columns.labels.items():
        text = PlacedText(0, 0, lines, TextRole.EDGE)
        row = draft.routes[index].source.row
        above[row] = max(above[row], text.height + _LABEL_LIFT + 2.0)
    y, middles = MARGIN, []
    tracks: dict[tuple[int, int], tuple[int, float]] = {}
    for at, channel in enumerate(channels):
        y = _across_channel(at, channel, y, tracks, count=len(channels))
        if at < grid.rows:
            middles.append(y + above[at])
            y += above[at] + below[at]
    return Rows(tuple(middles), tracks, y + MARGIN)


def _across_channel(
    at: int,
    channel: Channel,
    y: float,
    tracks: dict[tuple[int, int], tuple[int, float]],
    *,
    count: int,
) -> float:
    """The y below a channel that begins at `y`; notes where its tracks stand."""
    is_first, is_last = at == 0, at == count - 1
    if not channel.tracks:
        return y if is_first or is_last else y + _ROW_GAP
    y += 0.0 if is_first else _STUB - STRIP
    for track, strip in zip(channel.tracks, channel.strips, strict=True):
        y += strip
        tracks.update({(run.route, run.part): (at, y) for run in track})
    return y if is_last else y + _STUB


def _nodes(chart: Flowchart, draft: Draft, rows: Rows) -> Iterator[PlacedNode]:
    for node in chart.nodes:
        cell = draft.grid.cells[node.ref]
        x, y = draft.columns.centres[cell.column], rows.middles[cell.row]
        yield draft.boxes[node.ref].placed(x, y)


class _Edges:
    """Draws routes as polylines with their labels."""

    def __init__(self, draft: Draft, channels: Sequence[Channel], rows: Rows) -> None:
        self.boxes = draft.boxes
        self.columns = draft.columns
        self.channels = channels
        self.rows = rows

    def edge(self, index: int, route: Route) -> PlacedEdge:
        """One connector."""
        points = _without_repeats(self._points(index, route))
        return PlacedEdge(
            ref=route.edge.ref,
            kind=route.edge.kind,
            source=route.edge.source,
            target=route.edge.target,
            points=tuple((round(x, 2), round(y, 2)) for x, y in points),
            text=self._text(index, route),
        )

    def _points(self, index: int, route: Route) -> list[Point]:
        begin, end = self._port(index, route, leaves=True), self._port(index, route, leaves=False)
        between = self._between(index, route, begin[0], end[0])
        return [begin, *between, end]

    def _between(self, index: int, route: Route, out: float, into: float) -> list[Point]:
        """The corners of a route, from the x of its first end to that of its last."""
        match route.way:
            case Way.STRAIGHT | Way.DROP:
                return []
            case Way.BRIDGE | Way.CROSS:
                y = self._track(index, 0)
                return [(out, y), (into, y)]
            case Way.WRAP:
                lines, y = self.columns.lines, self._track(index, 0)
                begin, end = (
                    self.rows.middles[route.source.row],
                    self.rows.middles[route.target.row],
                )
                first, second = lines[index, 0], lines[index, 1]
                return [(first, begin), (first, y), (second, y), (second, end)]
            case Way.DETOUR:
                line, y, y2 = (
                    self.columns.lines[index, 0],
                    self._track(index, 0),
                    self._track(index, 1),
                )
                return [(out, y), (line, y), (line, y2), (into, y2)]

    def _track(self, index: int, part: int) -> float:
        return self.rows.tracks[index, part][1]

    def _port(self, index: int, route: Route, *, leaves: bool) -> Point:
        """Where a route meets the outline of its step."""
        side = route.leaves if leaves else route.enters
        cell = route.source if leaves else route.target
        box = self.boxes[route.edge.source if leaves else route.edge.target]
        x, y = self.columns.ports[index, leaves], self.rows.middles[cell.row]
        if side in (Side.LEFT, Side.RIGHT):
            return x, y
        reach = box.border(self.columns.offsets[index, leaves])
        return x, y - reach if side is Side.TOP else y + reach

    def _text(self, index: int, route: Route) -> PlacedText | None:
        lines = self.columns.labels.get(index)
        if lines:
            text = PlacedText(0, 0, lines, TextRole.EDGE)
            x = self.columns.ports[index, True] + LABEL_PAD + text.width / 2
            y = self.rows.middles[route.source.row] - _LABEL_LIFT - text.height / 2
            return _at(text, x, y)
        if (index, 0) not in self.rows.tracks:
            return None
        channel, y = self.rows.tracks[index, 0]
        found = (self.channels[channel].labels or {}).get(index)
        return _at(found, found.x, y - 3.0 - found.height / 2) if found else None


def _at(text: PlacedText, x: float, y: float) -> PlacedText:
    return replace(text, x=round(x, 2), y=round(y, 2))


def _without_repeats(points: Sequence[Point]) -> list[Point]:
    """The points without those that the line does not turn in."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
            continue
        kept.append(point)
    return kept
