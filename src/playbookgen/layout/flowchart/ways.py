"""Ways: the courses that a connector could take from one step to another, the plain ones first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from playbookgen.layout.flowchart.lattice import Grid, Side, Spot, heading

BEND = 3.0
"""What a bend costs; costs have no unit but one another, in routing and composing, too."""
_LENGTH = 0.5
"""What each step of the lattice costs."""
_AGAINST = 2.5
"""What it costs to leave a step by its left side or to enter it by its right."""
_SIDES = {side.value: side for side in Side}

Part = tuple[int, tuple[Spot, ...]]
"""Where a horizontal run begins or ends, and the corners between it and the step."""


@dataclass(frozen=True)
class Way:
    """A course: its corners with both ends, and its cost if it were alone."""

    corners: tuple[Spot, ...]
    cost: float

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """All spots that it passes."""
        return spots_along(self.corners)

    @cached_property
    def leaves(self) -> Side:
        """The side of the step at its beginning."""
        return _SIDES[heading(self.corners[0], self.corners[1])]

    @cached_property
    def enters(self) -> Side:
        """The side of the step at its end."""
        return _SIDES[heading(self.corners[-1], self.corners[-2])]


def ways(grid: Grid, source: Spot, target: Spot) -> list[Way]:
    """All courses from a step to another, cheapest first."""
    found = dict.fromkeys(_plain(corners) for corners in _courses(grid, source, target))
    return sorted(map(way_along, found), key=lambda way: (way.cost, way.corners))


def ways_out(grid: Grid, source: Spot) -> list[Way]:
    """All courses from a step to the right border and down out of the row."""
    right, below = grid.right, grid.bottom + 1
    found: dict[tuple[Spot, ...], None] = {}
    for y in range(grid.bottom + 1):
        for x, corners in _begins(grid, source, y):
            if x < right and grid.is_level_free(y, x + 1, right):
                found[_plain((*corners, Spot(right, y), Spot(right, below)))] = None
    if source.x + 1 == right:
        found[(source, Spot(right, source.y), Spot(right, below))] = None
    return sorted(map(way_along, found), key=lambda way: (way.cost, way.corners))


def ways_in(grid: Grid, target: Spot) -> list[Way]:
    """All courses from above the row along its left border and into a step."""
    found: dict[tuple[Spot, ...], None] = {}
    for y in range(grid.bottom + 1):
        for x, corners in _ends(grid, target, y):
            if x > 0 and grid.is_level_free(y, 0, x - 1):
                found[_plain((Spot(0, -1), Spot(0, y), *corners))] = None
    if target.x == 1:
        found[(Spot(0, -1), Spot(0, target.y), target)] = None
    return sorted(map(way_along, found), key=lambda way: (way.cost, way.corners))


def way_along(corners: tuple[Spot, ...]) -> Way:
    """The way with these corners."""
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(corners))
    against = (corners[1].x < corners[0].x) + (corners[-2].x > corners[-1].x)
    cost = BEND * (len(corners) - 2) + _LENGTH * length + _AGAINST * against
    return Way(corners, cost)


@lru_cache(maxsize=20_000)
def spots_along(corners: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """All spots on the line through the corners."""
    spots = [corners[0]]
    for one, other in pairwise(corners):
        x, y = heading(one, other)
        for _ in range(abs(other.x - one.x) + abs(other.y - one.y)):
            last = spots[-1]
            spots.append(Spot(last.x + x, last.y + y))
    return tuple(spots)


def _plain(corners: Sequence[Spot]) -> tuple[Spot, ...]:
    """The corners without those that the line does not turn in."""
    kept: list[Spot] = []
    for corner in corners:
        if kept and corner == kept[-1]:
            continue
        if len(kept) > 1 and _is_between(kept[-2], kept[-1], corner):
            kept.pop()
        kept.append(corner)
    return tuple(kept)


def _is_between(before: Spot, corner: Spot, after: Spot) -> bool:
    """Whether a line goes straight on at a corner."""
    if before.x == corner.x == after.x:
        return (before.y < corner.y) is (corner.y < after.y)
    return before.y == corner.y == after.y and (before.x < corner.x) is (corner.x < after.x)


def _courses(grid: Grid, source: Spot, target: Spot) -> Iterator[tuple[Spot, ...]]:
    if source == target:
        yield from _round(source)
        return
    if source.x == target.x and _is_clear(grid, source, target):
        yield (source, target)
    for y in range(grid.bottom + 1):
        for begin, first in _begins(grid, source, y):
            for end, last in _ends(grid, target, y):
                inner = sorted((begin, end))
                if begin != end and _may_run(grid, y, (begin, end), source, target, inner):
                    yield (*first, *last)
    yield from _stepped(grid, source, target)


def _may_run(
    grid: Grid, y: int, run: tuple[int, int], source: Spot, target: Spot, inner: list[int]
) -> bool:
    """Whether the run is free, but for the steps themselves at its ends."""
    begin, end = run
    if y % 2 == 0:
        return True
    low = inner[0] + (Spot(inner[0], y) in (source, target))
    high = inner[1] - (Spot(inner[1], y) in (source, target))
    return grid.is_level_free(y, low, high) and begin != end


def _round(step: Spot) -> Iterator[tuple[Spot, ...]]:
    """The courses from a step to itself."""
    for out, back in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        over, beside = Spot(step.x, step.y + out), Spot(step.x + back, step.y + out)
        yield (step, over, beside, Spot(step.x + back, step.y), step)


def _is_clear(grid: Grid, source: Spot, target: Spot) -> bool:
    step = 1 if target.y > source.y else -1
    return grid.is_column_free(source.x, source.y + step, target.y - step)


def _begins(grid: Grid, source: Spot, y: int) -> Iterator[Part]:
    """How a horizontal run at y can begin."""
    x = source.x
    if y == source.y:
        yield x, (source,)
        return
    step = 1 if y > source.y else -1
    if grid.is_column_free(x, source.y + step, y):
        yield x, (source, Spot(x, y))
    yield x + 1, (source, Spot(x + 1, source.y), Spot(x + 1, y))


def _ends(grid: Grid, target: Spot, y: int) -> Iterator[Part]:
    """How a horizontal run at y can end."""
    x = target.x
    if y == target.y:
        yield x, (target,)
        return
    step = 1 if y > target.y else -1
    if grid.is_column_free(x, target.y + step, y):
        yield x, (Spot(x, y), target)
    yield x - 1, (Spot(x - 1, y), Spot(x - 1, target.y), target)


def _stepped(grid: Grid, source: Spot, target: Spot) -> Iterator[tuple[Spot, ...]]:
    """Courses of two horizontal runs that leave and enter by the nearest lines."""
    left, right = sorted((source.x, target.x))
    for gap in range(max(0, left - 1), min(grid.right, right + 1) + 1, 2):
        for y in (source.y, source.y - 1, source.y + 1):
            first = source.x if y != source.y else source.x + (1 if gap > source.x else -1)
            if not grid.is_level_free(y, first, gap):
                continue
            for end in (target.y, target.y - 1, target.y + 1):
                last = target.x if end != target.y else target.x + (1 if gap > target.x else -1)
                if y != end and grid.is_level_free(end, gap, last):
                    turns = (Spot(source.x, y), Spot(gap, y), Spot(gap, end), Spot(target.x, end))
                    yield (source, *turns, target)
