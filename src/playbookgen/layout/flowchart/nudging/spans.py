"""Spans: which of many meet, found by a sweep from the first to the last."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Span = tuple[float, float]
"""The first and the last place that something takes up."""


def meeting_spans(spans: Mapping[Key, Span], *, air: float) -> Iterator[tuple[Key, Key]]:
    """The pairs that are less than `air` apart; O(n log n) and what there is to find."""
    passed: list[Key] = []
    for key in sorted(spans, key=lambda key: spans[key][0]):
        first = spans[key][0]
        passed = [other for other in passed if first < spans[other][1] + air]
        for other in passed:
            yield other, key
        passed.append(key)
