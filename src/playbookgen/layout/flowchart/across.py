"""The horizontal measure: columns, and the gaps between them with labels and tracks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from playbookgen.layout.flowchart.lattice import Side
from playbookgen.layout.flowchart.offsets import LABEL_GAP
from playbookgen.layout.flowchart.plan import Plan, turn_at
from playbookgen.layout.flowchart.runs import RunId
from playbookgen.layout.flowchart.tracks import MUST, tracks_of

TRACK = 12.0
BORDER = 12.0
"""What a gap is wider where a group ends or begins."""
_STUB = 14.0
"""Between a step and the first line beside it."""
_ARROW = 20.0
"""Between a line and the step beside it that an arrow leads to."""
_GAP = 36.0


@dataclass(frozen=True, slots=True)
class Across:
    """The horizontal measure of a row."""

    centres: tuple[float, ...]
    borders: tuple[tuple[float, float], ...]
    """The left and right side of each column."""
    labels: tuple[float, ...]
    """Where the labels of each gap begin."""
    tracks: Mapping[RunId, float]
    width: float


def across_of(plan: Plan, *, ends: Set[int], begins: Set[int]) -> Across:
    """Columns as wide as their steps; gaps as wide as lines, labels and borders of groups."""
    widths = _column_widths(plan)
    left, right = _label_zones(plan, Side.RIGHT), _label_zones(plan, Side.LEFT)
    x, centres, borders, labels = 0.0, [], [], []
    tracks: dict[RunId, float] = {}
    for gap in range(plan.grid.columns + 1):
        runs = runs_in(plan, is_flat=False, channel=2 * gap)
        found = tracks_of(runs, wishes_of(plan, runs), partial(_touch, plan))
        x += BORDER if gap in ends else 0.0
        labels.append(x)
        start = x + (left[gap] or (0.0 if gap == 0 else _STUB))
        tracks |= {run: start + track * TRACK for run, track in found.items()}
        is_last = gap == plan.grid.columns
        arrow = max(0.0 if is_last else _ARROW, right[gap])
        x = _after_gap(x, left[gap], found, start, arrow, is_border=is_last or gap == 0)
        x += BORDER if gap in begins else 0.0
        if not is_last:
            centres.append(x + widths[gap] / 2)
            borders.append((x, x + widths[gap]))
            x += widths[gap]
    return Across(tuple(centres), tuple(borders), tuple(labels), tracks, x)


def _after_gap(
    x: float,
    label: float,
    tracks: Mapping[RunId, int],
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


def _column_widths(plan: Plan) -> list[float]:
    widths = [0.0] * plan.grid.columns
    for ref, spot in plan.grid.spots.items():
        widths[spot.x // 2] = max(widths[spot.x // 2], plan.boxes[ref].span)
    for side in (Side.TOP, Side.BOTTOM):
        for _, run, text in plan.leaving(side):
            place = plan.place(run.id)
            reach = abs(place.offset + place.label * (LABEL_GAP + text.width))
            column = run.begin.x // 2
            widths[column] = max(widths[column], 2 * reach)
    for run in plan.runs.values():
        if not run.is_flat and not run.is_on_track:
            reach = 2 * abs(plan.place(run.id).offset)
            widths[run.channel // 2] = max(widths[run.channel // 2], reach)
    return widths


def _label_zones(plan: Plan, side: Side) -> list[float]:
    """The room in each gap for labels of lines that leave the steps beside it by this side."""
    zones = [0.0] * (plan.grid.columns + 1)
    for _, run, text in plan.leaving(side):
        gap = run.begin.x // 2 + (side is Side.RIGHT)
        zones[gap] = max(zones[gap], text.width + 2 * LABEL_GAP + 2.0)
    return zones


def runs_in(plan: Plan, *, is_flat: bool, channel: int) -> list[RunId]:
    """The runs on the tracks of one gap or corridor."""
    return [
        run.id
        for run in plan.runs.values()
        if run.is_on_track and run.is_flat is is_flat and run.channel == channel
    ]


def _touch(plan: Plan, first: RunId, second: RunId) -> bool:
    one, other = plan.runs[first], plan.runs[second]
    return one.first <= other.last and other.first <= one.last


def wishes_of(plan: Plan, runs: Sequence[RunId]) -> dict[tuple[RunId, RunId], int]:
    """The order of tracks that crosses least, and that which keeps facing lines apart."""
    members = set(runs)
    wishes = {pair: -sign for pair, sign in plan.order.items() if set(pair) <= members}
    for first, second in sorted(plan.offsets.facing):
        for pair in _facing_tracks(plan, first, second):
            if set(pair) <= members:
                wishes[pair] = MUST
                wishes[pair[1], pair[0]] = -MUST
    return wishes


def _facing_tracks(plan: Plan, first: RunId, second: RunId) -> Iterator[tuple[RunId, RunId]]:
    """The runs that two facing lines go on with where they meet."""
    one, other = plan.runs[first], plan.runs[second]
    for spot in {one.begin, one.end} & {other.begin, other.end}:
        pair = turn_at(one, spot), turn_at(other, spot)
        if pair[0] and pair[1]:
            yield pair[0], pair[1]
