"""The sections of a language's pages to its index.

An index is a script, because pages that are opened as files may read nothing else.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from playbookgen.locales.search import synonyms
from playbookgen.publish.search.sections import Section, sections_of

LONGEST_TITLE = 90
"""In characters: a part without a heading whose first words are longer has them as its text."""
_START = "window.playbookSearchIndexes=window.playbookSearchIndexes||[];"
# What repeats what stands elsewhere comes after it.
_REPEATING = re.compile(r"(^|/)(sources|responsibilities)/$|(^|/)roles/[^/]+/$")
_REPEATING_PLACES = re.compile(
    r"^(index|stage-map|stage-metrics|process-map|next|responsible|same-category)$"
)
# Pages that hold all others again, to be printed, are found by their titles alone.
_COLLECTING = re.compile(r"(^|/)(handbook|cards)/$")
_STAGE = re.compile(r"(^|/)stages/[^/]+/$")
_REPEATED, _COMMON, _PLAIN, _PAGE, _STAGE_PAGE = 0.5, 0.7, 1.0, 1.3, 1.5
_FEW = 3
_TERM = "glossary."


def index_of(
    pages: Mapping[str, str],
    *,
    folder: str,
    language: str,
    groups: Sequence[tuple[str, ...]] = (),
    skip: frozenset[str] = frozenset(),
) -> str:
    """The index of `pages`, built HTML by its path below `folder`; `groups` are the glossary's.

    `skip` names the pages that only lead on to others.
    """
    own = ((path, _own(path, html)) for path, html in sorted(pages.items()) if path not in skip)
    read = {path: found for path, html in own if (found := sections_of(html))}
    names = {path: found[0].title for path, found in read.items()}
    rows = _Rows(Counter(item.title for found in read.values() for item in found), groups)
    data = {
        "language": language.partition("-")[0],
        "folder": f"{folder}/" if folder else "",
        "pages": [[path, names[path], " › ".join(_names_above(path, names))] for path in read],
        "sections": [
            rows.row(page, path, item, names[path])
            for page, (path, found) in enumerate(read.items())
            for item in found
        ],
        "synonyms": [list(group) for group in _groups(groups, language)],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{_START}window.playbookSearchIndexes.push({text});\n"


def _own(path: str, html: str) -> str:
    """A page without what stands on others, too."""
    title, end, _ = html.partition("</h1>")
    return f"{title}{end}</article>" if _COLLECTING.search(_folder(path)) else html


def _folder(path: str) -> str:
    return path.removesuffix("index.html")


def _names_above(path: str, names: Mapping[str, str]) -> list[str]:
    """The titles of the pages at the starts of the folders around a page."""
    folder = posixpath.dirname(posixpath.dirname(path))
    found = []
    while folder:
        start = f"{folder}/index.html"
        found += [names[start]] if start in names else []
        folder = posixpath.dirname(folder)
    return found[::-1]


class _Rows:
    """The rows of an index, weighed by how much of its own a place says."""

    def __init__(self, titles: Counter[str], groups: Sequence[tuple[str, ...]]) -> None:
        self.titles = titles
        self.aliases = {group[0]: list(group[1:]) for group in groups if len(group) > 1}

    def row(self, page: int, path: str, item: Section, name: str) -> list[object]:
        """Page, anchor, title, heading around it, text, weight; for a term its other words."""
        title, text, within = item.title, item.text, item.within
        if item.level == 0 and len(title) > LONGEST_TITLE:
            title, text, within = within or name, f"{title}\n{text}".strip(), ""
        row: list[object] = [page, item.anchor, title, within, text, self._weight(path, item)]
        if item.anchor.startswith(_TERM) and title in self.aliases:
            row.append(self.aliases[title])
        return row

    def _weight(self, path: str, item: Section) -> float:
        folder = _folder(path)
        if item.level == 1:
            return _STAGE_PAGE if _STAGE.search(folder) else _PAGE
        if _REPEATING.search(folder) or _REPEATING_PLACES.match(item.anchor):
            return _REPEATED
        if item.level > 1 and self.titles[item.title] > _FEW:
            return _COMMON
        return _PLAIN


def _groups(own: Sequence[tuple[str, ...]], language: str) -> list[tuple[str, ...]]:
    """The glossary's groups and the field's, each once."""
    return list(dict.fromkeys(group for group in (*own, *synonyms(language)) if len(group) > 1))
