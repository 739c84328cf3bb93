"""A row whose columns have their x coordinates: enough to tell whether it fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbookgen.layout.flowchart.coordinates.group_spans import GroupSpan, group_spans
from playbookgen.layout.flowchart.coordinates.x_coordinates import XCoordinates, x_coordinates
from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.model.diagram import Group


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row as wide as it is; its height is not known yet."""

    nudged: NudgedRow
    groups: tuple[GroupSpan, ...]
    xs: XCoordinates


def measure_row(nudged: NudgedRow, groups: Sequence[Group]) -> MeasuredRow:
    """The row with its x coordinates, and with the groups that have steps in it."""
    spans = tuple(group_spans(nudged, groups))
    begins, ends = {span.first for span in spans}, {span.last + 1 for span in spans}
    return MeasuredRow(nudged, spans, x_coordinates(nudged, begins=begins, ends=ends))
