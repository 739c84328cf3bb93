"""The guide to its folder: its own MkDocs build, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from playbookgen.model.branding import SiteBrand
from playbookgen.model.site import LanguageSite, Page, Site
from playbookgen.problems import Location, OutputError, Problem
from playbookgen.publish.compartment import PublishResult, publish_compartment
from playbookgen.publish.configuration import configuration
from playbookgen.publish.mkdocs import build_configured, built_file, write_pictures
from playbookgen.publish.titles import marked
from playbookgen.publish.web_fonts import FontMaker

FOLDER = "guide"
NO_START = "PB925"
UNSAFE_PICTURE = "PB924"
START = "index.md"
_ORDER = ("tutorial", "how-to", "reference", "explanation")
_TITLE = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
_MARKS = re.compile(r"[`*]")
# A picture is shown as one, but opened by itself an SVG can run what is written in it.
_ACTIVE = re.compile(
    r"<(?:[^\s<>/]*:)?(?:script|foreignobject|iframe|embed|object|use|set|animate\w*)\b"
    r"|\son\w+\s*=|javascript:|1999/xhtml|xml:base|<!entity|<!doctype|<\?xml-stylesheet"
    r"|\bhref\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|@import|\\"
    # In another encoding nothing of this would be found.
    r"|\A\ufeff?<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8)|\0|\ufffd",
    re.IGNORECASE,
)
# Without settings of ours at its top, builders would look for some in a page's first lines.
_NO_SETTINGS = "---\n{}\n---\n"
_FEATURES = (
    "content.code.copy",
    "navigation.footer",
    "navigation.indexes",
    "navigation.prune",
    "navigation.tabs",
    "navigation.top",
    "toc.follow",
)


@dataclass(frozen=True, slots=True)
class GuideSite:
    """The guide before it is built."""

    site: Site
    pictures: Mapping[str, bytes]
    written: Mapping[str, str]
    """Where people wrote the page of each built file, as messages show it."""

    def located(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems of built pages, at the pages that people wrote."""
        for problem in problems:
            path = self.written.get(problem.location.path)
            cure = "Mend the link on this page."
            yield replace(problem, location=Location(path), cure=cure) if path else problem


def guide_site(
    pages: Mapping[str, str],
    pictures: Mapping[str, bytes],
    *,
    title: str,
    language: str = "en",
    stylesheet: str = "",
    source: str = "site/docs",
    brand: SiteBrand | None = None,
) -> GuideSite:
    """The guide of these pages. Raises OutputError if it cannot be one.

    `source` is the folder of the pages, as messages show it.
    """
    problems = [*_without_start(pages, source), *_unsafe(pictures, source)]
    if problems:
        raise OutputError(*problems)
    made = tuple(
        Page(path, title_of(path, text), _NO_SETTINGS + text)
        for path, text in sorted(pages.items())
    )
    part = LanguageSite("", language, title, made)
    site = Site(FOLDER, title, (part,), {}, stylesheet, brand=brand or SiteBrand())
    return GuideSite(site, pictures, {built_file(path): f"{source}/{path}" for path in pages})


def publish_guide(
    guide: GuideSite,
    out: Path,
    *,
    builder: str = "material",
    site_url: str = "",
    fonts: FontMaker | None = None,
) -> PublishResult:
    """Builds the guide and puts it at `out`/guide. Raises OutputError or EngineError."""

    def build(site: Site, work: Path, *, site_url: str) -> dict[str, Path]:
        folder = work / "root"
        write_pictures(guide.pictures, folder)
        settings = settings_of(site.parts[0], site_url=site_url)
        return build_configured(site, {"": (folder, settings)}, work, builder=builder)

    try:
        return publish_compartment(
            guide.site, out, map_css="", site_url=site_url, fonts=fonts, build=build
        )
    except OutputError as error:
        raise OutputError(*guide.located(error.problems)) from None


def title_of(path: str, text: str) -> str:
    """A page's title: its first heading, or its file's name."""
    found = _TITLE.search(text)
    return _MARKS.sub("", found[1]) if found else _named(PurePosixPath(path).stem)


def navigation(pages: Iterable[Page]) -> list[Any]:
    """The navigation: folders in the order of learning, each with its start page first."""
    return _below("", sorted(pages, key=lambda page: page.path))


def _below(folder: str, pages: list[Page]) -> list[Any]:
    entries: list[Any] = []
    folders: list[str] = []
    for page in pages:
        inner = page.path.removeprefix(folder)
        name, slash, _ = inner.partition("/")
        if not slash:
            entry = {marked(page.title): page.path}
            # The start page of a folder goes first.
            entries.insert(0 if inner == START else len(entries), entry)
        elif name not in folders:
            folders.append(name)
    for name in sorted(folders, key=_place):
        path = f"{folder}{name}/"
        inside = [page for page in pages if page.path.startswith(path)]
        start = next((page.title for page in inside if page.path == f"{path}{START}"), "")
        entries.append({marked(start or _named(name)): _below(path, inside)})
    return entries


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _named(name: str) -> str:
    words = name if name == "how-to" else name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def settings_of(
    part: LanguageSite, *, languages: Sequence[str] = (), site_url: str = ""
) -> dict[str, Any]:
    """The configuration of the guide: that of every site, with Markdown of people."""
    settings = configuration(part, languages=languages, site_url=site_url)
    return {
        **settings,
        "nav": navigation(part.pages),
        "theme": {**settings["theme"], "features": list(_FEATURES)},
        "markdown_extensions": [
            "playbookgen.publish.plain_markdown",
            "pymdownx.superfences",
            {"pymdownx.highlight": {"use_pygments": True}},
            {"toc": {"toc_depth": 3}},
        ],
        # Our own check of the links decides, and names the page that people wrote.
        "strict": False,
    }


def _without_start(pages: Mapping[str, str], source: str) -> list[Problem]:
    if START in pages:
        return []
    where = Location(f"{source}/{START}")
    cure = "Write it: a heading, and what the guide holds."
    return [Problem(NO_START, "The guide has no start page", where, cure)]


def _unsafe(pictures: Mapping[str, bytes], source: str) -> list[Problem]:
    return [
        Problem(
            UNSAFE_PICTURE,
            "This picture holds more than shapes: a script, a reference or a link",
            Location(f"{source}/{name}"),
            "Save it as a plain SVG or as PNG.",
        )
        for name, data in sorted(pictures.items())
        if name.lower().endswith(".svg") and _is_active(data)
    ]


@lru_cache(maxsize=512)  # a guide that is served is looked through at each save
def _is_active(picture: bytes) -> bool:
    return _ACTIVE.search(picture.decode("utf-8", "replace")) is not None
