"""Themes from two brand colours: the hues are the brand's, every contrast is corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import pi

from playbookgen.model.diagram import EdgeKind, TextRole
from playbookgen.render.themes.classic import CLASSIC, LINES, OUTLINES
from playbookgen.render.themes.colour import Lch, contrast, hex_of, lch_of, told_from
from playbookgen.render.themes.slots import READABLE, Ink, Palette, Slot, Stroke, Theme

_VISIBLE = 3.05
"""The contrast of lines with their grounds: WCAG 2 asks for 3."""
_MEANT = (Slot.GOOD, Slot.GOOD_SOLID, Slot.WAIT)
"""Green and amber mean something, so that no brand recolours them."""

# A brand may be green itself, so that strokes must tell what is good as well.
_OUTLINES = {**OUTLINES, Slot.GOOD: Stroke(2.0), Slot.OUTSIDE: Stroke(1.6, "8 3")}


@lru_cache(maxsize=64)
def brand_theme(first: str, second: str) -> Theme:
    """The theme of two brand colours, as #rrggbb."""
    one, two = lch_of(first), lch_of(second)
    return Theme(
        name="brand",
        light=_Mixer(one, two, CLASSIC.light, _LIGHT).palette(),
        dark=_Mixer(one, two, CLASSIC.dark, _DARK).palette(),
        outline=Stroke(1.3),
        outlines=_OUTLINES,
        lines=LINES,
    )


@dataclass(frozen=True, slots=True)
class _Tone:
    """The lightness of a fill, and the most chroma it may have."""

    lightness: float
    chroma: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """How light the parts of a palette are."""

    fills: Mapping[Slot, _Tone]
    band: _Tone
    line: float
    """Where lines start to look for their contrast."""
    text: float
    quiet: float
    """The lightness of notes and of texts beside lines."""


_LIGHT = _Scale(
    fills={
        Slot.MUTED: _Tone(0.955, 0.004),
        Slot.STEP: _Tone(0.965, 0.02),
        Slot.TASK: _Tone(1.0, 0.0),
        Slot.DECISION: _Tone(0.975, 0.03),
        Slot.CRITERION: _Tone(0.985, 0.015),
        Slot.STATE: _Tone(0.92, 0.04),
        Slot.HANDOVER: _Tone(0.935, 0.05),
        Slot.LINK: _Tone(1.0, 0.0),
        Slot.ACCENT: _Tone(0.89, 0.06),
        Slot.SOFT: _Tone(0.94, 0.02),
        Slot.FAINT: _Tone(0.98, 0.008),
        Slot.CARD: _Tone(1.0, 0.0),
        Slot.OUTSIDE: _Tone(0.978, 0.002),
        Slot.OUTSIDE_TICK: _Tone(1.0, 0.0),
        Slot.GAP: _Tone(0.99, 0.002),
    },
    band=_Tone(0.965, 0.02),
    line=0.62,
    text=0.25,
    quiet=0.47,
)
_DARK = _Scale(
    fills={
        Slot.MUTED: _Tone(0.32, 0.008),
        Slot.STEP: _Tone(0.32, 0.04),
        Slot.TASK: _Tone(0.29, 0.015),
        Slot.DECISION: _Tone(0.29, 0.04),
        Slot.CRITERION: _Tone(0.28, 0.02),
        Slot.STATE: _Tone(0.34, 0.055),
        Slot.HANDOVER: _Tone(0.33, 0.06),
        Slot.LINK: _Tone(0.245, 0.01),
        Slot.ACCENT: _Tone(0.37, 0.07),
        Slot.SOFT: _Tone(0.31, 0.02),
        Slot.FAINT: _Tone(0.27, 0.012),
        Slot.CARD: _Tone(0.28, 0.012),
        Slot.OUTSIDE: _Tone(0.27, 0.006),
        Slot.OUTSIDE_TICK: _Tone(0.245, 0.0),
        Slot.GAP: _Tone(0.26, 0.006),
    },
    band=_Tone(0.28, 0.03),
    line=0.7,
    text=0.94,
    quiet=0.79,
)
_THIRD = 2 * pi / 3
_SECOND = (Slot.DECISION, Slot.CRITERION, Slot.HANDOVER)
"""Slots in the second colour's hue."""
_QUIET = (
    *(Slot.MUTED, Slot.TASK, Slot.LINK, Slot.SOFT, Slot.FAINT, Slot.CARD),
    *(Slot.OUTSIDE, Slot.OUTSIDE_TICK, Slot.GAP),
)
"""Slots whose outlines stay close to grey."""


@dataclass(frozen=True, slots=True)
class _Mixer:
    """Mixes one palette of a brand."""

    one: Lch
    two: Lch
    model: Palette
    """The palette whose ground, greens and ambers it takes over."""
    scale: _Scale

    def palette(self) -> Palette:
        """The palette with every contrast corrected."""
        line = self._outside(_VISIBLE, self.scale.line)
        text = self._outside(READABLE, self.scale.quiet)
        plain = self._outside(READABLE, self.scale.text)(self.one, 0.02)
        quiet = text(self.one, 0.025)
        return Palette(
            ground=self.model.ground,
            slots={slot: self._ink(slot) for slot in Slot},
            edges=dict.fromkeys(EdgeKind, line(self.one, 0.03))
            | {EdgeKind.LOOP: line(self.two, 0.08), EdgeKind.HANDOVER: line(self.one, 0.2)}
            | {EdgeKind.AXIS: quiet},
            texts=dict.fromkeys(TextRole, plain)
            | dict.fromkeys((TextRole.NOTE, TextRole.EDGE, TextRole.BAND, TextRole.LEGEND), quiet),
            bands=self._bands(),
            band_line=hex_of(self.one.tint(_between(self.model.ground), 0.015)),
            mark=Ink(self.model.ground, quiet, quiet),
            focus=line(self.one, 0.2),
            accent=line(self.one, 0.2),
        )

    def _bands(self) -> tuple[str, ...]:
        """A hue for each tone, the brand's own first; grey for what belongs to nobody."""
        light, most = self.scale.band.lightness, self.scale.band.chroma
        turns = (self.one.hue + turn * _THIRD / 2 for turn in (1, 4, 5, 2, 3))
        hues = (self.one.hue, self.two.hue, *turns)
        return (*(hex_of(Lch(light, most, hue)) for hue in hues), hex_of(Lch(light, 0.0, 0.0)))

    def _grounds(self) -> tuple[str, ...]:
        return (self.model.ground, *self._bands())

    def _outside(self, ratio: float, lightness: float) -> Callable[[Lch, float], str]:
        """What gives a hue, with so much chroma at most, its contrast with the grounds."""
        return lambda hue, most: told_from(hue.tint(lightness, most), self._grounds(), ratio)

    def _ink(self, slot: Slot) -> Ink:
        if slot is Slot.BARE:
            return Ink("none", "none", self._outside(READABLE, self.scale.text)(self.one, 0.02))
        if slot in (Slot.BEGIN, Slot.FINISH):
            return self._end(slot)
        if slot is Slot.STRONG:
            return self._strong()
        if slot in _MEANT:
            return self._meant(self.model.slots[slot])
        return self._tinted(slot)

    def _end(self, slot: Slot) -> Ink:
        """The disc at which the way begins or ends; its words stand on the ground."""
        begins = slot is Slot.BEGIN
        lightness = self.scale.line if begins else self.scale.text
        colour = self._outside(_VISIBLE, lightness)(self.one, 0.2 if begins else 0.04)
        return Ink(colour, colour, self._outside(READABLE, self.scale.text)(self.one, 0.02))

    def _strong(self) -> Ink:
        """The first colour itself, moved only where it could not be told from the ground."""
        fill = told_from(self.one, self._grounds(), _VISIBLE)
        text = max("#ffffff", "#101418", "#000000", key=lambda each: _preference(each, fill))
        return Ink(fill, fill, text)

    def _meant(self, ink: Ink) -> Ink:
        """A colour with a meaning of its own, with its line told from the brand's lanes."""
        line = told_from(lch_of(ink.line), self._grounds(), _VISIBLE)
        return Ink(line if ink.fill == ink.line else ink.fill, line, ink.text)

    def _tinted(self, slot: Slot) -> Ink:
        hue = self.two if slot in _SECOND else self.one
        tone = self.scale.fills[slot]
        fill = hex_of(hue.tint(tone.lightness, tone.chroma))
        line = self._outside(_VISIBLE, self.scale.line)(hue, 0.025 if slot in _QUIET else 0.15)
        text = told_from(hue.tint(self.scale.text, 0.05), (fill, *self._grounds()), READABLE)
        return Ink(fill, line, text)


def _preference(text: str, fill: str) -> tuple[bool, float]:
    """White wins wherever it can be read; else what has the most contrast."""
    ratio = contrast(text, fill)
    return ratio >= READABLE and text == "#ffffff", ratio


def _between(ground: str) -> float:
    """The lightness of a lane's outline: a little off the ground."""
    lightness = lch_of(ground).lightness
    return lightness - 0.12 if lightness > 0.5 else lightness + 0.12
