"""The horizontal measure: columns, and the gaps between them with labels and tracks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow, turn_at
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP
from playbookgen.layout.flowchart.nudging.segments import SegmentId
from playbookgen.layout.flowchart.nudging.tracks import MUST, tracks_of
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
        segments = segments_in(row, is_flat=False, channel=2 * gap)
        found = tracks_of(segments, preferences_of(row, segments), partial(_touch, row))
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


def segments_in(row: NudgedRow, *, is_flat: bool, channel: int) -> list[SegmentId]:
    """The segments on the tracks of one gap or channel."""
    return [
        segment.id
        for segment in row.segments.values()
        if segment.is_on_track and segment.is_flat is is_flat and segment.channel == channel
    ]


def _touch(row: NudgedRow, first: SegmentId, second: SegmentId) -> bool:
    one, other = row.segments[first], row.segments[second]
    return one.first <= other.last and other.first <= one.last


def preferences_of(
    row: NudgedRow, segments: Sequence[SegmentId]
) -> dict[tuple[SegmentId, SegmentId], int]:
    """The order of tracks that crosses least, and that which keeps facing lines apart."""
    members = set(segments)
    preferences = {pair: -sign for pair, sign in row.order.items() if set(pair) <= members}
    for first, second in sorted(row.offsets.facing):
        for pair in _facing_tracks(row, first, second):
            if set(pair) <= members:
                preferences[pair] = MUST
                preferences[pair[1], pair[0]] = -MUST
    return preferences


def _facing_tracks(
    row: NudgedRow, first: SegmentId, second: SegmentId
) -> Iterator[tuple[SegmentId, SegmentId]]:
    """The segments that two facing lines go on with where they meet."""
    one, other = row.segments[first], row.segments[second]
    for point in {one.begin, one.end} & {other.begin, other.end}:
        pair = turn_at(one, point), turn_at(other, point)
        if pair[0] and pair[1]:
            yield pair[0], pair[1]
