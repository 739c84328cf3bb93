"""A journey's time to scale: events by their numbers over an axis, with a line to their times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from playbookgen.layout.text import measure, wrap
from playbookgen.layout.timeline.across import CAPTION
from playbookgen.layout.timeline.fan import fanned
from playbookgen.layout.timeline.parts import MARGIN, Part, axis, tie_kind
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
_OVER_AXIS = 9.0
_FAN = 24.0
"""The same where numbers stand beside their times, so that lines to these can be told apart."""
_ASIDE = 1.0
_TIE_END = 1.5
"""How far above the axis the lines to times end: at its upper border."""
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
    """An event's number over the axis, on a level from 0 upwards, and the place of its time."""

    event: TimelineEvent
    line: TextLine
    x: float
    level: int
    time: float


def _line(text: str) -> TextLine:
    return TextLine(text, measure(text, role=TextRole.NOTE))


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
        self.width, self.counters = self._counters(events)
        levels = 1 + max((counter.level for counter in self.counters), default=0)
        is_fan = any(abs(it.x - it.time) > _ASIDE for it in self.counters)
        self.over = _FAN if is_fan else _OVER_AXIS
        self.axis = top + levels * (_HEIGHT + _GAP) - _GAP + self.over
        words = max((text.height for text in self._said(1)), default=0.0)
        self.bottom = self.axis + _STROKE + 2.0 + words

    def _x(self, share: Fraction) -> float:
        start = self.left + _LEAST_WIDTH / 2 + 4.0
        return round(start + float(share) * (self.right - _END - start), 2)

    def _counters(self, events: Sequence[TimelineEvent]) -> tuple[float, list[_Counter]]:
        """How wide the numbers are, and each at its place, in the order of time."""
        known = [
            (self._x(event.share), number, event)
            for number, event in enumerate(events, start=1)
            if event.share is not None
        ]
        known.sort(key=lambda item: item[:2])
        lines = [_line(str(number)) for _, number, _ in known]
        width = max([_LEAST_WIDTH, *(line.width + 8.0 for line in lines)])
        times = [x for x, _, _ in known]
        stacks = fanned(times, width + _GAP, self.left, self.right)
        return width, [
            _Counter(known[at][2], lines[at], round(stack.x, 2), level, times[at])
            for stack in stacks
            for level, at in enumerate(reversed(stack.members))
        ]

    def nodes(self) -> Iterator[PlacedNode]:
        """The numbers in outlines of their kinds."""
        for counter in self.counters:
            event = counter.event.node
            low = self.axis - self.over - counter.level * (_HEIGHT + _GAP)
            y = round(low - _HEIGHT / 2, 2)
            text = PlacedText(counter.x, y, (counter.line,), TextRole.NOTE)
            yield PlacedNode(
                ref=f"{event.ref}.scale",
                kind=event.kind,
                shape=SHAPE_BY_KIND[event.kind],
                x=counter.x,
                y=y,
                width=round(self.width, 2),
                height=_HEIGHT,
                texts=(text,),
            )

    def edges(self) -> Iterator[PlacedEdge]:
        """The axis, lines from numbers to their times, and short ones at round times."""
        yield axis("axis.scale", (self.left, self.axis), (self.right, self.axis))
        yield from self._ties()
        for at, (share, _) in enumerate(self.scale.marks):
            x, y = self._x(share), round(self.axis, 2)
            ends = ((x, y), (x, round(y + _STROKE, 2)))
            yield PlacedEdge(f"scale.{at}", EdgeKind.TIE, "", "", ends, arrow=False)

    def _ties(self) -> Iterator[PlacedEdge]:
        """A line from each number to its time; one alone from a stack to times that are the same.

        Only the lowest number of a stack touches its lines, so only it is named as their source.
        """
        source, drawn = "", set[tuple[float, float]]()
        top, end = round(self.axis - self.over, 2), round(self.axis - _TIE_END, 2)
        for counter in self.counters:
            event = counter.event.node
            source = event.ref if counter.level == 0 else source
            if (counter.x, counter.time) not in drawn:
                drawn.add((counter.x, counter.time))
                kind = tie_kind(event)
                ends = ((counter.x, top), (counter.time, end))
                ref = f"{event.ref}.fan"
                yield PlacedEdge(ref, kind, f"{source}.scale", "", ends, arrow=False)

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
