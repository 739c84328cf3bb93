"""Levels: how high each step stands in its lane; the main line straight, the rest beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from playbookgen.layout.flowchart.routing.grid import Grid, cell

Levels = dict[str, int]
"""The level of each step in its lane; 0 is that of the main line."""


@dataclass(frozen=True)
class Slots:
    """The steps of a row: where they stand in time, in which lanes, and what they are joined to."""

    column: Mapping[str, int]
    lane: Mapping[str, int]
    lanes: int
    main_line: frozenset[str]
    attached: Mapping[str, str]
    joined: Mapping[str, tuple[str, ...]]

    @cached_property
    def handing_down(self) -> frozenset[str]:
        """The steps with a connector straight down to another lane."""
        return frozenset(
            source
            for target, sources in self.joined.items()
            for source in sources
            if self.column[source] == self.column[target] and self.lane[source] < self.lane[target]
        )

    @property
    def count(self) -> int:
        """How many columns there are."""
        return max(self.column.values(), default=-1) + 1


def first_levels(slots: Slots) -> Levels:
    """Levels to begin with: each step as near to those it is joined to as there is room."""
    levels: Levels = {}
    taken: set[tuple[int, int, int]] = set()
    for ref in sorted(slots.column, key=lambda ref: _turn(slots, ref)):
        lane, column = slots.lane[ref], slots.column[ref]
        near = _near(_wish(slots, levels, ref), levels.get(slots.attached.get(ref, ""), None))
        level = next(at for at in near if (lane, column, at) not in taken)
        levels[ref] = level
        taken.add((lane, column, level))
    return levels


def _turn(slots: Slots, ref: str) -> tuple[bool, bool, int]:
    return (ref not in slots.main_line, ref in slots.attached, slots.column[ref])


def _wish(slots: Slots, levels: Levels, ref: str) -> int:
    if ref in slots.main_line:
        return 0
    if ref in slots.attached:
        host = slots.attached[ref]
        return levels[host] + (-1 if host in slots.handing_down else 1)
    lane = slots.lane[ref]
    near = [
        levels[to] for to in slots.joined.get(ref, ()) if to in levels and slots.lane[to] == lane
    ]
    return near[0] if near else 0


def _near(wish: int, host: int | None) -> Iterator[int]:
    """A level, the one below it, the one above it, and so on; ends hang close below and above."""
    yield wish
    if host is not None:
        yield host - 1
    for distance in count(1):
        yield wish + distance
        yield wish - distance


def grid_of(slots: Slots, levels: Levels) -> tuple[Grid, tuple[int, ...]]:
    """The grid with all lanes below one another, and how many levels each lane has."""
    offsets, heights, top = [], [], 0
    for lane in range(slots.lanes):
        own = [level for ref, level in levels.items() if slots.lane[ref] == lane]
        used = sorted(set(own)) or [0]
        offsets.append({level: top + at for at, level in enumerate(used)})
        heights.append(len(used))
        top += len(used)
    points = {
        ref: cell(slots.column[ref], offsets[slots.lane[ref]][level])
        for ref, level in levels.items()
    }
    return Grid(points, slots.count, top), tuple(heights)


def moves(slots: Slots, levels: Levels, refs: Iterable[str]) -> Iterator[Levels]:
    """Each of these steps on other levels, changing places where one is taken."""
    at = {(slots.lane[ref], slots.column[ref], level): ref for ref, level in levels.items()}
    shared = _shared(slots)
    for ref in sorted(
        refs, key=lambda ref: (ref in slots.main_line, slots.column[ref], levels[ref])
    ):
        lane, column = slots.lane[ref], slots.column[ref]
        if (lane, column) not in shared and ref in slots.main_line:
            continue
        for level in _choices(slots, levels, ref):
            other = at.get((lane, column, level))
            moved = {**levels, ref: level}
            if other:
                moved[other] = levels[ref]
            yield moved


def _shared(slots: Slots) -> set[tuple[int, int]]:
    """The places in time and lane that hold several steps."""
    seen: set[tuple[int, int]] = set()
    twice: set[tuple[int, int]] = set()
    for ref, column in slots.column.items():
        place = (slots.lane[ref], column)
        (twice if place in seen else seen).add(place)
    return twice


def _choices(slots: Slots, levels: Levels, ref: str) -> list[int]:
    own = [level for other, level in levels.items() if slots.lane[other] == slots.lane[ref]]
    return [at for at in range(min(own) - 1, max(own) + 2) if at != levels[ref]]
