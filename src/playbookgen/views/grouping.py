"""Items by what they belong to, looked through once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

_Item = TypeVar("_Item")


def grouped(items: Iterable[_Item], key: Callable[[_Item], str]) -> Mapping[str, tuple[_Item, ...]]:
    """The items of each key, in their order; none for a key that no item has."""
    found: dict[str, list[_Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return defaultdict(tuple, {name: tuple(own) for name, own in found.items()})
