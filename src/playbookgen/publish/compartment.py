"""A compartment's site to its folder, whole or not at all."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playbookgen.model.site import Site
from playbookgen.problems import OutputError
from playbookgen.publish.assemble import assemble
from playbookgen.publish.exchange import WORK, exchange, writing
from playbookgen.publish.files import file_of
from playbookgen.publish.links import check_links
from playbookgen.publish.manifest import not_ours, own_files
from playbookgen.publish.mkdocs import build_parts
from playbookgen.publish.web_fonts import FontMaker


class Build(Protocol):
    """What builds the parts of a site below a folder."""

    def __call__(self, site: Site, work: Path, /, *, site_url: str) -> dict[str, Path]:
        """The folder with the built pages of each part, by the part's folder."""
        ...


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What was published where."""

    compartment: str
    folder: Path
    pages: int
    files: int
    size: int
    """In bytes."""


def publish_compartment(
    site: Site,
    out: Path,
    *,
    map_css: str,
    site_url: str = "",
    fonts: FontMaker | None = None,
    build: Build = build_parts,
) -> PublishResult:
    """Builds `site` and puts it at `out`/client/audience. Raises OutputError or EngineError.

    `build` gives the folder of the built pages of each part.
    `map_css` is the look of the maps; `site_url`, if any, the address of the compartment's folder;
    `fonts` makes those that the site ships, if any.
    """
    target = out / site.compartment
    own_files(target)
    work = _work_folder(site, out)
    try:
        with tempfile.TemporaryDirectory(prefix="playbookgen-") as temporary:
            built = build(site, Path(temporary), site_url=site_url)
            tree = assemble(site, built, map_css=map_css, site_url=site_url, fonts=fonts)
        problems = check_links(tree, outside=frozenset(map(file_of, site.outside)))
        if problems:
            raise OutputError(*problems)
        exchange(tree, target, work=work)
    finally:
        _clear(work)
    return PublishResult(
        site.compartment,
        target,
        sum(path.endswith(".html") for path in tree),
        len(tree),
        sum(map(len, tree.values())),
    )


def _work_folder(site: Site, out: Path) -> Path:
    """An empty folder beside the compartments; what an interrupted build left there goes."""
    work = out / WORK / site.compartment.replace("/", "--")
    if work.is_symlink() or work.parent.is_symlink():
        raise not_ours(work, "is a link")
    with writing(out):
        if work.is_dir():
            shutil.rmtree(work)
        work.mkdir(parents=True)
    return work


def _clear(work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    with contextlib.suppress(OSError):
        work.parent.rmdir()  # the last of several builds at a time finds it empty
