"""The budget: how much work routing may cost, counted in operations and not in time.

An operation is a candidate route held against one other route, about 0.1 µs; dearer ones count as
so many. A row's budget grows with its connectors; what it has found when that is spent has to do.
Those of all rows together have one, too, so that no chart takes more than some
seconds on any machine; the same charts are simplified on all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

ALL = 60_000_000
"""Operations for all rows of a chart together, those included that prove too wide."""
AMPLE = 2_000_000
"""Operations of a chart after which its further rows, once routed, get a part of their budget."""
_PART = 4
_LEAST = 50_000
"""Operations for a row, however few connectors it has."""
_EACH = 16_000
"""Further operations for each connector of a row."""
_FIRST = 16
"""How much more routing a row once may cost than making it better: it is needed."""


_POINTS = 400_000_000
"""Grid points times connectors of a row: sets of points are kept for each, a bit for a point."""


class BudgetSpentError(Exception):
    """A chart could not be routed with its budget: a plain layout has to stand in."""


@dataclass(slots=True)
class Budget:
    """What is left of the operations; the same on every machine, unlike a time limit."""

    whole: int
    spent: int = 0

    @property
    def is_spent(self) -> bool:
        """Whether what was found by now has to do."""
        return self.spent >= self.whole

    def spend(self, operations: int) -> None:
        """Counts operations."""
        self.spent += operations


def row_budget(connectors: int, points: int) -> Budget:
    """What routing a row once may cost that has so many connectors, and points in its grid.

    Raises BudgetSpentError where its sets of points would take up too much memory.
    """
    if connectors * points > _POINTS:
        raise BudgetSpentError
    return Budget(min(_FIRST * search_operations(connectors), ALL // 2))


def search_operations(connectors: int, *, is_ample: bool = True) -> int:
    """What routing a row and making it better may cost; what is over that, is not made better."""
    whole = _LEAST + _EACH * connectors
    return whole if is_ample else whole // _PART
