"""What the words and signs of a matrix need: widths of its columns and of the heads of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.layout.matrix.cells import CELL_GAP, MISSING, SIGNS, room_need, sign_size
from playbookgen.layout.text import measure, widest_word
from playbookgen.model.diagram import Cell, Matrix, Node, TextRole

HEAD_PAD = 10.0
"""Beside the words of a head of a row."""
COLUMN_PAD = 5.0
"""Beside the words of a head of a column."""
LONG_WORD = 150.0
"""Words that are wider break where the page has no room for them."""
_WIDEST_HEAD = 300.0
_HEAD_TEXTS = 240.0
"""How much of a line small print in the heads of rows asks for."""
_WIDEST_COLUMN = 300.0
_WIDEST_WITH_TEXTS = 330.0
_TEXT_PAD = 12.0
_LEAST_COLUMN = 30.0
_ROUNDING = 0.02
"""What rounding may take from a column, so that no word breaks for it."""
_WIDER = 1.12
"""How much wider than measured a line may be in a reader's font."""
_NUMBERED = 44.0
"""The least width of a column that has a number for its head beside heads of rows."""


class Needs:
    """The least and the best widths, for words of which those up to `longest` stay unbroken."""

    def __init__(self, matrix: Matrix, *, longest: float) -> None:
        self.count = max(1, len(matrix.columns))
        self.shorts = matrix.shorts
        self.cells = _cells(matrix, self.count, longest)
        titles = [_title(node.label, longest) for node in matrix.columns]
        self.titles = [title + 2 * COLUMN_PAD + _ROUNDING for title in titles] or [0.0]
        heads = [row.head for row in matrix.rows]
        words = (_word(node.label, TextRole.LABEL, longest) for node in heads)
        self.least_head = max(words, default=0.0) + 2 * HEAD_PAD
        wish = max([self.least_head, *(_wish(node) + 2 * HEAD_PAD for node in heads)])
        self.head = min(wish, max(self.least_head, _WIDEST_HEAD))
        tells = any(node.note or node.items for node in _in_cells(matrix))
        self.most = _WIDEST_WITH_TEXTS if tells else _WIDEST_COLUMN

    @property
    def titled(self) -> list[float]:
        """The least width of each column with its title above it."""
        return [max(pair) for pair in zip(self.cells, self.titles, strict=True)]

    @property
    def numbered(self) -> list[float]:
        """The same with numbers above them."""
        return [max(cell, _NUMBERED) for cell in self.cells]


def _wish(head: Node) -> float:
    """How wide the words of a head would like to be: its title in one line, the rest in a few."""
    texts = [measure(text, role=TextRole.NOTE) * _WIDER for text in (head.note, *head.items)]
    title = measure(head.label, role=TextRole.LABEL) * _WIDER
    return max(title, min(_HEAD_TEXTS, max(texts)))


def _in_cells(matrix: Matrix) -> Iterator[Node]:
    return (node for row in matrix.rows for cell in row.cells for node in cell.nodes)


def _cells(matrix: Matrix, count: int, longest: float) -> list[float]:
    """The least width of each column, for what stands in it; alike for signs and bars."""
    places = {node.ref: at for at, node in enumerate(matrix.columns)}
    needs, alike = [_LEAST_COLUMN] * count, _LEAST_COLUMN
    for cell in (cell for row in matrix.rows for cell in row.cells):
        own, texts = _sign_need(cell), _text_need(cell, longest)
        alike = max(alike, own)
        for ref in cell.columns if texts > _LEAST_COLUMN else ():
            needs[places[ref]] = max(needs[places[ref]], texts)
    return [max(need, alike) for need in needs]


def _sign_need(cell: Cell) -> float:
    """The width that bars of shares, letters and dots ask for."""
    if cell.level is not None:
        return max(room_need(node.label) for node in cell.nodes)
    if _are_signs(cell.nodes):
        return max(map(sign_size, cell.nodes)) + 6.0
    return 0.0


def _are_signs(nodes: Sequence[Node]) -> bool:
    return all(node.kind in SIGNS for node in nodes)


def _text_need(cell: Cell, longest: float) -> float:
    """The least width of each of its columns in which the words of a cell stand unbroken."""
    if cell.level is not None or _are_signs(cell.nodes):
        return 0.0
    texts = (
        text
        for node in cell.nodes
        if node.kind not in MISSING
        for text in (node.label, node.note, *node.items)
    )
    words = (_word(text, TextRole.NOTE, longest) for text in texts if text)
    need = max(words, default=0.0)
    return (need + 2 * (_TEXT_PAD + CELL_GAP)) / len(cell.columns) if need else 0.0


def _title(text: str, longest: float) -> float:
    """The widest word of a title; one with hyphens counts whole, since it reads best so."""
    whole = (measure(part, role=TextRole.ACTION) for part in text.split(" ") if "-" in part)
    parts = _word(text, TextRole.ACTION, longest)
    return max([parts, *(width for width in whole if width <= longest)])


def _word(text: str, role: TextRole, longest: float) -> float:
    return widest_word(text, role=role, limit=longest)
