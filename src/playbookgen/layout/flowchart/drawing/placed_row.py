"""PlacedRow: the nudged of a row with its measures as steps, polylines and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.coordinates.label_places import BESIDE_STEP
from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow
from playbookgen.layout.flowchart.coordinates.x_coordinates import XCoordinates
from playbookgen.layout.flowchart.coordinates.y_coordinates import YCoordinates, y_coordinates
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP
from playbookgen.layout.flowchart.nudging.segments import Segment
from playbookgen.layout.flowchart.routing.grid import Side
from playbookgen.model.diagram import PlacedNode, PlacedText, Shape

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with positions, counted from its own top left corner."""

    nudged: NudgedRow
    xs: XCoordinates
    ys: YCoordinates

    def node(self, ref: str, x: float, y: float) -> PlacedNode:
        """A step, with the row's corner at (x, y)."""
        middle = self._middle(ref)
        return self.nudged.boxes[ref].placed(x + middle[0], y + middle[1])

    def _middle(self, ref: str) -> Point:
        point = self.nudged.points[ref]
        return self.xs.centres[point.x // 2], self.ys.middles[point.y // 2]

    def points(self, number: int, x: float, y: float) -> list[Point]:
        """The corners of a connector with both its ends."""
        pattern = self.nudged.routes[number].pattern
        count = len(pattern.corners) // 2 - 1
        segments = [self.nudged.segments[number, at] for at in range(count)]
        places = [self._place(segment) for segment in segments]
        found: list[Point] = []
        if segments[0].source:
            found.append(self._port(segments[0], places[0], segments[0].source, pattern.leaves))
        for segment, place, after in zip(segments, places, places[1:], strict=False):
            found.append((after, place) if segment.is_flat else (place, after))
        if segments[-1].target:
            found.append(self._port(segments[-1], places[-1], segments[-1].target, pattern.enters))
        return [(x + at[0], y + at[1]) for at in found]

    def _place(self, segment: Segment) -> float:
        """The y of a flat segment, the x of an upright one."""
        if segment.is_on_track:
            return (self.ys if segment.is_flat else self.xs).tracks[segment.id]
        middles = self.ys.middles if segment.is_flat else self.xs.centres
        return middles[segment.channel // 2] + self.nudged.place(segment.id).offset

    def _port(self, segment: Segment, place: float, ref: str, side: Side) -> Point:
        """Where a line meets the outline of its step."""
        box, (x, y) = self.nudged.boxes[ref], self._middle(ref)
        if segment.is_flat:
            return x + side.value.x * reach(box, place - y), place
        return place, y + side.value.y * box.border(place - x)

    def label(self, number: int, x: float, y: float) -> PlacedText | None:
        """The label of a connector, beside the line where it leaves its step."""
        text = self.nudged.labels.get(number)
        segment = self.nudged.segments[number, 0]
        if text is None or not segment.source:
            return None
        side = self.nudged.routes[number].pattern.leaves
        if segment.is_flat:
            return self._above_or_below(number, side, text, x, y)
        return self._left_or_right(segment, side, text, x, y)

    def _above_or_below(
        self, number: int, side: Side, text: PlacedText, x: float, y: float
    ) -> PlacedText:
        """A label at the beginning of a flat line."""
        segment = self.nudged.segments[number, 0]
        away = self.xs.labels[number] + BESIDE_STEP + text.width / 2
        across = self.xs.centres[segment.begin.x // 2] + side.value.x * away
        sign = self.nudged.place(segment.id).label
        down = self._place(segment) + sign * (LABEL_GAP + text.height / 2)
        return replace(text, x=round(x + across, 2), y=round(y + down, 2))

    def _left_or_right(
        self, segment: Segment, side: Side, text: PlacedText, x: float, y: float
    ) -> PlacedText:
        """A label at the beginning of an upright line, its lines even at the side of the line."""
        sign = self.nudged.place(segment.id).label
        across = self._place(segment) + sign * LABEL_GAP
        half = self.nudged.boxes[segment.source].height / 2
        away = half + LABEL_GAP + text.height / 2
        down = self._middle(segment.source)[1] + side.value.y * away
        anchor = "start" if sign > 0 else "end"
        return replace(text, x=round(x + across, 2), y=round(y + down, 2), anchor=anchor)


def reach(box: Box, offset: float) -> float:
    """Half the outline's width at a distance from its middle."""
    half = box.width / 2
    if box.shape is Shape.DIAMOND:
        return half * (1 - abs(offset) / (box.height / 2))
    if box.shape in CIRCLES:
        return float(max(half**2 - offset**2, 0.0) ** 0.5)
    return half


def place_row(row: MeasuredRow, *, least: Sequence[float]) -> PlacedRow:
    """The row with all coordinates, each lane at least as high as its title."""
    return PlacedRow(row.nudged, row.xs, y_coordinates(row.nudged, row.xs, least=least))
