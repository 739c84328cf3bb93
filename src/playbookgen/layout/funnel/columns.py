"""The columns of a funnel: how wide names, shares and bars are; the same in every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbookgen.layout.text import measure, widest_word
from playbookgen.model.diagram import FunnelStep, TextRole

MARGIN = 16.0
SIDE = 10.0
"""What words keep from the sides of bands."""
COLUMN_GAP = 14.0
_LEAST_BAR = 3.0
BAR_HEIGHT = 30.0
_NARROW = 420.0
"""A page on which names stand above their bars."""
_NAME_SHARE = 0.27
_LEAST_NAME = 108.0
_LONGEST_NAME = 0.48
"""How much of the page an unbroken word of a name may take."""
_SHARE_OF_SHARES = 0.16
_LEAST_SHARE = 64.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of names, of shares in words, and of the widest bar."""

    names: float
    shares: float
    bars: float
    is_stacked: bool = False
    """Whether names stand above shares and bars."""

    @property
    def told(self) -> float:
        """Where the words beside the bars end."""
        beside = 0.0 if self.is_stacked else self.names + COLUMN_GAP
        return MARGIN + SIDE + beside + self.shares

    @property
    def left(self) -> float:
        """Where every bar begins."""
        return self.told + COLUMN_GAP

    @property
    def end(self) -> float:
        """Where the widest bar ends."""
        return self.left + self.bars


def columns_of(steps: Sequence[FunnelStep], room: float) -> Columns:
    """Names and shares in one line each if there is room, else in several; bars take the rest."""
    said = max(measure(step.said, role=TextRole.LABEL) for step in steps)
    shares = min(said, max(_SHARE_OF_SHARES * room, _LEAST_SHARE)) + 1.0
    if room < _NARROW:
        return Columns(room, shares, room - shares - COLUMN_GAP, is_stacked=True)
    unbroken = max(measure(text, role=role) for step in steps for text, role in name_of(step))
    longest = _LONGEST_NAME * room
    words = (widest_word(step.node.label, role=TextRole.LABEL, limit=longest) for step in steps)
    names = min(unbroken, max(_NAME_SHARE * room, _LEAST_NAME, *words)) + 1.0
    return Columns(names, shares, room - names - shares - 2 * COLUMN_GAP)


def bars_of(steps: Sequence[FunnelStep], widest: float) -> list[float]:
    """The width of each bar; one of an unknown share is as wide as the last that is known."""
    widths = [widest]
    for step in steps:
        known = step.share is not None
        widths.append(max(_LEAST_BAR, widest * float(step.share or 0)) if known else widths[-1])
    return widths[1:]


def name_of(step: FunnelStep) -> tuple[tuple[str, TextRole], ...]:
    """A step's title and small print."""
    return (step.node.label, TextRole.LABEL), (step.node.note, TextRole.NOTE)
