"""Placing: the steps of a column below one another, with lanes and groups behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.flowchart.frame import MARGIN
from playbookgen.layout.flowchart.narrow.column_sequence import Step, steps_of
from playbookgen.layout.flowchart.narrow.drawn import DrawnConnector, DrawnStep, Leaf, Point, plain
from playbookgen.layout.flowchart.narrow.sections import Section, bands_of, runs_of, sections_of
from playbookgen.layout.flowchart.narrow.sizes import measured
from playbookgen.layout.flowchart.narrow.steps import draw_steps
from playbookgen.layout.flowchart.ranking import Ranking
from playbookgen.model.diagram import (
    Flowchart,
    Group,
    Lane,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    Shape,
)

_GAP = 28.0
"""Between two steps: as much as an arrow needs."""
_SPARE = 10.0
"""How much closer a step may stand to a label or leaf above it."""
_TURN = 14.0
"""How far above a step a line turns that comes from the side."""
_CORNER = 12.0
"""Between the corner of a step and a line that comes to it."""
_TURNED = 2 * _TURN + 8.0


def place_column(
    chart: Flowchart, lanes: Mapping[str, int], ranking: Ranking, *, width: float
) -> PlacedDiagram:
    """The chart in one column that fits `width`."""
    steps = steps_of(chart, lanes, ranking)
    parts: tuple[Lane | Group, ...] = chart.lanes or chart.groups
    runs = list(runs_of(steps, parts))
    room, boxes = measured(steps, [run.title for run in runs], width)
    sections = sections_of(runs, parts, room)
    column = _Column(chart, steps, sections, draw_steps(steps, boxes, room))
    return column.placed()


@dataclass(frozen=True, slots=True)
class _Column:
    """Steps that are drawn, but have no heights yet."""

    chart: Flowchart
    steps: Sequence[Step]
    sections: Sequence[Section]
    """Runs of steps in one lane or group, or in none, from top to bottom."""
    drawn: Sequence[DrawnStep]

    def placed(self) -> PlacedDiagram:
        """The map with positions."""
        middles, tops = self._heights()
        height = self._end(middles)
        edges = self._edges(middles)
        widest = max((section.right for section in self.sections), default=0.0)
        right = max([widest, MARGIN, *(drawn.right for drawn in self.drawn)])
        width = round(right + (self.sections[0].pad if self.sections else MARGIN), 2)
        return PlacedDiagram(
            ref=self.chart.ref,
            title=self.chart.title,
            description=self.chart.description,
            language=self.chart.language,
            width=width,
            height=round(height + MARGIN, 2),
            nodes=tuple(self._nodes(middles)),
            edges=tuple(edges[edge.ref] for edge in self.chart.edges),
            bands=tuple(bands_of(self.sections, tops, height, width, list(edges.values()))),
        )

    def _heights(self) -> tuple[list[float], list[float]]:
        """The middle of each step, and the top of each section."""
        y, middles, tops, at = MARGIN, [], [], 0
        for section in self.sections:
            tops.append(y)
            for place in range(at, at + section.count):
                gap = self._gap(place)
                if place == at:
                    gap = max(section.head, gap)
                middles.append(round(y + gap + self.drawn[place].above, 2))
                y = middles[-1] + self.drawn[place].below
            at += section.count
            y += section.foot
        return middles, tops

    def _gap(self, at: int) -> float:
        """What stands free above a step, for its arrows."""
        if not at:
            return 0.0
        ref = self.steps[at].node.ref
        connectors = (
            connector
            for drawn in self.drawn[:at]
            for connector in drawn.open
            if connector.target == ref
        )
        turns = any(connector.points[-1][0] != self.drawn[at].x for connector in connectors)
        before = self.drawn[at - 1]
        return (_TURNED if turns else _GAP) - min(_SPARE, before.below - before.box.height / 2)

    def _end(self, middles: Sequence[float]) -> float:
        """The bottom of the last section."""
        if not self.drawn:
            return MARGIN
        last = self.sections[-1]
        return middles[-1] + self.drawn[-1].below + (last.foot if last.ref else 0.0)

    def _edges(self, middles: Sequence[float]) -> dict[str, PlacedEdge]:
        places = {step.node.ref: at for at, step in enumerate(self.steps)}
        found = {}
        for drawn, middle in zip(self.drawn, middles, strict=True):
            for connector in drawn.connectors:
                found[connector.edge.ref] = _edge(connector, middle, ())
            for connector in drawn.open:
                at = places[connector.target]
                goal = self.drawn[at]
                top = middles[at] - goal.box.height / 2
                turn = middles[at] - goal.above - _TURN
                found[connector.edge.ref] = _edge(
                    connector, middle, _last(connector, goal, top, turn)
                )
        return found

    def _nodes(self, middles: Sequence[float]) -> Iterator[PlacedNode]:
        """The steps in the order of the chart, each with its links right after it."""
        rank = {node.ref: at for at, node in enumerate(self.chart.nodes)}
        found: list[tuple[int, PlacedNode]] = []
        for step, drawn, middle in zip(self.steps, self.drawn, middles, strict=True):
            own = rank[step.node.ref]
            found.append((own, drawn.box.placed(drawn.x, middle)))
            found += [
                (rank.get(leaf.box.node.ref, own), _leaf(leaf, middle)) for leaf in drawn.leaves
            ]
        yield from (node for _, node in sorted(found, key=lambda pair: pair[0]))


def _last(connector: DrawnConnector, goal: DrawnStep, top: float, turn: float) -> tuple[Point, ...]:
    """The corners with which a line comes to the step below that it leads to."""
    x = connector.points[-1][0]
    is_wide = goal.box.shape not in (Shape.DIAMOND, Shape.CIRCLE, Shape.DOUBLE_CIRCLE)
    if x == goal.x or (is_wide and abs(x - goal.x) <= goal.box.width / 2 - _CORNER):
        return ((x, top),)
    return ((x, turn), (goal.x, turn), (goal.x, top))


def _edge(connector: DrawnConnector, middle: float, last: tuple[Point, ...]) -> PlacedEdge:
    points = plain(
        [*((round(x, 2), round(y + middle, 2)) for x, y in connector.points), *_rounded(last)]
    )
    return PlacedEdge(
        ref=connector.edge.ref,
        kind=connector.edge.kind,
        source=connector.edge.source,
        target=connector.target,
        points=points,
        text=connector.text
        and replace(
            connector.text, x=round(connector.text.x, 2), y=round(connector.text.y + middle, 2)
        ),
    )


def _rounded(points: Sequence[Point]) -> Iterator[Point]:
    yield from ((round(x, 2), round(y, 2)) for x, y in points)


def _leaf(leaf: Leaf, middle: float) -> PlacedNode:
    placed = leaf.box.placed(leaf.x, leaf.y + middle)
    if placed.kind is not NodeKind.LINK:
        return placed
    return replace(placed, title=leaf.box.node.label.removeprefix("→").strip())
