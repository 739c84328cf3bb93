"""The columns of a funnel: how wide names, bars and what goes on are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from playbookgen.layout.text import line_height, measure, widest_word, wrap_evenly
from playbookgen.model.diagram import FunnelStep, TextRole

MARGIN = 16.0
SIDE = 10.0
"""What words keep from the sides of bands."""
COLUMN_GAP = 14.0
PAD = 8.0
_WIDEST_BAR = 780.0
_LEAST_BAR = 8.0
_STEP = 4
"""By how much more the room beside the bars is tried."""
BAR_HEIGHT = 38.0
BAND_PAD = 5.0
"""What a band is higher than bar and name, above and below."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of names and bars, and of what stays free beside the widest bar."""

    names: float
    bars: float
    beside: float

    @property
    def middle(self) -> float:
        """Where the middle of every bar is."""
        return MARGIN + SIDE + self.names + COLUMN_GAP + self.bars / 2

    @property
    def end(self) -> float:
        """Where all words end."""
        return self.middle + self.bars / 2 + self.beside


def columns_of(steps: Sequence[FunnelStep], room: float) -> Columns:
    """Names and what goes on in one line each if there is room, else in several."""
    unbroken = max(max(measure(text, role=role) for text, role in name_of(step)) for step in steps)
    whole = max(
        widest_word(step.node.label, role=TextRole.LABEL, limit=0.48 * room) for step in steps
    )
    names = min(unbroken, max(0.27 * room, 108.0, whole)) + 1.0
    rest = room - names - COLUMN_GAP
    said = max(measure(step.conversion, role=TextRole.NOTE) for step in steps)
    conversions = min(said, max(0.16 * room, 76.0)) + 1.0
    most = ceil(conversions + COLUMN_GAP)
    tries = (Columns(names, min(_WIDEST_BAR, rest - free), free) for free in range(0, most, _STEP))
    full = Columns(names, min(_WIDEST_BAR, rest - most), most)
    return next((columns for columns in tries if _is_roomy(steps, columns)), full)


def _is_roomy(steps: Sequence[FunnelStep], columns: Columns) -> bool:
    """Whether all words have room in the funnel or beside it, each on one line."""
    for step, (bar, below) in zip(steps, bars_of(steps, columns.bars), strict=True):
        free = (columns.bars - bar) / 2 + columns.beside - PAD
        said, conversion = step.said, step.conversion
        if not is_in_bar(said, bar) and measure(said, role=TextRole.LABEL) + 1.0 > free:
            return False
        inside = is_between(conversion, bar, below, reach=reach_of(step, columns.names))
        if not inside and measure(conversion, role=TextRole.NOTE) > free:
            return False
    return True


def reach_of(step: FunnelStep, names: float) -> float:
    """How far the band of a step goes up and down from its middle, for a name so wide."""
    lines = ((role, wrap_evenly(text, role=role, width=names)) for text, role in name_of(step))
    height = sum(len(each) * line_height(role) for role, each in lines)
    return max(BAR_HEIGHT, height) / 2 + BAND_PAD


def bars_of(steps: Sequence[FunnelStep], widest: float) -> list[tuple[float, float]]:
    """The width of each bar, and that of the next one."""
    widths = [widest]
    for step in steps:
        known = step.share is not None
        widths.append(max(_LEAST_BAR, widest * float(step.share or 0)) if known else widths[-1])
    return list(zip(widths[1:], [*widths[2:], 0.0], strict=True))


def is_in_bar(said: str, bar: float) -> bool:
    """Whether a share has room in its bar."""
    return measure(said, role=TextRole.LABEL) <= bar - 2 * PAD


def is_between(conversion: str, bar: float, below: float, *, reach: float) -> bool:
    """Whether words below a band that reaches so far have room between the lines to the next bar.

    A line begins at the edge of its bar: words below a high name meet it near its end.
    """
    left = PAD / 2 + BAND_PAD
    way = reach - BAR_HEIGHT / 2 + line_height(TextRole.NOTE) + PAD + BAND_PAD
    room = below + left / way * max(0.0, bar - below)
    return measure(conversion, role=TextRole.NOTE) <= room - 2 * PAD


def name_of(step: FunnelStep) -> tuple[tuple[str, TextRole], ...]:
    """A step's title and small print."""
    return (step.node.label, TextRole.LABEL), (step.node.note, TextRole.NOTE)
