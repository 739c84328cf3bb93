"""How the columns of a board share the page: in rows, on a grid of even units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from playbookgen.layout.board.blocks import PAD_X
from playbookgen.layout.text import widest_word
from playbookgen.model.diagram import Board, BoardColumn, Node, TextRole

MARGIN = 16.0
GAP = 14.0
ARROW_GAP = 30.0
"""Between the columns of a sequence, whose heads an arrow joins."""
GUTTER = 24.0
"""The room of the numbers before the rows of a sequence."""
BAND_PAD = 10.0
_LEAST = 140.0
_LEAST_FOR_TEXTS = 196.0
_LONG_WORDS = 260.0
_MOST = 300.0
_SPREAD = 0.7
"""How many cards a column holds for each square of the number of stacks they stand in."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of columns, each as wide as its units; a unit holds one stack of cards."""

    rows: tuple[tuple[tuple[BoardColumn, int], ...], ...]
    unit: float
    gap: float
    left: float

    def width(self, units: int) -> float:
        """The width of a column of so many units."""
        return units * self.unit + (units - 1) * self.gap


def grid_of(board: Board, *, width: float, gap: float) -> Grid:
    """The grid with the fewest rows, and of these the one with the fewest units in a row."""
    room = width - 2 * MARGIN
    most = _most_units(board, room, gap)
    if board.is_sequence and most < len(board.columns):
        room -= GUTTER
        most = _most_units(board, room, gap)
    wanted = [_units(board, column, most) for column in board.columns]
    needed = len(_packed(wanted, most))
    per_row = next(
        units
        for units in range(max(wanted, default=1), most + 1)
        if len(_packed(wanted, units)) == needed
    )
    per_row = max(per_row, 1)
    unit = min(_MOST, (room - (per_row - 1) * gap) / per_row)
    left = MARGIN + (GUTTER if board.is_sequence and needed > 1 else 0.0)
    pairs = list(zip(board.columns, wanted, strict=True))
    rows = tuple(tuple(pairs[first:last]) for first, last in _packed(wanted, per_row))
    return Grid(rows, round(unit, 2), gap, left)


def _most_units(board: Board, room: float, gap: float) -> int:
    return max(1, int((room + gap) // (_least_width(board) + gap)))


def _least_width(board: Board) -> float:
    """The least width of a stack: more where cards have much to say, or words are long."""
    nodes = [node for column in board.columns for node in _nodes(column)]
    has_texts = any(node.items or node.note for node in nodes)
    limit = _LONG_WORDS
    word = max((widest_word(n.label, role=TextRole.LABEL, limit=limit) for n in nodes), default=0.0)
    sides = 2 * (PAD_X + BAND_PAD)
    return max(_LEAST_FOR_TEXTS if has_texts else _LEAST, word + sides)


def _nodes(column: BoardColumn) -> tuple[Node, ...]:
    return (column.head, *column.facts, *column.cards, *column.foot)


def _units(board: Board, column: BoardColumn, most: int) -> int:
    """In how many stacks the cards of a column stand, so that it is not far higher than wide."""
    if board.is_sequence:
        return 1
    return max(1, min(most, round(sqrt(_SPREAD * len(column.cards)))))


def _packed(wanted: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The first column of each row, and the one after its last."""
    rows, first, used = [], 0, 0
    for at, units in enumerate(wanted):
        if used and used + units > most:
            rows.append((first, at))
            first, used = at, 0
        used += units
    return [*rows, (first, len(wanted))] if wanted else []
