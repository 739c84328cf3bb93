"""Columns on their grid: heads on one line, cards below them, a band behind each column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from playbookgen.layout.board.blocks import BAR_HEIGHT, stretched
from playbookgen.layout.board.columns import CARD_GAP, Column, columns_of, levelled
from playbookgen.layout.board.levels import levels_of
from playbookgen.layout.board.rows import ARROW_GAP, BAND_PAD, GAP, MARGIN, grid_of
from playbookgen.layout.boxes import Box
from playbookgen.layout.legend import with_legend
from playbookgen.layout.text import measure
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    Board,
    BoardColumn,
    Edge,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
    TextLine,
    TextRole,
)

_ROW_GAP = 24.0


def place_board(board: Board, *, width: float) -> PlacedDiagram:
    """The board in as few rows as fit `width`."""
    has_arrows = board.is_sequence and any(map(_is_box, board.columns))
    rows = list(_rows(board, width, ARROW_GAP if has_arrows else GAP))
    diagram = PlacedDiagram(
        ref=board.ref,
        title=board.title,
        description=board.description,
        language=board.language,
        width=round(max([MARGIN, *(row.right for row in rows)]) + MARGIN, 2),
        height=round(max([MARGIN, *(row.levels.bottom for row in rows)]) + MARGIN, 2),
        nodes=tuple(node for row in rows for node in row.nodes()),
        edges=tuple(edge for row in rows for edge in row.edges() if has_arrows),
        bands=tuple(_bands(rows, board)),
        texts=tuple(_numbers(rows, board)),
    )
    return with_legend(diagram, board.legend)


def _is_box(column: BoardColumn) -> bool:
    """Whether its head has an outline that does not point onwards itself."""
    shape = SHAPE_BY_KIND[column.head.kind]
    return shape not in (Shape.PLAIN, Shape.CHEVRON)


def _rows(board: Board, width: float, gap: float) -> Iterator[_Row]:
    """The rows, one below the other."""
    grid, top = grid_of(board, width=width, gap=gap), MARGIN
    for units in grid.rows:
        columns = list(columns_of(units, grid))
        row = _Row(levelled(columns) if board.is_sequence else columns, top)
        top = row.levels.bottom + _ROW_GAP
        yield row


class _Row:
    """Columns side by side; their parts begin on the same lines."""

    def __init__(self, columns: Sequence[Column], top: float) -> None:
        self.columns = columns
        self.levels = levels_of(columns, top)

    @property
    def right(self) -> float:
        """The right edge of its last column."""
        return self.columns[-1].left + self.columns[-1].width

    def nodes(self) -> Iterator[PlacedNode]:
        """Column by column: the head, its share, facts, cards line by line, the foot."""
        levels = self.levels
        for column in self.columns:
            head = stretched(column.head, levels.head_height)
            yield head.placed(column.middle, levels.head_middle)
            yield from _bars(column, levels.bars)
            yield from _stacked(column.facts, column.middle, levels.facts, levels.fact_gap)
            yield from _cards(column, levels.cards)
            yield from _stacked(column.foot, column.middle, levels.foot, CARD_GAP)

    def edges(self) -> Iterator[PlacedEdge]:
        """An arrow from each head to the next."""
        y = round(self.levels.head_middle, 2)
        for one, other in pairwise(self.columns):
            edge = Edge(one.source.head.ref, other.source.head.ref)
            points = ((round(one.left + one.width, 2), y), (round(other.left, 2), y))
            yield PlacedEdge(edge.ref, edge.kind, edge.source, edge.target, points)

    def bands(self, turn: int | None) -> Iterator[PlacedBand]:
        """A band behind each column, all of one height."""
        height = self.levels.bottom - self.levels.band
        if height <= 0:
            return
        for column in self.columns:
            yield PlacedBand(
                f"column.{column.source.head.ref}",
                round(column.left, 2),
                round(self.levels.band, 2),
                round(column.width, 2),
                round(height, 2),
                turn=turn,
            )


def _bars(column: Column, top: float) -> Iterator[PlacedNode]:
    """The room of a share, and its bar as far from every border of it."""
    for box in column.bars:
        inset = (BAR_HEIGHT - box.height) / 2
        left = column.left + BAND_PAD + inset
        yield box.placed(left + box.width / 2, top + BAR_HEIGHT / 2)


def _cards(column: Column, top: float) -> Iterator[PlacedNode]:
    for line in column.lines:
        for at, box in enumerate(line):
            left = column.left + BAND_PAD + at * (box.width + CARD_GAP)
            yield box.placed(left + box.width / 2, top + box.height / 2)
        top += line[0].height + CARD_GAP


def _stacked(boxes: Sequence[Box], x: float, top: float, gap: float) -> Iterator[PlacedNode]:
    for box in boxes:
        yield box.placed(x, top + box.height / 2)
        top += box.height + gap


def _bands(rows: Sequence[_Row], board: Board) -> Iterator[PlacedBand]:
    """The bands of all columns; of a sequence in one colour, since several would mean nothing."""
    turn = 0 if board.is_sequence else None
    for row in rows:
        yield from row.bands(turn)


def _numbers(rows: Sequence[_Row], board: Board) -> Iterator[PlacedText]:
    """The numbers of a sequence's rows, if there are several."""
    is_numbered = board.is_sequence and len(rows) > 1
    for at, row in enumerate(rows if is_numbered else (), start=1):
        line = TextLine(str(at), measure(str(at), role=TextRole.BAND))
        y = round(row.levels.head_middle, 2)
        yield PlacedText(MARGIN, y, (line,), TextRole.BAND, "start")
