"""The lines on which the parts of a row of columns begin: the same for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbookgen.layout.board.blocks import is_plain
from playbookgen.layout.board.columns import CARD_GAP, Column
from playbookgen.layout.board.rows import BAND_PAD
from playbookgen.layout.boxes import Box

_BARS_GAP = 6.0
_FACT_GAP = 1.0
_LONG_FACT_GAP = 7.0
_PART_GAP = 10.0
_FOOT_GAP = 8.0
"""What sets a foot apart, beside the gap between parts."""
_HEAD_GAP = 5.0
"""Between a head with an outline and the band below it."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Where each part begins, from the top; how high heads are, and how far apart facts."""

    band: float
    head: float
    head_height: float
    bars: float
    facts: float
    fact_gap: float
    cards: float
    foot: float
    bottom: float

    @property
    def head_middle(self) -> float:
        """The line on which heads, arrows and the row's number stand."""
        return self.head + self.head_height / 2


def levels_of(columns: Sequence[Column], top: float) -> Levels:
    """The lines of a row; each part is as high as the fullest of them."""
    is_bare = _is_bare(columns)
    head = top + (BAND_PAD if is_bare else 0.0)
    head_height = max(column.head.height for column in columns)
    fact_gap = _fact_gap(columns)
    bars = head + head_height + _below_head(columns, fact_gap, is_bare=is_bare)
    facts = bars + _with_gap(_highest_bar(columns), _BARS_GAP)
    cards = facts + _with_gap(_highest([it.facts for it in columns], fact_gap), _PART_GAP)
    foot = cards + _with_gap(_highest([it.cards for it in columns], CARD_GAP), _PART_GAP)
    feet = _highest([column.foot for column in columns], CARD_GAP)
    if feet and foot > facts:
        foot += _FOOT_GAP
    end = foot + _with_gap(feet, _PART_GAP)
    return Levels(
        band=top if is_bare else head + head_height + _HEAD_GAP,
        head=head,
        head_height=head_height,
        bars=bars,
        facts=facts,
        fact_gap=fact_gap,
        cards=cards,
        foot=foot,
        bottom=_bottom(end, head + head_height, has_band=is_bare or end > bars),
    )


def _bottom(end: float, head_bottom: float, *, has_band: bool) -> float:
    """Where bands end; heads alone have none."""
    return end - _PART_GAP + BAND_PAD if has_band else head_bottom


def _is_bare(columns: Sequence[Column]) -> bool:
    """Whether heads have no outline, and so stand on the bands themselves."""
    return any(is_plain(column.source.head) for column in columns)


def _highest_bar(columns: Sequence[Column]) -> float:
    return max((box.height for column in columns for box in column.bars), default=0.0)


def _fact_gap(columns: Sequence[Column]) -> float:
    """The distance of facts: more where some of them say much."""
    facts = [fact.node for column in columns for fact in column.facts]
    return _LONG_FACT_GAP if any(fact.note or fact.items for fact in facts) else _FACT_GAP


def _below_head(columns: Sequence[Column], fact_gap: float, *, is_bare: bool) -> float:
    """The room between heads and what comes first below them."""
    if not is_bare:
        return _PART_GAP + _HEAD_GAP
    return fact_gap if any(column.facts for column in columns) else _PART_GAP


def _highest(stacks: Sequence[Sequence[Box]], gap: float) -> float:
    """The height of the highest stack of boxes."""
    return max(sum(box.height for box in boxes) + gap * max(0, len(boxes) - 1) for boxes in stacks)


def _with_gap(height: float, gap: float) -> float:
    """A part with the gap below it; nothing where there is no such part."""
    return height + gap if height else 0.0
