"""MkDocs around the pages of a site: sources in, built parts out, in a process with limits."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playbookgen.model.site import LanguageSite, Site
from playbookgen.problems import EngineError, Location, Problem
from playbookgen.publish.configuration import configuration

BUILD_FAILED = "PB901"
SECONDS_PER_BUILD = 60
SECONDS_PER_PAGE = 1
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")


def build_parts(site: Site, work: Path, *, site_url: str = "") -> dict[str, Path]:
    """The folder with the built pages of each part, by the part's folder, all below `work`."""
    languages = [part.folder for part in site.parts if part.folder]
    configured = {}
    for part in site.parts:
        folder = work / (part.folder or "root")
        settings = configuration(part, languages=languages, folder=folder, site_url=site_url)
        configured[part.folder] = (folder, settings)
    return build_configured(site, configured, work)


def build_configured(
    site: Site, configured: Mapping[str, tuple[Path, dict[str, Any]]], work: Path
) -> dict[str, Path]:
    """As `build_parts`; each part has a folder of its own below `work`, and its configuration."""
    folders = {}
    for part in site.parts:
        folder, settings = configured[part.folder]
        _write_sources(part, folder)
        # JSON is YAML, and its writer leaves nothing to quote.
        (folder / "mkdocs.yml").write_text(json.dumps(settings, indent=1), encoding="utf-8")
        folders[part.folder] = folder
    pages = sum(len(part.pages) for part in site.parts)
    files = [str(folder / "mkdocs.yml") for folder in folders.values()]
    _run(files, work, site.compartment, SECONDS_PER_BUILD + SECONDS_PER_PAGE * pages)
    built = {name: folder / "site" for name, folder in folders.items()}
    for part in site.parts:
        _validate(part, built[part.folder], site.compartment)
    return built


def built_file(path: str) -> str:
    """The HTML file that MkDocs makes of a Markdown file."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return f"{stem}.html"
    return f"{stem}/index.html"


def _write_sources(part: LanguageSite, folder: Path) -> None:
    for page in part.pages:
        path = folder / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown, encoding="utf-8", newline="\n")


def _run(files: Sequence[str], work: Path, compartment: str, seconds: int) -> None:
    command = [sys.executable, "-P", "-m", "playbookgen.publish.builder", *files]
    process = subprocess.Popen(  # noqa: S603 # our own program, with paths that we made
        command,
        cwd=work,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _kill(process)
        raise _failed(compartment, f"took longer than {seconds} s") from None
    except BaseException:
        _kill(process)
        raise
    if process.returncode:
        words = errors.decode("utf-8", "replace").replace(str(work), "…").strip()
        raise _failed(compartment, f"failed: {words[-500:]}")


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


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def _validate(part: LanguageSite, built: Path, compartment: str) -> None:
    """MkDocs may end well with a page missing or cut: each must be there, to its last tag."""
    for page in part.pages:
        path = built / built_file(page.path)
        if not path.is_file() or not path.read_bytes().rstrip().endswith(b"</html>"):
            raise _failed(compartment, f"left out {part.folder}/{page.path}")


def _failed(compartment: str, words: str) -> EngineError:
    return EngineError(
        Problem(
            BUILD_FAILED,
            f"MkDocs {words}",
            Location(compartment),
            "Run playbookgen doctor; if it finds nothing, this is a bug: please report it.",
        )
    )
