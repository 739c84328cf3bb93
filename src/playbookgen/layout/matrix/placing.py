"""Matrices on their grid: heads of columns, groups of rows on bands, cells in line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from playbookgen.layout.legend import with_legend
from playbookgen.layout.matrix.cells import meter_ref
from playbookgen.layout.matrix.columns import frame_of
from playbookgen.layout.matrix.frame import MARGIN, Block, Frame
from playbookgen.layout.matrix.heads import column_head, key_head, repeated_head, row_head
from playbookgen.layout.matrix.needs import COLUMN_PAD, HEAD_PAD
from playbookgen.layout.matrix.pieces import Pieces, in_block
from playbookgen.layout.matrix.rows import PlacedRow, placed_row, shorts_of
from playbookgen.layout.text import line_height, wrap
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Matrix,
    Node,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Row,
    TextRole,
)

_HEADS_GAP = 8.0
_NUMBERS_GAP = 16.0
_GROUP_GAP = 10.0
_BLOCK_GAP = 30.0
_CAPTION_PAD = 5.0
_KEY_GAP = 4.0
_FAR = 400.0
"""How far below the heads of columns a group repeats them."""
_OUT_OF_SIGHT = 900.0
"""The same in the midst of a group."""
_FEW = 4
"""So many rows of a group at least stand below heads that are repeated in it."""
_KEY_LEAST = 150.0
"""The least width of a column in the list of heads."""


def place_matrix(matrix: Matrix, *, width: float) -> PlacedDiagram:
    """The matrix in as few blocks of columns as fit `width`."""
    frame = frame_of(matrix, width=width)
    sheet = _Sheet(matrix, frame)
    for number in range(len(frame.blocks)):
        sheet.add_block(number)
    diagram = PlacedDiagram(
        ref=matrix.ref,
        title=matrix.title,
        description=matrix.description,
        language=matrix.language,
        width=round(frame.width + 2 * MARGIN, 2),
        height=round(sheet.y + MARGIN, 2),
        nodes=tuple(sheet.nodes),
        edges=tuple(sheet.edges),
        bands=tuple(sheet.bands),
        texts=tuple(sheet.texts),
    )
    return with_legend(diagram, matrix.legend)


def _tone(row: Row, turn: int) -> int:
    """The fill of a row: its own on every map, or that of its group's turn."""
    return turn if row.tone is None else row.tone


class _Sheet:
    """What has been placed so far, from top to bottom."""

    def __init__(self, matrix: Matrix, frame: Frame) -> None:
        self.matrix = matrix
        self.frame = frame
        self.pieces = Pieces(matrix, frame)
        self.y = MARGIN
        self.width = frame.width
        """Of the block that is being placed."""
        self.heads_end = self.y
        """Where the heads of columns were told last."""
        self.told: set[str] = set()
        """The rows whose heads have been placed."""
        self.nodes: list[PlacedNode] = []
        self.edges: list[PlacedEdge] = []
        self.bands: list[PlacedBand] = []
        self.texts: list[PlacedText] = []

    def add_block(self, number: int) -> None:
        """The heads of a block's columns, and every row with what it has in these."""
        self.y += _BLOCK_GAP if number else 0.0
        first, last = self.frame.blocks[number]
        self.width = self.frame.width_of(number)
        self._add_heads(number, first, last)
        turn, before = -1, None
        shown = self.pieces.rows(number)
        for place, at in enumerate(shown):
            row = self.matrix.rows[at]
            if row.group != before:
                turn, before = turn + 1, row.group
                self.y += _GROUP_GAP if turn and row.group else 0.0
                self._add_caption(row, f"{number + 1}.{at + 1}", turn, (first, last))
            elif self._is_far() and self._goes_on(row, shown[place : place + _FEW]):
                self._add_caption(row, f"{number + 1}.{at + 1}", turn, (first, last))
            self._add_row(row, number, at, _tone(row, max(turn, 0)))

    def _add_heads(self, number: int, first: int, last: int) -> None:
        if self.frame.is_list:
            return
        if not self.frame.has_shorts:
            self._add_titles(number, first, last)
        else:
            self._add_key(first, last)
            self.y += _KEY_GAP
        if self.frame.has_shorts and not self.frame.is_stacked:
            self.y += _NUMBERS_GAP
            self._add_numbers(number, first, last)
        self.y += _HEADS_GAP
        self.heads_end = self.y

    def _add_titles(self, number: int, first: int, last: int) -> None:
        """Heads of columns, their last lines on one line, and the words above those of rows."""
        boxes = [
            column_head(node, self.frame.widths[column] - 2 * COLUMN_PAD)
            for column, node in enumerate(self._columns(first, last), start=first)
        ]
        corner = self._corner(number)
        height = max([corner.height, *(box.height for box in boxes)])
        for column, box in enumerate(boxes, start=first):
            bottom = self.y + height - box.height / 2
            self.nodes.append(box.placed(self.frame.middle(column), bottom))
        if corner.lines:
            self.texts.append(replace(corner, y=round(self.y + height - corner.height / 2, 2)))
        self.y += height

    def _columns(self, first: int, last: int) -> Sequence[Node]:
        return self.matrix.columns[first:last]

    def _corner(self, number: int) -> PlacedText:
        """The words above the heads of rows, and which of several blocks this is."""
        count = len(self.frame.blocks)
        part = f"{number + 1}/{count}" if count > 1 else ""
        said = " · ".join(text for text in (self.matrix.corner, part) if text)
        room = self.frame.heads - 2 * HEAD_PAD
        lines = wrap(said, role=TextRole.BAND, width=room) if room > 0 else ()
        return PlacedText(MARGIN + HEAD_PAD, 0.0, lines, TextRole.BAND, "start")

    def _add_key(self, first: int, last: int) -> None:
        """The heads of columns as a list that is read down, in two to four columns of words."""
        full = self.frame.width
        count = max(2, min(4, int(full // _KEY_LEAST)))
        width = (full - (count - 1) * HEAD_PAD) / count
        boxes = [key_head(node, width) for node in self._columns(first, last)]
        per_column = max(1, ceil(len(boxes) / count))
        tops = [self.y] * count
        for at, box in enumerate(boxes):
            side = at // per_column
            x = MARGIN + side * (width + HEAD_PAD) + width / 2
            self.nodes.append(box.placed(x, tops[side] + box.height / 2))
            tops[side] += box.height + _KEY_GAP
        self.y = max(tops) - _KEY_GAP

    def _add_numbers(self, number: int, first: int, last: int) -> None:
        """The numbers of columns above them, and the words above the heads of rows."""
        corner = self._corner(number)
        height = max(corner.height, line_height(TextRole.NOTE))
        middle = round(self.y + height - line_height(TextRole.NOTE) / 2, 2)
        self.texts += shorts_of(self.matrix, self.frame, (first, last), middle)
        if corner.lines:
            self.texts.append(replace(corner, y=round(self.y + height - corner.height / 2, 2)))
        self.y += height

    def _add_caption(self, row: Row, ref: str, turn: int, columns: Block) -> None:
        """The name of a group on a band of its own, with the heads of columns once again."""
        if not row.group:
            return
        heads = self._repeated(columns) if turn or self._is_far() else []
        room = (self.frame.heads if heads else self.width) - 2 * HEAD_PAD
        lines = wrap(row.group, role=TextRole.BAND, width=room)
        text = PlacedText(MARGIN + HEAD_PAD, 0.0, lines, TextRole.BAND, "start")
        height = max(head.height for head in (text, *heads)) + 2 * _CAPTION_PAD
        middle = round(self.y + height / 2, 2)
        tone = _tone(row, turn)
        self._add_band(f"group.{ref}", height, tone, replace(text, y=middle))
        self.texts += [replace(head, y=middle) for head in heads]
        self.heads_end = self.y if heads else self.heads_end
        self.y += height

    def _is_far(self) -> bool:
        """Whether the heads of columns are out of sight, in the midst of a long group."""
        return not self.frame.is_stacked and self.y - self.heads_end > _OUT_OF_SIGHT

    def _goes_on(self, row: Row, following: Sequence[int]) -> bool:
        """Whether enough rows of a group follow for its heads to be told again."""
        return len(following) == _FEW and self.matrix.rows[following[-1]].group == row.group

    def _repeated(self, columns: Block) -> list[PlacedText]:
        """Numbers again over each group; titles where those above are far away."""
        first, last = columns
        if self.frame.is_stacked:
            return []
        if self.frame.has_shorts:
            return list(shorts_of(self.matrix, self.frame, columns, self.y))
        if self.y - self.heads_end < _FAR:
            return []
        return [
            repeated_head(
                node, self.frame.middle(column), self.frame.widths[column] - 2 * COLUMN_PAD
            )
            for column, node in enumerate(self.matrix.columns[first:last], start=first)
        ]

    def _add_band(self, ref: str, height: float, turn: int, text: PlacedText | None = None) -> None:
        width, y = round(self.width, 2), round(self.y, 2)
        self.bands.append(PlacedBand(ref, MARGIN, y, width, round(height, 2), text, turn))

    def _add_row(self, row: Row, number: int, at: int, turn: int) -> None:
        again = number if row.head.ref in self.told else 0
        self.told.add(row.head.ref)
        head = row_head(in_block(row.head, again), self.frame.heads or self.width)
        placed = placed_row(self.pieces, row, head, number, self.y)
        self._add_band(f"row.{number + 1}.{at + 1}", placed.height, turn)
        self.nodes += placed.nodes
        self.texts += placed.texts
        self.edges += _thread(placed) if self.matrix.is_thread else ()
        self.y += placed.height


def _thread(row: PlacedRow) -> Iterator[PlacedEdge]:
    """A line from the top of each bar to the top of the next."""
    by_ref = {node.ref: node for node in row.nodes}
    for one, other in pairwise(row.cells):
        ends = [by_ref.get(meter_ref(ref)) for ref in (one, other)]
        if ends[0] and ends[1]:
            yield _step(ends[0], ends[1])


def _step(one: PlacedNode, other: PlacedNode) -> PlacedEdge:
    edge = Edge(one.ref, other.ref)
    left, right = round(one.x + one.width / 2, 2), round(other.x - other.width / 2, 2)
    before, after = round(one.y - one.height / 2, 2), round(other.y - other.height / 2, 2)
    points: tuple[tuple[float, float], ...] = ((left, before), (right, after))
    if before != after:
        middle = round((left + right) / 2, 2)
        points = ((left, before), (middle, before), (middle, after), (right, after))
    return PlacedEdge(edge.ref, EdgeKind.TIE, edge.source, edge.target, points, arrow=False)
