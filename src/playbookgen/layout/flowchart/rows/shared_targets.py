"""Shared targets: what several steps of a row lead to is drawn once, not beside each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_REACH = 3
"""How many ranks a step may be away from the end or link that it shares with others."""


class Hanging(NamedTuple):
    """An end or link that hangs at a step of a row."""

    ref: str
    rank: int
    meaning: tuple[str, ...]
    """What it says and where it lies: those that have it in common are interchangeable."""


def stand_ins(hanging: Iterable[Hanging]) -> dict[str, str]:
    """By end or link that need not be drawn: the one that stands for it. O(n log n)."""
    alike: dict[tuple[str, ...], list[Hanging]] = defaultdict(list)
    for item in sorted(hanging, key=lambda item: item.rank):
        alike[item.meaning].append(item)
    found: dict[str, str] = {}
    for items in alike.values():
        for near in _near(items):
            shown = _shown(near)
            found |= {item.ref: shown.ref for item in near if item is not shown}
    return found


def _near(items: Sequence[Hanging]) -> Iterator[list[Hanging]]:
    """Runs of neighbours that are within reach of the one among them that is shown."""
    run: list[Hanging] = []
    for item in items:
        if run and not _is_reached([*run, item]):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_reached(run: Sequence[Hanging]) -> bool:
    shown = _shown(run).rank
    return shown - run[0].rank <= _REACH and run[-1].rank - shown <= _REACH


def _shown(run: Sequence[Hanging]) -> Hanging:
    """The one in the middle; of two the later one, for lines lead on to the right."""
    return run[len(run) // 2]
