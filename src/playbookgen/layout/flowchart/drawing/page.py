"""The page: rows below one another, connectors between them, lanes and groups behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow
from playbookgen.layout.flowchart.drawing.bands import GroupBands, lane_bands
from playbookgen.layout.flowchart.drawing.placed_row import Point, place_row
from playbookgen.layout.flowchart.frame import MARGIN, Frame
from playbookgen.model.diagram import (
    Edge,
    Flowchart,
    Node,
    NodeKind,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
)

_BETWEEN = 34.0
"""The blank strip between two rows."""
_TITLE_PAD = 14.0


class Page:
    """A chart with all its rows measured."""

    def __init__(self, chart: Flowchart, frame: Frame, rows: Sequence[MeasuredRow]) -> None:
        self.chart = chart
        self.frame = frame
        self.rows = [row.nudged.routed for row in rows]
        self.groups = [GroupBands(row, above) for row, above in _with_groups_above(rows)]
        self.placed_rows = [place_row(row, least=self._lane_heights(row)) for row in rows]
        self.left = frame.left
        self.tops = list(self._tops())

    @property
    def width(self) -> float:
        """The width of the map."""
        widest = max((placed.xs.width for placed in self.placed_rows), default=0.0)
        return self.left + widest + self.frame.right

    @property
    def height(self) -> float:
        """The height of the map."""
        if not self.placed_rows:
            return 2 * MARGIN
        return self.tops[-1] + self.placed_rows[-1].ys.height + MARGIN

    def _lane_heights(self, row: MeasuredRow) -> list[float]:
        """How high the lanes of a row are at least, for their titles."""
        titles = self.frame.titles
        return [titles[at].height + _TITLE_PAD for at in row.nudged.routed.row.lanes if titles]

    def _tops(self) -> Iterator[float]:
        """The top of each row."""
        y = MARGIN
        for at, placed in enumerate(self.placed_rows):
            y += self._title_height(at)
            yield y
            y += placed.ys.height + _BETWEEN

    def _title_height(self, at: int) -> float:
        """The room for titles of groups above a row."""
        return self.groups[at].title_height()

    def diagram(self) -> PlacedDiagram:
        """The map with positions."""
        edges = tuple(self._edges())
        return PlacedDiagram(
            ref=self.chart.ref,
            title=self.chart.title,
            description=self.chart.description,
            language=self.chart.language,
            width=round(self.width, 2),
            height=round(self.height, 2),
            nodes=tuple(self._nodes()),
            edges=edges,
            bands=tuple(self._bands()),
        )

    def _nodes(self) -> Iterator[PlacedNode]:
        """The steps in the order of the chart, each with its links right after it."""
        rank = {node.ref: at for at, node in enumerate(self.chart.nodes)}
        found: list[tuple[int, PlacedNode]] = []
        for number, row in enumerate(self.rows):
            at = 0
            for node in row.row.nodes:
                at = rank.get(node.ref, at)
                found.append((at, self._node(node, number)))
        yield from (node for _, node in sorted(found, key=lambda pair: pair[0]))

    def _node(self, node: Node, at: int) -> PlacedNode:
        placed = self.placed_rows[at].node(node.ref, self.left, self.tops[at])
        if node.kind is not NodeKind.LINK:
            return placed
        return replace(placed, title=node.spoken)

    def _edges(self) -> Iterator[PlacedEdge]:
        drawn = {edge.ref: edge for at in range(len(self.rows)) for edge in self._row_edges(at)}
        yield from (drawn[edge.ref] for edge in self.chart.edges)

    def _row_edges(self, at: int) -> Iterator[PlacedEdge]:
        """The connectors of a row, with the one on to the next."""
        routed, placed = self.rows[at], self.placed_rows[at]
        left, top = self.left, self.tops[at]
        for number, link in enumerate(routed.row.connections):
            points = placed.points(number, left, top)
            text = placed.label(number, left, top)
            yield _edge(link.edge, link.target, points, text)
        if routed.row.leaving:
            number = routed.leaving
            points = [*placed.points(number, left, top), *self._to_next_row(at)]
            text = placed.label(number, left, top)
            yield _edge(routed.row.leaving, routed.row.leaving.target, points, text)

    def _to_next_row(self, at: int) -> Iterator[Point]:
        """The corners from the end of a row to a step of the next."""
        y = self.tops[at] + self.placed_rows[at].ys.height + _BETWEEN / 2
        arriving = self.placed_rows[at + 1].points(
            self.rows[at + 1].arriving, self.left, self.tops[at + 1]
        )
        yield self.placed_rows[at].points(self.rows[at].leaving, self.left, 0.0)[-1][0], y
        yield arriving[0][0], y
        yield from arriving

    def _bands(self) -> Iterator[PlacedBand]:
        for at, (placed, top) in enumerate(zip(self.placed_rows, self.tops, strict=True)):
            lanes = self.chart.lanes
            yield from lane_bands(lanes, self.frame, placed, row=at, top=top, width=self.width)
        right = self.width - MARGIN
        for at, (placed, top) in enumerate(zip(self.placed_rows, self.tops, strict=True)):
            yield from self.groups[at].bands(placed, row=at, left=self.left, right=right, top=top)


def _with_groups_above(
    rows: Sequence[MeasuredRow],
) -> Iterator[tuple[MeasuredRow, frozenset[str]]]:
    """Each row with the refs of the groups that have steps in rows above it."""
    above: frozenset[str] = frozenset()
    for row in rows:
        yield row, above
        above |= {span.group.ref for span in row.groups}


def _edge(edge: Edge, target: str, points: Sequence[Point], text: PlacedText | None) -> PlacedEdge:
    return PlacedEdge(
        ref=edge.ref,
        kind=edge.kind,
        source=edge.source,
        target=target,
        points=tuple((round(x, 2), round(y, 2)) for x, y in points),
        text=text,
    )
