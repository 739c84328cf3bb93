"""Colours as numbers: luminance and contrast as WCAG 2 defines them, and the OKLCH space."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, from 0 to 1."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
