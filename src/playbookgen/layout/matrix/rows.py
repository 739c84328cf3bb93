"""A row of a matrix with positions: its head beside or above its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.matrix.cells import ROOM_HEIGHT
from playbookgen.layout.matrix.frame import MARGIN, Block, Frame
from playbookgen.layout.matrix.needs import HEAD_PAD
from playbookgen.layout.matrix.pieces import Piece, Pieces
from playbookgen.layout.matrix.told import told
from playbookgen.layout.text import line_height, measure
from playbookgen.model.diagram import (
    Matrix,
    PlacedNode,
    PlacedText,
    Row,
    TextLine,
    TextRole,
)

_PAD = 7.0
_THREAD_PAD = 11.0
_LEAST = 38.0
_HEAD_GAP = 5.0
_FOOT_PAD = 10.0
"""Below the cells of a row whose head stands above them."""
_SHORTS_GAP = 4.0
_LIST_GAP = 6.0
_TOLD_GAP = 5.0


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row in one block of columns."""

    height: float
    nodes: tuple[PlacedNode, ...]
    texts: tuple[PlacedText, ...]
    cells: tuple[str, ...]
    """The refs of the first nodes of its cells, from left to right."""


def placed_row(pieces: Pieces, row: Row, head: Box, number: int, top: float) -> PlacedRow:
    """The row from `top` on, with what its cells have in the block of this number."""
    matrix, frame = pieces.matrix, pieces.frame
    own = pieces.of(row, number)
    place = _above if frame.is_stacked else _beside
    return place(matrix, frame, own, head, number, top)


def _beside(
    matrix: Matrix, frame: Frame, pieces: Sequence[Piece], head: Box, _: int, top: float
) -> PlacedRow:
    """The head at the left of its cells, level with the bars of a thread or in the middle."""
    cells = _height(frame, pieces)
    pad = _THREAD_PAD if matrix.is_thread else _PAD
    height = max(_LEAST, max(head.height, cells) + 2 * pad)
    cells_top, middle = top + (height - cells) / 2, top + height / 2
    if matrix.is_thread:
        cells_top = top + pad
        middle = cells_top + max(ROOM_HEIGHT, head.height) / 2
    nodes = (_head(head, middle), *_cell_nodes(matrix, frame, pieces, cells_top, cells))
    return PlacedRow(height, nodes, (), _refs(pieces))


def _above(
    matrix: Matrix, frame: Frame, pieces: Sequence[Piece], head: Box, number: int, top: float
) -> PlacedRow:
    """The head above its cells; numbers between them, or the names of columns below them."""
    if not pieces:
        bare = (_head(head, top + _PAD + head.height / 2),)
        return PlacedRow(head.height + 2 * _PAD, bare, (), ())
    y = top + _PAD + head.height + _HEAD_GAP
    said = told(matrix, frame, pieces, number)
    texts = list(_numbers(matrix, frame, pieces, number, y)) if not said.lines else []
    cells_top = y + (line_height(TextRole.NOTE) + _SHORTS_GAP if texts else 0.0)
    cells = _height(frame, pieces)
    bottom = cells_top + cells
    if said.lines:
        texts.append(replace(said, y=round(bottom + _TOLD_GAP + said.height / 2, 2)))
        bottom += _TOLD_GAP + said.height
    cell_nodes = _cell_nodes(matrix, frame, pieces, cells_top, cells)
    nodes = (_head(head, top + _PAD + head.height / 2), *cell_nodes)
    return PlacedRow(bottom + _FOOT_PAD - top, nodes, tuple(texts), _refs(pieces))


def _refs(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.cell.nodes[0].ref for piece in pieces)


def _head(head: Box, middle: float) -> PlacedNode:
    return _spoken(head, MARGIN + HEAD_PAD - 2.0 + head.width / 2, middle)


def _height(frame: Frame, pieces: Sequence[Piece]) -> float:
    """The height of the cells: side by side, or one below the other."""
    heights = [piece.content.height for piece in pieces]
    if frame.is_list:
        return sum(heights) + _LIST_GAP * max(0, len(heights) - 1)
    return max(heights, default=0.0)


def _numbers(
    matrix: Matrix, frame: Frame, pieces: Sequence[Piece], number: int, top: float
) -> Iterator[PlacedText]:
    """Numbers above each of the cells; none are needed over one that spans all columns."""
    first, last = frame.blocks[number]
    spans_all = any(piece.last - piece.first == last - first > 1 for piece in pieces)
    if frame.has_shorts and not spans_all:
        middle = round(top + line_height(TextRole.NOTE) / 2, 2)
        for piece in pieces:
            yield from shorts_of(matrix, frame, (piece.first, piece.last), middle)


def shorts_of(matrix: Matrix, frame: Frame, columns: Block, middle: float) -> Iterator[PlacedText]:
    """What stands for the heads of columns, each above the middle of its own."""
    first, last = columns
    for column, short in enumerate(matrix.shorts[first:last], start=first):
        line = TextLine(short, measure(short, role=TextRole.NOTE))
        yield PlacedText(round(frame.middle(column), 2), middle, (line,), TextRole.NOTE)


def _cell_nodes(
    matrix: Matrix, frame: Frame, pieces: Sequence[Piece], top: float, height: float
) -> Iterator[PlacedNode]:
    """The boxes of all cells: in the middle of the row, bars of a thread on one floor."""
    bottom = top
    for piece in pieces:
        left, width = frame.span(piece.first, piece.last)
        x = left + width / 2
        y = top + (0.0 if matrix.is_thread else (height - piece.content.height) / 2)
        if frame.is_list:
            x, y = MARGIN + frame.width / 2, bottom
            bottom += piece.content.height + _LIST_GAP
        for part in piece.content.parts:
            yield _spoken(part.box, x + part.x, y + part.y)


def _spoken(box: Box, x: float, y: float) -> PlacedNode:
    """The box at its place, with the words for assistive technology."""
    placed = box.placed(x, y)
    return replace(placed, title=box.node.spoken or placed.title)
