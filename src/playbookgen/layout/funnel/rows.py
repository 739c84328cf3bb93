"""The rows of a funnel: a name, a share and a bar, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.funnel.columns import (
    BAR_HEIGHT,
    MARGIN,
    SIDE,
    Columns,
    bars_of,
    name_of,
)
from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import FunnelStep, PlacedText, TextRole

_GAP = 22.0
"""The least distance of two bands."""
_BAND_PAD = 7.0
"""What a band is higher than what stands on it, above and below."""
_NAME_GAP = 4.0
"""Between a name and the bar below it."""
_WORDS_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its bar and its texts."""

    step: FunnelStep
    bar: float
    """The width of its bar."""
    name: tuple[PlacedText, ...]
    said: PlacedText
    """Its share, ending beside the bar."""
    conversion: PlacedText
    """How many go on, ending below the share or beginning below the bar."""
    is_stacked: bool
    top: float = 0.0

    @property
    def _above(self) -> float:
        """The height of a name above its bar."""
        return height_of(self.name) + _NAME_GAP if self.is_stacked else 0.0

    @property
    def height(self) -> float:
        """The height of its band."""
        beside = max(BAR_HEIGHT, self.said.height)
        own = beside if self.is_stacked else max(beside, height_of(self.name))
        return self._above + own + 2 * _BAND_PAD

    @property
    def middle(self) -> float:
        """The middle of its bar."""
        return self.top + _BAND_PAD + self._above + (self.height - self._above) / 2 - _BAND_PAD

    @property
    def name_middle(self) -> float:
        """The middle of its name."""
        if self.is_stacked:
            return self.top + _BAND_PAD + height_of(self.name) / 2
        return self.middle

    @property
    def bottom(self) -> float:
        """Where its band ends."""
        return self.top + self.height

    @property
    def gap(self) -> float:
        """What stays free below its band, for what goes on to the next."""
        return max(_GAP, self.conversion.height + _WORDS_PAD)


def rows_of(steps: Sequence[FunnelStep], columns: Columns) -> Iterator[Row]:
    """The rows with their places."""
    top = MARGIN
    for step, bar in zip(steps, bars_of(steps, columns.bars), strict=True):
        row = replace(_row(step, bar, columns), top=top)
        top = row.bottom + row.gap
        yield row


def _row(step: FunnelStep, bar: float, columns: Columns) -> Row:
    name = (_text(text, role, columns.names) for text, role in name_of(step))
    stacked = columns.is_stacked
    room, anchor = (columns.bars, "start") if stacked else (columns.told - MARGIN - SIDE, "end")
    return Row(
        step=step,
        bar=bar,
        name=tuple(text for text in name if text.lines),
        said=_text(step.said, TextRole.LABEL, columns.shares, "end"),
        conversion=_text(step.conversion, TextRole.NOTE, room, anchor),
        is_stacked=stacked,
    )


def _text(words: str, role: TextRole, width: float, anchor: str = "start") -> PlacedText:
    return PlacedText(0.0, 0.0, wrap_evenly(words, role=role, width=width), role, anchor)


def height_of(texts: Sequence[PlacedText]) -> float:
    """The height of texts one below the other."""
    return sum(text.height for text in texts)
