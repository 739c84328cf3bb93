"""The horizontal measure: columns, and the gaps between them with labels and tracks."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP
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
    """The left and right side of each column."""
    labels: tuple[float, ...]
    """Where the labels of each gap begin."""
    tracks: Mapping[SegmentId, float]
    width: float


def x_coordinates(row: NudgedRow, *, ends: Set[int], begins: Set[int]) -> XCoordinates:
    """Columns as wide as their steps; gaps as wide as lines, labels and borders of groups."""
    widths = _column_widths(row)
    left, right = _label_zones(row, Side.RIGHT), _label_zones(row, Side.LEFT)
    x, centres, borders, labels = 0.0, [], [], []
    tracks: dict[SegmentId, float] = {}
    for gap in range(row.grid.columns + 1):
        found = _gap_tracks(row, 2 * gap)
        x += BORDER if gap in ends else 0.0
        labels.append(x)
        start = x + (left[gap] or (0.0 if gap == 0 else _STUB))
        tracks |= {segment: start + track * TRACK for segment, track in found.items()}
        is_last = gap == row.grid.columns
        arrow = max(0.0 if is_last else _ARROW, right[gap])
        x = _after_gap(x, left[gap], found, start, arrow, is_border=is_last or gap == 0)
        x += BORDER if gap in begins else 0.0
        if not is_last:
            centres.append(x + widths[gap] / 2)
            borders.append((x, x + widths[gap]))
            x += widths[gap]
    return XCoordinates(tuple(centres), tuple(borders), tuple(labels), tracks, x)


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


def _column_widths(row: NudgedRow) -> list[float]:
    widths = [0.0] * row.grid.columns
    for ref, point in row.points.items():
        widths[point.x // 2] = max(widths[point.x // 2], row.boxes[ref].span)
    for side in (Side.TOP, Side.BOTTOM):
        for _, segment, text in row.leaving(side):
            place = row.place(segment.id)
            reach = abs(place.offset + place.label * (LABEL_GAP + text.width))
            column = segment.begin.x // 2
            widths[column] = max(widths[column], 2 * reach)
    for segment in row.segments.values():
        if not segment.is_flat and not segment.is_on_track:
            reach = 2 * abs(row.place(segment.id).offset)
            widths[segment.channel // 2] = max(widths[segment.channel // 2], reach)
    return widths


def _label_zones(row: NudgedRow, side: Side) -> list[float]:
    """The room in each gap for labels of lines that leave the steps beside it by this side."""
    zones = [0.0] * (row.grid.columns + 1)
    for _, segment, text in row.leaving(side):
        gap = segment.begin.x // 2 + (side is Side.RIGHT)
        zones[gap] = max(zones[gap], text.width + 2 * LABEL_GAP + 2.0)
    return zones
