"""Foreign lanes: where a connector would run along a lane in which it neither begins nor ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from playbookgen.layout.flowchart.routing.grid import stride_of
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape

_MOST_KNOWN = 8
"""Of how many grids the points are kept: in rows of many lanes they are large."""


class ForeignLanes:
    """The points of the lanes that are foreign to each connector of a row."""

    def __init__(self, shape: RowShape) -> None:
        lanes = [
            {shape.lane[step] for step in ends if step != OUTSIDE} for ends in shape.connectors
        ]
        self._own = [frozenset(own) for own in lanes]
        self._columns = 2 * shape.columns + 1
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}

    def points(self, lanes: tuple[int, ...]) -> tuple[int, ...]:
        """By connector: the points of foreign lanes, in a grid whose lanes have so many levels."""
        known = self._known.get(lanes)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            stride = stride_of(sum(lanes))
            column = sum(1 << x * stride for x in range(self._columns))
            heights = _heights(lanes)
            known = tuple([column * _bits(heights, own) for own in self._own])
            self._known[lanes] = known
        return known


def _heights(lanes: Sequence[int]) -> list[range]:
    """The channels and levels of each lane; those at its borders are also a neighbour's."""
    tops = accumulate(lanes, initial=0)
    return [
        range(2 * top, 2 * (top + levels) + 1) for top, levels in zip(tops, lanes, strict=False)
    ]


def _bits(heights: Sequence[range], own: Collection[int]) -> int:
    """The points of a column in lanes that are not a connector's own, nor at their borders."""
    foreign = {y for lane, ys in enumerate(heights) if lane not in own for y in ys}
    foreign.difference_update(*(heights[lane] for lane in own))
    return sum(1 << (y + 1) for y in foreign)
