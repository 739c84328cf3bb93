"""Crossings of courses, exact before anything has a position.

Two courses cross where both go straight on at a right angle, and where one leaves a stretch that
they share on the other side than it came from: tracks side by side cannot undo that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbookgen.layout.flowchart.lattice import Spot

Neighbours = tuple[Spot | None, Spot | None]
"""The spots of a course before and after a spot; None beyond its ends."""
Occupants = Mapping[Spot, Mapping[int, Neighbours]]
"""For each spot, the courses through it by their number."""


def neighbours(spots: Sequence[Spot], at: int) -> Neighbours:
    """The spots before and after one of a course."""
    before = spots[at - 1] if at else None
    return before, spots[at + 1] if at + 1 < len(spots) else None


def around(spots: Sequence[Spot]) -> dict[Spot, Neighbours]:
    """The neighbours of each spot; a course back to its own step begins and ends there."""
    found = {spot: neighbours(spots, at) for at, spot in enumerate(spots)}
    if spots[0] == spots[-1]:
        found[spots[0]] = (spots[-2], spots[1])
    return found


def turn(heading_to: Spot, here: Spot, branch: Spot | None) -> int:
    """Where a branch lies for one who goes that way: left -1, behind 0, right 1."""
    if branch is None:
        return 0
    ahead = (heading_to.x - here.x, heading_to.y - here.y)
    side = (branch.x - here.x, branch.y - here.y)
    cross = ahead[0] * side[1] - ahead[1] * side[0]
    return (cross > 0) - (cross < 0)


def crossings(spots: Sequence[Spot], occupants: Occupants, *, ignore: int = -1) -> int:
    """How often a course would cross those that are there."""
    total = 0
    sides: dict[int, int] = {}
    for at, here in enumerate(spots):
        others = occupants.get(here)
        if not others:
            continue
        before, after = neighbours(spots, at)
        for number, there in others.items():
            if number != ignore:
                total += _at_spot(sides, number, (before, here, after), there)
    return total


def _at_spot(
    sides: dict[int, int],
    number: int,
    own: tuple[Spot | None, Spot, Spot | None],
    there: Neighbours,
) -> int:
    """1 if the two cross here or at the end of the stretch that they share up to here."""
    before, _, after = own
    came = before is not None and before in there
    goes = after is not None and after in there
    if came and goes:
        return 0
    if came and before is not None:
        return int(sides.get(number, 0) * parting(own, there, ahead=True) < 0)
    if goes:
        sides[number] = parting(own, there, ahead=False)
        return 0
    return int(is_straight((before, after)) and is_straight(there))


def parting(own: tuple[Spot | None, Spot, Spot | None], there: Neighbours, *, ahead: bool) -> int:
    """On which side of the other the course is at an end of their shared stretch: left is -1."""
    before, here, after = own
    along, branch = (before, after) if ahead else (after, before)
    if along is None or branch is None:
        return 0
    other = there[1] if there[0] == along else there[0]
    if other is None:
        return 0
    own_turn, other_turn = turn(along, here, branch), turn(along, here, other)
    # One who looks back sees left and right exchanged.
    sign = -1 if ahead else 1
    return sign * ((own_turn > other_turn) - (own_turn < other_turn))


def is_straight(around: Neighbours) -> bool:
    """Whether a course goes straight on between these spots."""
    before, after = around
    if before is None or after is None:
        return False
    return before.x == after.x or before.y == after.y


def stretches(
    spots: Sequence[Spot], others: Mapping[Spot, Neighbours]
) -> Iterator[tuple[int, int, int]]:
    """Each stretch shared with another course: first and last index, and the side kept on it."""
    first, side = -1, 0
    for at, here in enumerate(spots):
        there = others.get(here)
        before, after = neighbours(spots, at)
        came = there is not None and before is not None and before in there
        goes = there is not None and after is not None and after in there
        if there is None or came == goes:
            continue
        own = (before, here, after)
        if goes:
            first, side = at, parting(own, there, ahead=False)
        else:
            yield first, at, side or parting(own, there, ahead=True) or -1
