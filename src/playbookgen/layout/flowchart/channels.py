"""Channels: the tracks that horizontal lines run on between two rows, and the labels on them.

From top to bottom: lines of the row above, nearest first; lines that change rows; lines of the
row below, nearest last. So a line down to a track never lies on a line up to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from playbookgen.layout.flowchart.columns import Columns
from playbookgen.layout.flowchart.routes import Route, Side, Way
from playbookgen.layout.text import measure, wrap_evenly
from playbookgen.model.diagram import PlacedText, TextRole

STRIP = 12.0
"""The height of a track without labels."""
LABEL_WIDTH = 132.0
_APART = 14.0
_CLEAR = 6.0


class Zone(IntEnum):
    """The parts of a channel, from top to bottom."""

    UPPER = 0
    MIDDLE = 1
    LOWER = 2


@dataclass(frozen=True, slots=True)
class Run:
    """A horizontal line in a channel: part 0 or 1 of a route, from `first` to `last`."""

    route: int
    part: int
    channel: int
    zone: Zone
    first: float
    last: float
    label: str = ""
    source_x: float = 0.0
    reserved: tuple[float, float] = (0.0, 0.0)
    """What no other run of its track may touch: the line and the room for its label."""


@dataclass(frozen=True, slots=True)
class Rise:
    """A vertical line in a channel, from a track to a track; -1 and 9999 are its borders."""

    channel: int
    x: float
    first: int
    last: int


TOP, BOTTOM = -1, 9999


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: for each track its runs, and the labels with their lines broken."""

    tracks: tuple[tuple[Run, ...], ...] = ()
    labels: Mapping[int, PlacedText] | None = None
    """By route: a label, its y to be added."""

    @property
    def strips(self) -> list[float]:
        """The heights of the tracks, labels above their lines included."""
        return [STRIP + self._label_height(track) for track in self.tracks]

    def _label_height(self, track: Sequence[Run]) -> float:
        texts = ((self.labels or {}).get(run.route) for run in track if run.label)
        return max((text.height + 2.0 for text in texts if text), default=0.0)


def channels_of(routes: Sequence[Route], columns: Columns, *, count: int) -> list[Channel]:
    """All channels, from the one above the first row to the one below the last."""
    runs = [_with_room(run, columns.width) for run in _runs(routes, columns)]
    tracks = [_tracks([run for run in runs if run.channel == at]) for at in range(count)]
    track_of = {
        (run.route, run.part): at
        for channel in tracks
        for at, track in enumerate(channel)
        for run in track
    }
    rises: dict[int, list[Rise]] = defaultdict(list)
    for rise in _rises(routes, columns, track_of):
        rises[rise.channel].append(rise)
    return [
        Channel(channel, dict(_labels(channel, rises[at]))) for at, channel in enumerate(tracks)
    ]


def _runs(routes: Sequence[Route], columns: Columns) -> Iterator[Run]:
    for index, route in enumerate(routes):
        label = route.edge.label
        out, into = columns.ports[index, True], columns.ports[index, False]
        match route.way:
            case Way.BRIDGE:
                zone = Zone.LOWER if route.leaves is Side.TOP else Zone.UPPER
                yield _run(index, 0, route.out_channel, zone, out, into, label)
            case Way.CROSS:
                yield _run(index, 0, route.out_channel, Zone.MIDDLE, out, into, label)
            case Way.DROP if label:
                yield _run(index, 0, route.out_channel, Zone.MIDDLE, out, out, label)
            case Way.WRAP:
                lines = columns.lines[index, 0], columns.lines[index, 1]
                yield _run(index, 0, route.target.row, Zone.MIDDLE, *lines, "")
            case Way.DETOUR:
                line = columns.lines[index, 0]
                zones = [
                    Zone.LOWER if side is Side.TOP else Zone.UPPER
                    for side in (route.leaves, route.enters)
                ]
                yield _run(index, 0, route.out_channel, zones[0], out, line, label)
                yield _run(index, 1, route.in_channel, zones[1], into, line, "")


def _run(
    route: int, part: int, channel: int, zone: Zone, begin: float, end: float, label: str
) -> Run:
    return Run(route, part, channel, zone, min(begin, end), max(begin, end), label, begin)


def _need(label: str) -> float:
    """The width that a label would like: one line, or not too many."""
    natural = measure(label, role=TextRole.EDGE) + 1.0
    return min(natural, max(LABEL_WIDTH, min(natural / 4, 2 * LABEL_WIDTH)))


def _with_room(run: Run, width: float) -> Run:
    """The run with room for its label, which may be longer than its line."""
    if not run.label:
        return replace(run, reserved=(run.first, run.last))
    need = _need(run.label) + 2 * _CLEAR
    first, last = run.first, max(run.last, run.first + need)
    if last > width:
        first, last = min(run.first, run.last - need), run.last
    return replace(run, reserved=(first, last))


def _tracks(runs: Iterable[Run]) -> tuple[tuple[Run, ...], ...]:
    """The runs of a channel on their tracks, short ones nearest to their row."""
    zones: dict[Zone, list[list[Run]]] = {zone: [] for zone in Zone}
    for run in sorted(runs, key=_nearness):
        tracks = zones[run.zone]
        free = next((track for track in tracks if all(_apart(run, other) for other in track)), None)
        if free is None:
            tracks.append(free := [])
        free.append(run)
    ordered = [*zones[Zone.UPPER], *zones[Zone.MIDDLE], *reversed(zones[Zone.LOWER])]
    return tuple(tuple(track) for track in ordered)


def _nearness(run: Run) -> tuple[bool, float, int, int]:
    """Short runs first; the label of a straight drop comes below the twigs that fork from it."""
    length = run.last - run.first
    return (length == 0, length, run.route, run.part)


def _apart(run: Run, other: Run) -> bool:
    return (
        run.reserved[0] > other.reserved[1] + _APART or other.reserved[0] > run.reserved[1] + _APART
    )


def _rises(
    routes: Sequence[Route], columns: Columns, track_of: Mapping[tuple[int, int], int]
) -> Iterator[Rise]:
    """All vertical lines, channel by channel."""
    for index, route in enumerate(routes):
        out, into = columns.ports[index, True], columns.ports[index, False]
        first = track_of.get((index, 0), TOP)
        match route.way:
            case Way.DROP:
                yield Rise(route.out_channel, out, TOP, BOTTOM)
            case Way.BRIDGE | Way.CROSS:
                yield _stub(route.out_channel, out, first, route.leaves)
                yield _stub(route.in_channel, into, first, route.enters)
            case Way.WRAP:
                channel = route.target.row
                for passed in range(route.source.row + 1, channel):
                    yield Rise(passed, columns.lines[index, 0], TOP, BOTTOM)
                yield Rise(channel, columns.lines[index, 0], TOP, first)
                yield Rise(channel, columns.lines[index, 1], first, BOTTOM)
            case Way.DETOUR:
                second = track_of[index, 1]
                yield _stub(route.out_channel, out, first, route.leaves)
                yield _stub(route.in_channel, into, second, route.enters)
                ends = sorted([(route.out_channel, first), (route.in_channel, second)])
                yield from _through(columns.lines[index, 0], *ends)


def _stub(channel: int, x: float, track: int, side: Side) -> Rise:
    """The line between a step and a track."""
    return Rise(channel, x, track, BOTTOM) if side is Side.TOP else Rise(channel, x, TOP, track)


def _through(x: float, begin: tuple[int, int], end: tuple[int, int]) -> Iterator[Rise]:
    """A line from a track of one channel to a track of the same or a later one."""
    if begin[0] == end[0]:
        yield Rise(begin[0], x, begin[1], end[1])
        return
    yield Rise(begin[0], x, begin[1], BOTTOM)
    yield from (Rise(channel, x, TOP, BOTTOM) for channel in range(begin[0] + 1, end[0]))
    yield Rise(end[0], x, TOP, end[1])


def _labels(
    tracks: Sequence[Sequence[Run]], rises: Sequence[Rise]
) -> Iterator[tuple[int, PlacedText]]:
    """The label of each run, where no vertical line crosses it; `y` is left at 0."""
    for at, track in enumerate(tracks):
        obstacles = sorted({rise.x for rise in rises if rise.first < at <= rise.last})
        for run in track:
            if run.label:
                yield run.route, _label(run, obstacles)


def _label(run: Run, obstacles: Sequence[float]) -> PlacedText:
    need = _need(run.label)
    first, last = run.reserved
    edges = [first, *(x for x in obstacles if first < x < last), last]
    free = [(a + _CLEAR, b - _CLEAR) for a, b in pairwise(edges)]
    begin, end = max(free, key=lambda span: _worth(span, need, run.source_x))
    lines = wrap_evenly(run.label, role=TextRole.EDGE, width=max(min(end - begin, need), 1.0))
    block = PlacedText(0, 0, lines, TextRole.EDGE)
    to_the_right = run.source_x <= (begin + end) / 2
    x = begin + block.width / 2 if to_the_right else end - block.width / 2
    return replace(block, x=x)


def _worth(span: tuple[float, float], need: float, source_x: float) -> tuple[float, float]:
    """Room enough first, then nearness to the step that the line leaves."""
    width = span[1] - span[0]
    return (min(width, need), -min(abs(span[0] - source_x), abs(span[1] - source_x)))
