"""The columns of a board with their boxes: heads, bars, facts, lines of cards, feet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.board.blocks import head_box, is_plain, share_bars, stretched, text_box
from playbookgen.layout.board.rows import BAND_PAD, Grid
from playbookgen.layout.boxes import Box
from playbookgen.model.diagram import BoardColumn

CARD_GAP = 12.0


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

    @property
    def middle(self) -> float:
        """The line on which head, facts and feet stand."""
        return self.left + self.width / 2

    @property
    def cards(self) -> tuple[Box, ...]:
        """The first card of each line, as high as all of it."""
        return tuple(line[0] for line in self.lines)


def columns_of(row: Sequence[tuple[BoardColumn, int]], grid: Grid) -> Iterator[Column]:
    """The columns of a row with their units, from the left."""
    left = grid.left
    for column, units in row:
        width = grid.width(units)
        yield _column(column, left, width, units)
        left += width + grid.gap


def _column(source: BoardColumn, left: float, width: float, units: int) -> Column:
    inner = width - 2 * BAND_PAD
    card = (inner - (units - 1) * CARD_GAP) / units
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
    return _stretched(boxes, max(box.height for box in boxes))


def _stretched(boxes: Sequence[Box], height: float) -> tuple[Box, ...]:
    return tuple(stretched(box, height) for box in boxes)


def levelled(columns: Sequence[Column]) -> list[Column]:
    """The columns with their lines of cards and feet at even heights: they are read across."""
    heights: list[float] = []
    for column in columns:
        for at, box in enumerate(column.cards):
            heights += [0.0] if at == len(heights) else []
            heights[at] = max(heights[at], box.height)
    feet = max((box.height for column in columns for box in column.foot), default=0.0)
    return [_at_heights(column, heights, feet) for column in columns]


def _at_heights(column: Column, heights: Sequence[float], feet: float) -> Column:
    lines = zip(column.lines, heights, strict=False)
    even = tuple(_stretched(line, height) for line, height in lines)
    return replace(column, lines=even, foot=_stretched(column.foot, feet))
