"""The rows of a funnel: a bar with the texts around it, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.funnel.columns import (
    BAND_PAD,
    BAR_HEIGHT,
    MARGIN,
    PAD,
    Columns,
    bars_of,
    is_between,
    is_in_bar,
    name_of,
    reach_of,
)
from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import FunnelStep, PlacedText, TextRole

_GAP = 22.0
"""The least distance of two bands."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step with its bar and the texts around it."""

    step: FunnelStep
    bar: float
    """The width of its bar."""
    name: tuple[PlacedText, ...]
    said: PlacedText
    """Its share: in the bar, or beside it if that is too narrow."""
    conversion: PlacedText
    y: float = 0.0

    @property
    def height(self) -> float:
        """The height of its bar."""
        return max(BAR_HEIGHT, self.said.height + PAD)

    @property
    def reach(self) -> float:
        """How far the band goes up and down from the middle of bar and name."""
        return max(self.height, height_of(self.name)) / 2 + BAND_PAD

    @property
    def gap(self) -> float:
        """What stays free below its band, for what goes on to the next."""
        return max(_GAP, self.conversion.height + PAD)

    def below(self, other: Row) -> float:
        """Where its middle is, below another row."""
        return other.y + other.reach + other.gap + self.reach


def rows_of(steps: Sequence[FunnelStep], columns: Columns) -> Iterator[Row]:
    """The rows with their places."""
    above: Row | None = None
    for step, (bar, below) in zip(steps, bars_of(steps, columns.bars), strict=True):
        row = _row(step, bar, below, columns)
        above = replace(row, y=row.below(above) if above else MARGIN + row.reach)
        yield above


def _row(step: FunnelStep, bar: float, below: float, columns: Columns) -> Row:
    name = (_text(text, role, columns.names) for text, role in name_of(step))
    if is_in_bar(step.said, bar):
        said = replace(_text(step.said, TextRole.LABEL, bar), x=columns.middle, anchor="middle")
    else:
        beside = columns.middle + bar / 2 + PAD
        said = replace(_text(step.said, TextRole.LABEL, columns.end - beside), x=beside)
    if is_between(step.conversion, bar, below, reach=reach_of(step, columns.names)):
        conversion = _text(step.conversion, TextRole.NOTE, bar)
        conversion = replace(conversion, x=columns.middle - conversion.width / 2)
    else:
        beside = columns.middle + bar / 2 + PAD
        conversion = _text(step.conversion, TextRole.NOTE, columns.end - beside)
        conversion = replace(conversion, x=beside)
    return Row(
        step=step,
        bar=bar,
        name=tuple(text for text in name if text.lines),
        said=said,
        conversion=conversion,
    )


def _text(words: str, role: TextRole, width: float) -> PlacedText:
    return PlacedText(0.0, 0.0, wrap_evenly(words, role=role, width=width), role, "start")


def height_of(texts: Sequence[PlacedText]) -> float:
    """The height of texts one below the other."""
    return sum(text.height for text in texts)
