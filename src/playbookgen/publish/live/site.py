"""A compartment's site while it is written: what has changed is built when it is asked for."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from playbookgen.model.site import LanguageSite, Page, Site
from playbookgen.model.web_fonts import WebFont
from playbookgen.problems import PlaybookgenError, Problem
from playbookgen.publish.assemble import Tree, assemble_files, below
from playbookgen.publish.configuration import STYLESHEET, configuration
from playbookgen.publish.files import file_of
from playbookgen.publish.links import check_links
from playbookgen.publish.live.builder import WarmBuilder
from playbookgen.publish.live.folders import PartFolders, Settings
from playbookgen.publish.mkdocs import build_failed, built_file
from playbookgen.publish.web_fonts import FontMaker, add_web_fonts

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


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
    fonts: FontMaker | None
    entries: Mapping[str, _Entry]
    shared: Tree
    """What pages use: looks, scripts, pictures of the theme."""
    whole: Tree = field(default_factory=dict)
    """Everything with the indexes of the search, once all of it is built."""

    def is_like(self, other: _State) -> bool:
        """Whether the other one looks the same, and is found the same by the search."""
        return (
            replace(self.site, pictures={}) == replace(other.site, pictures={})
            and (self.css, self.fonts) == (other.css, other.fonts)
            and self.entries.keys() == other.entries.keys()
            and all(
                entry.made_of == other.entries[path].made_of for path, entry in self.entries.items()
            )
        )


class LiveSite:
    """A site that is built anew where it has changed."""

    def __init__(
        self, builder: WarmBuilder, work: Path, *, settings: Settings = configuration
    ) -> None:
        self._folders = PartFolders(builder, work, settings)
        self._state: _State | None = None
        self._turn = 0
        self._completing = threading.Lock()
        self._fonts: tuple[WebFont, ...] = ()
        self._asked: object = None
        self.characters: frozenset[int] = frozenset()
        """The code points of all its pages, as far as it was complete once."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the links of the site as it is, once it is complete."""

    def update(
        self,
        site: Site,
        *,
        css: str = "",
        shown: Mapping[str, object] = _NOTHING,
        pictures: Mapping[str, bytes] = _NOTHING,
        fonts: FontMaker | None = None,
    ) -> frozenset[str]:
        """Takes over `site`, and tells which of its pages look otherwise than before.

        `shown` tells what each drawn map shows, equal for maps that look the same; `pictures` are
        files beside the pages; `fonts` makes the fonts of the site once it is complete.
        """
        self._turn += 1
        self._folders.prepare(site, pictures)
        before = self._state
        old = before.entries if before else {}
        entries = self._entries(site, shown)
        for path, entry in entries.items():
            kept = old.get(path)
            if kept and kept.made_of == entry.made_of:
                entry.raw, entry.finished = kept.raw, kept.finished
        state = _State(site, css, fonts, entries, {})
        if before and state.is_like(before):
            return frozenset()
        state.shared.update(self._shared(state))
        self.problems = ()
        self._state = state
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
            with _faults_named(path):
                return self._finished(state, path)
        if path not in state.shared and path not in state.whole and path.startswith("search/"):
            self.complete()
        for known in (state.whole, state.shared):
            if path in known:
                return known[path]
        return None

    def complete(self) -> bool:
        """Builds whatever is not built yet, search and fonts too; tells if the fonts are others.

        Raises EngineError; RefusedError for a font that cannot be used.
        """
        with self._completing:
            turn, before = self._turn, self._fonts
            try:
                with _faults_named("site"):
                    self._complete(turn)
            except PlaybookgenError:
                if turn == self._turn:  # what has changed meanwhile may well fail
                    raise
            return self._fonts != before

    def _complete(self, turn: int) -> None:
        state = self._state
        if state is None or state.whole or not self._build_all(state, turn):
            return
        files = {part.folder: self._folders.shared(part) for part in state.site.parts}
        for entry in state.entries.values():
            files[entry.part.folder][built_file(entry.page.path)] = entry.raw
        fonts = self._remembering(state.fonts)
        tree = assemble_files(state.site, files, map_css=state.css, fonts=fonts)
        problems = check_links(tree, outside=frozenset(map(file_of, state.site.outside)))
        if turn == self._turn:
            for path, entry in state.entries.items():
                entry.finished = tree[path]
            state.whole.update(tree)
            self.problems = tuple(problems)

    def _build_all(self, state: _State, turn: int) -> bool:
        """Builds every page; False if the site has changed meanwhile."""
        for path in state.entries:
            if self._turn != turn:
                return False
            self._built(state, path)
        return True

    def _remembering(self, fonts: FontMaker | None) -> FontMaker | None:
        """What makes the fonts again only for other characters than the last time."""
        if not fonts:
            self._fonts, self._asked, self.characters = (), None, frozenset()
            return None

        def make(characters: Mapping[str, frozenset[int]]) -> Sequence[WebFont]:
            asked = (fonts, characters)
            if asked != self._asked:
                self._fonts = tuple(fonts(characters))
                self._asked = asked
            self.characters = frozenset().union(*characters.values())
            return self._fonts

        return make

    def _entries(self, site: Site, shown: Mapping[str, object]) -> dict[str, _Entry]:
        entries = {}
        for part in site.parts:
            generation = self._folders.generation(part)
            for page in part.pages:
                maps = tuple(shown.get(key) for key in page.pictures)
                entry = _Entry(part, page, (site.brand, generation, page.markdown, maps))
                entries[below(part, built_file(page.path))] = entry
        return entries

    def _shared(self, state: _State) -> Tree:
        """The files that pages share; the fonts are those of the last complete site."""
        files = {part.folder: self._folders.shared(part) for part in state.site.parts}
        tree = assemble_files(state.site, files, map_css=state.css)
        if state.fonts and self._fonts:
            add_web_fonts(tree, STYLESHEET, lambda _: self._fonts)
        return _without_pages(tree)

    def _built(self, state: _State, path: str) -> bytes:
        entry = state.entries[path]
        if not entry.raw:
            entry.raw = self._folders.page(entry.part, entry.page)
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


@contextlib.contextmanager
def _faults_named(subject: str) -> Iterator[None]:
    """A fault of ours becomes a problem of that page: whoever serves goes on serving."""
    try:
        yield
    except PlaybookgenError:
        raise
    except Exception as error:
        raise build_failed(subject, f"It cannot be built: {type(error).__name__}") from error


def _without_pages(tree: Tree) -> Tree:
    """The files that pages share; an index of some pages alone would find too little."""
    return {
        path: data
        for path, data in tree.items()
        if not path.endswith(".html") and not path.startswith("search/")
    }
