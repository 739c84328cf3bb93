"""Bands: lanes of full width, and groups behind the columns of their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.flowchart.coordinates.group_spans import GroupSpan
from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow
from playbookgen.layout.flowchart.drawing.placed_row import PlacedRow
from playbookgen.layout.flowchart.frame import MARGIN, Frame, band_ref
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Lane, PlacedBand, PlacedText, TextRole

_BESIDE = 9.0
"""How far a group reaches beyond its steps."""
_TITLE_LEFT = 10.0


def lane_bands(
    lanes: Sequence[Lane], frame: Frame, placed: PlacedRow, *, row: int, top: float, width: float
) -> Iterator[PlacedBand]:
    """The lanes that have steps in a row, each with its title before it."""
    shown = placed.nudged.routed.row.lanes if lanes else ()
    for at, (begin, end) in zip(shown, placed.ys.lanes, strict=False):
        lane = lanes[at]
        middle = top + (begin + end) / 2
        text = replace(frame.titles[at], x=MARGIN + _TITLE_LEFT, y=round(middle, 2))
        yield PlacedBand(
            ref=band_ref(lane.ref, row),
            x=MARGIN,
            y=round(top + begin, 2),
            width=round(width - 2 * MARGIN, 2),
            height=round(end - begin, 2),
            text=text if text.lines else None,
            part=lane.ref,
            turn=at if lane.tone is None else lane.tone,
        )


@dataclass(frozen=True, slots=True)
class GroupBands:
    """The groups that have steps in a row."""

    row: MeasuredRow

    def _title(self, span: GroupSpan) -> PlacedText:
        borders = self.row.xs.borders
        room = borders[span.last][1] - borders[span.first][0]
        lines = wrap(span.group.title, role=TextRole.BAND, width=room)
        return PlacedText(0, 0, lines, TextRole.BAND, "start")

    def title_height(self) -> float:
        """The room that the titles take above the row."""
        heights = [self._title(span).height for span in self.row.groups]
        return max(heights, default=-6.0) + 6.0

    def reach(self) -> tuple[float, float]:
        """How far left and right of a row's beginning its groups reach with their steps."""
        borders = self.row.xs.borders
        begins = [borders[span.first][0] for span in self.row.groups]
        ends = [borders[span.last][1] for span in self.row.groups]
        return min(begins, default=0.0) - _BESIDE, max(ends, default=0.0) + _BESIDE

    def bands(
        self,
        placed: PlacedRow,
        reach: tuple[float, float],
        *,
        row: int,
        left: float,
        top: float,
    ) -> Iterator[PlacedBand]:
        """The groups of a row, each with its title; the outer ones reach as far as in other rows.

        Where something stands beside a group that is no part of it, the group ends before that.
        """
        borders, columns = self.row.xs.borders, len(self.row.xs.borders)
        high = self.title_height()
        for span in self.row.groups:
            steps = borders[span.first][0]
            begin = left + (reach[0] if span.first == 0 else steps - _BESIDE)
            is_last = span.last == columns - 1
            end = left + (reach[1] if is_last else borders[span.last][1] + _BESIDE)
            text = self._title(span)
            y = top - high + 4.0 + text.height / 2
            title = replace(text, x=round(left + steps, 2), y=round(y, 2))
            ref = span.group.ref
            yield PlacedBand(
                ref=band_ref(ref, row),
                x=round(begin, 2),
                y=round(top - high, 2),
                width=round(end - begin, 2),
                height=round(placed.ys.height + high, 2),
                text=title if text.lines else None,
                part=ref,
                turn=span.number if span.group.tone is None else span.group.tone,
            )
