"""Pictures into built pages: each placeholder gets the finished map of its key."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# No text of a page can look like this: in text, `<` is always a character reference.
_PLACEHOLDER = re.compile(
    r'(?P<open><div\b[^<>]*\bdata-playbookgen-picture="(?P<key>[^"<>]*)"[^<>]*>)\s*(?P<close></div>)'
)


_BASE = re.compile(r'\bdata-playbookgen-base="([^"<>]*)"')
_LINK = re.compile(r'(?<=<a href=")(?![a-z]+:)([^"]*)(?=")')


def fill(html: str, pictures: Mapping[str, str]) -> str:
    """A built page with the pictures in their places; one that is missing is a KeyError."""
    return _PLACEHOLDER.sub(lambda place: _filled(place, pictures), html)


def _filled(place: re.Match[str], pictures: Mapping[str, str]) -> str:
    picture = pictures[place["key"]]
    base = _BASE.search(place["open"])
    if base:  # a map that was drawn for another page: its links start from there
        picture = _LINK.sub(lambda link: _from(base[1], link[1]), picture)
    return place["open"] + picture + place["close"]


def _from(base: str, link: str) -> str:
    path, mark, anchor = link.partition("#")
    return (posixpath.normpath(base + path) + "/" if path else base) + mark + anchor
