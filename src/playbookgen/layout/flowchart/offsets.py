"""Offsets: how far from the middle of its cell each run across cells lies, with room for labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from playbookgen.layout.flowchart.runs import Order, Run, RunId

APART = 13.0
"""The distance of lines that meet one side of a step."""
LABEL_GAP = 5.0
"""The distance of a label from its line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run lies, and on which side its label stands: -1 above or left, 1 below or right."""

    offset: float
    label: int = -1


@dataclass(frozen=True, slots=True)
class Offsets:
    """The places of all runs across cells."""

    places: Mapping[RunId, Place]
    facing: frozenset[tuple[RunId, RunId]]
    """Pairs that lie on one line from both sides of a gap or corridor: the first ends first."""


@dataclass(slots=True)
class _Channel:
    """The runs of one level or column, placed one after the other."""

    runs: Sequence[Run]
    order: Order
    rooms: Mapping[RunId, float]
    """How much room the label of a run takes across it."""
    pointed: frozenset[str]
    places: dict[RunId, Place] = field(default_factory=dict)
    facing: set[tuple[RunId, RunId]] = field(default_factory=set)

    def fill(self) -> None:
        """Places all runs, those without a choice first."""
        for run in sorted(self.runs, key=self._ease):
            rivals = [other for other in self.runs if other.id in self.places and _meet(run, other)]
            place = next(self._fitting(run, rivals), None)
            self.places[run.id] = place or Place(0.0)
        self._exchange()
        for run, other in combinations(self.runs, 2):
            if _meet(run, other):
                self.facing.update(self._faced(run, [other]))

    def _exchange(self) -> None:
        """Lets runs to one step exchange places, so that those from the left lie left."""
        alike: dict[tuple[str, int, int], list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.target and not run.source and run.target not in self.pointed:
                alike[run.target, run.first, run.last].append(run)
        for group in alike.values():
            places = sorted((self.places[run.id] for run in group), key=lambda at: at.offset)
            for run, place in zip(sorted(group, key=self._rank(group)), places, strict=True):
                self.places[run.id] = place

    def _rank(self, group: Sequence[Run]) -> Callable[[Run], int]:
        """How many runs of a group lie before one, less those that lie after it."""
        return lambda run: sum(self.order.get((run.id, other.id), 0) for other in group)

    def _ease(self, run: Run) -> tuple[bool, bool, bool, RunId]:
        is_fixed = self._is_fixed(run)
        return (not is_fixed, not (run.source and run.target), run.id not in self.rooms, run.id)

    def _is_fixed(self, run: Run) -> bool:
        return run.source in self.pointed or run.target in self.pointed

    def _fitting(self, run: Run, rivals: Sequence[Run]) -> Iterator[Place]:
        """The places where the run disturbs none of those that are there, best first."""
        is_fixed = self._is_fixed(run)
        for strict in (True, False):
            for offset in _tried():
                for label in self._label_sides(run):
                    place = Place(offset, label)
                    if all(self._fits(run, place, other, strict, is_fixed) for other in rivals):
                        yield place

    def _label_sides(self, run: Run) -> tuple[int, ...]:
        """Above a flat line and right of an upright one, if that can be."""
        if run.id not in self.rooms:
            return (-1,)
        return (-1, 1) if run.is_flat else (1, -1)

    def _fits(self, run: Run, place: Place, other: Run, strict: bool, is_fixed: bool) -> bool:
        there = self.places[other.id]
        if not _shares(run, other):
            free = abs(place.offset - there.offset) >= APART - 1
            return free or (is_fixed and self._is_fixed(other) and place.offset == 0.0)
        if is_fixed and _joins(run, other) and place.offset == there.offset:
            return True
        wanted = self.order.get((run.id, other.id), 0)
        if strict and wanted * (place.offset - there.offset) < 0:
            return False
        own, others = self._reach(run, place), self._reach(other, there)
        return own[1] + APART - 1 <= others[0] or others[1] + APART - 1 <= own[0]

    def _reach(self, run: Run, place: Place) -> tuple[float, float]:
        """What a run takes up, label included."""
        room = self.rooms.get(run.id, 0.0)
        if not room:
            return place.offset, place.offset
        reach = place.offset + place.label * (room + LABEL_GAP)
        return min(place.offset, reach), max(place.offset, reach)

    def _faced(self, run: Run, rivals: Sequence[Run]) -> Iterator[tuple[RunId, RunId]]:
        """The rivals beyond a gap that lie on one line with the run, in their order."""
        for other in rivals:
            near = abs(self.places[run.id].offset - self.places[other.id].offset) < APART - 1
            if near and not _shares(run, other):
                yield (run.id, other.id) if run.last <= other.first else (other.id, run.id)


def _tried() -> Iterator[float]:
    yield 0.0
    for times in range(1, 40):
        yield APART * times
        yield -APART * times


def _shares(run: Run, other: Run) -> bool:
    """Whether two runs of a channel lie side by side for a while."""
    return run.first < other.last and other.first < run.last


def _meet(run: Run, other: Run) -> bool:
    """Whether two runs of a channel share a stretch, or a spot between cells."""
    touched = {run.first, run.last} & {other.first, other.last}
    return _shares(run, other) or any(spot % 2 == 0 for spot in touched)


def _joins(run: Run, other: Run) -> bool:
    return bool(run.target) and run.target == other.target and run.end == other.end


def offsets_of(
    runs: Sequence[Run], order: Order, *, rooms: Mapping[RunId, float], pointed: frozenset[str]
) -> Offsets:
    """The places of all runs across cells, whose labels take up `rooms`."""
    channels: dict[tuple[bool, int], list[Run]] = defaultdict(list)
    for run in runs:
        if not run.is_on_track:
            channels[run.is_flat, run.channel].append(run)
    places: dict[RunId, Place] = {}
    facing: set[tuple[RunId, RunId]] = set()
    for _, members in sorted(channels.items()):
        channel = _Channel(members, order, rooms, pointed)
        channel.fill()
        places |= channel.places
        facing |= channel.facing
    return Offsets(places, frozenset(facing))
