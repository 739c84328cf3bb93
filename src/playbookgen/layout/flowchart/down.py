"""The vertical measure: levels, the corridors between them with labels and tracks, and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from playbookgen.layout.flowchart.across import Across
from playbookgen.layout.flowchart.corridors import Corridor
from playbookgen.layout.flowchart.lattice import Side
from playbookgen.layout.flowchart.offsets import LABEL_GAP
from playbookgen.layout.flowchart.plan import Plan
from playbookgen.layout.flowchart.runs import RunId


@dataclass(frozen=True, slots=True)
class Down:
    """The vertical measure of a row."""

    middles: tuple[float, ...]
    halves: tuple[tuple[float, float], ...]
    """How far each level reaches above and below its middle."""
    tracks: Mapping[RunId, float]
    lanes: tuple[tuple[float, float], ...]
    """The top and bottom of each lane."""
    height: float


def down_of(plan: Plan, across: Across, *, least: Sequence[float]) -> Down:
    """The vertical measure, each lane at least as high as the title beside it."""
    above, below = _level_heights(plan)
    down = _stacked(plan, across, above, below)
    level = 0
    for lane, need in enumerate(least):
        top, bottom = down.lanes[lane]
        missing = max(0.0, need - (bottom - top))
        above[level] += missing / 2
        below[level] += missing / 2
        level += plan.lanes[lane]
    return _stacked(plan, across, above, below) if least else down


def _stacked(
    plan: Plan,
    across: Across,
    above: Sequence[float],
    below: Sequence[float],
) -> Down:
    """Levels as high as their steps, corridors as high as lines and labels, from top to bottom."""
    zones = _label_strips(plan, above, below)
    borders = _lane_borders(plan)
    y, middles, lines = 0.0, [], [0.0]
    tracks: dict[RunId, float] = {}
    for corridor in range(plan.grid.levels + 1):
        strip = Corridor(plan, across, corridor, zones[corridor], is_border=corridor in borders)
        tracks |= {run: y + at for run, at in strip.tracks.items()}
        if 0 < corridor < plan.grid.levels and corridor in borders:
            lines.append(y + strip.border)
        y += strip.height
        if corridor < plan.grid.levels:
            middles.append(y + above[corridor])
            y += above[corridor] + below[corridor]
    lines.append(y)
    lanes = tuple(pairwise(lines))
    halves = tuple(zip(above, below, strict=True))
    return Down(tuple(middles), halves, tracks, lanes, y)


def _lane_borders(plan: Plan) -> frozenset[int]:
    """The corridors at the top of each lane, and below the last."""
    return frozenset(accumulate(plan.lanes, initial=0))


def _level_heights(plan: Plan) -> tuple[list[float], list[float]]:
    above, below = [0.0] * plan.grid.levels, [0.0] * plan.grid.levels

    def hold(level: int, top: float, bottom: float) -> None:
        above[level] = max(above[level], -top)
        below[level] = max(below[level], bottom)

    for ref, spot in plan.grid.spots.items():
        box = plan.boxes[ref]
        hold(spot.y // 2, -box.height / 2, box.height / 2 + box.caption)
    for run in plan.runs.values():
        if run.is_flat and not run.is_on_track:
            offset = plan.place(run.id).offset
            hold(run.channel // 2, offset - 2.0, offset + 2.0)
    for _, run, text in [*plan.leaving(Side.RIGHT), *plan.leaving(Side.LEFT)]:
        place = plan.place(run.id)
        reach = place.offset + place.label * (LABEL_GAP + text.height)
        hold(run.channel // 2, min(place.offset, reach), max(place.offset, reach))
    return above, below


def _label_strips(
    plan: Plan, above: Sequence[float], below: Sequence[float]
) -> list[tuple[float, float]]:
    """The room for labels below the level above each corridor, and above the level below it."""
    strips = [[0.0, 0.0] for _ in range(plan.grid.levels + 1)]
    for side, at in ((Side.BOTTOM, 0), (Side.TOP, 1)):
        for _, run, text in plan.leaving(side):
            level = run.begin.y // 2
            free = (above if at else below)[level] - plan.boxes[run.source].height / 2
            need = text.height + 2 * LABEL_GAP - free
            strips[level + 1 - at][at] = max(strips[level + 1 - at][at], need)
    return [(upper, lower) for upper, lower in strips]
