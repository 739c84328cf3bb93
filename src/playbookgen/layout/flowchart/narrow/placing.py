"""Placing: the steps of a column below one another, with lanes and groups behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.flowchart.frame import MARGIN
from playbookgen.layout.flowchart.narrow.column_sequence import Stop, stops_of
from playbookgen.layout.flowchart.narrow.drawn import Drawn, Leaf, Point, Way, plain
from playbookgen.layout.flowchart.narrow.sections import Section, bands_of, sections_of
from playbookgen.layout.flowchart.narrow.sizes import measured
from playbookgen.layout.flowchart.narrow.steps import drawn_of
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
    stops = stops_of(chart, lanes, ranking)
    parts: tuple[Lane | Group, ...] = chart.lanes or chart.groups
    titles = {part.ref: part.title for part in parts}
    shown = dict.fromkeys(titles[stop.section] for stop in stops if stop.section)
    room, boxes = measured(stops, list(shown), width)
    sections = sections_of(stops, parts, room)
    column = _Column(chart, stops, sections, drawn_of(stops, boxes, room))
    return column.placed()


@dataclass(frozen=True, slots=True)
class _Column:
    """Steps that are drawn, but have no heights yet."""

    chart: Flowchart
    stops: Sequence[Stop]
    sections: Sequence[Section]
    """Runs of steps in one lane or group, or in none, from top to bottom."""
    drawn: Sequence[Drawn]

    def placed(self) -> PlacedDiagram:
        """The map with positions."""
        middles, tops = self._heights()
        height = self._end(middles)
        edges = self._edges(middles)
        widest = max((section.right for section in self.sections), default=0.0)
        right = max([widest, MARGIN, *(step.right for step in self.drawn)])
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
        ref = self.stops[at].node.ref
        ways = (way for step in self.drawn[:at] for way in step.open if way.target == ref)
        turns = any(way.points[-1][0] != self.drawn[at].x for way in ways)
        before = self.drawn[at - 1]
        return (_TURNED if turns else _GAP) - min(_SPARE, before.below - before.box.height / 2)

    def _end(self, middles: Sequence[float]) -> float:
        """The bottom of the last section."""
        if not self.drawn:
            return MARGIN
        last = self.sections[-1]
        return middles[-1] + self.drawn[-1].below + (last.foot if last.ref else 0.0)

    def _edges(self, middles: Sequence[float]) -> dict[str, PlacedEdge]:
        places = {stop.node.ref: at for at, stop in enumerate(self.stops)}
        found = {}
        for step, middle in zip(self.drawn, middles, strict=True):
            for way in step.ways:
                found[way.edge.ref] = _edge(way, middle, ())
            for way in step.open:
                at = places[way.target]
                goal = self.drawn[at]
                top = middles[at] - goal.box.height / 2
                turn = middles[at] - goal.above - _TURN
                found[way.edge.ref] = _edge(way, middle, _last(way, goal, top, turn))
        return found

    def _nodes(self, middles: Sequence[float]) -> Iterator[PlacedNode]:
        """The steps in the order of the chart, each with its links right after it."""
        rank = {node.ref: at for at, node in enumerate(self.chart.nodes)}
        found: list[tuple[int, PlacedNode]] = []
        for stop, step, middle in zip(self.stops, self.drawn, middles, strict=True):
            own = rank[stop.node.ref]
            found.append((own, step.box.placed(step.x, middle)))
            found += [
                (rank.get(leaf.box.node.ref, own), _leaf(leaf, middle)) for leaf in step.leaves
            ]
        yield from (node for _, node in sorted(found, key=lambda pair: pair[0]))


def _last(way: Way, goal: Drawn, top: float, turn: float) -> tuple[Point, ...]:
    """The corners with which a line comes to the step below that it leads to."""
    x = way.points[-1][0]
    is_wide = goal.box.shape not in (Shape.DIAMOND, Shape.CIRCLE, Shape.DOUBLE_CIRCLE)
    if x == goal.x or (is_wide and abs(x - goal.x) <= goal.box.width / 2 - _CORNER):
        return ((x, top),)
    return ((x, turn), (goal.x, turn), (goal.x, top))


def _edge(way: Way, middle: float, last: tuple[Point, ...]) -> PlacedEdge:
    points = plain([*((round(x, 2), round(y + middle, 2)) for x, y in way.points), *_rounded(last)])
    return PlacedEdge(
        ref=way.edge.ref,
        kind=way.edge.kind,
        source=way.edge.source,
        target=way.target,
        points=points,
        text=way.text
        and replace(way.text, x=round(way.text.x, 2), y=round(way.text.y + middle, 2)),
    )


def _rounded(points: Sequence[Point]) -> Iterator[Point]:
    yield from ((round(x, 2), round(y, 2)) for x, y in points)


def _leaf(leaf: Leaf, middle: float) -> PlacedNode:
    placed = leaf.box.placed(leaf.x, leaf.y + middle)
    if placed.kind is not NodeKind.LINK:
        return placed
    return replace(placed, title=leaf.box.node.label.removeprefix("→").strip())
