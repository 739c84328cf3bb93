"""What a client's site wears: plain texts, and pictures that were checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

EVERY = "all"
"""The language, or audience, that stands for every one."""


@dataclass(frozen=True, slots=True)
class BrandPicture:
    """A logo or favicon, rebuilt from parts that can do nothing but show."""

    kind: Literal["svg", "png"]
    data: bytes
    width: float
    height: float
    colours: frozenset[str] | None = None
    """The colours that it is known to show, as #rrggbb; None where that cannot be told."""


@dataclass(frozen=True, slots=True)
class SiteBrand:
    """A brand for one compartment; no text of it is escaped yet."""

    logo: BrandPicture | None = None
    favicon: BrandPicture | None = None
    footer: Mapping[str, str] = field(default_factory=dict)
    """By language, or for `all`."""
    confidentiality: Mapping[str, str] = field(default_factory=dict)
    stylesheet: str = ""
    """The brand's colours on pages."""


def said_in(texts: Mapping[str, str], language: str) -> str:
    """The text for a language: its own, its base language's, everybody's, or the first."""
    for key in (language, language.partition("-")[0], EVERY):
        if key in texts:
            return texts[key]
    return next(iter(texts.values()), "")
