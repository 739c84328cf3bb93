"""What of each cell of a matrix stands in which block of columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.matrix.cells import Content, captioned, content_of
from playbookgen.layout.matrix.frame import Block, Frame
from playbookgen.model.diagram import Cell, Matrix, Node, Row


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a cell stands in a block: from one of its columns on, before another."""

    cell: Cell
    first: int
    last: int
    content: Content


class Pieces:
    """The cells of a matrix on its grid; the places of columns are looked up once."""

    def __init__(self, matrix: Matrix, frame: Frame) -> None:
        self.matrix = matrix
        self.frame = frame
        self._places = {node.ref: at for at, node in enumerate(matrix.columns)}
        self._begins = [first for first, _ in frame.blocks]
        self._narrowest = frame.narrowest
        self._cells = frame.cells
        self._shown: list[list[int]] = [[] for _ in frame.blocks]
        for at, row in enumerate(matrix.rows):
            for number in self._blocks(row):
                self._shown[number].append(at)

    def rows(self, number: int) -> Sequence[int]:
        """The rows that a block shows: of several blocks those in which a row has anything."""
        return self._shown[number]

    def of(self, row: Row, number: int) -> list[Piece]:
        """The pieces of a row in the block of this number, from left to right."""
        first, last = self.frame.blocks[number]
        pieces = []
        for cell in row.cells:
            begin, end = self._span(cell)
            left, right = max(begin, first), min(end, last)
            if left < right:
                nodes = tuple(in_block(node, number) for node in cell.nodes)
                own = replace(cell, nodes=nodes)
                pieces.append(Piece(own, left, right, self._content(own, (left, right))))
        return pieces

    def _blocks(self, row: Row) -> list[int]:
        """The numbers of the blocks in which a row has anything; the first if it has nothing."""
        found = {number for cell in row.cells for number in self._blocks_of(cell)}
        return sorted(found) or [0]

    def _blocks_of(self, cell: Cell) -> Iterator[int]:
        begin, end = self._span(cell)
        first, last = (bisect_right(self._begins, at) - 1 for at in (begin, end - 1))
        yield from range(first, last + 1)

    def _span(self, cell: Cell) -> Block:
        begin = self._places[cell.columns[0]]
        return begin, begin + len(cell.columns)

    def _content(self, cell: Cell, columns: Block) -> Content:
        if self.frame.is_list:
            return captioned(cell, self._cells)
        width = self.frame.span(*columns)[1]
        is_thread, narrowest = self.matrix.is_thread, self._narrowest
        return content_of(cell, width, is_thread=is_thread, narrowest=narrowest)


def in_block(node: Node, number: int) -> Node:
    """The node with a ref of its own in each block that shows it."""
    return replace(node, ref=f"{node.ref}.block-{number + 1}") if number else node
