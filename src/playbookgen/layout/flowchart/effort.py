"""Effort: how much a chart may cost to lay out, counted in steps and not in time."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 25_000_000
"""Lines that ways are compared with for one chart, some seconds: readable maps take a tenth."""


@dataclass(slots=True)
class Effort:
    """What is left to compare; the same on every machine, unlike a time limit."""

    left: int = MOST

    @property
    def is_spent(self) -> bool:
        """Whether what was found by now has to do."""
        return self.left <= 0

    def spend(self, lines: int) -> None:
        """Counts a way that was compared with so many lines."""
        self.left -= lines
