"""Route costs: what two routes cost one another, by the sets of points that they take up."""

from __future__ import annotations

from playbookgen.layout.flowchart.routing.grid import Point, Side
from playbookgen.layout.flowchart.routing.patterns import Pattern
from playbookgen.layout.flowchart.routing.shared_stretches import stretch_crossings

CROSSING = 200
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

Port = tuple[str, Side]
"""Where a route meets a step."""


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
        "is_pointed",
        "passed",
        "pattern",
        "shift",
        "turned",
        "upright",
    )

    def __init__(
        self,
        pattern: Pattern,
        cost: int,
        shift: int,
        ends: tuple[str, str],
        pointed: frozenset[str],
    ) -> None:
        self.pattern = pattern
        self.shift = shift
        """How many bits its points lie beyond those of the pattern."""
        self.cost = cost
        """What it costs if it were alone, with the sides that it takes."""
        self.cells = pattern.cells << shift
        self.flat = pattern.flat << shift
        self.upright = pattern.upright << shift
        self.along = pattern.along << shift
        self.across = pattern.across << shift
        self.passed = pattern.passed << shift
        self.turned = pattern.turned << shift
        source, target = ends
        self.begins = source and (source, pattern.leaves)
        self.ends = target and (target, pattern.enters)
        self.is_pointed = source in pointed, target in pointed
        near = pattern.near_source if source in pointed else 0
        near |= pattern.near_target if target in pointed else 0
        self.fixed = near << shift
        """The corner next to a pointed step, which has no room to give way."""

    def corners(self, stride: int) -> tuple[Point, ...]:
        """Its corners with both ends, in the grid."""
        corners, right = self.pattern.corners, self.shift // stride
        pairs = zip(corners[::2], corners[1::2], strict=True)
        return tuple(Point(x + right, y) for x, y in pairs)

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
    if one.begins and one.begins in (other.begins, other.ends):
        cost += _CRAMPED if one.is_pointed[0] else _BESIDE
    if one.ends:
        if one.ends == other.ends:
            cost += _JOINED
        elif one.ends == other.begins:
            cost += _CRAMPED if one.is_pointed[1] else _BESIDE
    return cost
