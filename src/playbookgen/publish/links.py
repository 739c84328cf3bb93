"""The links of a built site, those of the maps included: each leads to a page and an anchor."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from playbookgen.problems import Location, Problem

BROKEN_LINK = "PB911"
FOREIGN_FILE = "PB912"
TWICE_THE_SAME_ID = "PB913"
_LINKING = {"href", "xlink:href", "src", "srcset", "poster", "data"}
_EXTERNAL = {"http", "https", "mailto", "tel"}
_INERT = {"javascript:void(0)"}  # the theme's own button, the only one of its kind


@dataclass(slots=True)
class PageLinks:
    """The ids of a page, and its links: the tag, the address, the line."""

    ids: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    links: list[tuple[str, str, int]] = field(default_factory=list)


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = PageLinks()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("rel", "canonical") in attrs:
            return  # an address of this page itself, which nobody follows
        for name, value in attrs:
            if name == "id" and value:
                known = self.found.repeated if value in self.found.ids else self.found.ids
                known.add(value)
            elif name in _LINKING and value is not None:
                line, _ = self.getpos()
                self.found.links += [(tag, address, line) for address in _addresses(name, value)]


def check_links(
    tree: Mapping[str, bytes], *, outside: Iterable[str] = frozenset()
) -> tuple[Problem, ...]:
    """What is wrong with the links of a site; `outside` names addresses that it may leave to."""
    allowed = frozenset(outside)
    pages = {path: _scan(data) for path, data in tree.items() if path.endswith(".html")}
    problems: list[Problem] = []
    for path, page in pages.items():
        for tag, address, line in page.links:
            if not _is_allowed(path, address, allowed):
                problems += _check(path, tag, address, line, tree, pages)
        problems += [_twice(path, id_) for id_ in sorted(page.repeated)]
    return tuple(problems)


def _scan(data: bytes) -> PageLinks:
    scanner = _Scanner()
    scanner.feed(data.decode())
    scanner.close()
    return scanner.found


def _addresses(name: str, value: str) -> Iterator[str]:
    if name != "srcset":
        yield value.strip()
        return
    for candidate in value.split(","):
        yield candidate.split()[0] if candidate.split() else ""


def _is_allowed(path: str, address: str, outside: frozenset[str]) -> bool:
    return address in _INERT or (path == "index.html" and address in outside)


def _check(
    path: str,
    tag: str,
    address: str,
    line: int,
    tree: Mapping[str, bytes],
    pages: Mapping[str, PageLinks],
) -> Iterator[Problem]:
    try:
        parts = urlsplit(address)
    except ValueError:  # such as an opened bracket where a host is to stand
        yield _problem(BROKEN_LINK, path, line, f"“{address}” is no address")
        return
    if parts.scheme or parts.netloc:
        if parts.scheme not in _EXTERNAL or (tag != "a" and parts.scheme != "mailto"):
            yield _problem(FOREIGN_FILE, path, line, f"“{address}” would be fetched from elsewhere")
        return
    target = _target(path, unquote(parts.path))
    if target not in tree:
        yield _problem(BROKEN_LINK, path, line, f"“{address}” leads to no page")
    elif parts.fragment and target in pages:
        anchor = unquote(parts.fragment)
        if anchor not in pages[target].ids and not anchor.startswith("__"):
            yield _problem(BROKEN_LINK, path, line, f"“{address}” leads to no place on its page")


def _target(source: str, path: str) -> str:
    """The file that an address on the page `source` names; empty if it leaves the site."""
    if not path:
        return source
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if path.startswith("/") or joined.startswith(".."):
        return ""
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return posixpath.normpath(f"{joined}/index.html") if is_folder else joined


def _twice(path: str, id_: str) -> Problem:
    return _problem(TWICE_THE_SAME_ID, path, 1, f"two elements of the page have the id “{id_}”")


def _problem(code: str, path: str, line: int, message: str) -> Problem:
    cure = "This is a bug of playbookgen: please report it."
    return Problem(code, f"Built page: {message}", Location(path, line), cure)
