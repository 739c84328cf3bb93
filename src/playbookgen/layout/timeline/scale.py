"""A journey's time to scale: events by their numbers over an axis, those that are close stacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from playbookgen.layout.text import measure, wrap
from playbookgen.layout.timeline.across import CAPTION
from playbookgen.layout.timeline.parts import MARGIN, Part, axis
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    EdgeKind,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextLine,
    TextRole,
    Timeline,
    TimelineEvent,
    TimeScale,
)

_HEIGHT = 20.0
_LEAST_WIDTH = 22.0
_GAP = 3.0
_OVER_AXIS = 8.0
_STROKE = 6.0
"""The length of the lines at round times."""
_WORDS_GAP = 10.0
_END = 34.0
"""How far the axis goes on after the last event."""


def place_scale(timeline: Timeline, *, y: float, right: float, is_narrow: bool) -> Part:
    """The scale with its caption: at the left, or above where a page is narrow."""
    scale = timeline.scale
    if scale is None:
        return Part((), (), (), y)
    room = right - MARGIN if is_narrow else CAPTION - 12.0
    lines = wrap(scale.title, role=TextRole.BAND, width=room)
    caption = PlacedText(MARGIN, 0, lines, TextRole.BAND, "start")
    left = MARGIN if is_narrow else MARGIN + CAPTION
    top = y + (caption.height + _GAP if is_narrow else 0.0)
    strip = _Strip(timeline.events, scale, left, right, top)
    middle = y + caption.height / 2 if is_narrow else max(strip.axis, y + caption.height / 2)
    texts = (PlacedText(MARGIN, round(middle, 2), lines, TextRole.BAND, "start"), *strip.words())
    bottom = max(strip.bottom, middle + caption.height / 2)
    return Part(tuple(strip.nodes()), tuple(strip.edges()), texts, bottom)


@dataclass(frozen=True, slots=True)
class _Counter:
    """An event's number over the axis, on a level from 0 upwards."""

    event: TimelineEvent
    line: TextLine
    x: float
    width: float
    level: int


class _Strip:
    """The axis with the numbers of events above it and round times below."""

    def __init__(
        self,
        events: Sequence[TimelineEvent],
        scale: TimeScale,
        left: float,
        right: float,
        top: float,
    ) -> None:
        self.scale = scale
        self.left, self.right = left, right
        self.counters = list(self._counters(events))
        levels = 1 + max((counter.level for counter in self.counters), default=0)
        self.axis = top + levels * (_HEIGHT + _GAP) - _GAP + _OVER_AXIS
        words = max((text.height for text in self._said(1)), default=0.0)
        self.bottom = self.axis + _STROKE + 2.0 + words

    def _x(self, share: Fraction) -> float:
        start = self.left + _LEAST_WIDTH / 2 + 4.0
        return round(start + float(share) * (self.right - _END - start), 2)

    def _counters(self, events: Sequence[TimelineEvent]) -> Iterator[_Counter]:
        """The numbers, each on the lowest level on which it meets no other."""
        ends: dict[int, list[tuple[float, float]]] = {}
        for number, event in enumerate(events, start=1):
            if event.share is None:
                continue
            line = TextLine(str(number), measure(str(number), role=TextRole.NOTE))
            width = max(_LEAST_WIDTH, line.width + 8.0)
            x, level = self._x(event.share), 0
            left, right = x - width / 2 - _GAP, x + width / 2
            while any(left < end and start - _GAP < right for start, end in ends.get(level, ())):
                level += 1
            ends.setdefault(level, []).append((x - width / 2, right))
            yield _Counter(event, line, x, width, level)

    def nodes(self) -> Iterator[PlacedNode]:
        """The numbers in outlines of their kinds."""
        for counter in self.counters:
            event = counter.event.node
            low = self.axis - _OVER_AXIS - counter.level * (_HEIGHT + _GAP)
            y = round(low - _HEIGHT / 2, 2)
            text = PlacedText(counter.x, y, (counter.line,), TextRole.NOTE)
            yield PlacedNode(
                ref=f"{event.ref}.scale",
                kind=event.kind,
                shape=SHAPE_BY_KIND[event.kind],
                x=counter.x,
                y=y,
                width=round(counter.width, 2),
                height=_HEIGHT,
                texts=(text,),
            )

    def edges(self) -> Iterator[PlacedEdge]:
        """The axis, and short lines at round times."""
        yield axis("axis.scale", (self.left, self.axis), (self.right, self.axis))
        for at, (share, _) in enumerate(self.scale.marks):
            x, y = self._x(share), round(self.axis, 2)
            ends = ((x, y), (x, round(y + _STROKE, 2)))
            yield PlacedEdge(f"scale.{at}", EdgeKind.TIE, "", "", ends, arrow=False)

    def words(self) -> list[PlacedText]:
        """Round times in words: all, or every second or third, as many as there is room for."""
        steps = range(1, len(self.scale.marks) + 1)
        return next((self._said(every) for every in steps if self._fit(every)), [])

    def _said(self, every: int) -> list[PlacedText]:
        texts = []
        for share, words in self.scale.marks[::every]:
            line = TextLine(words, measure(words, role=TextRole.EDGE))
            text = PlacedText(self._x(share), 0, (line,), TextRole.EDGE)
            x = max(text.x, self.left + text.width / 2)
            y = self.axis + _STROKE + 2.0 + text.height / 2
            texts.append(PlacedText(round(x, 2), round(y, 2), (line,), TextRole.EDGE))
        return texts

    def _fit(self, every: int) -> bool:
        said = self._said(every)
        apart = all(
            one.x + one.width / 2 + _WORDS_GAP <= other.x - other.width / 2
            for one, other in pairwise(said)
        )
        return apart and all(text.x + text.width / 2 <= self.right + MARGIN for text in said)
