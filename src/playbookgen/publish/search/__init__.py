"""Search in a built site: an index for each language, a box in each page, one script.

It needs no builder's plugin, no server and no network: it works on pages opened as files.
"""

from __future__ import annotations

from playbookgen.model.site import LanguageSite, Site
from playbookgen.publish.search.box import SCRIPT, script, stylesheet, with_search
from playbookgen.publish.search.index import index_of

__all__ = ["add_search", "stylesheet"]

START = "index.html"


def add_search(tree: dict[str, bytes], site: Site) -> None:
    """Gives every page of the site a search box, and the site what the boxes need."""
    parts = {part.folder: part for part in site.parts}
    # A start page alone has nothing of its own to find: it searches all languages.
    searched = {name: part for name, part in parts.items() if name or len(parts) == 1}
    pages: dict[str, dict[str, str]] = {folder: {} for folder in parts}
    for path, data in tree.items():
        if path.endswith(".html"):
            folder = _folder(path, parts)
            pages[folder][path[len(folder) + 1 :] if folder else path] = data.decode()
    for folder, part in searched.items():
        tree[f"search/{part.language}.js"] = index_of(
            pages[folder],
            folder=folder,
            language=part.language,
            groups=part.synonyms,
            skip=frozenset({START}) if folder else frozenset(),
        ).encode()
    languages = " ".join(part.language for part in searched.values())
    for folder, part in parts.items():
        _add_boxes(tree, part, pages[folder], part.language if folder in searched else languages)
    tree[SCRIPT] = script().encode()


def _add_boxes(
    tree: dict[str, bytes], part: LanguageSite, pages: dict[str, str], indexes: str
) -> None:
    for path, page in pages.items():
        whole = f"{part.folder}/{path}" if part.folder else path
        box = with_search(
            page, base="../" * whole.count("/"), indexes=indexes, language=part.language
        )
        tree[whole] = box.encode()


def _folder(path: str, parts: dict[str, LanguageSite]) -> str:
    """The folder of the part that a page belongs to."""
    first = path.partition("/")[0]
    return first if first in parts and "/" in path else ""
