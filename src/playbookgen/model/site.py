"""A compartment's site before it is written: Markdown pages, pictures and plain files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from playbookgen.model.branding import SiteBrand

_SIZE = re.compile(r'<svg\b[^<>]*? width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"')
_SHEET = 2.0
"""Heights of a picture for each of its widths, from which on it is too small on one sheet."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map of an edition, drawn for a wide page and for a phone's."""

    key: str
    """`edition/language/subject`, unique in a compartment."""
    title: str
    """Plain text, not yet escaped."""
    wide: str
    """SVG."""
    narrow: str
    is_left_out: bool = False
    """Whether it is too large to draw, and a note stands in its place."""

    @property
    def subject(self) -> str:
        """The ref of the diagram: `process`, `stages.closing`."""
        return self.key.rpartition("/")[2]

    @property
    def narrow_key(self) -> str:
        """The key of the phone's picture."""
        return f"{self.key}/narrow"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its pictures; none if it is left out."""
        return () if self.is_left_out else (self.key, self.narrow_key)

    @property
    def is_long(self) -> bool:
        """Whether the wide picture is so high that no printed sheet holds it legibly."""
        size = _SIZE.search(self.wide)
        return size is not None and float(size["height"]) > _SHEET * float(size["width"])


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page of one language's site."""

    path: str
    """Where it goes below the language's folder, ending in `.md`; also gives its address."""
    title: str
    """Its name in the navigation and the browser's title bar: plain text, not yet escaped."""
    markdown: str
    """The whole file, front matter included."""
    pictures: tuple[str, ...] = ()
    """The keys of the pictures whose placeholders stand in it."""
    parent: str = ""
    """The path of the page above it in the navigation; empty at the top."""
    group: str = ""
    """The caption under which it stands in the navigation, below its parent; empty for none."""


@dataclass(frozen=True, slots=True)
class LanguageSite:
    """The part of a site in one language: one MkDocs build; `folder` is empty at the root."""

    folder: str
    language: str
    title: str
    """Plain text, not yet escaped."""
    pages: tuple[Page, ...]
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Of the glossaries: each term, followed by its other words."""


@dataclass(frozen=True, slots=True)
class Site:
    """A compartment's site: a start page, a part per language, and the pictures by key."""

    compartment: str
    """`client/audience`."""
    title: str
    parts: tuple[LanguageSite, ...]
    pictures: Mapping[str, str]
    """Finished SVG by key; a placeholder of that key is replaced by it in the built HTML."""
    stylesheet: str = ""
    """The look of the pages; that of the maps is added when it is published."""
    outside: frozenset[str] = field(default_factory=frozenset)
    """The addresses in other compartments that the portal leads to, relative to the start page."""
    brand: SiteBrand = field(default_factory=SiteBrand)
