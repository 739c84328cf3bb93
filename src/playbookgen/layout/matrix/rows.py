"""A row of a matrix with positions: its head beside or above its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.matrix.cells import ROOM_HEIGHT, Content, captioned, content_of
from playbookgen.layout.matrix.columns import HEAD_PAD, MARGIN, Frame
from playbookgen.layout.text import line_height, measure
from playbookgen.model.diagram import (
    Cell,
    Matrix,
    Node,
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


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row in one block of columns."""

    height: float
    nodes: tuple[PlacedNode, ...]
    texts: tuple[PlacedText, ...]
    cells: tuple[str, ...]
    """The refs of the first nodes of its cells, from left to right."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a cell stands in a block: from which of its columns on, and across how many."""

    cell: Cell
    at: int
    count: int
    content: Content


def placed_row(
    matrix: Matrix, frame: Frame, row: Row, head: Box, number: int, top: float
) -> PlacedRow:
    """The row from `top` on, with what its cells have in the block of this number."""
    pieces = list(_pieces(matrix, frame, row, number))
    cells = _height(frame, pieces)
    has_numbers = _has_numbers(frame, pieces, number)
    if frame.is_stacked:
        shorts_top = top + _PAD + head.height + (_HEAD_GAP if pieces else 0.0)
        shorts = line_height(TextRole.NOTE) + _SHORTS_GAP if has_numbers else 0.0
        cells_top = shorts_top + shorts
        height = cells_top + cells + (_FOOT_PAD if pieces else _PAD) - top
        head_middle = top + _PAD + head.height / 2
    else:
        pad = _THREAD_PAD if matrix.is_thread else _PAD
        height = max(_LEAST, max(head.height, cells) + 2 * pad)
        shorts_top, cells_top = top, top + (height - cells) / 2
        head_middle = top + height / 2
        if matrix.is_thread:
            cells_top = top + pad
            head_middle = cells_top + max(ROOM_HEIGHT, head.height) / 2
    x = MARGIN + HEAD_PAD - 2.0 + head.width / 2
    nodes = [
        _spoken(head, x, head_middle),
        *_cell_nodes(frame, pieces, cells_top, cells, matrix.is_thread),
    ]
    y = round(shorts_top + line_height(TextRole.NOTE) / 2, 2)
    texts = shorts_of(matrix, frame, frame.blocks[number], y) if has_numbers else ()
    refs = tuple(piece.cell.nodes[0].ref for piece in pieces)
    return PlacedRow(height, tuple(nodes), tuple(texts), refs)


def rows_by_block(matrix: Matrix, frame: Frame) -> list[list[int]]:
    """The places of the rows that each block shows: those that have anything in it.

    A row without cells stands in the first.
    """
    block_of = {
        node.ref: number
        for number, (first, last) in enumerate(frame.blocks)
        for node in matrix.columns[first:last]
    }
    found: list[list[int]] = [[] for _ in frame.blocks]
    for at, row in enumerate(matrix.rows):
        numbers = {block_of[ref] for cell in row.cells for ref in cell.columns}
        for number in numbers or {0}:
            found[number].append(at)
    return found


def _height(frame: Frame, pieces: Sequence[_Piece]) -> float:
    """The height of the cells: side by side, or one below the other."""
    heights = [piece.content.height for piece in pieces]
    if frame.is_list:
        return sum(heights) + _LIST_GAP * max(0, len(heights) - 1)
    return max(heights, default=0.0)


def _pieces(matrix: Matrix, frame: Frame, row: Row, number: int) -> Iterator[_Piece]:
    first, last = frame.blocks[number]
    refs = [node.ref for node in matrix.columns]
    for cell in row.cells:
        begin = refs.index(cell.columns[0])
        left, right = max(begin, first), min(begin + len(cell.columns), last)
        if left < right:
            width = (right - left) * frame.column
            own = replace(cell, nodes=tuple(in_block(node, number) for node in cell.nodes))
            yield _Piece(own, left - first, right - left, _content(matrix, frame, own, width))


def _content(matrix: Matrix, frame: Frame, cell: Cell, width: float) -> Content:
    if frame.is_list:
        return captioned(cell, frame.cells)
    return content_of(cell, width, is_thread=matrix.is_thread)


def _has_numbers(frame: Frame, pieces: Sequence[_Piece], number: int) -> bool:
    """Whether numbers stand above the cells; none are needed over one that spans all columns."""
    first, last = frame.blocks[number]
    spans_all = any(piece.count == last - first > 1 for piece in pieces)
    return frame.has_shorts and frame.is_stacked and bool(pieces) and not spans_all


def shorts_of(
    matrix: Matrix, frame: Frame, columns: tuple[int, int], middle: float
) -> Iterator[PlacedText]:
    """What stands for the heads of columns, each above the middle of its own."""
    first, last = columns
    for at, short in enumerate(matrix.shorts[first:last]):
        line = TextLine(short, measure(short, role=TextRole.NOTE))
        x = round(frame.left + (at + 0.5) * frame.column, 2)
        yield PlacedText(x, middle, (line,), TextRole.NOTE)


def _cell_nodes(
    frame: Frame,
    pieces: Sequence[_Piece],
    top: float,
    height: float,
    is_thread: bool,
) -> Iterator[PlacedNode]:
    """The boxes of all cells: in the middle of the row, bars of a thread on one floor."""
    bottom = top
    for piece in pieces:
        x = frame.left + (piece.at + piece.count / 2) * frame.column
        y = top + (0.0 if is_thread else (height - piece.content.height) / 2)
        if frame.is_list:
            x, y = MARGIN + frame.width / 2, bottom
            bottom += piece.content.height + _LIST_GAP
        for part in piece.content.parts:
            yield _spoken(part.box, x + part.x, y + part.y)


def _spoken(box: Box, x: float, y: float) -> PlacedNode:
    """The box at its place, with the words for assistive technology."""
    placed = box.placed(x, y)
    return replace(placed, title=box.node.spoken or placed.title)


def in_block(node: Node, number: int) -> Node:
    """The node with a ref of its own in each block that shows it."""
    return replace(node, ref=f"{node.ref}.block-{number + 1}") if number else node
