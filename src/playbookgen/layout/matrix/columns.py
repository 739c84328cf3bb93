"""How the columns of a matrix share a page: beside the heads of rows, or below each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from playbookgen.layout.matrix.cells import CELL_GAP, MISSING, SIGNS, room_need, sign_size
from playbookgen.layout.text import measure, widest_word
from playbookgen.model.diagram import Cell, Matrix, Node, TextRole

MARGIN = 16.0
HEAD_PAD = 10.0
"""Beside the words of a head of a row."""
COLUMN_PAD = 5.0
"""Beside the words of a head of a column."""
_NARROW = 560.0
"""A page on which the heads of rows stand above their cells."""
_LONG_WORD = 150.0
_WIDEST_HEAD = 300.0
_HEAD_SHARE = 0.3
"""How much of the page the heads of rows may take."""
_HEAD_TEXTS = 240.0
"""How much of a line small print in the heads of rows asks for."""
_WIDEST_COLUMN = 150.0
_WIDEST_WITH_TEXTS = 330.0
_TEXT_PAD = 12.0
_LEAST_COLUMN = 30.0
_SIDE = 6.0
"""What columns keep from the sides of their bands, so that cells are level with words there."""
_WIDER = 1.12
"""How much wider than measured a line may be in a reader's font."""
_NUMBERED = 44.0
"""The least width of a column that has a number for its head beside heads of rows."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The grid of a matrix: its blocks of columns, one below the other."""

    blocks: tuple[tuple[int, int], ...]
    """The first column of each, and the one after its last."""
    heads: float
    """The width of the heads of rows; none where these stand above their cells."""
    column: float
    has_shorts: bool = False
    """Whether numbers stand for the heads of columns, which are told once, above."""
    is_list: bool = False
    """Whether cells stand below one another, each with the name of its columns."""
    side: float = _SIDE
    """What columns keep from the sides of their bands."""

    @property
    def is_stacked(self) -> bool:
        """Whether the heads of rows stand above their cells."""
        return not self.heads

    @property
    def left(self) -> float:
        """Where the first column of each block begins."""
        return MARGIN + self.heads + (self.side if self.is_stacked else 0.0)

    @property
    def cells(self) -> float:
        """The width of all columns of the widest block."""
        return self.column * max(last - first for first, last in self.blocks)

    @property
    def width(self) -> float:
        """The width of the widest block."""
        return self.left - MARGIN + self.cells + self.side

    def width_of(self, number: int) -> float:
        """The width of the block of this number."""
        first, last = self.blocks[number]
        return self.left - MARGIN + (last - first) * self.column + self.side


def frame_of(matrix: Matrix, *, width: float) -> Frame:
    """The grid in one block if the page has room for it, else in blocks of like width."""
    room = width - 2 * MARGIN
    sizes = _Sizes(matrix)
    if room >= _NARROW:
        return _beside(sizes, room - _SIDE) or _in_blocks(sizes, room - _SIDE)
    cells = [cell for row in matrix.rows for cell in row.cells]
    if cells and all(cell.caption for cell in cells):
        column = _floor((room - 2 * _SIDE) / sizes.count)
        return Frame(((0, sizes.count),), 0.0, column, is_list=True)
    return _beside(sizes, room - _SIDE) or _stacked(sizes, room)


class _Sizes:
    """What the words and signs of a matrix need."""

    def __init__(self, matrix: Matrix) -> None:
        self.count = max(1, len(matrix.columns))
        self.shorts = matrix.shorts
        self.cell = max([_LEAST_COLUMN, *_cell_needs(matrix)])
        titles = (_word(node.label, TextRole.ACTION) for node in matrix.columns)
        self.title = max(titles, default=0.0) + 2 * COLUMN_PAD
        self.column = max(self.cell, self.title)
        heads = [row.head for row in matrix.rows]
        words = (_word(node.label, TextRole.LABEL) for node in heads)
        self.least_head = max(words, default=0.0) + 2 * HEAD_PAD
        wish = max([self.least_head, *(_wish(node) + 2 * HEAD_PAD for node in heads)])
        self.head = min(wish, max(self.least_head, _WIDEST_HEAD))
        self.has_texts = any(node.note or node.items for node in heads)
        tells = any(node.note or node.items for node in _in_cells(matrix))
        self.most = max(self.column, _WIDEST_WITH_TEXTS if tells else _WIDEST_COLUMN)


def _wish(head: Node) -> float:
    """How wide the words of a head would like to be: its title in one line, the rest in a few."""
    texts = [measure(text, role=TextRole.NOTE) * _WIDER for text in (head.note, *head.items)]
    title = measure(head.label, role=TextRole.LABEL) * _WIDER
    return max(title, min(_HEAD_TEXTS, max(texts)))


def _in_cells(matrix: Matrix) -> Iterator[Node]:
    return (node for row in matrix.rows for cell in row.cells for node in cell.nodes)


def _cell_needs(matrix: Matrix) -> Iterator[float]:
    for row in matrix.rows:
        yield from (_cell_need(cell) for cell in row.cells)


def _cell_need(cell: Cell) -> float:
    """The least width of each column that the cell stands across."""
    if cell.level is not None:
        return max(room_need(node.label) for node in cell.nodes)
    if all(node.kind in SIGNS for node in cell.nodes):
        return max(map(sign_size, cell.nodes)) + 6.0
    words = [
        _word(text, TextRole.NOTE) + 2 * (_TEXT_PAD + CELL_GAP)
        for node in cell.nodes
        if node.kind not in MISSING
        for text in (node.label, node.note, *node.items)
        if text
    ]
    return max(words, default=0.0) / len(cell.columns)


def _word(text: str, role: TextRole) -> float:
    return widest_word(text, role=role, limit=_LONG_WORD)


def _beside(sizes: _Sizes, room: float) -> Frame | None:
    """One block with the heads of rows at the left, if these and all columns have room.

    Where titles of columns leave too little to heads that have much to say, numbers stand for them.
    """
    wish = max(sizes.least_head, min(sizes.head, room * _HEAD_SHARE))
    titled = max(sizes.least_head, min(wish, room - sizes.column * sizes.count))
    tries = [(wish, sizes.column, False), (titled, sizes.column, False)]
    if sizes.shorts and room >= _NARROW:
        numbered = (wish, max(sizes.cell, _NUMBERED), True)
        tries.insert(1 if sizes.has_texts else 2, numbered)
    for head, least, has_shorts in tries:
        column = (room - head) / sizes.count
        if column >= least:
            column = _floor(min(sizes.most, column))
            heads = min(max(head, room - column * sizes.count), max(head, sizes.head))
            return Frame(((0, sizes.count),), _floor(heads), column, has_shorts)
    return None


def _in_blocks(sizes: _Sizes, room: float) -> Frame:
    """Blocks with the heads of rows repeated at the left of each.

    Numbers stand for titles of columns where these would make twice as many blocks.
    """
    head = max(sizes.least_head, min(sizes.head, room * 0.2))
    blocks = _blocks(sizes.count, _fitting(room - head, sizes.column))
    numbered = _blocks(sizes.count, _fitting(room - head, max(sizes.cell, _NUMBERED)))
    has_shorts = bool(sizes.shorts) and 2 * len(numbered) <= len(blocks)
    chosen = numbered if has_shorts else blocks
    column = min(sizes.most, (room - head) / chosen[0][1])
    return Frame(chosen, _floor(head), _floor(column), has_shorts)


def _fitting(room: float, column: float) -> int:
    """How many columns of this width stand side by side, one at least."""
    return max(1, int(room // column))


def _stacked(sizes: _Sizes, room: float) -> Frame:
    """Heads of rows above their cells; numbers for the columns where their heads need more."""
    least = sizes.cell if sizes.shorts else sizes.column
    blocks = _blocks(sizes.count, _fitting(room, least))
    spaced = _blocks(sizes.count, _fitting(room - 2 * _SIDE, least))
    side = _SIDE if len(spaced) == len(blocks) else 0.0
    column = _floor((room - 2 * side) / blocks[0][1])
    has_shorts = bool(sizes.shorts) and column < sizes.title
    return Frame(blocks, 0.0, column, has_shorts, side=side)


def _blocks(count: int, most: int) -> tuple[tuple[int, int], ...]:
    """Blocks of at most so many columns, the first as wide as any."""
    size = ceil(count / ceil(count / most))
    return tuple((first, min(count, first + size)) for first in range(0, count, size))


def _floor(width: float) -> float:
    return floor(width * 100) / 100
