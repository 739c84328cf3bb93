"""The vertical measure: levels, the channels between them with labels and tracks, and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from playbookgen.layout.flowchart.coordinates.channels import Channel
from playbookgen.layout.flowchart.coordinates.x_coordinates import XCoordinates
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP
from playbookgen.layout.flowchart.nudging.segments import SegmentId
from playbookgen.layout.flowchart.routing.grid import Side


@dataclass(frozen=True, slots=True)
class YCoordinates:
    """The vertical measure of a row."""

    middles: tuple[float, ...]
    halves: tuple[tuple[float, float], ...]
    """How far each level reaches above and below its middle."""
    tracks: Mapping[SegmentId, float]
    lanes: tuple[tuple[float, float], ...]
    """The top and bottom of each lane."""
    height: float


def y_coordinates(
    row: NudgedRow, x_coordinates: XCoordinates, *, least: Sequence[float]
) -> YCoordinates:
    """The vertical measure, each lane at least as high as the title beside it."""
    above, below = _level_heights(row)
    down = _stacked(row, x_coordinates, above, below)
    level = 0
    for lane, need in enumerate(least):
        top, bottom = down.lanes[lane]
        missing = max(0.0, need - (bottom - top))
        above[level] += missing / 2
        below[level] += missing / 2
        level += row.lanes[lane]
    return _stacked(row, x_coordinates, above, below) if least else down


def _stacked(
    row: NudgedRow,
    x_coordinates: XCoordinates,
    above: Sequence[float],
    below: Sequence[float],
) -> YCoordinates:
    """Levels as high as their steps, channels as high as lines and labels, from top to bottom."""
    zones = _label_strips(row, above, below)
    borders = _lane_borders(row)
    y, middles, lines = 0.0, [], [0.0]
    tracks: dict[SegmentId, float] = {}
    for channel in range(row.grid.levels + 1):
        strip = Channel(row, x_coordinates, channel, zones[channel], is_border=channel in borders)
        tracks |= {segment: y + at for segment, at in strip.tracks.items()}
        if 0 < channel < row.grid.levels and channel in borders:
            lines.append(y + strip.border)
        y += strip.height
        if channel < row.grid.levels:
            middles.append(y + above[channel])
            y += above[channel] + below[channel]
    lines.append(y)
    lanes = tuple(pairwise(lines))
    halves = tuple(zip(above, below, strict=True))
    return YCoordinates(tuple(middles), halves, tracks, lanes, y)


def _lane_borders(row: NudgedRow) -> frozenset[int]:
    """The channels at the top of each lane, and below the last."""
    return frozenset(accumulate(row.lanes, initial=0))


def _level_heights(row: NudgedRow) -> tuple[list[float], list[float]]:
    above, below = [0.0] * row.grid.levels, [0.0] * row.grid.levels

    def hold(level: int, top: float, bottom: float) -> None:
        above[level] = max(above[level], -top)
        below[level] = max(below[level], bottom)

    for ref, point in row.points.items():
        box = row.boxes[ref]
        hold(point.y // 2, -box.height / 2, box.height / 2 + box.caption)
    for segment in row.segments.values():
        if segment.is_flat and not segment.is_on_track:
            offset = row.place(segment.id).offset
            hold(segment.channel // 2, offset - 2.0, offset + 2.0)
    for _, segment, text in [*row.leaving(Side.RIGHT), *row.leaving(Side.LEFT)]:
        place = row.place(segment.id)
        reach = place.offset + place.label * (LABEL_GAP + text.height)
        hold(segment.channel // 2, min(place.offset, reach), max(place.offset, reach))
    return above, below


def _label_strips(
    row: NudgedRow, above: Sequence[float], below: Sequence[float]
) -> list[tuple[float, float]]:
    """The room for labels below the level above each channel, and above the level below it."""
    strips = [[0.0, 0.0] for _ in range(row.grid.levels + 1)]
    for side, at in ((Side.BOTTOM, 0), (Side.TOP, 1)):
        for _, segment, text in row.leaving(side):
            level = segment.begin.y // 2
            free = (above if at else below)[level] - row.boxes[segment.source].height / 2
            need = text.height + 2 * LABEL_GAP - free
            strips[level + 1 - at][at] = max(strips[level + 1 - at][at], need)
    return [(upper, lower) for upper, lower in strips]
