"""Labels at the beginning of their lines: where they begin beside steps, and what that takes up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP, Offset
from playbookgen.layout.flowchart.nudging.segments import Segment
from playbookgen.layout.flowchart.routing.grid import Side
from playbookgen.model.diagram import PlacedText

BESIDE_STEP = LABEL_GAP + 1.0
"""Between a step and the label of a line that leaves its left or right side."""


def label_starts(row: NudgedRow) -> Mapping[int, float]:
    """How far from the middle of its step the label of each flat line begins.

    Next to the outline, or beyond the label of a line that leaves upwards or downwards.
    """
    upright: dict[tuple[str, int, bool], float] = defaultdict(float)
    for side in (Side.TOP, Side.BOTTOM):
        for _, segment, text in row.leaving(side):
            reach = upright_reach(row.place(segment.id), text)
            corner = (segment.source, side.value.y, reach > 0)
            upright[corner] = max(upright[corner], abs(reach) + LABEL_GAP)
    return {
        number: max(
            _outline(row.boxes[segment.source], row.place(segment.id)),
            _beyond(row, segment, text, upright, is_right=side is Side.RIGHT),
        )
        for side in (Side.LEFT, Side.RIGHT)
        for number, segment, text in row.leaving(side)
    }


def upright_reach(place: Offset, text: PlacedText) -> float:
    """How far a label beside an upright line reaches from the middle of its column."""
    return place.offset + place.label * (LABEL_GAP + text.width)


def _outline(box: Box, place: Offset) -> float:
    """Half the width of a step, with what hangs below it if the label is there."""
    return (box.span if place.label > 0 else box.width) / 2


def _beyond(
    row: NudgedRow,
    segment: Segment,
    text: PlacedText,
    upright: Mapping[tuple[str, int, bool], float],
    *,
    is_right: bool,
) -> float:
    """How far the upright label reaches that a flat one of the same step would lie on."""
    place = row.place(segment.id)
    height = place.label * place.offset + LABEL_GAP + text.height
    if height <= row.boxes[segment.source].height / 2:
        return 0.0
    return upright.get((segment.source, place.label, is_right), 0.0)


def label_rooms(
    row: NudgedRow, side: Side, starts: Mapping[int, float]
) -> Iterator[tuple[int, float]]:
    """The column of each label at this side of its step, and how far it reaches from the middle."""
    for number, segment, text in row.leaving(side):
        yield segment.begin.x // 2, starts[number] + text.width + 2 * BESIDE_STEP
