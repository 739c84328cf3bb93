"""A reader finds each phase of the flowchart layout near its table of contents."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from playbookgen.layout import place
from playbookgen.layout.flowchart.ordering.search import order_and_route
from tests.layouts.random_processes import random_process

CORES = {
    "break_cycles": "break cycles",
    "assign": "rank",
    "break_rows": "break rows",
    "improved": "order",
    "route": "route",
    "fill": "nudge",
    "x_coordinates": "place",
    "y_coordinates": "place",
}
"""The function at the core of each phase."""
DEEPEST = 8


@pytest.fixture
def walk() -> dict[str, int]:
    """How many functions deep below `place_flowchart` each core was first reached."""
    found: dict[str, int] = {}

    def watch(frame: FrameType, event: str, _: Any) -> None:
        name = frame.f_code.co_name
        if event == "call" and name in CORES and "flowchart" in frame.f_code.co_filename:
            found.setdefault(name, _depth(frame))

    order_and_route.cache_clear()
    sys.setprofile(watch)
    try:
        place(random_process(120), width=1120.0)
    finally:
        sys.setprofile(None)
    return found


def _depth(frame: FrameType | None) -> int:
    """The named functions from `place_flowchart` to a frame."""
    depth = 0
    while frame and frame.f_code.co_name != "place_flowchart":
        depth += not frame.f_code.co_name.startswith("<")
        frame = frame.f_back
    return depth


def test_no_core_is_deeper_than_a_reader_follows(walk: dict[str, int]) -> None:
    assert set(walk) == set(CORES)
    assert {name: depth for name, depth in walk.items() if depth > DEEPEST} == {}
