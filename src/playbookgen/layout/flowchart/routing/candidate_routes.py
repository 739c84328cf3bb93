"""Candidate routes: the patterns of 0 to 4 bends from one step to another, cheapest first.

Pattern routing, as of global routers in chip design (Kastner, Bozorgzadeh, Sarrafzadeh): no maze is
searched; L, Z and U shapes are tried, and those with one bend more. They are made as they are asked
for, in shells of growing cost, since most connectors take one of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from heapq import heappop, heappush

from playbookgen.layout.flowchart.routing.patterns import (
    AGAINST,
    BEND,
    LENGTH,
    Corners,
    Pattern,
    cost_of,
    passes_own_steps,
    without_straight_corners,
)

_Shell = tuple[int, Callable[[], Iterable[Corners]]]
"""The least that a candidate of a shell costs, and what makes them."""
_Reach = tuple[int, Corners]
"""Where a flat run begins or ends, and the corners between it and the step."""


class CandidateRoutes:
    """The patterns of one displacement, cheapest first; equal costs by their corners."""

    __slots__ = ("_next", "_seen", "_shells", "_waiting", "made", "stride")

    def __init__(self, shells: Iterator[_Shell], stride: int) -> None:
        self.stride = stride
        """That of the grids for which its patterns are drawn."""
        self._shells = shells
        self._next = next(shells, None)
        self.made: list[Pattern] = []
        """The patterns as far as they were asked for."""
        self._waiting: list[tuple[int, Corners]] = []
        self._seen: set[Corners] = set()

    def make(self) -> bool:
        """Adds the next pattern; whether there was one."""
        waiting = self._waiting
        while self._next and (not waiting or waiting[0][0] >= self._next[0]):
            self._open(self._next[1])
            self._next = next(self._shells, None)
        if not waiting:
            return False
        cost, corners = heappop(waiting)
        self.made.append(Pattern(cost, corners))
        return True

    def _open(self, shell: Callable[[], Iterable[Corners]]) -> None:
        for corners in shell():
            plain = without_straight_corners(corners)
            if plain not in self._seen and not passes_own_steps(plain):
                self._seen.add(plain)
                heappush(self._waiting, (cost_of(plain), plain))


@lru_cache(maxsize=2048)
def routes_between(right: int, down: int, stride: int) -> CandidateRoutes:
    """From a step to another, so many points further to the right and down."""
    return CandidateRoutes(_between(right, down, stride), stride)


@lru_cache(maxsize=512)
def routes_out(right: int, above: int, below: int, stride: int) -> CandidateRoutes:
    """From a step to the border `right` points further, and down out of the row.

    `above` and `below` it are so many points of the row.
    """
    return CandidateRoutes(iter([(0, partial(_out, right, above, below))]), stride)


@lru_cache(maxsize=512)
def routes_in(right: int, above: int, below: int, stride: int) -> CandidateRoutes:
    """From above the row along its left border and into a step at this x."""
    return CandidateRoutes(iter([(0, partial(_in, right, above, below))]), stride)


def most_between(right: int, down: int, away: int) -> int:
    """What no route costs more that lies at most so many points above or below both its steps."""
    return LENGTH * (abs(right) + abs(down) + 2 * away + 8) + 5 * BEND + 2 * AGAINST


def _between(right: int, down: int, stride: int) -> Iterator[_Shell]:
    x = 1 if right >= 0 else 1 - right
    if right == 0 and down == 0:
        yield 0, partial(_round, x)
        return
    ends = (x, 0, x + right, down)
    straight = LENGTH * (abs(right) + abs(down))
    if right == 0 or down == 0:
        yield straight, lambda: [ends]
    top, low = min(0, down), max(0, down)
    yield straight + bool(right) * BEND, partial(_by_heights, ends, (0, down))
    yield straight + 2 * BEND, partial(_by_heights, ends, range(top + 1, low))
    yield straight + 2 * BEND, partial(_stepped, ends, is_near=False)
    yield from _shells_beyond(ends, straight, stride)


def _shells_beyond(ends: Corners, straight: int, stride: int) -> Iterator[_Shell]:
    """Routes further and further above and below both steps, and those in steps by the channels."""
    top, low = min(0, ends[3]), max(0, ends[3])
    stepped = straight + 3 * BEND
    for away in range(1, stride):
        least = straight + 2 * BEND + 2 * LENGTH * away
        before = least - 2 * LENGTH
        if before < stepped <= least:
            yield stepped, partial(_stepped, ends, is_near=True)
        yield least, partial(_by_heights, ends, (top - away, low + away))


def _by_heights(ends: Corners, heights: Iterable[int]) -> Iterator[Corners]:
    """Routes with one flat run, at each of these heights."""
    x, source, to_x, target = ends
    for y in heights:
        for begin, first in _begins(x, source, y):
            for end, last in _ends(to_x, target, y):
                if begin != end:
                    yield (*first, *last)


def _begins(x: int, source: int, y: int) -> Iterator[_Reach]:
    """How a flat run at y can begin."""
    if y == source:
        yield x, (x, source)
        return
    yield x, (x, source, x, y)
    yield x + 1, (x, source, x + 1, source, x + 1, y)


def _ends(x: int, target: int, y: int) -> Iterator[_Reach]:
    """How a flat run at y can end."""
    if y == target:
        yield x, (x, target)
        return
    yield x, (x, y, x, target)
    yield x - 1, (x - 1, y, x - 1, target, x, target)


def _stepped(ends: Corners, *, is_near: bool) -> Iterator[Corners]:
    """Routes of two flat runs at the heights of the steps, or by the channels next to them."""
    x, source, to_x, target = ends
    left, right = min(x, to_x), max(x, to_x)
    for gap in range(left - 1, right + 2, 2):
        for y in (source, source - 1, source + 1):
            for end in (target, target - 1, target + 1):
                if y != end and is_near is ((y, end) != (source, target)):
                    yield (x, source, x, y, gap, y, gap, end, to_x, end, to_x, target)


def _round(x: int) -> Iterator[Corners]:
    """Routes from a step to itself."""
    for out, back in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        yield (x, 0, x, out, x + back, out, x + back, 0, x, 0)


def _out(right: int, above: int, below: int) -> Iterator[Corners]:
    border, beyond = 1 + right, below + 1
    for y in range(-above, below + 1):
        for x, corners in _begins(1, 0, y):
            if x < border:
                yield (*corners, border, y, border, beyond)
    if right == 1:
        yield (1, 0, border, 0, border, beyond)


def _in(right: int, above: int, below: int) -> Iterator[Corners]:
    for y in range(-above, below + 1):
        for x, corners in _ends(right, 0, y):
            if x > 0:
                yield (0, -above - 1, 0, y, *corners)
    if right == 1:
        yield (0, -above - 1, 0, 0, right, 0)
