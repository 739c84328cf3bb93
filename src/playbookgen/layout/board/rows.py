"""How the columns of a board share the page: in rows, on a grid of even units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, sqrt

from playbookgen.layout.board.blocks import PAD_X, label_role
from playbookgen.layout.text import measure, widest_word
from playbookgen.model.diagram import Board, BoardColumn, Node, TextRole

MARGIN = 16.0
GAP = 14.0
ARROW_GAP = 30.0
"""Between the columns of a sequence, whose heads an arrow joins."""
GUTTER = 24.0
"""The room of the numbers before the rows of a sequence."""
BAND_PAD = 10.0
_LEAST = 140.0
_NARROW = 420.0
"""A page on which the columns of a sequence stand one below the other."""
_LEAST_FOR_TEXTS = 196.0
_LONG_WORD = 260.0
_LONG_TEXT = 250.0
_SHORT_NOTE = 190.0
_MOST = 354.0
_SPREAD = 0.55
"""The square of the number of stacks that cards stand in, for each card."""
_SPREAD_ALONE = 1.2
"""The same for the only column of a board, which has the page to itself."""


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
    packed = _packed(wanted, most)
    per_row, packed = _fewest_units(wanted, most, packed)
    unit = (room - (per_row - 1) * gap) / per_row
    if most > 1:
        unit = min(_MOST, unit)
    left = MARGIN + (GUTTER if board.is_sequence and len(packed) > 1 else 0.0)
    columns = iter(board.columns)
    rows = tuple(tuple((next(columns), units) for units in row) for row in packed)
    return Grid(rows, floor(unit * 100) / 100, gap, left)


def _fewest_units(
    wanted: Sequence[int], most: int, packed: list[list[int]]
) -> tuple[int, list[list[int]]]:
    """The least width of a row, in units, with which there are no more rows; and these."""
    for units in range(max(wanted, default=1), most):
        narrower = _packed(wanted, units)
        if len(narrower) == len(packed):
            return units, narrower
    return most, packed


def _most_units(board: Board, room: float, gap: float) -> int:
    if board.is_sequence and room < _NARROW:
        return 1
    return max(1, int((room + gap) // (_least_width(board) + gap)))


def _least_width(board: Board) -> float:
    """The least width of a stack: more where cards have much to say, or words are long."""
    nodes = [node for column in board.columns for node in _nodes(column)]
    words = (widest_word(node.label, role=label_role(node), limit=_LONG_WORD) for node in nodes)
    least = max(words, default=0.0) + 2 * (PAD_X + BAND_PAD)
    if not board.is_sequence:
        least = max(least, _widest_note(board) + 2 * (PAD_X + BAND_PAD))
    has_much = any(measure(t, role=TextRole.NOTE) > _LONG_TEXT for n in nodes for t in _texts(n))
    return max(_LEAST_FOR_TEXTS if has_much else _LEAST, least)


def _widest_note(board: Board) -> float:
    """The widest line of small print on cards that is short enough to be kept on one line."""
    cards = (card for column in board.columns for card in column.cards)
    parts = (part for card in cards for part in card.note.split("\n"))
    widths = (measure(part, role=TextRole.NOTE) for part in parts)
    return max((width for width in widths if width <= _SHORT_NOTE), default=0.0)


def _nodes(column: BoardColumn) -> tuple[Node, ...]:
    return (column.head, *column.facts, *column.cards, *column.foot)


def _texts(node: Node) -> tuple[str, ...]:
    return (node.label, *node.note.split("\n"), *node.items)


def _units(board: Board, column: BoardColumn, most: int) -> int:
    """In how many stacks the cards of a column stand, so that it is not far higher than wide.

    In a sequence all columns are of one width.
    """
    if board.is_sequence:
        return 1
    spread = _SPREAD_ALONE if len(board.columns) == 1 else _SPREAD
    return max(1, min(most, round(sqrt(spread * len(column.cards)))))


def _packed(wanted: Sequence[int], most: int) -> list[list[int]]:
    """Row by row the units of each column; one that is too wide for a row's rest may shrink."""
    rows: list[list[int]] = []
    for units in wanted:
        left = most - sum(rows[-1]) if rows else 0
        if units <= left:
            rows[-1].append(units)
        elif left > 1 and 2 * left >= units:
            rows[-1].append(left)
        else:
            rows.append([units])
    return rows
