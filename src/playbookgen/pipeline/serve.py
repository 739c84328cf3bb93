"""A workspace's sites while they are written: each save of a source is seen at once."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from playbookgen import render, resolve
from playbookgen.model.playbook import Compartment
from playbookgen.pipeline.brands import named, worn_brand
from playbookgen.pipeline.build import held_back
from playbookgen.pipeline.check import Checked, check
from playbookgen.pipeline.live_pictures import LivePictures
from playbookgen.pipeline.looks import theme_of
from playbookgen.pipeline.maps import map_plans
from playbookgen.pipeline.tools import source_watch
from playbookgen.problems import (
    PlaybookgenError,
    Problem,
    Severity,
    sort_problems,
)
from playbookgen.publish.live import LiveServer, LiveSite, LiveTree, WarmBuilder
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


def serve(
    start: Path, front: Front, *, port: int = 0, engine: str = "bundled", jobs: int | None = None
) -> None:
    """Serves the workspace at or above `start` until interrupted.

    Raises UsageError if there is no workspace, or the port cannot be used.
    """
    tree = LiveTree(secrets.token_hex(8))
    with (
        tempfile.TemporaryDirectory(prefix="playbookgen-") as work,
        render.ENGINE_BY_NAME[engine](jobs=jobs) as drawing,
        WarmBuilder(Path(work)) as builder,
        source_watch(start) as watch,
        LiveServer(tree, port=port) as server,
    ):
        live = _Live(start, front, tree, drawing, builder, Path(work))
        live.update()
        front.note(f"Serving {server.address} to this machine alone; Ctrl-C ends it")
        front.ready(server.address)
        with live.completing():
            while True:
                watch.wait()
                live.update()


class _Live:
    """The sites as the sources are now, or as they last were without mistakes."""

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
        self.home = ""
        self.said: list[Problem] = []
        self.changed = threading.Event()
        self.ended = False

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
        found = sort_problems(problems)
        errors = [problem for problem in found if problem.severity is Severity.ERROR]
        said = self.front.describe(errors) if errors else ""
        self.tree.change(self.sites, paths, titles=self.titles, home=self.home, problems=said)
        if found != self.said:  # a save that changes nothing about them needs no second telling
            self.front.problems(found)
        self.said = found
        self.changed.set()

    def _take_over(self, checked: Checked, problems: list[Problem]) -> set[str]:
        """Shows the compartments without errors; tells the pages that have changed."""
        held, unplaced = held_back(checked)
        if unplaced:
            return set()
        self.home = f"{checked.workspace.owner}/{resolve.INTERNAL}"
        found = resolve.compartments_of(checked.workspace, checked.editions)
        paths = {
            f"{id_}/index.html"
            for id_ in self.sites.keys() - {item.id for item in found} - held
            if self._forget(id_)
        }
        for compartment in found:
            if compartment.id not in held:
                try:
                    paths |= self._show(checked, compartment)
                except PlaybookgenError as error:
                    problems += error.problems
        return paths

    def _show(self, checked: Checked, compartment: Compartment) -> set[str]:
        id_ = compartment.id
        pictures = LivePictures(map_plans(compartment), self.drawing, before=self.pictures.get(id_))
        brand = worn_brand(
            checked.workspace,
            checked.brands,
            client=compartment.client,
            audience=compartment.audience,
        )
        site = pages.site_of(named(compartment, checked.workspace), pictures.maps)
        site = replace(site, pictures=pictures, brand=brand)
        css = render.theme_css(theme_of(checked.workspace, compartment.client))
        live = self.sites.get(id_) or LiveSite(self.builder, self.work / id_.replace("/", "--"))
        changed = live.update(site, css=css, shown=pictures.shown)
        self.sites[id_], self.pictures[id_], self.titles[id_] = live, pictures, site.title
        return {f"{id_}/{path}" for path in changed}

    def _forget(self, id_: str) -> bool:
        """A compartment that is no more; its pages are told so."""
        del self.sites[id_], self.pictures[id_], self.titles[id_]
        return True

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
        for site in tuple(self.sites.values()):
            try:
                problems = site.complete()
            except PlaybookgenError as error:
                problems = error.problems
            if problems and not self.ended:
                self.tree.say(self.front.describe(problems))
                self.front.problems(problems)
