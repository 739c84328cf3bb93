"""The plan of a row: its grid, the courses of its connectors, and what they take up in cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.lattice import Grid, Side, Spot
from playbookgen.layout.flowchart.offsets import Offsets, Place, offsets_of
from playbookgen.layout.flowchart.runs import Order, Run, RunId, order_of_runs, runs_of
from playbookgen.layout.flowchart.ways import Way
from playbookgen.layout.text import widest_word, wrap_evenly
from playbookgen.model.diagram import PlacedText, Shape, TextRole

LABEL_WIDTH = 88.0
"""How wide labels may be."""
_AIR = 10.0
"""Between a line and the corner of the step that it meets."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All of a row but its measures."""

    grid: Grid
    lanes: tuple[int, ...]
    """How many levels each lane has."""
    boxes: Mapping[str, Box]
    ways: Mapping[int, Way]
    runs: Mapping[RunId, Run]
    order: Order
    offsets: Offsets
    labels: Mapping[int, PlacedText]
    """The broken labels of connectors, with no place yet."""

    def place(self, run: RunId) -> Place:
        """Where a run across cells lies."""
        return self.offsets.places[run]

    def leaving(self, side: Side) -> list[tuple[int, Run, PlacedText]]:
        """The connectors with labels that leave a step by this side."""
        return [
            (number, self.runs[number, 0], text)
            for number, text in self.labels.items()
            if self.ways[number].leaves is side
        ]


def plan_of(
    grid: Grid,
    lanes: tuple[int, ...],
    boxes: Mapping[str, Box],
    ways: Mapping[int, Way],
    ends: Mapping[int, tuple[str, str]],
    labels: Mapping[int, str],
) -> Plan:
    """The plan of a row, whose steps are as large as the lines at their sides need."""
    runs = runs_of(ways, ends)
    order = order_of_runs(ways)
    texts = {number: broken(label, LABEL_WIDTH) for number, label in labels.items() if label}
    rooms = {
        (number, 0): text.height if ways[number].leaves in (Side.LEFT, Side.RIGHT) else text.width
        for number, text in texts.items()
        if ends[number][0]
    }
    pointed = frozenset(ref for ref, box in boxes.items() if is_pointed(box))
    offsets = offsets_of(runs, order, rooms=rooms, pointed=pointed)
    by_id = {run.id: run for run in runs}
    grown = _grown(boxes, runs, offsets)
    return Plan(grid, lanes, grown, ways, by_id, order, offsets, texts)


def broken(label: str, width: float) -> PlacedText:
    """A label in lines as narrow as its words allow; a long one in wider lines."""
    word = widest_word(label, role=TextRole.EDGE, limit=2 * LABEL_WIDTH)
    lines = wrap_evenly(label, role=TextRole.EDGE, width=max(width, word))
    if len(lines) > 4:
        wide = wrap_evenly(label, role=TextRole.EDGE, width=max(1.5 * width, word))
        lines = wide
    return PlacedText(0, 0, lines, TextRole.EDGE)


def is_pointed(box: Box) -> bool:
    """Whether lines meet the outline at its corners alone."""
    return box.shape is Shape.DIAMOND or box.shape in CIRCLES


def _grown(boxes: Mapping[str, Box], runs: Sequence[Run], offsets: Offsets) -> dict[str, Box]:
    """The boxes, large enough for all lines that meet their sides."""
    grown = dict(boxes)
    for run in runs:
        if run.is_on_track:
            continue
        reach = abs(offsets.places[run.id].offset)
        for ref in (run.source, run.target):
            if ref and reach:
                grown[ref] = _with_room(grown[ref], reach, is_flat=run.is_flat)
    return grown


def _with_room(box: Box, reach: float, *, is_flat: bool) -> Box:
    half = box.height / 2 if is_flat else box.width / 2
    if reach + _AIR <= half or box.shape in CIRCLES:
        return box
    if box.shape is Shape.DIAMOND:
        scale = (reach + _AIR) / half
        return replace(box, width=round(box.width * scale, 2), height=round(box.height * scale, 2))
    size = round(2 * (reach + _AIR), 2)
    return replace(box, height=size) if is_flat else replace(box, width=size)


def turn_at(run: Run, spot: Spot) -> RunId | None:
    """The run that a connector goes on with at a corner of a run."""
    number, at = run.id
    if run.begin == spot and run.before is not None:
        return number, at - 1
    if run.end == spot and run.after is not None:
        return number, at + 1
    return None
