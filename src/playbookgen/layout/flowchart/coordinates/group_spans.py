"""The columns of a row that each group takes up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbookgen.layout.flowchart.nudging.nudged_row import NudgedRow
from playbookgen.model.diagram import Group


@dataclass(frozen=True, slots=True)
class GroupSpan:
    """A group with its number in the chart, its first and its last column in a row."""

    number: int
    group: Group
    first: int
    last: int


def group_spans(row: NudgedRow, groups: Sequence[Group]) -> Iterator[GroupSpan]:
    """The groups that have steps in a row."""
    for number, group in enumerate(groups):
        columns = [row.points[ref].x // 2 for ref in group.members if ref in row.points]
        if columns:
            yield GroupSpan(number, group, min(columns), max(columns))
