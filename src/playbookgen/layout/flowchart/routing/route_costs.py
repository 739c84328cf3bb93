"""Route costs: what two routes cost one another, by the sets of points that they take up."""

from __future__ import annotations

from itertools import count

from playbookgen.layout.flowchart.routing.grid import Point, Side
from playbookgen.layout.flowchart.routing.patterns import Pattern
from playbookgen.layout.flowchart.routing.shared_stretches import stretch_crossings

CROSSING = 600
NEVER = 10_000
"""Of what would lie on another line or turn in a cell that others pass."""
_CRAMPED = 400
"""Of two lines at one corner of a pointed step."""
_BESIDE = 40
"""Of two lines at one side of another step."""
_JOINED = 15
"""Of two lines that end together."""
_FACING = 10
"""Of two lines that turn at one border of a cell."""

NO_PORT = -1
"""Where a route goes on beyond the row."""


_numbers = count()
_NUMBER_BY_SIDE = {side: number for number, side in enumerate(Side)}


class Route:
    """A pattern at its place in a grid, for one connector."""

    __slots__ = (
        "across",
        "along",
        "begins",
        "cells",
        "cost",
        "ends",
        "fixed",
        "flat",
        "foreign",
        "number",
        "pair_costs",
        "passed",
        "pattern",
        "shift",
        "turned",
        "upright",
    )

    def __init__(
        self,
        pattern: Pattern,
        shift: int,
        cost: int,
        ports: tuple[int, int, int],
        foreign: int = 0,
    ) -> None:
        self.pattern = pattern
        self.number = next(_numbers)
        """Tells it from all other routes."""
        self.pair_costs: dict[int, int] = {}
        """What it and other routes cost one another, by their numbers, as far as it is known."""
        self.shift = shift
        """How many bits its points lie beyond those of the pattern."""
        self.cost = cost
        """What it costs if it were alone, with the sides that it takes."""
        self.foreign = foreign
        """How many steps of the grid it runs along lanes in which it neither begins nor ends."""
        self.begins, self.ends, fixed = ports
        self.fixed = fixed << shift
        """The corners next to pointed steps, which have no room to give way."""
        self.cells = pattern.cells << shift
        self.flat = pattern.flat << shift
        self.upright = pattern.upright << shift
        self.along = pattern.along << shift
        self.across = pattern.across << shift
        self.passed = pattern.passed << shift
        self.turned = pattern.turned << shift

    def corners(self, stride: int) -> tuple[Point, ...]:
        """Its corners with both ends, in the grid."""
        corners = self.pattern.corners
        right, y = divmod(self.shift, stride)
        down = y - 1 - self.pattern.top
        pairs = zip(corners[::2], corners[1::2], strict=True)
        return tuple(Point(x + right, y + down) for x, y in pairs)

    def path(self, stride: int) -> list[int]:
        """Its points in their order, each by its bit in the grid."""
        return [bit + self.shift for bit in self.pattern.points(stride)]


def pair_cost(one: Route, other: Route, stride: int) -> int:
    """What two routes cost one another; 0 for routes without a common point."""
    if not one.cells & other.cells:
        return 0
    crossed = one.flat & other.upright | one.upright & other.flat
    cost = CROSSING * crossed.bit_count() if crossed else 0
    overlaid = one.passed & other.passed & ~crossed
    if overlaid:
        cost += NEVER * overlaid.bit_count()
    facing = one.turned & other.turned
    along, across = one.along & other.along, one.across & other.across
    if along or across:
        facing &= ~(along | along << stride | across | across << 1)
        cost += CROSSING * stretch_crossings(
            one.pattern, other.pattern, other.shift - one.shift, stride
        )
        cost += _port_cost(one, other)
    if facing:
        fixed = facing & one.fixed & other.fixed
        cost += _FACING * facing.bit_count() + (_CRAMPED - _FACING) * fixed.bit_count()
    return cost


def crossings(one: Route, other: Route, stride: int) -> int:
    """How often two routes cross."""
    crossed = one.flat & other.upright | one.upright & other.flat
    count = crossed.bit_count()
    if one.along & other.along or one.across & other.across:
        shift = other.shift - one.shift
        count += stretch_crossings(one.pattern, other.pattern, shift, stride)
    return count


def _port_cost(one: Route, other: Route) -> int:
    """What it costs to share a side of a step."""
    cost = 0
    if one.begins != NO_PORT and one.begins in (other.begins, other.ends):
        cost = _crowded(one.begins)
    if one.ends != NO_PORT:
        if one.ends == other.ends:
            cost += _JOINED
        elif one.ends == other.begins:
            cost += _crowded(one.ends)
    return cost


def port(step: int, side: Side, *, is_pointed: bool) -> int:
    """Where a route meets a step, as a number."""
    return 8 * step + 2 * _NUMBER_BY_SIDE[side] + is_pointed


def is_cramped(one: Route, other: Route) -> bool:
    """Whether two routes leave a pointed step by the same side."""
    return one.begins != NO_PORT and one.begins == other.begins and bool(one.begins & 1)


def _crowded(port: int) -> int:
    return _CRAMPED if port & 1 else _BESIDE
