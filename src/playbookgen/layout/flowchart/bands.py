"""Bands: lanes of full width, and groups behind the columns of their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.flowchart.composing import Composition
from playbookgen.layout.flowchart.drawing import Drawing
from playbookgen.layout.flowchart.frame import MARGIN, Frame
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Group, Lane, PlacedBand, PlacedText, TextRole

_BESIDE = 9.0
"""How far a group reaches beyond its steps."""
_TITLE_LEFT = 10.0


def lane_bands(
    lanes: Sequence[Lane], frame: Frame, drawing: Drawing, *, row: int, top: float, width: float
) -> Iterator[PlacedBand]:
    """The lanes of a row, each with its title before it."""
    for at, (lane, (begin, end)) in enumerate(zip(lanes, drawing.down.lanes, strict=False)):
        middle = top + (begin + end) / 2
        text = replace(frame.titles[at], x=MARGIN + _TITLE_LEFT, y=round(middle, 2))
        yield PlacedBand(
            ref=f"{lane.ref}.{row + 1}" if row else lane.ref,
            x=MARGIN,
            y=round(top + begin, 2),
            width=round(width - 2 * MARGIN, 2),
            height=round(end - begin, 2),
            text=text if text.lines else None,
            turn=at if lane.tone is None else lane.tone,
        )


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
        room = borders[last][1] - borders[first][0]
        lines = wrap(group.title, role=TextRole.BAND, width=room)
        return PlacedText(0, 0, lines, TextRole.BAND, "start")

    def title_height(self, drawing: Drawing) -> float:
        """The room that the titles take above the row."""
        spans = list(self._spans())
        heights = [self._title(drawing, group, *span).height for _, group, *span in spans]
        return max(heights, default=-6.0) + 6.0

    def reach(self, drawing: Drawing) -> tuple[float, float]:
        """How far left and right of a row's beginning its groups reach with their steps."""
        borders = drawing.across.borders
        found = [(borders[first][0], borders[last][1]) for _, _, first, last in self._spans()]
        begins, ends = [begin for begin, _ in found], [end for _, end in found]
        return min(begins, default=0.0) - _BESIDE, max(ends, default=0.0) + _BESIDE

    def bands(
        self,
        drawing: Drawing,
        reach: tuple[float, float],
        *,
        row: int,
        left: float,
        top: float,
        high: float,
    ) -> Iterator[PlacedBand]:
        """The groups of a row, each with its title; the outer ones reach as far as in other rows.

        Where something stands beside a group that is no part of it, the group ends before that.
        """
        for at, group, first, last in self._spans():
            steps = drawing.across.borders[first][0]
            begin = left + (reach[0] if first == 0 else steps - _BESIDE)
            is_last = last == self.composed.grid.columns - 1
            end = left + (reach[1] if is_last else drawing.across.borders[last][1] + _BESIDE)
            text = self._title(drawing, group, first, last)
            y = top - high + 4.0 + text.height / 2
            placed = replace(text, x=round(left + steps, 2), y=round(y, 2))
            yield PlacedBand(
                ref=f"{group.ref}.{row + 1}" if row else group.ref,
                x=round(begin, 2),
                y=round(top - high, 2),
                width=round(end - begin, 2),
                height=round(drawing.down.height + high, 2),
                text=placed if text.lines else None,
                turn=at,
            )
