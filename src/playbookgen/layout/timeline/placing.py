"""Placing: a time scale, then events on axes from left to right, or on one downwards."""

from __future__ import annotations

from playbookgen.layout.legend import with_legend
from playbookgen.layout.timeline.across import Measure, measure_of, rows_across
from playbookgen.layout.timeline.down import place_down
from playbookgen.layout.timeline.parts import MARGIN, Part, together
from playbookgen.layout.timeline.scale import place_scale
from playbookgen.model.diagram import LegendEntry, NodeKind, PlacedDiagram, Timeline

_SCALE_GAP = 26.0


def place_timeline(timeline: Timeline, *, width: float) -> PlacedDiagram:
    """The timeline on as few axes as fit `width`; downwards where two events do not fit."""
    measure = measure_of(timeline, width)
    is_down = measure.per_row == 1 and len(timeline.events) > 1
    right = width - MARGIN if is_down else measure.right
    parts: list[Part] = []
    y = MARGIN
    if timeline.scale:
        parts.append(place_scale(timeline, y=y, right=right, is_narrow=is_down))
        y = parts[-1].bottom + _SCALE_GAP
    parts += [place_down(timeline, y=y, right=right)] if is_down else _across(timeline, measure, y)
    page = together(timeline, parts, right=right)
    return with_legend(page, (*timeline.legend, *(_deal_stages(timeline) if is_down else ())))


def _across(timeline: Timeline, measure: Measure, y: float) -> list[Part]:
    return list(rows_across(timeline, measure, y=y))


def _deal_stages(timeline: Timeline) -> list[LegendEntry]:
    """What the arrows over events are, where no caption says so."""
    if not any(event.deal_stages for event in timeline.events):
        return []
    return [LegendEntry(NodeKind.DEAL_STAGE, timeline.captions[0])]
