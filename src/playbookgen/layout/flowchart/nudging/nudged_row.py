"""A nudged row: its grid, the routes of its connectors, and what they take up in cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.flowchart.nudging.even_heights import even_by_level
from playbookgen.layout.flowchart.nudging.offsets import LABEL_GAP, Offset, Offsets, offsets_of
from playbookgen.layout.flowchart.nudging.preferences import Preferences, preferences_of
from playbookgen.layout.flowchart.nudging.segments import (
    ChannelId,
    Segment,
    SegmentId,
    order_segments,
    segments_of,
)
from playbookgen.layout.flowchart.ordering.routed_row import RoutedRow
from playbookgen.layout.flowchart.routing.grid import Grid, Point, Side
from playbookgen.layout.flowchart.routing.route_costs import Route
from playbookgen.layout.text import widest_word, wrap_evenly
from playbookgen.model.diagram import PlacedText, Shape, TextRole

LABEL_WIDTH = 88.0
"""How wide labels may be."""
_AIR = 10.0
"""Between a line and the corner of the step that it meets."""


@dataclass(frozen=True, slots=True)
class NudgedRow:
    """All of a row but its measures."""

    routed: RoutedRow
    boxes: Mapping[str, Box]
    """The steps, large enough for all lines that meet their sides."""
    segments: Mapping[SegmentId, Segment]
    offsets: Offsets
    labels: Mapping[int, PlacedText]
    """The broken labels of connectors, with no place yet."""
    tracks: Mapping[ChannelId, Sequence[SegmentId]]
    """The segments in each gap and corridor."""
    preferences: Mapping[ChannelId, Preferences]
    """Which of them should lie before which others."""

    @property
    def grid(self) -> Grid:
        """The grid of the row."""
        return self.routed.routing.grid

    @property
    def points(self) -> Mapping[str, Point]:
        """The place of each step in the grid."""
        return self.routed.points

    @property
    def lanes(self) -> tuple[int, ...]:
        """How many levels each lane has."""
        return self.routed.routing.lanes

    @property
    def routes(self) -> Sequence[Route]:
        """The route of each connector, by its number."""
        return self.routed.routes

    def place(self, segment: SegmentId) -> Offset:
        """Where a segment across cells lies."""
        return self.offsets.places[segment]

    def leaving(self, side: Side) -> list[tuple[int, Segment, PlacedText]]:
        """The connectors with labels that leave a step by this side."""
        return [
            (number, self.segments[number, 0], text)
            for number, text in self.labels.items()
            if self.routes[number].pattern.leaves is side
        ]


def nudge_row(routed: RoutedRow, boxes: Mapping[str, Box]) -> NudgedRow:
    """The row with its segments beside one another, its steps as large as their lines need."""
    grid, routes, ends = routed.routing.grid, routed.routes, routed.ends
    own = even_by_level(routed, boxes)
    segments = segments_of(routes, ends, grid.stride)
    order = order_segments(routes, grid.stride)
    texts = {number: broken(label, LABEL_WIDTH) for number, label in routed.labels.items() if label}
    rooms = {
        (number, 0): _room(text, routes[number].pattern.leaves)
        for number, text in texts.items()
        if ends[number][0]
    }
    pointed = frozenset(ref for ref, box in own.items() if is_pointed(box))
    below = frozenset(_labels_below(routed, own, texts))
    offsets = offsets_of(segments, order, rooms=rooms, pointed=pointed, below=below)
    by_id = {segment.id: segment for segment in segments}
    grown = _grown(own, segments, offsets)
    preferences = preferences_of(by_id, order, offsets)
    return NudgedRow(routed, grown, by_id, offsets, texts, _tracks(segments), preferences)


def _tracks(segments: Iterable[Segment]) -> Mapping[ChannelId, Sequence[SegmentId]]:
    """The segments in each gap and corridor."""
    found: dict[ChannelId, list[SegmentId]] = defaultdict(list)
    for segment in segments:
        if segment.is_on_track:
            found[segment.is_flat, segment.channel].append(segment.id)
    return found


def _labels_below(
    routed: RoutedRow, boxes: Mapping[str, Box], texts: Mapping[int, PlacedText]
) -> Iterator[SegmentId]:
    """Flat lines from small steps whose label above would meet that of a line upwards."""
    ends, routes = routed.ends, routed.routes
    taken = {(ends[number][0], routes[number].pattern.leaves) for number in texts}
    for number, text in texts.items():
        source = ends[number][0]
        is_right = routes[number].pattern.leaves is Side.RIGHT
        if not is_right or (source, Side.TOP) not in taken or (source, Side.BOTTOM) in taken:
            continue
        if boxes[source].height / 2 < LABEL_GAP + text.height:
            yield number, 0


def _room(label: PlacedText, side: Side) -> float:
    """How much room a label takes across the line that it stands at."""
    return label.height if side in (Side.LEFT, Side.RIGHT) else label.width


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


def _grown(
    boxes: Mapping[str, Box], segments: Sequence[Segment], offsets: Offsets
) -> dict[str, Box]:
    """The boxes, large enough for all lines that meet their sides."""
    grown = dict(boxes)
    for segment in segments:
        if segment.is_on_track:
            continue
        reach = abs(offsets.places[segment.id].offset)
        for ref in (segment.source, segment.target):
            if ref and reach:
                grown[ref] = _with_room(grown[ref], reach, is_flat=segment.is_flat)
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
