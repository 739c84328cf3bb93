"""Fonts that a site ships: each a file of the glyphs that its pages in one language need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebFont:
    """A font file for one language of a site."""

    language: str
    family: str
    """Its name in style sheets, unique among the languages of a site."""
    data: bytes
    """WOFF2."""
    weight: str
    """As CSS writes it: a number, or two for a font of many weights."""
    italic: bool
    characters: frozenset[int]
    """The code points that it is to be used for."""
