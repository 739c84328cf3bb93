"""The lanes along which a connector should not run: their levels, and channels of no own lane."""

from __future__ import annotations

from playbookgen.layout.flowchart.routing.foreign_lanes import ForeignLanes
from playbookgen.layout.flowchart.routing.grid import stride_of
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape


def shape(lanes: int, lane: tuple[int, ...], *connectors: tuple[int, int]) -> RowShape:
    steps = len(lane)
    return RowShape(
        column=tuple(range(steps)),
        lane=lane,
        lanes=lanes,
        is_main=(True,) * steps,
        host=(OUTSIDE,) * steps,
        connectors=connectors,
        loops=frozenset(),
        pointed=frozenset(),
        captioned=frozenset(),
    )


def heights(points: int, levels: int) -> set[int]:
    """The channels and levels in which points lie, the same in every column."""
    column = points & ((1 << stride_of(levels)) - 1)
    return {bit - 1 for bit in range(column.bit_length()) if column >> bit & 1}


def test_the_borders_of_own_lanes_are_not_foreign() -> None:
    row = shape(4, (1, 1, 2, 3), (0, 1), (1, 2), (2, 3))
    own, next_to, last = ForeignLanes(row).points((1, 2, 1, 1))
    assert heights(own, 5) == {0, 1, 7, 8, 9, 10}
    assert heights(next_to, 5) == {0, 1, 9, 10}
    assert heights(last, 5) == {0, 1, 2, 3, 4, 5}


def test_one_lane_is_foreign_to_nobody() -> None:
    assert ForeignLanes(shape(1, (0, 0), (0, 1))).points((3,)) == (0,)


def test_all_columns_are_alike() -> None:
    (points,) = ForeignLanes(shape(2, (0, 0, 1), (0, 1))).points((1, 1))
    stride = stride_of(2)
    columns = [points >> column * stride & ((1 << stride) - 1) for column in range(7)]
    assert len(set(columns)) == 1
    assert points >> 7 * stride == 0
