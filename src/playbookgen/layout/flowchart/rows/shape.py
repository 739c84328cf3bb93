"""The shape of a row: all that ordering and routing know of it, steps and connectors by number.

Shapes hold no words, so that rows that differ in their texts alone, as those of two languages do,
are ordered and routed once.
"""

from __future__ import annotations

from typing import NamedTuple

OUTSIDE = -1
"""In place of a step: the row before or after; also that an end hangs at no step."""


class RowShape(NamedTuple):
    """The steps of a row by number: when they come, in which lanes, and what joins them."""

    column: tuple[int, ...]
    lane: tuple[int, ...]
    lanes: int
    is_main: tuple[bool, ...]
    """Whether a step is one of the main line."""
    host: tuple[int, ...]
    """The step at which an end or link hangs, in the same column."""
    connectors: tuple[tuple[int, int], ...]
    """Source and target of each connector, those out of the row and into it last."""
    loops: frozenset[int]
    """The connectors that lead back."""
    pointed: frozenset[int]
    """The steps that connectors meet at corners alone."""
    captioned: frozenset[int]
    """The steps with a caption below, where no connector may meet them."""

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max(self.column, default=-1) + 1
