"""Bands: lanes of full width, and groups behind the columns of their steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from playbookgen.layout.flowchart.composing import Composition
from playbookgen.layout.flowchart.drawing import Drawing
from playbookgen.layout.flowchart.frame import MARGIN, Frame
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Group, Lane, PlacedBand, PlacedEdge, PlacedText, TextRole

_BESIDE = 9.0
"""How far a group reaches beyond its steps."""
_TITLE_LEFT = 10.0
_AIR = 6.0


def lane_bands(
    lanes: Sequence[Lane],
    frame: Frame,
    drawing: Drawing,
    *,
    row: int,
    top: float,
    width: float,
    edges: Sequence[PlacedEdge],
) -> Iterator[PlacedBand]:
    """The lanes of a row, each with its title, beside which no line passes."""
    for at, (lane, (begin, end)) in enumerate(zip(lanes, drawing.down.lanes, strict=False)):
        text = frame.titles[at]
        middle = (begin + end) / 2 if frame.head else begin + 4.0 + text.height / 2
        placed = replace(text, x=MARGIN + _TITLE_LEFT, y=round(top + middle, 2))
        if not frame.head:
            placed = replace(placed, x=round(_free(placed, edges, width - MARGIN), 2))
        yield PlacedBand(
            ref=f"{lane.ref}.{row + 1}" if row else lane.ref,
            x=MARGIN,
            y=round(top + begin, 2),
            width=round(width - 2 * MARGIN, 2),
            height=round(end - begin, 2),
            text=placed if placed.lines else None,
            turn=at,
        )


def _free(text: PlacedText, edges: Sequence[PlacedEdge], right: float) -> float:
    """The first place where a title fits between upright lines; else the widest."""
    top, bottom = text.y - text.height / 2, text.y + text.height / 2
    lines = {
        a[0]
        for edge in edges
        for a, b in pairwise(edge.points)
        if a[0] == b[0] and min(a[1], b[1]) < bottom and top < max(a[1], b[1])
    }
    borders = [text.x - _AIR, *sorted(x for x in lines if text.x - _AIR < x < right), right]
    spans = [(b - a, a) for a, b in pairwise(borders)]
    fits = (start for room, start in spans if room >= text.width + 2 * _AIR)
    return next(fits, max(spans, key=lambda span: span[0])[1]) + _AIR


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that have steps in a row."""

    groups: Sequence[Group]
    composed: Composition

    def _spans(self) -> Iterator[tuple[int, Group, int, int]]:
        """Each group of the row with its number, its first and last column."""
        spots = self.composed.grid.spots
        for at, group in enumerate(self.groups):
            columns = [spots[ref].x // 2 for ref in group.members if ref in spots]
            if columns:
                yield at, group, min(columns), max(columns)

    def columns(self) -> list[tuple[int, int]]:
        """The first and last column of each group."""
        return [(first, last) for _, _, first, last in self._spans()]

    def _title(self, drawing: Drawing, group: Group, first: int, last: int) -> PlacedText:
        borders = drawing.across.borders
        is_down = self.composed.row.is_down
        # Straight ways down pass the title.
        end = drawing.across.centres[first] - _AIR if is_down else borders[last][1]
        room = end - borders[first][0]
        lines = wrap(group.title, role=TextRole.BAND, width=room)
        return PlacedText(0, 0, lines, TextRole.BAND, "start")

    def title_height(self, drawing: Drawing) -> float:
        """The room that the titles take above the row."""
        spans = list(self._spans())
        heights = [self._title(drawing, group, *span).height for _, group, *span in spans]
        return max(heights, default=-6.0) + 6.0

    def continues(self, before: Groups) -> bool:
        """Whether a row goes on with what the row above it belongs to, straight below it."""
        groups, others = ([at for at, *_ in row._spans()] for row in (self, before))
        return self.composed.row.is_down and bool(groups) and groups == others

    def bands(
        self, drawing: Drawing, *, row: int, left: float, top: float, high: float
    ) -> Iterator[PlacedBand]:
        """The groups of a row, each with its title."""
        for at, group, first, last in self._spans():
            begin = left + drawing.across.borders[first][0] - _BESIDE
            end = left + drawing.across.borders[last][1] + _BESIDE
            text = self._title(drawing, group, first, last)
            y = top - high + 4.0 + text.height / 2
            placed = replace(text, x=round(begin + _BESIDE, 2), y=round(y, 2))
            yield PlacedBand(
                ref=f"{group.ref}.{row + 1}" if row else group.ref,
                x=round(begin, 2),
                y=round(top - high, 2),
                width=round(end - begin, 2),
                height=round(drawing.down.height + high, 2),
                text=placed if text.lines else None,
                turn=at,
            )


def merged(bands: Iterable[PlacedBand]) -> list[PlacedBand]:
    """The bands with those below one another made one."""
    found: list[PlacedBand] = []
    for band in bands:
        if found and found[-1].turn == band.turn:
            found[-1] = _both(found[-1], band)
        else:
            found.append(band)
    return found


def _both(upper: PlacedBand, lower: PlacedBand) -> PlacedBand:
    left = min(upper.x, lower.x)
    right = max(upper.x + upper.width, lower.x + lower.width)
    return replace(
        upper,
        x=left,
        width=round(right - left, 2),
        height=round(lower.y + lower.height - upper.y, 2),
    )
