"""The folders in which the parts of a site are built: written anew where something has changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from playbookgen.model.site import LanguageSite, Page, Site
from playbookgen.publish.assemble import Tree, built_files
from playbookgen.publish.live.builder import WarmBuilder
from playbookgen.publish.mkdocs import write_pictures, write_settings, write_source

_FRONT_MATTER = "---\n"


class Settings(Protocol):
    """What makes the configuration of a part."""

    def __call__(self, part: LanguageSite, /, *, languages: Sequence[str]) -> dict[str, Any]:
        """The configuration of `part` beside parts in these languages."""
        ...


class PartFolders:
    """A folder for each part of a site, below one that is ours alone."""

    def __init__(self, builder: WarmBuilder, work: Path, settings: Settings) -> None:
        self._builder = builder
        self._work = work
        self._settings = settings
        self._written: dict[str, dict[str, str]] = {}
        self._configured: dict[str, object] = {}
        self._generations: dict[str, int] = {}

    def prepare(self, site: Site, pictures: Mapping[str, bytes]) -> None:
        """Writes what has changed, and lets the builder read what all pages share."""
        languages = [part.folder for part in site.parts if part.folder]
        for part in site.parts:
            settings = self._settings(part, languages=languages)
            before = self._write(part)
            wanted = (settings, {page.path: _top(page.markdown) for page in part.pages}, pictures)
            if self._configured.get(part.folder) != wanted:
                self._clear(part, before)
                write_pictures(pictures, self._folder(part))
                write_settings(settings, self._folder(part))
                self._builder.configure(self._folder(part))
                self._configured[part.folder] = wanted
                self._generations[part.folder] = self.generation(part) + 1

    def generation(self, part: LanguageSite) -> int:
        """A number that grows as soon as every page of the part is to be built anew."""
        return self._generations.get(part.folder, 0)

    def page(self, part: LanguageSite, page: Page) -> bytes:
        """The built HTML of a page. Raises EngineError."""
        return self._builder.page(self._folder(part), page.path)

    def shared(self, part: LanguageSite) -> Tree:
        """The files that the pages of a part share."""
        return built_files(self._folder(part) / "site")

    def _write(self, part: LanguageSite) -> dict[str, str]:
        """Writes the pages that have changed; tells what lay there before."""
        before = self._written.get(part.folder, {})
        for page in part.pages:
            if before.get(page.path) != page.markdown:
                write_source(page, self._folder(part))
        self._written[part.folder] = {page.path: page.markdown for page in part.pages}
        return before

    def _clear(self, part: LanguageSite, before: Mapping[str, str]) -> None:
        """Removes pages that are no more, and what the builder has copied."""
        for path in before.keys() - {page.path for page in part.pages}:
            (self._folder(part) / "docs" / path).unlink(missing_ok=True)
        shutil.rmtree(self._folder(part) / "site", ignore_errors=True)

    def _folder(self, part: LanguageSite) -> Path:
        return self._work / (part.folder or "root")


def _top(markdown: str) -> str:
    """The front matter of a page."""
    if not markdown.startswith(_FRONT_MATTER):
        return ""
    return markdown[: markdown.find(_FRONT_MATTER, len(_FRONT_MATTER))]
