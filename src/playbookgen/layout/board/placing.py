"""Columns on their grid: heads on one line, cards below them, a band behind each column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from playbookgen.layout.board.blocks import (
    BAR_HEIGHT,
    head_box,
    is_plain,
    share_bars,
    stretched,
    text_box,
)
from playbookgen.layout.board.rows import (
    ARROW_GAP,
    BAND_PAD,
    GAP,
    MARGIN,
    Grid,
    grid_of,
)
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

_CARD_GAP = 12.0
_BARS_GAP = 6.0
_FACT_GAP = 1.0
_LONG_FACT_GAP = 7.0
_PART_GAP = 10.0
_FOOT_GAP = 8.0
"""What sets a foot apart, beside the gap between parts."""
_ROW_GAP = 24.0
_HEAD_GAP = 5.0
"""Between a head with an outline and the band below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its boxes; cards in as many stacks as it has units, line by line."""

    source: BoardColumn
    left: float
    width: float
    head: Box
    bars: tuple[Box, ...]
    """A share's room and its bar."""
    facts: tuple[Box, ...]
    lines: tuple[tuple[Box, ...], ...]
    foot: tuple[Box, ...]


def place_board(board: Board, *, width: float) -> PlacedDiagram:
    """The board in as few rows as fit `width`."""
    joins = board.is_sequence and any(_is_box(column) for column in board.columns)
    grid = grid_of(board, width=width, gap=ARROW_GAP if joins else GAP)
    rows, y = [], MARGIN
    for row in grid.rows:
        columns = list(_columns(row, grid))
        rows.append(_Row(_levelled(columns) if board.is_sequence else columns, y))
        y = rows[-1].bottom + _ROW_GAP
    right = max((row.right for row in rows), default=MARGIN)
    fill = 0 if board.is_sequence else None  # The colours of steps in time would mean nothing.
    numbers = _numbers(rows) if board.is_sequence and len(rows) > 1 else ()
    diagram = PlacedDiagram(
        ref=board.ref,
        title=board.title,
        description=board.description,
        language=board.language,
        width=round(right + MARGIN, 2),
        height=round(y - (_ROW_GAP if rows else 0.0) + MARGIN, 2),
        nodes=tuple(node for row in rows for node in row.nodes()),
        edges=tuple(edge for row in rows for edge in row.edges()) if joins else (),
        bands=tuple(band for row in rows for band in row.bands(fill)),
        texts=tuple(numbers),
    )
    return with_legend(diagram, board.legend)


def _is_box(column: BoardColumn) -> bool:
    """Whether its head has an outline that does not point onwards itself."""
    shape = SHAPE_BY_KIND[column.head.kind]
    return shape not in (Shape.PLAIN, Shape.CHEVRON)


def _columns(row: Sequence[tuple[BoardColumn, int]], grid: Grid) -> Iterator[Column]:
    left = grid.left
    for column, units in row:
        width = grid.width(units)
        yield _column(column, left, width, units)
        left += width + grid.gap


def _column(source: BoardColumn, left: float, width: float, units: int) -> Column:
    inner = width - 2 * BAND_PAD
    card = (inner - (units - 1) * _CARD_GAP) / units
    cards = [text_box(node, card) for node in source.cards]
    head = head_box(source.head, inner if is_plain(source.head) else width)
    return Column(
        source=source,
        left=left,
        width=width,
        head=head,
        bars=tuple(share_bars(source, inner)),
        facts=tuple(text_box(node, inner) for node in source.facts),
        lines=tuple(_even(cards[at : at + units]) for at in range(0, len(cards), units)),
        foot=tuple(text_box(node, inner) for node in source.foot),
    )


def _even(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """The boxes of one line, all as high as the highest."""
    height = max(box.height for box in boxes)
    return tuple(stretched(box, height) for box in boxes)


def _levelled(columns: Sequence[Column]) -> list[Column]:
    """The columns with their lines of cards and feet at even heights: they are read across."""
    count = max(len(column.lines) for column in columns)
    heights = [
        max(column.lines[at][0].height for column in columns if at < len(column.lines))
        for at in range(count)
    ]
    feet = max((box.height for column in columns for box in column.foot), default=0.0)
    return [
        replace(
            column,
            lines=tuple(
                tuple(stretched(box, height) for box in line)
                for line, height in zip(column.lines, heights, strict=False)
            ),
            foot=tuple(stretched(box, feet) for box in column.foot),
        )
        for column in columns
    ]


class _Row:
    """Columns side by side; their parts begin on the same lines."""

    def __init__(self, columns: Sequence[Column], top: float) -> None:
        self.columns = columns
        is_bare = any(is_plain(column.source.head) for column in columns)
        facts = [fact.node for column in columns for fact in column.facts]
        self.fact_gap = _LONG_FACT_GAP if any(it.note or it.items for it in facts) else _FACT_GAP
        self.head_top = top + (BAND_PAD if is_bare else 0.0)
        self.head_height = max(column.head.height for column in columns)
        head_bottom = self.head_top + self.head_height
        self.band_top = top if is_bare else head_bottom + _HEAD_GAP
        below = self.fact_gap if is_bare and facts else _PART_GAP
        self.bars_top = head_bottom + below + (0.0 if is_bare else _HEAD_GAP)
        bars = max((box.height for column in columns for box in column.bars), default=0.0)
        self.facts_top = self.bars_top + (bars + _BARS_GAP if bars else 0.0)
        self.cards_top, self.foot_top, end = self._tops()
        has_band = is_bare or bars > 0 or end > self.facts_top
        self.bottom = end - _PART_GAP + BAND_PAD if has_band else head_bottom

    def _tops(self) -> tuple[float, float, float]:
        """Where cards and feet begin, and where all ends; each part as high as the fullest."""
        facts = max(_stack(column.facts, self.fact_gap) for column in self.columns)
        firsts = ([line[0] for line in column.lines] for column in self.columns)
        cards = max(_stack(boxes, _CARD_GAP) for boxes in firsts)
        foot = max(_stack(column.foot, _CARD_GAP) for column in self.columns)
        cards_top = self.facts_top + (facts + _PART_GAP if facts else 0.0)
        foot_top = cards_top + (cards + _PART_GAP if cards else 0.0)
        foot_top += _FOOT_GAP if foot and foot_top > self.facts_top else 0.0
        return cards_top, foot_top, foot_top + (foot + _PART_GAP if foot else 0.0)

    @property
    def right(self) -> float:
        """The right edge of its last column."""
        return self.columns[-1].left + self.columns[-1].width

    def nodes(self) -> Iterator[PlacedNode]:
        """Column by column: the head, its share, facts, cards line by line, the foot."""
        for column in self.columns:
            middle = column.left + column.width / 2
            yield stretched(column.head, self.head_height).placed(middle, self.head_middle)
            for box in column.bars:
                inset = (BAR_HEIGHT - box.height) / 2
                left = middle - column.width / 2 + BAND_PAD + inset
                yield box.placed(left + box.width / 2, self.bars_top + BAR_HEIGHT / 2)
            yield from _stacked(column.facts, middle, self.facts_top, self.fact_gap)
            top = self.cards_top
            for line in column.lines:
                for at, box in enumerate(line):
                    left = column.left + BAND_PAD + at * (box.width + _CARD_GAP)
                    yield box.placed(left + box.width / 2, top + box.height / 2)
                top += line[0].height + _CARD_GAP
            yield from _stacked(column.foot, middle, self.foot_top, _CARD_GAP)

    @property
    def head_middle(self) -> float:
        """The line on which heads, arrows and the row's number stand."""
        return self.head_top + self.head_height / 2

    def edges(self) -> Iterator[PlacedEdge]:
        """An arrow from each head to the next."""
        y = round(self.head_middle, 2)
        for one, other in pairwise(self.columns):
            edge = Edge(one.source.head.ref, other.source.head.ref)
            points = ((round(one.left + one.width, 2), y), (round(other.left, 2), y))
            yield PlacedEdge(edge.ref, edge.kind, edge.source, edge.target, points)

    def bands(self, turn: int | None) -> Iterator[PlacedBand]:
        """A band behind each column, all of one height."""
        height = self.bottom - self.band_top
        if height <= 0:
            return
        for column in self.columns:
            yield PlacedBand(
                f"column.{column.source.head.ref}",
                round(column.left, 2),
                round(self.band_top, 2),
                round(column.width, 2),
                round(height, 2),
                turn=turn,
            )


def _stack(boxes: Sequence[Box], gap: float) -> float:
    return sum(box.height for box in boxes) + gap * max(0, len(boxes) - 1)


def _stacked(boxes: Sequence[Box], x: float, top: float, gap: float) -> Iterator[PlacedNode]:
    for box in boxes:
        yield box.placed(x, top + box.height / 2)
        top += box.height + gap


def _numbers(rows: Sequence[_Row]) -> Iterator[PlacedText]:
    for at, row in enumerate(rows, start=1):
        line = TextLine(str(at), measure(str(at), role=TextRole.BAND))
        y = round(row.head_middle, 2)
        yield PlacedText(MARGIN, y, (line,), TextRole.BAND, "start")
