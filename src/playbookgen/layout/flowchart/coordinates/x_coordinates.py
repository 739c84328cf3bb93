"""The horizontal measure: columns, and the gaps between them with labels and tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from playbookgen.layout.flowchart.coordinates.label_places import (
    label_rooms,
    label_starts,
    upright_reach,
)
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.segments import SegmentId
from playbookgen.layout.flowchart.nudging.spans import meeting_spans
from playbookgen.layout.flowchart.nudging.tracks import tracks_of
from playbookgen.layout.flowchart.routing.grid import Side

TRACK = 12.0
BORDER = 12.0
"""What a gap is wider where a group ends or begins."""
_STUB = 14.0
"""Between a step and the first line beside it."""
_ARROW = 20.0
"""Between a line and the step beside it that an arrow leads to."""
_GAP = 36.0


@dataclass(frozen=True, slots=True)
class XCoordinates:
    """The horizontal measure of a row."""

    centres: tuple[float, ...]
    borders: tuple[tuple[float, float], ...]
    """The left and right side of each column, with the labels that a group has beside it."""
    labels: Mapping[int, float]
    """How far from the middle of its step the label of each flat line begins."""
    tracks: Mapping[SegmentId, float]
    width: float


def x_coordinates(row: NudgedRow, *, ends: Set[int], begins: Set[int]) -> XCoordinates:
    """Columns as wide as their steps; gaps as wide as lines, labels and borders of groups."""
    labels = label_starts(row)
    halves = _column_halves(row)
    left = _label_zones(row, Side.RIGHT, labels, halves)
    right = _label_zones(row, Side.LEFT, labels, halves)
    _take_in_labels(halves, left, right, ends=ends, begins=begins)
    x, centres, borders = 0.0, [], []
    tracks: dict[SegmentId, float] = {}
    for gap in range(row.grid.columns + 1):
        found = _gap_tracks(row, 2 * gap)
        x += BORDER if gap in ends else 0.0
        start = x + max(left[gap], 0.0 if gap == 0 else _STUB)
        tracks |= {segment: start + track * TRACK for segment, track in found.items()}
        is_last = gap == row.grid.columns
        arrow = max(0.0 if is_last else _ARROW, right[gap])
        x = _after_gap(x, left[gap], found, start, arrow, is_border=is_last or gap == 0)
        x += BORDER if gap in begins else 0.0
        if not is_last:
            centres.append(x + halves[gap][0])
            borders.append((x, x + sum(halves[gap])))
            x += sum(halves[gap])
    return XCoordinates(tuple(centres), tuple(borders), labels, tracks, x)


def _take_in_labels(
    halves: Sequence[list[float]],
    left: list[float],
    right: list[float],
    *,
    ends: Set[int],
    begins: Set[int],
) -> None:
    """Makes the rooms of labels beside groups part of the columns in the groups."""
    for gap in ends:
        halves[gap - 1][1] += left[gap]
        left[gap] = 0.0
    for gap in begins:
        halves[gap][0] += right[gap]
        right[gap] = 0.0


def _gap_tracks(row: NudgedRow, channel: int) -> dict[SegmentId, int]:
    """The tracks of the segments in a gap."""
    segments = [row.segments[segment] for segment in row.tracks.get((False, channel), ())]
    spans = {segment.id: (segment.first, segment.last) for segment in segments}
    meeting = meeting_spans(spans, air=1)
    return tracks_of(spans, meeting, row.preferences.get((False, channel), {}))


def _after_gap(
    x: float,
    label: float,
    tracks: Mapping[SegmentId, int],
    start: float,
    arrow: float,
    *,
    is_border: bool,
) -> float:
    """The right end of a gap that begins at x."""
    used = TRACK * max(tracks.values(), default=0)
    if is_border:
        return start + used + arrow if tracks else x + label
    free = x + label + (arrow if arrow > _ARROW else _STUB)
    return max(x + _GAP, start + used + arrow if tracks else free)


def _column_halves(row: NudgedRow) -> list[list[float]]:
    """How far each column reaches left and right of the middle of its steps."""
    halves = [[0.0, 0.0] for _ in range(row.grid.columns)]

    def hold(column: int, reach: float) -> None:
        side = halves[column]
        side[reach > 0] = max(side[reach > 0], abs(reach))

    for ref, point in row.points.items():
        for sign in (-1, 1):
            hold(point.x // 2, sign * row.boxes[ref].span / 2)
    for side in (Side.TOP, Side.BOTTOM):
        for _, segment, text in row.leaving(side):
            hold(segment.begin.x // 2, upright_reach(row.place(segment.id), text))
    for segment in row.segments.values():
        if not segment.is_flat and not segment.is_on_track:
            hold(segment.channel // 2, row.place(segment.id).offset)
    return halves


def _label_zones(
    row: NudgedRow, side: Side, labels: Mapping[int, float], halves: Sequence[Sequence[float]]
) -> list[float]:
    """The room in each gap for labels of lines that leave the steps beside it by this side."""
    zones = [0.0] * (row.grid.columns + 1)
    is_right = side is Side.RIGHT
    for column, reach in label_rooms(row, side, labels):
        gap = column + is_right
        zones[gap] = max(zones[gap], reach - halves[column][is_right])
    return zones
