"""The sites of a workspace as its sources are now, or as they last were without mistakes."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from playbookgen import load, publish, render, resolve
from playbookgen.model.playbook import Compartment
from playbookgen.pipeline.brands import named, named_pictures, worn_brand
from playbookgen.pipeline.build import held_back
from playbookgen.pipeline.check import Checked, check
from playbookgen.pipeline.guide import guide_of
from playbookgen.pipeline.live_pictures import LivePictures
from playbookgen.pipeline.looks import theme_of
from playbookgen.pipeline.maps import map_plans
from playbookgen.pipeline.site_fonts import SiteFonts
from playbookgen.problems import (
    PlaybookgenError,
    Problem,
    RefusedError,
    Severity,
    sort_problems,
)
from playbookgen.publish.live import LiveSite, LiveTree, WarmBuilder
from playbookgen.render import pages

_PAUSE = 0.5
"""Seconds after a change before what nobody has asked for is built, too."""


class Front(NamedTuple):
    """How a run speaks to whoever started it."""

    describe: Callable[[Sequence[Problem]], str]
    """Problems as text, for the overlay in the page."""
    problems: Callable[[Sequence[Problem]], None]
    note: Callable[[str], None]
    ready: Callable[[str], None]
    """Told the address once it can be opened."""


class LiveSites:
    """The sites, and what is wrong with them."""

    def __init__(
        self,
        start: Path,
        front: Front,
        tree: LiveTree,
        drawing: render.DrawingEngine,
        builder: WarmBuilder,
        work: Path,
    ) -> None:
        self.start = start
        self.front = front
        self.tree = tree
        self.drawing = drawing
        self.builder = builder
        self.work = work
        self.sites: dict[str, LiveSite] = {}
        self.titles: dict[str, str] = {}
        self.pictures: dict[str, LivePictures] = {}
        self.guide: publish.GuideSite | None = None
        self.fonts = SiteFonts(load.NamedFonts())
        self.files: frozenset[str] = frozenset()
        """What the settings name: pictures and fonts."""
        self.home = ""
        self.found: Sequence[Problem] = ()
        """What is wrong with the sources."""
        self.failed: dict[str, tuple[Problem, ...]] = {}
        """Why sites could not be completed."""
        self.said: list[Problem] = []
        self.telling = threading.Lock()
        self.changed = threading.Event()
        self.ended = False

    def others(self, root: Path) -> Iterable[Path]:
        """What is to be watched beside playbooks and settings."""
        return (root / load.GUIDE, *(root / name for name in self.files))

    def update(self) -> None:
        """Reads the sources anew, and shows what has changed or what is wrong."""
        problems: list[Problem] = []
        paths: set[str] = set()
        try:
            checked = check(self.start)
            problems += checked.problems
            paths = self._take_over(checked, problems)
        except PlaybookgenError as error:
            problems += error.problems
        self.found, self.failed = problems, {}
        self._tell(paths)
        self.changed.set()

    def _tell(self, paths: Iterable[str] = ()) -> None:
        """Tells the pages at `paths` that they have changed, and everybody what is wrong."""
        with self.telling:
            found = self._wrong()
            if found != self.said:  # a save that changes nothing about them needs no second telling
                self.front.problems(found)
            errors = _errors(found)
            if _errors(self.said) and not errors:
                self.front.note("No errors any more")
            self.said = found
            said = self.front.describe(errors) if errors else ""
            self.tree.change(self.sites, paths, titles=self.titles, home=self.home, problems=said)

    def _wrong(self) -> list[Problem]:
        """What is wrong with the sources, and with the sites as far as they are complete."""
        later = [
            *(problem for maps in tuple(self.pictures.values()) for problem in maps.problems),
            *(problem for site in tuple(self.sites.values()) for problem in site.problems),
            *(problem for each in tuple(self.failed.values()) for problem in each),
        ]
        located = self.guide.located(later) if self.guide else later
        lacks = self.fonts.lacking(site.characters for site in tuple(self.sites.values()))
        return sort_problems([*self.found, *located, *lacks])

    def _take_over(self, checked: Checked, problems: list[Problem]) -> set[str]:
        """Shows the sites without errors; tells the pages that have changed."""
        self.files = frozenset({*checked.workspace.fonts, *named_pictures(checked.workspace)})
        held, unplaced = held_back(checked)
        if unplaced:
            return set()
        self._open_fonts(checked.fonts)
        self.home = f"{checked.workspace.owner}/{resolve.INTERNAL}"
        found = resolve.compartments_of(checked.workspace, checked.editions)
        guide = load.load_guide(checked.root)
        shows: dict[str, Callable[[], frozenset[str]]] = {
            item.id: partial(self._show, checked, item) for item in found if item.id not in held
        }
        if guide.pages or guide.problems:  # first, since the owner's site leads to it
            shows = {publish.GUIDE: partial(self._show_guide, checked, guide), **shows}
        gone = self.sites.keys() - {item.id for item in found} - held - shows.keys()
        paths = {self._forget(id_) for id_ in gone}
        for id_, show in shows.items():
            try:
                paths |= {f"{id_}/{path}" for path in show()}
            except PlaybookgenError as error:
                problems += error.problems
        return paths

    def _open_fonts(self, fonts: load.NamedFonts) -> None:
        if fonts.problems:
            raise RefusedError(*fonts.problems)
        if fonts != self.fonts.named:
            self.fonts = SiteFonts(fonts)

    def _show(self, checked: Checked, compartment: Compartment) -> frozenset[str]:
        id_ = compartment.id
        plans = map_plans(compartment, checked.sources)
        pictures = LivePictures(plans, self.drawing, before=self.pictures.get(id_))
        brand = worn_brand(
            checked.workspace,
            checked.brands,
            client=compartment.client,
            audience=compartment.audience,
        )
        guide = f"../../{publish.GUIDE}/" if self.guide else ""
        site = pages.site_of(named(compartment, checked.workspace), pictures.maps, guide=guide)
        site = replace(site, pictures=pictures, brand=brand)
        css = render.theme_css(theme_of(checked.workspace, compartment.client))
        live = self.sites.get(id_) or LiveSite(self.builder, self._folder(id_))
        changed = live.update(site, css=css, shown=pictures.shown, fonts=self.fonts)
        self.sites[id_], self.pictures[id_], self.titles[id_] = live, pictures, site.title
        return changed

    def _show_guide(self, checked: Checked, written: load.Guide) -> frozenset[str]:
        guide = guide_of(written, checked)
        live = self.sites.get(publish.GUIDE) or LiveSite(
            self.builder, self._folder(publish.GUIDE), settings=publish.guide_settings
        )
        changed = live.update(guide.site, pictures=guide.pictures, fonts=self.fonts)
        self.sites[publish.GUIDE], self.titles[publish.GUIDE] = live, guide.site.title
        self.guide = guide
        return changed

    def _folder(self, id_: str) -> Path:
        return self.work / id_.replace("/", "--")

    def _forget(self, id_: str) -> str:
        """The start page of a site that is no more, to be told so."""
        del self.sites[id_], self.titles[id_]
        self.pictures.pop(id_, None)
        if id_ == publish.GUIDE:
            self.guide = None
        return f"{id_}/index.html"

    @contextlib.contextmanager
    def completing(self) -> Iterator[None]:
        """Builds, for as long as it is entered, what nobody has asked for yet."""
        thread = threading.Thread(target=self._complete, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.ended = True
            self.changed.set()
            thread.join()

    def _complete(self) -> None:
        while not self.ended:
            self.changed.wait()
            self.changed.clear()
            if self._is_quiet():
                self._complete_sites()

    def _is_quiet(self) -> bool:
        """Whether nothing changes for a moment, in which pages that are looked at come first."""
        while not self.ended and self.changed.wait(_PAUSE):
            self.changed.clear()
        return not self.ended

    def _complete_sites(self) -> None:
        # The guide is the longest, and changes least.
        for id_, site in sorted(self.sites.items(), key=lambda item: item[0] == publish.GUIDE):
            try:
                if site.complete():
                    self.tree.restyle(id_)
            except PlaybookgenError as error:
                self.failed[id_] = error.problems
            if self.ended or self.changed.is_set():
                return
        self._tell()


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]
