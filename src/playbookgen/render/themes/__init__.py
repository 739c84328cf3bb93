"""Themes: which looks each kind of thing gets; a theme is one data file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.render.themes.classic import CLASSIC
from playbookgen.render.themes.slots import Ink, Palette, Theme

THEME_BY_NAME: Mapping[str, Theme] = MappingProxyType({CLASSIC.name: CLASSIC})

__all__ = ["THEME_BY_NAME", "Ink", "Palette", "Theme"]
