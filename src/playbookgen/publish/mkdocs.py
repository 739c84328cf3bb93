"""A builder around the pages of a site: sources in, built parts out, in a process with limits."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playbookgen.model.site import LanguageSite, Page, Site
from playbookgen.problems import EngineError, Location, Problem
from playbookgen.publish.builders import BUILDER_BY_NAME, Builder
from playbookgen.publish.configuration import configuration
from playbookgen.publish.settings import as_yaml

BUILD_FAILED = "PB901"
SECONDS_PER_BUILD = 60
SECONDS_PER_PAGE = 1
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")


def build_parts(
    site: Site, work: Path, *, site_url: str = "", builder: str = "material"
) -> dict[str, Path]:
    """The folder with the built pages of each part, by the part's folder, all below `work`."""
    languages = [part.folder for part in site.parts if part.folder]
    configured = {}
    for part in site.parts:
        folder = work / (part.folder or "root")
        settings = configuration(part, languages=languages, site_url=site_url)
        configured[part.folder] = (folder, settings)
    return build_configured(site, configured, work, builder=builder)


def build_configured(
    site: Site,
    configured: Mapping[str, tuple[Path, dict[str, Any]]],
    work: Path,
    *,
    builder: str = "material",
) -> dict[str, Path]:
    """As `build_parts`; each part has a folder of its own below `work`, and its configuration."""
    chosen = BUILDER_BY_NAME[builder]
    chosen.require()
    folders = {}
    for part in site.parts:
        folder, settings = configured[part.folder]
        for page in part.pages:
            write_source(replace(page, markdown=chosen.source(page.markdown)), folder)
        write_settings(chosen.configured(settings), folder)
        folders[part.folder] = folder
    pages = sum(len(part.pages) for part in site.parts)
    files = [str(folder / "mkdocs.yml") for folder in folders.values()]
    run = _Run(chosen, work, site.compartment)
    run.build(files, seconds=SECONDS_PER_BUILD + SECONDS_PER_PAGE * pages)
    built = {name: folder / "site" for name, folder in folders.items()}
    for part in site.parts:
        run.validate(part, built[part.folder])
        chosen.finish(built[part.folder])
    return built


def built_file(path: str) -> str:
    """The HTML file that MkDocs makes of a Markdown file."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return f"{stem}.html"
    return f"{stem}/index.html"


def write_source(page: Page, folder: Path) -> None:
    """Writes a page's Markdown for a build in `folder`."""
    path = folder / "docs" / page.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page.markdown, encoding="utf-8", newline="\n")


def write_pictures(pictures: Mapping[str, bytes], folder: Path) -> None:
    """Writes the pictures of pages for a build in `folder`."""
    for name, data in pictures.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_settings(settings: Mapping[str, Any], folder: Path) -> None:
    """Writes the configuration for a build in `folder`."""
    (folder / "mkdocs.yml").write_text(as_yaml(settings), encoding="utf-8")


def is_whole(built: Path) -> bool:
    """Whether a page was built to its last tag: builders may end well with one missing or cut."""
    return built.is_file() and built.read_bytes().rstrip().endswith(b"</html>")


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a builder over the parts of a compartment."""

    builder: Builder
    work: Path
    compartment: str

    def build(self, files: Sequence[str], *, seconds: int) -> None:
        """Builds each configuration, in a process that has `seconds` for all of them."""
        process = start_builder(
            "playbookgen.publish.builder", self.builder.name, *files, work=self.work
        )
        try:
            words, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            end_builder(process)
            raise self.failed(f"took longer than {seconds} s") from None
        except BaseException:
            end_builder(process)
            raise
        if process.returncode:
            said = words.decode("utf-8", "replace").replace(str(self.work), "…").strip()
            raise self.failed(f"failed: {said[-500:]}")

    def validate(self, part: LanguageSite, built: Path) -> None:
        """Raises EngineError unless every page of the part is there."""
        for page in part.pages:
            if not is_whole(built / built_file(page.path)):
                raise self.failed(f"left out {part.folder}/{page.path}")

    def failed(self, words: str) -> EngineError:
        """What went wrong, and what to do."""
        return build_failed(self.compartment, f"{self.builder.title} {words}")


def start_builder(
    module: str, *arguments: str, work: Path, talks: bool = False
) -> subprocess.Popen[bytes]:
    """A process of one of our modules in the folder `work`; one that talks is asked by stdin."""
    command = [sys.executable, "-P", "-m", module, *arguments]
    return subprocess.Popen(  # noqa: S603 # our own program, with paths that we made
        command,
        cwd=work,
        env=_environment(),
        stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if talks else subprocess.STDOUT,
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {
        **kept,
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
    }


def end_builder(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def build_failed(compartment: str, words: str) -> EngineError:
    """The failure of a builder at a compartment."""
    return EngineError(
        Problem(
            BUILD_FAILED,
            words,
            Location(compartment),
            "Run playbookgen doctor; if it finds nothing, this is a bug: please report it.",
        )
    )
