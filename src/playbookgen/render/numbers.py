"""The canonical text of numbers in DOT and SVG: at most two decimals, never a minus zero."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)  # a map says the same coordinate many times
def number(value: float) -> str:
    """The shortest text of `value`, rounded to two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def point(x: float, y: float) -> str:
    """A coordinate pair."""
    return f"{number(x)},{number(y)}"
