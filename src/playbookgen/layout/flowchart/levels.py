"""Levels: how high each step stands in its lane; the main line straight, the rest beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from playbookgen.layout.flowchart.lattice import Grid, cell

Levels = dict[str, int]
"""The level of each step in its lane; 0 is that of the main line."""


@dataclass(frozen=True)
class Columns:
    """The steps of a row: where they stand in time, in which lanes, and what they are joined to."""

    column: Mapping[str, int]
    lane: Mapping[str, int]
    lanes: int
    main: frozenset[str]
    hanging: Mapping[str, str]
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


def first_levels(columns: Columns) -> Levels:
    """Levels to begin with: each step as near to those it is joined to as there is room."""
    levels: Levels = {}
    taken: set[tuple[int, int, int]] = set()
    for ref in sorted(columns.column, key=lambda ref: _turn(columns, ref)):
        lane, column = columns.lane[ref], columns.column[ref]
        near = _near(_wish(columns, levels, ref), levels.get(columns.hanging.get(ref, ""), None))
        level = next(at for at in near if (lane, column, at) not in taken)
        levels[ref] = level
        taken.add((lane, column, level))
    return levels


def _turn(columns: Columns, ref: str) -> tuple[bool, bool, int]:
    return (ref not in columns.main, ref in columns.hanging, columns.column[ref])


def _wish(columns: Columns, levels: Levels, ref: str) -> int:
    if ref in columns.main:
        return 0
    if ref in columns.hanging:
        host = columns.hanging[ref]
        return levels[host] + (-1 if host in columns.handing_down else 1)
    lane = columns.lane[ref]
    near = [
        levels[to]
        for to in columns.joined.get(ref, ())
        if to in levels and columns.lane[to] == lane
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


def grid_of(columns: Columns, levels: Levels) -> tuple[Grid, tuple[int, ...]]:
    """The grid with all lanes below one another, and how many levels each lane has."""
    offsets, heights, top = [], [], 0
    for lane in range(columns.lanes):
        own = [level for ref, level in levels.items() if columns.lane[ref] == lane]
        used = sorted(set(own)) or [0]
        offsets.append({level: top + at for at, level in enumerate(used)})
        heights.append(len(used))
        top += len(used)
    spots = {
        ref: cell(columns.column[ref], offsets[columns.lane[ref]][level])
        for ref, level in levels.items()
    }
    return Grid(spots, columns.count, top, frozenset(spots.values())), tuple(heights)


def improved(
    columns: Columns,
    levels: Levels,
    cost: Callable[[Levels], float],
    *,
    tries: int,
    is_spent: Callable[[], bool],
) -> Levels:
    """The levels after moves that each make the row better, as long as tries and effort last."""
    best, least = levels, cost(levels)
    left = tries
    is_better = True
    while is_better and left > 0:
        is_better = False
        for other in moves(columns, best, best):
            if left <= 0 or is_spent():
                break
            left -= 1
            found = cost(other)
            if found < least - 1e-6:
                best, least, is_better = other, found, True
                break
    return best


def moves(columns: Columns, levels: Levels, refs: Iterable[str]) -> Iterator[Levels]:
    """Each of these steps on other levels, changing places where one is taken."""
    at = {(columns.lane[ref], columns.column[ref], level): ref for ref, level in levels.items()}
    shared = _shared(columns)
    for ref in sorted(
        refs, key=lambda ref: (ref in columns.main, columns.column[ref], levels[ref])
    ):
        lane, column = columns.lane[ref], columns.column[ref]
        if (lane, column) not in shared and ref in columns.main:
            continue
        for level in _choices(columns, levels, ref):
            other = at.get((lane, column, level))
            moved = {**levels, ref: level}
            if other:
                moved[other] = levels[ref]
            yield moved


def _shared(columns: Columns) -> set[tuple[int, int]]:
    """The places in time and lane that hold several steps."""
    seen: set[tuple[int, int]] = set()
    twice: set[tuple[int, int]] = set()
    for ref, column in columns.column.items():
        place = (columns.lane[ref], column)
        (twice if place in seen else seen).add(place)
    return twice


def _choices(columns: Columns, levels: Levels, ref: str) -> list[int]:
    own = [level for other, level in levels.items() if columns.lane[other] == columns.lane[ref]]
    return [at for at in range(min(own) - 1, max(own) + 2) if at != levels[ref]]
