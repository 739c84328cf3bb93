"""The page: rows below one another, the ways from row to row, lanes and groups behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbookgen.layout.flowchart.bands import Groups, lane_bands
from playbookgen.layout.flowchart.composing import Composition
from playbookgen.layout.flowchart.drawing import Drawing, Point, drawing_of
from playbookgen.layout.flowchart.frame import MARGIN, Frame
from playbookgen.layout.flowchart.plan import Plan
from playbookgen.layout.text import measure
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
    TextLine,
    TextRole,
)

_BETWEEN = 34.0
"""The blank strip between two rows."""
_NUMBER_ROOM = 18.0
_TITLE_PAD = 14.0


class Page:
    """A chart with all its rows measured."""

    def __init__(
        self,
        chart: Flowchart,
        frame: Frame,
        rows: Sequence[Composition],
        plans: Sequence[Plan],
    ) -> None:
        self.chart = chart
        self.frame = frame
        self.rows = rows
        self.plans = plans
        self.groups = [Groups(chart.groups, row) for row in rows]
        self.drawings = [
            self._drawing(plan, groups) for plan, groups in zip(plans, self.groups, strict=True)
        ]
        self.left = frame.left(is_numbered=self.is_numbered)
        self.tops = list(self._tops())

    @property
    def is_numbered(self) -> bool:
        """Whether the rows have numbers."""
        return len(self.rows) > 1

    @property
    def width(self) -> float:
        """The width of the map."""
        widest = max((drawing.across.width for drawing in self.drawings), default=0.0)
        return self.left + widest + self.frame.right

    @property
    def height(self) -> float:
        """The height of the map."""
        if not self.drawings:
            return 2 * MARGIN
        return self.tops[-1] + self.drawings[-1].down.height + MARGIN

    def _drawing(self, plan: Plan, groups: Groups) -> Drawing:
        titles = [title.height + _TITLE_PAD for title in self.frame.titles]
        return drawing_of(plan, groups=groups.columns(), least=titles)

    def _tops(self) -> Iterator[float]:
        """The top of each row."""
        y = MARGIN
        for at, drawing in enumerate(self.drawings):
            y += self._title_height(at)
            y += _NUMBER_ROOM if self.is_numbered and self.frame.has_lanes and at == 0 else 0.0
            yield y
            y += drawing.down.height + _BETWEEN

    def _title_height(self, at: int) -> float:
        """The room for titles of groups above a row."""
        return self.groups[at].title_height(self.drawings[at])

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
            texts=tuple(self._numbers()),
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
        placed = self.drawings[at].node(node.ref, self.left, self.tops[at])
        if node.kind is not NodeKind.LINK:
            return placed
        return replace(placed, title=node.label.removeprefix("→").strip())

    def _edges(self) -> Iterator[PlacedEdge]:
        drawn = {edge.ref: edge for at in range(len(self.rows)) for edge in self._row_edges(at)}
        yield from (drawn[edge.ref] for edge in self.chart.edges)

    def _row_edges(self, at: int) -> Iterator[PlacedEdge]:
        """The connectors of a row, with its way on to the next."""
        composed, drawing = self.rows[at], self.drawings[at]
        left, top = self.left, self.tops[at]
        for number, link in enumerate(composed.row.links):
            points = drawing.points(number, left, top)
            text = drawing.label(number, left, top)
            yield _edge(link.edge, link.target, points, text)
        if composed.row.leaving:
            number = composed.leaving
            points = [*drawing.points(number, left, top), *self._way_on(at)]
            text = drawing.label(number, left, top)
            yield _edge(composed.row.leaving, composed.row.leaving.target, points, text)

    def _way_on(self, at: int) -> Iterator[Point]:
        """The corners from the end of a row to a step of the next."""
        y = self.tops[at] + self.drawings[at].down.height + _BETWEEN / 2
        arriving = self.drawings[at + 1].points(
            self.rows[at + 1].arriving, self.left, self.tops[at + 1]
        )
        yield self.drawings[at].points(self.rows[at].leaving, self.left, 0.0)[-1][0], y
        yield arriving[0][0], y
        yield from arriving

    def _bands(self) -> Iterator[PlacedBand]:
        for at, (drawing, top) in enumerate(zip(self.drawings, self.tops, strict=True)):
            yield from lane_bands(
                self.chart.lanes, self.frame, drawing, row=at, top=top, width=self.width
            )
        for at, (drawing, top) in enumerate(zip(self.drawings, self.tops, strict=True)):
            high = self._title_height(at)
            yield from self.groups[at].bands(
                drawing, self._reach, row=at, left=self.left, top=top, high=high
            )

    @property
    def _reach(self) -> tuple[float, float]:
        """How far groups reach in the row in which they reach farthest."""
        pairs = zip(self.groups, self.drawings, strict=True)
        found = [groups.reach(drawing) for groups, drawing in pairs]
        return min(left for left, _ in found), max(right for _, right in found)

    def _main_level(self, at: int, drawing: Drawing) -> float:
        """The middle of the level that the main line begins on."""
        row = self.rows[at].row
        first = min(
            row.columns.column,
            key=lambda ref: (ref not in row.columns.main, row.columns.column[ref]),
        )
        return drawing.down.middles[self.rows[at].grid.spots[first].y // 2]

    def _numbers(self) -> Iterator[PlacedText]:
        """The numbers of the rows, at the left of each or above its lanes."""
        for at, (drawing, top) in enumerate(zip(self.drawings, self.tops, strict=True), 1):
            if self.is_numbered:
                line = TextLine(str(at), measure(str(at), role=TextRole.BAND))
                y = top - 9.0 if self.frame.has_lanes else top + self._main_level(at - 1, drawing)
                yield PlacedText(MARGIN, round(y, 2), (line,), TextRole.BAND, "start")


def _edge(edge: Edge, target: str, points: Sequence[Point], text: PlacedText | None) -> PlacedEdge:
    return PlacedEdge(
        ref=edge.ref,
        kind=edge.kind,
        source=edge.source,
        target=target,
        points=tuple((round(x, 2), round(y, 2)) for x, y in points),
        text=text,
    )
