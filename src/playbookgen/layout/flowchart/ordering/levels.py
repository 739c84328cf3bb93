"""Levels: how high each step stands in its lane; the main line straight, the rest beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape

Levels = tuple[int, ...]
"""The level of each step in its lane; 0 is that of the main line."""
Place = tuple[int, int, int]
"""A lane, a column and a level."""


class Heights(NamedTuple):
    """Levels of all lanes below one another."""

    y: tuple[int, ...]
    """The point of each step in the grid, from the top."""
    lanes: tuple[int, ...]
    """How many levels each lane has."""

    @property
    def levels(self) -> int:
        """How many levels there are in all."""
        return sum(self.lanes)


def heights_of(shape: RowShape, levels: Levels) -> Heights:
    """The height of each step, without the levels that are empty."""
    used: list[set[int]] = [set() for _ in range(shape.lanes)]
    for lane, level in zip(shape.lane, levels, strict=True):
        used[lane].add(level)
    top, lanes = 0, []
    points: list[dict[int, int]] = []
    for own in used:
        points.append({level: 2 * at + 1 for at, level in enumerate(sorted(own), top)})
        lanes.append(len(own) or 1)
        top += lanes[-1]
    y = tuple([points[lane][level] for lane, level in zip(shape.lane, levels, strict=True)])
    return Heights(y, tuple(lanes))


class Ordering:
    """The levels that the steps of a row may have."""

    def __init__(self, shape: RowShape) -> None:
        self.shape = shape
        steps = range(len(shape.column))
        self._joined = self._sources()
        self._sequence = sorted(steps, key=self._turn)
        """The steps of the main line first, then those beside it, what hangs at them last."""
        crowd = Counter(zip(shape.lane, shape.column, strict=True))
        self._movable = [
            not shape.is_main[step] or crowd[shape.lane[step], shape.column[step]] > 1
            for step in steps
        ]

    def _turn(self, step: int) -> tuple[bool, bool, bool, int]:
        shape = self.shape
        hangs = shape.host[step] != OUTSIDE
        return not shape.is_main[step], hangs, not self._is_shared(step), shape.column[step]

    def _is_shared(self, step: int) -> bool:
        """Whether a step hangs at one of several that lead to it."""
        return self.shape.host[step] != OUTSIDE and len(self._joined[step]) > 1

    def first(self) -> Levels:
        """Levels to begin with: each step as near to those it is joined to as there is room."""
        levels: dict[int, int] = {}
        taken: set[Place] = set()
        handing_down = self._handing_down()
        for step in self._sequence:
            lane, column, host = (
                self.shape.lane[step],
                self.shape.column[step],
                self.shape.host[step],
            )
            wish = self._wish(step, levels, handing_down, taken)
            near = _near(wish, levels.get(host))
            level = next(at for at in near if (lane, column, at) not in taken)
            levels[step] = level
            taken.add((lane, column, level))
            if self._is_shared(step):
                # The lines from its other sources run there.
                taken.update((lane, self.shape.column[at], level) for at in self._joined[step])
        return tuple(levels[step] for step in range(len(levels)))

    def _sources(self) -> Mapping[int, Sequence[int]]:
        """By step: those that lead to it in the row."""
        found: dict[int, list[int]] = {step: [] for step in range(len(self.shape.column))}
        for source, target in self.shape.connectors:
            if OUTSIDE not in (source, target):
                found[target].append(source)
        return found

    def _handing_down(self) -> set[int]:
        """The steps with a connector straight down to another lane."""
        column, lane = self.shape.column, self.shape.lane
        return {
            source
            for source, target in self.shape.connectors
            if OUTSIDE not in (source, target)
            and column[source] == column[target]
            and lane[source] < lane[target]
        }

    def _wish(
        self, step: int, levels: Mapping[int, int], handing_down: set[int], taken: set[Place]
    ) -> int:
        shape = self.shape
        if shape.is_main[step]:
            return 0
        host = shape.host[step]
        if host != OUTSIDE:
            is_below = host not in handing_down and self._is_free_below(step, levels, taken)
            return levels[host] + (1 if is_below else -1)
        near = self._joined[step]
        near = [to for to in near if to in levels and shape.lane[to] == shape.lane[step]]
        return next((levels[to] for to in near), 0)

    def _is_free_below(self, step: int, levels: Mapping[int, int], taken: set[Place]) -> bool:
        """Whether nothing hangs yet below the steps that share what they lead to."""
        lane, column = self.shape.lane, self.shape.column
        sources = self._joined[step] if self._is_shared(step) else ()
        return all((lane[at], column[at], levels[at] + 1) not in taken for at in sources)

    def moves(self, levels: Levels, steps: Iterable[int] | None = None) -> Iterator[Levels]:
        """Each of these steps on other levels, changing places where one is taken."""
        shape = self.shape
        lane, column = shape.lane, shape.column
        at = {place: step for step, place in enumerate(zip(lane, column, levels, strict=True))}
        span = _spans(shape, levels)
        chosen = self._sequence if steps is None else steps
        for step in sorted(chosen, key=lambda at: (shape.is_main[at], column[at], levels[at])):
            if not self._movable[step]:
                continue
            low, high = span[lane[step]]
            for level in range(low - 1, high + 2):
                if level == levels[step]:
                    continue
                moved = list(levels)
                other = at.get((lane[step], column[step], level))
                if other is not None:
                    moved[other] = levels[step]
                moved[step] = level
                yield tuple(moved)


def _spans(shape: RowShape, levels: Levels) -> dict[int, tuple[int, int]]:
    """The least and the greatest level of each lane."""
    found: dict[int, tuple[int, int]] = {}
    for lane, level in zip(shape.lane, levels, strict=True):
        low, high = found.get(lane, (level, level))
        found[lane] = (min(low, level), max(high, level))
    return found


def _near(wish: int, host: int | None) -> Iterator[int]:
    """A level, the one below it, the one above it, and so on; ends hang close below and above."""
    yield wish
    if host is not None:
        yield host - 1
    for distance in count(1):
        yield wish + distance
        yield wish - distance
