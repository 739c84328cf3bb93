"""How large a map may be: one that is larger is left out of its page, with a warning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from playbookgen.model.diagram import (
    Board,
    Comparison,
    Diagram,
    Flowchart,
    Funnel,
    Matrix,
    Timeline,
)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a kind of diagram may have of something."""

    what: str
    """In words, such as steps."""
    most: int
    count: Callable[[Any], int]


@dataclass(frozen=True, slots=True)
class Size:
    """How many of something a diagram has, and how many it may have."""

    what: str
    count: int
    most: int

    @property
    def is_over(self) -> bool:
        """Whether it is more than may be."""
        return self.count > self.most


_COLUMNS_ON_A_PHONE = 6


def _cells(matrix: Matrix) -> int:
    """The cells; one across many columns stands in several blocks of them, and counts more."""
    return sum(
        1 + len(cell.columns) // _COLUMNS_ON_A_PHONE for row in matrix.rows for cell in row.cells
    )


def _cards(board: Board) -> int:
    return sum(1 + len(column.cards) + len(column.foot) for column in board.columns)


LIMITS_BY_TYPE: Mapping[type, tuple[Limit, ...]] = MappingProxyType(
    {
        Flowchart: (
            Limit("steps", 4_000, lambda chart: len(chart.nodes)),
            Limit("connections", 8_000, lambda chart: len(chart.edges)),
            Limit("lanes", 600, lambda chart: len(chart.lanes)),
        ),
        Matrix: (
            Limit("rows", 8_000, lambda matrix: len(matrix.rows)),
            Limit("columns", 1_200, lambda matrix: len(matrix.columns)),
            Limit("cells", 50_000, _cells),
        ),
        Board: (Limit("cards", 10_000, _cards),),
        Timeline: (Limit("events", 2_000, lambda timeline: len(timeline.events)),),
        Funnel: (Limit("stages", 2_000, lambda funnel: len(funnel.steps)),),
        Comparison: (
            Limit("stages", 1_000, lambda both: len(both.left) + len(both.right)),
            Limit("connections", 1_000, lambda both: len(both.edges)),
        ),
    }
)
"""Far above what anybody can read, and below what the engine's own limits let through: a drawing
of 32 MiB, 20 seconds."""


def sizes(diagram: Diagram) -> tuple[Size, ...]:
    """How large a diagram is, in all that is limited."""
    return tuple(
        Size(limit.what, limit.count(diagram), limit.most)
        for limit in LIMITS_BY_TYPE[type(diagram)]
    )
