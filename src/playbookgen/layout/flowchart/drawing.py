"""Drawing: the plan of a row with its measures as steps, polylines and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.across import Across, across_of
from playbookgen.layout.flowchart.down import Down, down_of
from playbookgen.layout.flowchart.lattice import Side
from playbookgen.layout.flowchart.offsets import LABEL_GAP
from playbookgen.layout.flowchart.plan import Plan
from playbookgen.layout.flowchart.runs import Run
from playbookgen.model.diagram import PlacedNode, PlacedText, Shape

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A row with positions, counted from its own top left corner."""

    plan: Plan
    across: Across
    down: Down

    def node(self, ref: str, x: float, y: float) -> PlacedNode:
        """A step, with the row's corner at (x, y)."""
        middle = self._middle(ref)
        return self.plan.boxes[ref].placed(x + middle[0], y + middle[1])

    def _middle(self, ref: str) -> Point:
        spot = self.plan.grid.spots[ref]
        return self.across.centres[spot.x // 2], self.down.middles[spot.y // 2]

    def points(self, number: int, x: float, y: float) -> list[Point]:
        """The corners of a connector with both its ends."""
        way = self.plan.ways[number]
        runs = [self.plan.runs[number, at] for at in range(len(way.corners) - 1)]
        places = [self._place(run) for run in runs]
        found: list[Point] = []
        if runs[0].source:
            found.append(self._port(runs[0], places[0], runs[0].source, way.leaves))
        for run, place, after in zip(runs, places, places[1:], strict=False):
            found.append((after, place) if run.is_flat else (place, after))
        if runs[-1].target:
            found.append(self._port(runs[-1], places[-1], runs[-1].target, way.enters))
        return [(x + at[0], y + at[1]) for at in found]

    def _place(self, run: Run) -> float:
        """The y of a flat run, the x of an upright one."""
        if run.is_on_track:
            return (self.down if run.is_flat else self.across).tracks[run.id]
        middles = self.down.middles if run.is_flat else self.across.centres
        return middles[run.channel // 2] + self.plan.place(run.id).offset

    def _port(self, run: Run, place: float, ref: str, side: Side) -> Point:
        """Where a line meets the outline of its step."""
        box, (x, y) = self.plan.boxes[ref], self._middle(ref)
        if run.is_flat:
            return x + side.value.x * reach(box, place - y), place
        return place, y + side.value.y * box.border(place - x)

    def label(self, number: int, x: float, y: float) -> PlacedText | None:
        """The label of a connector, beside the line where it leaves its step."""
        text = self.plan.labels.get(number)
        run = self.plan.runs[number, 0]
        if text is None or not run.source:
            return None
        side = self.plan.ways[number].leaves
        middle = self._beside(run, side, text)
        return replace(text, x=round(x + middle[0], 2), y=round(y + middle[1], 2))

    def _beside(self, run: Run, side: Side, text: PlacedText) -> Point:
        place, sign = self._place(run), self.plan.place(run.id).label
        if run.is_flat:
            column = run.begin.x // 2
            away = LABEL_GAP + text.width / 2 + 1.0
            right, left = self.across.labels[column + 1], self.across.borders[column][0]
            at = right + away if side is Side.RIGHT else left - away
            return at, place + sign * (LABEL_GAP + text.height / 2)
        across = place + sign * (LABEL_GAP + text.width / 2)
        half = self.plan.boxes[run.source].height / 2
        away = side.value.y * (half + 2.0 + text.height / 2)
        return across, self._middle(run.source)[1] + away


def reach(box: Box, offset: float) -> float:
    """Half the outline's width at a distance from its middle."""
    half = box.width / 2
    if box.shape is Shape.DIAMOND:
        return half * (1 - abs(offset) / (box.height / 2))
    if box.shape in CIRCLES:
        return float(max(half**2 - offset**2, 0.0) ** 0.5)
    return half


def drawing_of(
    plan: Plan,
    *,
    groups: Sequence[tuple[int, int]],
    least: Sequence[float],
) -> Drawing:
    """The drawing of a row, with groups from column to column, each lane as high as its title."""
    begins, ends = {first for first, _ in groups}, {last + 1 for _, last in groups}
    across = across_of(plan, begins=begins, ends=ends)
    return Drawing(plan, across, down_of(plan, across, least=least))
