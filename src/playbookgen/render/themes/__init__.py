"""Themes: which looks each kind of thing gets; a theme is one data file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.render.themes.brand import brand_theme
from playbookgen.render.themes.classic import CLASSIC
from playbookgen.render.themes.contrast import CONTRAST
from playbookgen.render.themes.paper import PRINT
from playbookgen.render.themes.slots import Ink, Palette, Slot, Stroke, Theme

THEME_BY_NAME: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (CLASSIC, PRINT, CONTRAST)}
)
"""The themes that need no colours of a brand."""

__all__ = ["CLASSIC", "THEME_BY_NAME", "Ink", "Palette", "Slot", "Stroke", "Theme", "brand_theme"]
