"""Pictures into built pages: each placeholder gets the finished map of its key."""

from __future__ import annotations

import re
from collections.abc import Mapping

# No text of a page can look like this: in text, `<` is always a character reference.
_PLACEHOLDER = re.compile(
    r'(?P<open><div\b[^<>]*\bdata-playbookgen-picture="(?P<key>[^"<>]*)"[^<>]*>)\s*(?P<close></div>)'
)


def fill(html: str, pictures: Mapping[str, str]) -> str:
    """A built page with the pictures in their places; one that is missing is a KeyError."""
    return _PLACEHOLDER.sub(
        lambda place: place["open"] + pictures[place["key"]] + place["close"], html
    )
