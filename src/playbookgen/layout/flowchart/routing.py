"""Routing: a way for every connector, so that few of them cross and few turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbookgen.layout.flowchart.crossings import (
    Neighbours,
    around,
    crossings,
    is_straight,
    neighbours,
)
from playbookgen.layout.flowchart.effort import Effort
from playbookgen.layout.flowchart.lattice import Grid, Side, Spot
from playbookgen.layout.flowchart.ways import Way

# Costs, as `ways` counts them.
CROSSING = 20.0
_NEVER = 1000.0  # of what would lie on another line or turn in a cell that others pass
_CRAMPED = 40.0  # of two lines at one corner of a pointed step
_BESIDE = 4.0  # of two lines at one side of another step
_JOINED = 1.5  # of two lines that end together
_FACING = 1.0  # of two lines that turn at one border of a cell
_ROUNDS = 4  # how often all lines may choose again
_TRIES = 40  # how many changes are tried to untangle a row
_SIDES = 4  # how many other pairs of sides are tried for a line


@dataclass(frozen=True, slots=True)
class Line:
    """A connector to be routed: its ends, and all ways that it could take."""

    source: str
    target: str
    ways: Sequence[Way]
    is_loop: bool = False

    @property
    def ends(self) -> tuple[str, str]:
        """The steps at both ends."""
        return self.source, self.target


@dataclass(slots=True)
class Routing:
    """The ways chosen so far, and what they take up."""

    grid: Grid
    lines: Sequence[Line]
    pointed: frozenset[str]
    """The steps that lines meet at corners alone."""
    closed: frozenset[tuple[str, Side]] = frozenset()
    """Sides that no line may meet."""
    effort: Effort = field(default_factory=Effort)
    chosen: dict[int, Way] = field(default_factory=dict)
    _at: dict[Spot, dict[int, Neighbours]] = field(default_factory=lambda: defaultdict(dict))

    def cost(self) -> float:
        """What all ways cost together."""
        return sum(self._cost(number, way, _NEVER * 99) for number, way in self.chosen.items())

    def route(self) -> None:
        """Chooses a way for each line, and again until no other is better."""
        order = sorted(range(len(self.lines)), key=lambda number: (self._ease(number), number))
        for _ in range(_ROUNDS):
            changes = [self._choose(number) for number in order]
            if self.effort.is_spent or not any(changes):
                break

    def untangle(self) -> None:
        """Tries other sides for lines that cross or cramp others, which then choose anew."""
        least, left = self.cost(), _TRIES
        while left > 0 and not self.effort.is_spent:
            found = self._first_better(least, left)
            if found is None:
                break
            least, tried = found
            left -= tried

    def _first_better(self, least: float, limit: int) -> tuple[float, int] | None:
        """The cost of the first change that makes all better, and how many were tried."""
        before = dict(self.chosen)
        for tried, cost in enumerate(self._tries(), 1):
            if cost < least - 1e-6:
                return cost, tried
            if tried >= limit or self.effort.is_spent:
                break
        self._restore(before)
        return None

    def _tries(self) -> Iterator[float]:
        """The cost after each change of one line; what comes next undoes it."""
        for pair in self._tangled():
            for number, other in (pair, pair[::-1]):
                for way in self._other_sides(number):
                    before = dict(self.chosen)
                    self._force(number, other, way)
                    yield self.cost()
                    self._restore(before)

    def _other_sides(self, number: int) -> list[Way]:
        """The plainest way by each other pair of sides."""
        found: dict[tuple[Side, Side], Way] = {}
        for way in self.lines[number].ways:
            found.setdefault((way.leaves, way.enters), way)
        now = self.chosen[number]
        found.pop((now.leaves, now.enters), None)
        return list(found.values())[:_SIDES]

    def _force(self, number: int, other: int, way: Way) -> None:
        """Puts a line on a way, and lets all those choose again that it comes near."""
        old = self.chosen[number]
        self._remove(number, old)
        self._put(number, way)
        near = {line for spot in (*old.spots, *way.spots) for line in self._at[spot]}
        for line in (other, *sorted(near - {number, other}), number, other):
            self._choose(line)

    def _restore(self, before: Mapping[int, Way]) -> None:
        for number, way in before.items():
            if self.chosen[number] is not way:
                self._remove(number, self.chosen[number])
                self._put(number, way)

    def crossed(self) -> list[tuple[int, int]]:
        """The pairs of lines that cross."""
        return [pair for pair, is_crossed in self._near_pairs() if is_crossed]

    def _tangled(self) -> list[tuple[int, int]]:
        """The pairs of lines that would be better off without one another."""
        near = self._near_pairs()
        return [pair for pair, is_crossed in near if is_crossed or self._is_cramped(*pair)]

    def _near_pairs(self) -> Iterator[tuple[tuple[int, int], bool]]:
        """The pairs of lines that share a spot, and whether they cross."""
        for number, way in sorted(self.chosen.items()):
            alone = {spot: {number: there} for spot, there in around(way.spots).items()}
            near = {other for spot in way.spots for other in self._at[spot] if other > number}
            for other in sorted(near):
                yield (number, other), crossings(self.chosen[other].spots, alone) > 0

    def _is_cramped(self, one: int, other: int) -> bool:
        """Whether two lines leave a pointed step by the same side."""
        first, second = self.lines[one], self.lines[other]
        same = first.source == second.source and first.source in self.pointed
        return same and self.chosen[one].leaves is self.chosen[other].leaves

    def _ease(self, number: int) -> float:
        ways = self.lines[number].ways
        return ways[0].cost if ways else 0.0

    def _choose(self, number: int) -> bool:
        """Takes the best way as things are; says whether that is another than before."""
        before = self.chosen.get(number)
        if before:
            self._remove(number, before)
        best, least = None, _NEVER * 99
        for way in self.lines[number].ways:
            if way.cost >= least:
                break
            cost = self._cost(number, way, least)
            if cost < least - 1e-9:
                best, least = way, cost
        assert best is not None, "a line has a way at least"  # noqa: S101 # for the types
        self._put(number, best)
        return best != before

    def _put(self, number: int, way: Way) -> None:
        self.chosen[number] = way
        for spot, near in around(way.spots).items():
            self._at[spot][number] = near

    def _remove(self, number: int, way: Way) -> None:
        del self.chosen[number]
        for spot in set(way.spots):
            del self._at[spot][number]

    def _cost(self, number: int, way: Way, limit: float) -> float:
        """The cost of a way among the others; stops counting at `limit`."""
        self.effort.spend(len(self.lines))
        cost = way.cost + self._side_cost(number, way)
        if cost < limit:
            cost += self._spot_cost(number, way)
        if cost < limit:
            cost += CROSSING * crossings(way.spots, self._at, ignore=number)
        return cost

    def _side_cost(self, number: int, way: Way) -> float:
        """What it costs to share sides with other lines, and a habit: back above, ahead below."""
        line = self.lines[number]
        cost = 0.0
        if (line.source, way.leaves) in self.closed or (line.target, way.enters) in self.closed:
            cost += _NEVER
        cost += self._crowd(number, line.source, way.spots[0], way.spots[1], leaves=True)
        cost += self._crowd(number, line.target, way.spots[-1], way.spots[-2], leaves=False)
        habit = Side.BOTTOM if line.is_loop else Side.TOP
        return cost + 0.6 * (way.leaves is habit) + 0.3 * (way.enters is habit)

    def _crowd(self, number: int, ref: str, step: Spot, beside: Spot, *, leaves: bool) -> float:
        cost = 0.0
        for other, (before, after) in self._at[step].items():
            if other == number or beside not in (before, after):
                continue
            joins = not leaves and before == beside
            if ref in self.pointed:
                cost += _JOINED if joins else _CRAMPED
            else:
                cost += _JOINED if joins else _BESIDE
        return cost

    def _spot_cost(self, number: int, way: Way) -> float:
        """What it costs to pass free cells, and to face others at the border of a cell."""
        cost = 0.0
        for at, spot in enumerate(way.spots[1:-1], 1):
            others = self._at.get(spot)
            if not others or ((spot.x + spot.y) % 2 == 0 and spot.x % 2 == 0):
                continue
            own = neighbours(way.spots, at)
            for other, there in others.items():
                if other != number:
                    cost += self._meeting(spot, own, there, (number, other))
        return cost

    def _meeting(
        self, spot: Spot, own: Neighbours, there: Neighbours, pair: tuple[int, int]
    ) -> float:
        """What it costs that two lines meet at a spot."""
        if own[0] in there and own[1] in there:
            return _NEVER if spot.x % 2 and spot.y % 2 else 0.0
        straight = is_straight(own) and is_straight(there)
        if spot.x % 2 and spot.y % 2:
            return 0.0 if straight else _NEVER
        if own[0] in there or own[1] in there or straight:
            return 0.0
        is_fixed = all(self._is_fixed(spot, number) for number in pair)
        return _CRAMPED if is_fixed else _FACING

    def _is_fixed(self, spot: Spot, number: int) -> bool:
        """Whether a line that turns at the border of a cell meets a pointed step there."""
        way = self.chosen.get(number)
        line = self.lines[number]
        if way is None:
            return line.source in self.pointed or line.target in self.pointed
        ends = ((way.spots[0], line.source), (way.spots[-1], line.target))
        return any(_is_next(end, spot) and ref in self.pointed for end, ref in ends)


def _is_next(end: Spot, spot: Spot) -> bool:
    return abs(end.x - spot.x) + abs(end.y - spot.y) == 1
