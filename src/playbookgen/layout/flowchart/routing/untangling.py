"""Untangling: other sides of steps for connectors that cross or cramp others.

A local search above the router: one connector is forced to another pair of sides, those near it
choose anew, and the change stays if all together cost less.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.layout.flowchart.routing.grid import Side
from playbookgen.layout.flowchart.routing.route_costs import Route, is_cramped
from playbookgen.layout.flowchart.routing.router import Router

_TRIES = 40
"""How many changes are tried in a row of steps."""
_SIDES = 4
"""How many other pairs of sides are tried for a connector."""


def untangle(router: Router) -> None:
    """Changes routes as long as a change makes all together cheaper."""
    left = _TRIES
    while left > 0 and not router.budget.is_spent:
        tried = _first_better(router, left)
        if not tried:
            break
        left -= tried


def _first_better(router: Router, limit: int) -> int:
    """Makes the first change that is better; how many were tried, or 0 if none is."""
    least, before = router.cost, dict(router.chosen)
    for tried, _ in enumerate(_changes(router), 1):
        if router.cost < least:
            return tried
        router.restore(before, least)
        if tried >= limit or router.budget.is_spent:
            break
    return 0


def _changes(router: Router) -> Iterator[None]:
    """Each change of one connector; who asks for the next one undoes it before."""
    for pair in _tangled(router):
        for number, other in (pair, pair[::-1]):
            for route in _other_sides(router, number):
                _force(router, number, other, route)
                yield


def _tangled(router: Router) -> list[tuple[int, int]]:
    """The pairs of connectors that would be better off without one another."""
    found = [
        pair for pair in router.near_pairs() if router.crosses(*pair) or _are_cramped(router, *pair)
    ]
    return [*found, *_in_foreign_lanes(router)]


def _in_foreign_lanes(router: Router) -> Iterator[tuple[int, int]]:
    """Connectors along lanes of others, each with those that may have taken it a side of a step."""
    ends = [set(connector.ends) for connector in router.connectors]
    for number, route in sorted(router.chosen.items()):
        if route.foreign:
            others = (at for at, steps in enumerate(ends) if steps & ends[number] and at != number)
            yield from ((number, other) for other in others)


def _are_cramped(router: Router, one: int, other: int) -> bool:
    return is_cramped(router.chosen[one], router.chosen[other])


def _other_sides(router: Router, number: int) -> list[Route]:
    """The plainest route by each other pair of sides."""
    found: dict[tuple[Side, Side], Route] = {}
    for route in router.connectors[number].all_routes():
        found.setdefault((route.pattern.leaves, route.pattern.enters), route)
    now = router.chosen[number].pattern
    found.pop((now.leaves, now.enters), None)
    return list(found.values())[:_SIDES]


def _force(router: Router, number: int, other: int, route: Route) -> None:
    """Puts a connector on a route, and lets all those choose again that it comes near."""
    touched = router.chosen[number].cells | route.cells
    router.put(number, route)
    near = [line for line in router.touching(touched) if line not in (number, other)]
    for line in (other, *near, number, other):
        router.choose(line)
