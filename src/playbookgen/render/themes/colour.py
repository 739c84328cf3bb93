"""Colours as numbers: luminance and contrast as WCAG 2 defines them, and the OKLCH space.

Source of the matrices and of OKLCH: Björn Ottosson, “A perceptual color space for image processing”
(2020), as CSS Color Module Level 4 has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import atan2, cbrt, cos, hypot, sin
from typing import NamedTuple

_MIDDLE = 0.18
"""The luminance from which on black has more contrast than white."""
_STEP = 0.01
"""By how much lightness is moved to reach a contrast."""


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


class Lch(NamedTuple):
    """A colour by perceived lightness (0 to 1), chroma and hue (radians): OKLCH."""

    lightness: float
    chroma: float
    hue: float

    def tint(self, lightness: float, most: float) -> Lch:
        """The same hue at another lightness, with no more chroma than `most`."""
        return Lch(lightness, min(self.chroma, most), self.hue)


@lru_cache(maxsize=4096)
def lch_of(colour: str) -> Lch:
    """The OKLCH coordinates of #rrggbb."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return Lch(lightness, hypot(a, b), atan2(b, a))


@lru_cache(maxsize=4096)
def hex_of(colour: Lch) -> str:
    """#rrggbb; where a screen cannot show so much chroma, with as much as it can."""
    low, high = 0.0, colour.chroma
    if not _is_shown(_rgb(colour)):
        for _ in range(12):
            middle = (low + high) / 2
            shown = _is_shown(_rgb(colour._replace(chroma=middle)))
            low, high = (middle, high) if shown else (low, middle)
        colour = colour._replace(chroma=low)
    channels = (round(255 * _gamma(min(max(channel, 0.0), 1.0))) for channel in _rgb(colour))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _rgb(colour: Lch) -> tuple[float, float, float]:
    """Linear red, green and blue; outside 0 to 1 where no screen can show the colour."""
    lightness, chroma, hue = colour
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _is_shown(rgb: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in rgb)


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def told_from(colour: Lch, grounds: Iterable[str], ratio: float) -> str:
    """The colour itself, or the nearest in lightness that has the contrast with every ground.

    It gets darker on light grounds and lighter on dark ones, up to black or white.
    """
    against = tuple(grounds)
    end = 0.0 if min(map(luminance, against)) > _MIDDLE else 1.0
    steps = max(1, round(abs(end - colour.lightness) / _STEP))
    for step in range(steps):
        lightness = colour.lightness + (end - colour.lightness) * step / steps
        found = hex_of(colour._replace(lightness=lightness))
        if min(contrast(found, ground) for ground in against) >= ratio:
            return found
    return "#ffffff" if end else "#000000"
