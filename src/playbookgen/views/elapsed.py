"""The time of a journey: how much of it has gone by at each event, and round times beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from playbookgen.locales.durations import span
from playbookgen.model.diagram import TimeScale
from playbookgen.model.playbook import Event
from playbookgen.model.values import MINUTES_BY_UNIT, Duration, parse_duration, unit_of
from playbookgen.views.wording import Words

_MOST_MARKS = 8
"""How many round times stand beside the axis, but for its beginning."""


def shares_of(events: Sequence[Event]) -> dict[str, Fraction]:
    """The share of the journey's time that has gone by at each event that says so, by ref."""
    known = {event.ref: _middle(event.elapsed) for event in events if event.elapsed}
    last = max(known.values(), default=Fraction(0))
    if not last or len(set(known.values())) < 2:
        return {}
    return {ref: time / last for ref, time in known.items()}


def scale_of(events: Sequence[Event], words: Words) -> TimeScale | None:
    """The scale of a journey's time; None where fewer than two times are stated."""
    if not shares_of(events):
        return None
    last = max((event.elapsed for event in events if event.elapsed), key=_middle)
    return TimeScale(words["map_to_scale"], tuple(_marks(last, words)))


def _middle(elapsed: Duration) -> Fraction:
    return (elapsed.least + elapsed.most) / 2


def _marks(last: Duration, words: Words) -> Iterator[tuple[Fraction, str]]:
    """Round times up to the last, in its own unit."""
    unit = unit_of(last)
    count = _middle(last) / MINUTES_BY_UNIT[unit]
    step = next(step for step in _steps() if count / step <= _MOST_MARKS)
    for number in range(0, int(count) + 1, step):
        written = parse_duration(f"{number} {unit}")
        yield number / count, span(written, words)


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20 and so on."""
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
