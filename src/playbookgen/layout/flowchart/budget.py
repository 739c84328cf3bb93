"""The budget: how much work a chart may cost to lay out, counted in operations and not in time."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 25_000_000
"""Routes that routes are compared with for one chart, some seconds: readable maps take a tenth."""


@dataclass(slots=True)
class Budget:
    """What is left to compare; the same on every machine, unlike a time limit."""

    left: int = MOST

    @property
    def is_spent(self) -> bool:
        """Whether what was found by now has to do."""
        return self.left <= 0

    def spend(self, operations: int) -> None:
        """Counts a route that was compared with so many others."""
        self.left -= operations
