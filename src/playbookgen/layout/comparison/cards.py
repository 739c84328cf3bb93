"""The cards of a comparison with their places, and the words above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.board.blocks import stretched, text_box
from playbookgen.layout.boxes import Box
from playbookgen.layout.comparison.arrivals import Ends, Leaving
from playbookgen.layout.comparison.frame import MARGIN, Frame
from playbookgen.layout.comparison.rows import Row, rows_of
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Comparison, PlacedNode, PlacedText, TextRole

_STACK_GAP = 12.0
_ROW_GAP = 26.0
_CAPTION_GAP = 10.0
_PORT = 20.0
"""How far below the top of a card its edges end: at the first line of its text."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card with its left upper corner."""

    box: Box
    left: float
    top: float

    @property
    def port(self) -> float:
        """The height at which edges leave it and, if they can, end."""
        return round(self.top + _PORT, 2)

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.box.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.box.height

    def placed(self) -> PlacedNode:
        """The node that it is."""
        return self.box.placed(self.left + self.box.width / 2, self.top + self.box.height / 2)


class Cards:
    """All cards of a comparison in a frame, in the order in which they are read."""

    def __init__(self, comparison: Comparison, frame: Frame) -> None:
        self.frame = frame
        self.by_ref: dict[str, Card] = {}
        self.captions: list[PlacedText] = []
        self._boxes = dict(_boxes(comparison, frame))
        self._words = [
            PlacedText(0, 0, wrap(text, role=TextRole.TITLE, width=width), TextRole.TITLE, "start")
            for text, width in zip(comparison.captions, frame.widths, strict=True)
        ]
        ends = [(edge.source, edge.target) for edge in comparison.edges]
        left, right = (
            [node.ref for node in nodes] for nodes in (comparison.left, comparison.right)
        )
        rows = rows_of(left, right, ends)
        self.bottom = self._beside(rows) if frame.is_beside else self._by_turns(rows)
        self.arrivals = dict(self._arrivals(ends))

    def _beside(self, rows: Sequence[Row]) -> float:
        """Places rows of both lists below one head; the end of the last."""
        top = MARGIN
        if rows:
            top = max(self._caption(side, MARGIN) for side in (0, 1)) + _CAPTION_GAP
        bottom = top
        for row in rows:
            self._level(row)
            bottom = max(self._stack(side, refs, top) for side, refs in enumerate(row.sides))
            top = bottom + _ROW_GAP
        return bottom

    def _by_turns(self, rows: Sequence[Row]) -> float:
        """Places what is at the left and then what is at the right; captions where they begin."""
        top = bottom = MARGIN
        untold = {0, 1}
        for row in rows:
            for side, refs in enumerate(row.sides):
                if refs:
                    if side in untold:
                        top = self._caption(side, top) + 4.0
                        untold.remove(side)
                    bottom = self._stack(side, refs, top)
                    top = bottom + _STACK_GAP
            top = bottom + _ROW_GAP
        return bottom

    def _caption(self, side: int, top: float) -> float:
        """Writes the caption of a list; where it ends."""
        text = self._words[side]
        x, y = self.frame.lefts[side], top + text.height / 2
        if text.lines:
            self.captions.append(replace(text, x=round(x, 2), y=round(y, 2)))
        return top + text.height

    def _stack(self, side: int, refs: Iterable[str], top: float) -> float:
        """Places cards one below the other; the end of the last."""
        bottom = top
        for ref in refs:
            card = Card(self._boxes[ref], self.frame.lefts[side], top)
            self.by_ref[ref] = card
            bottom = card.bottom
            top = bottom + _STACK_GAP
        return bottom

    def _level(self, row: Row) -> None:
        """Makes a pair that stands alone in its row equally high."""
        if len(row.left) == len(row.right) == 1 and not row.is_apart:
            pair = (*row.left, *row.right)
            height = max(self._boxes[ref].height for ref in pair)
            self._boxes |= {ref: stretched(self._boxes[ref], height) for ref in pair}

    def _arrivals(self, ends: Sequence[Ends]) -> Iterator[tuple[Ends, float]]:
        """The height at which each edge ends: level with its source, or clear of all others."""
        leaving = Leaving(ends, {source: self.by_ref[source].port for source, _ in ends})
        for source, target in ends:
            port = self.by_ref[target].port
            is_straight = not self.frame.is_beside or leaving.ports[source] == port
            yield (source, target), port if is_straight else leaving.clear(port, target)


def _boxes(comparison: Comparison, frame: Frame) -> Iterator[tuple[str, Box]]:
    for nodes, width in zip((comparison.left, comparison.right), frame.widths, strict=True):
        yield from ((node.ref, text_box(node, width)) for node in nodes)
