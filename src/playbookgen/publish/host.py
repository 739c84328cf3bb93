"""The pages of a site for somebody else's: what goes into it, and what its built pages then get."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playbookgen.locales import LANGUAGE_NAMES
from playbookgen.model.site import LanguageSite, Site
from playbookgen.publish.assemble import below
from playbookgen.publish.configuration import STYLESHEET, navigation
from playbookgen.publish.fill import fill
from playbookgen.publish.mkdocs import built_file
from playbookgen.publish.scripts import add_scripts, all_scripts
from playbookgen.publish.titles import plain, restored

MARKDOWN_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
MARKDOWN_OPTIONS: Mapping[str, Mapping[str, Any]] = {"toc": {"toc_depth": 3}}
# Our looks are written for Material, whose rem is 20 px; other themes leave it at the browser's 16.
_OTHER_STYLESHEET = "stylesheets/playbookgen-other.css"
_OTHER_COLOURS = ":root {\n  --md-default-bg-color: #fff;\n  --md-default-fg-color: #1c2a35;\n}\n"
_OTHER_MAIN = re.compile(r'(?P<open>class="[^"<>]*)(?P<rest>"[^<>]*\srole="main")')
_REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem\b")
_REM_OF_MATERIAL = 1.25


@dataclass(frozen=True, slots=True)
class HostedSite:
    """A site below a folder of another one; paths here are those below that folder."""

    site: Site
    map_css: str

    @property
    def pages(self) -> dict[str, str]:
        """The Markdown of each page."""
        return {
            below(part, page.path): page.markdown for part in self.site.parts for page in part.pages
        }

    @property
    def assets(self) -> dict[str, bytes]:
        """What the pages need beside them."""
        css = f"{self.site.stylesheet}\n{self.map_css}"
        return {
            STYLESHEET: css.encode(),
            _OTHER_STYLESHEET: f"{_OTHER_COLOURS}{_REM.sub(_larger, css)}".encode(),
            **all_scripts(),
        }

    def navigation(self, folder: str) -> list[Any]:
        """The entries of the navigation, for pages that lie below `folder`."""
        start, *parts = self.site.parts
        first = navigation(start.pages)
        if len(parts) == 1:
            # The start page of the only language says what the one above it says.
            entries = [*first, *navigation(parts[0].pages)[1:]]
            return [_moved(entries[0], folder), *_all_below(entries[1:], folder, parts[0])]
        sections = [
            {
                LANGUAGE_NAMES.get(part.language, part.language): _all_below(
                    navigation(part.pages), folder, part
                )
            }
            for part in parts
        ]
        return [_moved(first[0], folder), *sections]

    def finished(self, path: str, page: str) -> str:
        """A built page of ours, by its Markdown's path: pictures in place, looks and scripts."""
        built = built_file(path)
        is_material = "md-typeset" in page
        page = (
            page if is_material else _OTHER_MAIN.sub(r"\g<open> md-typeset\g<rest>", page, count=1)
        )
        address = "../" * built.count("/") + (STYLESHEET if is_material else _OTHER_STYLESHEET)
        link = f'<link rel="stylesheet" href="{address}">\n'
        tree = {built: fill(page, self.site.pictures).encode()}
        add_scripts(tree)
        return tree[built].decode().replace("</head>", f"{link}</head>", 1)


def host_page(page: str) -> str:
    """A built page of the other site, in whose navigation our titles stand."""
    return restored(page)


def host_index(text: str, *, as_html: bool) -> str:
    """A search index of the other site, whose reader takes titles as HTML or as plain text."""

    def told(value: Any) -> Any:
        if isinstance(value, str):
            return _marks_out(value, html.escape if as_html else str)
        if isinstance(value, dict):
            return {key: told(item) for key, item in value.items()}
        return [told(item) for item in value] if isinstance(value, list) else value

    data = json.loads(text)
    changed = told(data)
    return text if changed == data else json.dumps(changed, ensure_ascii=False, sort_keys=True)


def _larger(length: re.Match[str]) -> str:
    return f"{float(length[1]) * _REM_OF_MATERIAL:g}rem"


def _marks_out(text: str, escaped: Callable[[str], str]) -> str:
    clean = plain(text)
    return text if clean == text else escaped(clean)


def _all_below(entries: list[Any], folder: str, part: LanguageSite) -> list[Any]:
    return [
        _moved(entry, f"{folder}/{part.folder}" if part.folder else folder) for entry in entries
    ]


def _moved(entry: Any, folder: str) -> Any:
    """An entry of the navigation with its pages below `folder`."""
    if isinstance(entry, str):
        return f"{folder}/{entry}"
    if isinstance(entry, list):
        return [_moved(item, folder) for item in entry]
    return {name: _moved(item, folder) for name, item in entry.items()}


def is_folder_name(folder: str) -> bool:
    """Whether pages may lie below a folder of this name."""
    return re.fullmatch(r"[a-z0-9][\w-]*(/[a-z0-9][\w-]*)*", folder, re.IGNORECASE) is not None
