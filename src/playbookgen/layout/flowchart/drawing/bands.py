"""Bands: lanes of full width, and groups behind the columns of their steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from playbookgen.layout.flowchart.coordinates.group_spans import GroupSpan
from playbookgen.layout.flowchart.coordinates.measured_row import MeasuredRow
from playbookgen.layout.flowchart.drawing.placed_row import PlacedRow
from playbookgen.layout.flowchart.frame import GROUP_PAD, MARGIN, Frame, band_ref
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Lane, PlacedBand, PlacedText, TextRole

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
    above: Set[str]
    """The refs of those that have steps in a row above it, too."""

    def _title(self, span: GroupSpan) -> PlacedText:
        """The title; where the group goes on from a row above, in small print."""
        borders, group = self.row.xs.borders, span.group
        room = borders[span.last][1] - borders[span.first][0]
        is_continued = group.ref in self.above and bool(group.continued)
        role = TextRole.NOTE if is_continued else TextRole.BAND
        lines = wrap(group.continued if is_continued else group.title, role=role, width=room)
        return PlacedText(0, 0, lines, role, "start")

    def title_height(self) -> float:
        """The room that the titles take above the row."""
        heights = [self._title(span).height for span in self.row.groups]
        return max(heights, default=-6.0) + 6.0

    def bands(
        self, placed: PlacedRow, *, row: int, left: float, right: float, top: float
    ) -> Iterator[PlacedBand]:
        """The groups of a row, each with its title, the outer ones as wide as in other rows.

        Rows begin at `left`, and `right` is where the outer bands end. Where something stands
        beside a group that is no part of it, the group ends before that.
        """
        borders, high = self.row.xs.borders, self.title_height()
        for span in self.row.groups:
            begin, end = borders[span.first][0] - GROUP_PAD, borders[span.last][1] + GROUP_PAD
            is_last = span.last == len(borders) - 1
            x = left + (begin if span.first else -GROUP_PAD)
            text = self._title(span)
            y = top - high + 4.0 + text.height / 2
            title = replace(text, x=round(left + borders[span.first][0], 2), y=round(y, 2))
            yield PlacedBand(
                ref=band_ref(span.group.ref, row),
                x=round(x, 2),
                y=round(top - high, 2),
                width=round((right if is_last else left + end) - x, 2),
                height=round(placed.ys.height + high, 2),
                text=title if text.lines else None,
                part=span.group.ref,
                turn=span.number if span.group.tone is None else span.group.tone,
            )
