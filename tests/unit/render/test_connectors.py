"""Polylines become curves that start, turn and end where they should."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.render.connectors import RADIUS, Point, curve

COORDINATE = st.integers(0, 2000).map(float)
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=1, max_size=9).map(tuple)


@given(POINTS, st.sampled_from([0.0, 8.5, 14.0]))
def test_curves_have_whole_pieces_and_stay_near_their_line(
    points: tuple[Point, ...], arrow: float
) -> None:
    controls = curve(points, arrow=arrow)
    assert len(controls) % 3 == 1
    assert len(controls) >= 4
    assert controls[0] == points[0]
    assert hypot(controls[-1][0] - points[-1][0], controls[-1][1] - points[-1][1]) <= arrow + 0.01
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert all(min(xs) - 0.01 <= x <= max(xs) + 0.01 for x, _ in controls)
    assert all(min(ys) - 0.01 <= y <= max(ys) + 0.01 for _, y in controls)


def test_a_corner_is_an_arc_of_the_radius() -> None:
    controls = curve(((0, 0), (100, 0), (100, 50)), arrow=10)
    assert controls[3] == (100 - RADIUS, 0)
    assert controls[6] == (100, RADIUS)
    assert controls[-1] == (100, 40)


def test_a_corner_of_short_lines_has_a_smaller_radius() -> None:
    controls = curve(((0, 0), (6, 0), (6, 6)), arrow=0)
    assert controls[3] == pytest.approx((3, 0))
    assert controls[6] == pytest.approx((6, 3))
