"""Timelines downwards, for a phone's column: an axis at the left, everything else beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbookgen.layout.boxes import Box, rectangle
from playbookgen.layout.text import wrap
from playbookgen.layout.timeline.parts import (
    MARGIN,
    MARK_ROOM,
    STACK_GAP,
    TICK,
    Part,
    axis,
    chevron,
    listed_action,
    stack,
    stack_height,
    tick,
    tie,
)
from playbookgen.model.diagram import (
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextRole,
    Timeline,
    TimelineEvent,
)

_AXIS = MARGIN + TICK / 2
_LEFT = _AXIS + 24.0
_WIDEST = 420.0
_EVENT_GAP = 28.0
_GAP = 6.0
_CAPTION_GAP = 4.0
_ARROW = 18.0


def place_down(timeline: Timeline, *, y: float, right: float) -> Part:
    """The events one below the other, from `y` on."""
    width = min(right - _LEFT, _WIDEST)
    top = y
    places = []
    for event in timeline.events:
        places.append(_Place(event, timeline.captions[2], y, width))
        y = places[-1].bottom + _EVENT_GAP
    end = y - _EVENT_GAP + _ARROW
    edges = [axis("axis.1", (_AXIS, top), (_AXIS, end))]
    edges += [place.tie() for place in places]
    nodes = (node for place in places for node in place.nodes())
    texts = (text for place in places for text in place.texts())
    return Part(tuple(nodes), tuple(edges), tuple(texts), end)


@dataclass(frozen=True, slots=True)
class _Place:
    """An event with everything that belongs to it, from `top` on."""

    event: TimelineEvent
    we: str
    top: float
    width: float

    @property
    def _at(self) -> PlacedText:
        lines = wrap(self.event.at, role=TextRole.EDGE, width=self.width)
        return PlacedText(_LEFT, 0, lines, TextRole.EDGE, "start")

    @property
    def _chevrons(self) -> list[Box]:
        return [chevron(node, self.width) for node in self.event.deal_stages]

    @property
    def _box(self) -> Box:
        return rectangle(self.event.node, width=self.width)

    @property
    def _caption(self) -> PlacedText:
        """The word over our actions, where there are any."""
        text = self.we if self.event.actions else ""
        lines = wrap(text, role=TextRole.BAND, width=self.width)
        return PlacedText(_LEFT, 0, lines, TextRole.BAND, "start")

    @property
    def _actions(self) -> list[Box]:
        indent = MARK_ROOM if any(node.marks for node in self.event.actions) else 0.0
        return [listed_action(node, self.width, indent=indent) for node in self.event.actions]

    @property
    def _chevrons_top(self) -> float:
        return self.top + (self._at.height + 2.0 if self._at.lines else 0.0)

    @property
    def _box_top(self) -> float:
        chevrons = stack_height(self._chevrons)
        return self._chevrons_top + (chevrons + STACK_GAP if chevrons else 0.0)

    @property
    def _middle(self) -> float:
        return self._box_top + self._box.height / 2

    @property
    def _caption_top(self) -> float:
        return self._box_top + self._box.height + _GAP

    @property
    def _actions_top(self) -> float:
        return self._caption_top + (
            self._caption.height + _CAPTION_GAP if self._caption.lines else 0.0
        )

    @property
    def bottom(self) -> float:
        """Where it ends."""
        if not self.event.actions:
            return self._box_top + self._box.height
        return self._actions_top + stack_height(self._actions)

    def nodes(self) -> Iterator[PlacedNode]:
        """Its deal stages, the event and our actions."""
        x = _LEFT + self.width / 2
        yield from stack(self._chevrons, x, self._chevrons_top)
        yield self._box.placed(x, self._middle)
        yield tick(self.event.node).placed(_AXIS, self._middle)
        yield from stack(self._actions, x, self._actions_top)

    def texts(self) -> Iterator[PlacedText]:
        """When it happens, and who acts below it."""
        for text, top in ((self._at, self.top), (self._caption, self._caption_top)):
            if text.lines:
                y = round(top + text.height / 2, 2)
                yield PlacedText(text.x, y, text.lines, text.role, text.anchor)

    def tie(self) -> PlacedEdge:
        """The line from the event to its tick."""
        return tie(self.event.node, (_LEFT, self._middle), (_AXIS + TICK / 2, self._middle))
