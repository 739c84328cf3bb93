"""Links in maps: which addresses may stand there, and the ids that others link to."""

from __future__ import annotations

import re

from playbookgen.render.failures import unsafe_link

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED = frozenset({"http", "https", "mailto"})
# Browsers drop control characters and spaces, and read a backslash as a slash.
_DECEPTIVE = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_PLAIN = re.compile(r"[^A-Za-z0-9.-]")


def safe_href(href: str) -> str:
    """`href` itself if it is relative, http, https or mailto; a refusal otherwise."""
    if not href or _DECEPTIVE.search(href) or href.startswith("//"):
        raise unsafe_link(href)
    before_path = re.split(r"[/?#]", href, maxsplit=1)[0]
    if ":" in before_path:
        scheme = _SCHEME.match(before_path)
        if not scheme or scheme.group(1).lower() not in _ALLOWED:
            raise unsafe_link(href)
    return href


def element_id(*parts: str) -> str:
    """An id from refs, the same for the same refs and different for different ones."""
    return "-".join(_PLAIN.sub(lambda found: f"_{ord(found.group()):x}_", part) for part in parts)
