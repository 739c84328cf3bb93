"""A compartment's site while it is written: what has changed is built when it is asked for."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playbookgen.model.site import LanguageSite, Page, Site
from playbookgen.problems import Problem
from playbookgen.publish.assemble import Tree, assemble_files, below, built_files
from playbookgen.publish.configuration import configuration
from playbookgen.publish.files import file_of
from playbookgen.publish.links import check_links
from playbookgen.publish.live.builder import WarmBuilder
from playbookgen.publish.mkdocs import built_file, write_settings, write_source

_FRONT_MATTER = "---\n"


@dataclass(slots=True)
class _Entry:
    """A page and what has been built of it."""

    part: LanguageSite
    page: Page
    made_of: object
    """What the page is made of; equal for pages that look the same."""
    raw: bytes = b""
    finished: bytes = b""


@dataclass(frozen=True, slots=True)
class _State:
    """A site as it is now; a change puts another one in its place."""

    site: Site
    css: str
    entries: Mapping[str, _Entry]
    shared: Tree
    """What pages use: looks, scripts, pictures of the theme."""
    whole: Tree = field(default_factory=dict)
    """Everything with the indexes of the search, once all of it is built."""


class LiveSite:
    """A site that is built anew where it has changed."""

    def __init__(self, builder: WarmBuilder, work: Path) -> None:
        self._builder = builder
        self._work = work
        self._configured: dict[str, object] = {}
        self._generations: dict[str, int] = {}
        self._state: _State | None = None

    def update(self, site: Site, *, css: str, shown: Mapping[str, object]) -> frozenset[str]:
        """Takes over `site`, and tells which of its pages look otherwise than before.

        `shown` tells what each picture shows, equal for pictures that look the same.
        """
        before = self._state
        for part in site.parts:
            self._configure(site, part)
        entries = {}
        for part in site.parts:
            for page in part.pages:
                made_of = (site.brand, *self._made_of(part, page, shown))
                entry = _Entry(part, page, made_of)
                entries[below(part, built_file(page.path))] = entry
        old = before.entries if before else {}
        for path, entry in entries.items():
            kept = old.get(path)
            if kept and kept.made_of == entry.made_of:
                entry.raw, entry.finished = kept.raw, kept.finished
        self._state = _State(site, css, entries, self._shared(site, css))
        if before is None or before.css != css or before.site.stylesheet != site.stylesheet:
            return frozenset({*entries, *old})
        return frozenset(
            path
            for path in {*entries, *old}
            if path not in entries or path not in old or old[path].made_of != entries[path].made_of
        )

    def file(self, path: str) -> bytes | None:
        """A file of the site; None for one that it does not have. Raises EngineError."""
        state = self._state
        if state is None:
            return None
        if path in state.entries:
            return self._finished(state, path)
        if path not in state.shared and path not in state.whole and path.startswith("search/"):
            self.complete()
        for known in (state.whole, state.shared):
            if path in known:
                return known[path]
        return None

    def complete(self) -> tuple[Problem, ...]:
        """Builds whatever is not built yet, the search too; what is wrong with links."""
        state = self._state
        if state is None or state.whole:
            return ()
        for path in state.entries:
            if self._state is not state:
                return ()  # changed meanwhile
            self._built(state, path)
        files: dict[str, Tree] = {}
        for part in state.site.parts:
            files[part.folder] = built_files(self._folder(part) / "site")
        for entry in state.entries.values():
            files[entry.part.folder][built_file(entry.page.path)] = entry.raw
        tree = assemble_files(state.site, files, map_css=state.css)
        if self._state is not state:
            return ()
        for path, entry in state.entries.items():
            entry.finished = tree[path]
        state.whole.update(tree)
        return check_links(tree, outside=frozenset(map(file_of, state.site.outside)))

    def _folder(self, part: LanguageSite) -> Path:
        return self._work / (part.folder or "root")

    def _configure(self, site: Site, part: LanguageSite) -> None:
        """Writes what has changed of a part, and lets the builder read what all its pages share."""
        folder = self._folder(part)
        languages = [item.folder for item in site.parts if item.folder]
        settings = configuration(part, languages=languages)
        before = self._sources(part)
        for page in part.pages:
            if before.get(page.path) != page.markdown:
                write_source(page, folder)
        wanted = (settings, {page.path: _top(page.markdown) for page in part.pages})
        if self._configured.get(part.folder) == wanted:
            return
        for path in before.keys() - {page.path for page in part.pages}:
            (folder / "docs" / path).unlink(missing_ok=True)
        shutil.rmtree(folder / "site", ignore_errors=True)
        write_settings(settings, folder)
        self._builder.configure(folder)
        self._configured[part.folder] = wanted
        self._generations[part.folder] = self._generations.get(part.folder, 0) + 1

    def _sources(self, part: LanguageSite) -> dict[str, str]:
        """The Markdown of a part's pages as it lies in its folder."""
        entries = self._state.entries.values() if self._state else ()
        return {
            entry.page.path: entry.page.markdown
            for entry in entries
            if entry.part.folder == part.folder
        }

    def _made_of(
        self, part: LanguageSite, page: Page, shown: Mapping[str, object]
    ) -> tuple[object, ...]:
        pictures = tuple(shown.get(key) for key in page.pictures)
        return (self._generations[part.folder], page.markdown, pictures)

    def _shared(self, site: Site, css: str) -> Tree:
        files = {part.folder: built_files(self._folder(part) / "site") for part in site.parts}
        return _without_pages(assemble_files(site, files, map_css=css))

    def _built(self, state: _State, path: str) -> bytes:
        entry = state.entries[path]
        if not entry.raw:
            entry.raw = self._builder.page(self._folder(entry.part), entry.page.path)
        return entry.raw

    def _finished(self, state: _State, path: str) -> bytes:
        entry = state.entries[path]
        if not entry.finished:
            files: dict[str, Tree] = {part.folder: {} for part in state.site.parts}
            files[entry.part.folder][built_file(entry.page.path)] = self._built(state, path)
            tree = assemble_files(state.site, files, map_css=state.css)
            for name, data in _without_pages(tree).items():
                state.shared.setdefault(name, data)
            entry.finished = tree[path]
        return entry.finished


def _top(markdown: str) -> str:
    """The front matter of a page."""
    if not markdown.startswith(_FRONT_MATTER):
        return ""
    return markdown[: markdown.find(_FRONT_MATTER, len(_FRONT_MATTER))]


def _without_pages(tree: Tree) -> Tree:
    """The files that pages share; an index of some pages alone would find too little."""
    return {
        path: data
        for path, data in tree.items()
        if not path.endswith(".html") and not path.startswith("search/")
    }
