"""Numbers over an axis: fanned out side by side over their times, in stacks where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WIDER = 1.5
"""By how much more times may differ that share a stack, until all stacks have room."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Numbers one below the other, the earliest on top."""

    members: tuple[int, ...]
    """Places in the order of time."""
    x: float


def fanned(times: Sequence[float], width: float, left: float, right: float) -> list[Stack]:
    """Stacks so wide, in the order of time, each as near as it can be to the times it holds."""
    most = max(1, int((right - left) // width))
    groups = _grouped(times, most)
    middles = [sum(times[at] for at in group) / len(group) for group in groups]
    places = spread(middles, width, left + width / 2, right - width / 2)
    return [Stack(group, x) for group, x in zip(groups, places, strict=True)]


def _grouped(times: Sequence[float], most: int) -> list[tuple[int, ...]]:
    """Each time alone if there is room for all; else those nearest to one another together."""
    groups: list[tuple[int, ...]] = [(at,) for at in range(len(times))]
    radius = 1.0
    while len(groups) > most:
        groups = list(_within(times, radius))
        radius *= _WIDER
    return groups


def _within(times: Sequence[float], radius: float) -> Iterator[tuple[int, ...]]:
    """Neighbours that lie no farther from the first of them than the radius."""
    group: list[int] = []
    for at, time in enumerate(times):
        if group and time - times[group[0]] > radius:
            yield tuple(group)
            group = []
        group.append(at)
    if group:
        yield tuple(group)


def spread(wishes: Sequence[float], step: float, first: float, last: float) -> list[float]:
    """Places at least a step apart, in the given order, moved as little as can be.

    Those that would meet are moved as one block, to the mean of what they wish (pool adjacent
    violators: isotonic regression).
    """
    blocks: list[tuple[float, int]] = []
    for at, wish in enumerate(wishes):
        total, count = wish - at * step, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, members = blocks.pop()
            total, count = total + before, count + members
        blocks.append((total, count))
    end = max(first, last - (len(wishes) - 1) * step)
    means = [total / count for total, count in blocks for _ in range(count)]
    return [min(max(mean, first), end) + at * step for at, mean in enumerate(means)]
