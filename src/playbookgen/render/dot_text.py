"""The one module that makes text safe in DOT: quoting, escapes, entities, and what is refused."""

from __future__ import annotations

import re

from graphviz import nohtml

from playbookgen.render.failures import unwritable

# Control characters but tab and line feed, surrogates and non-characters: XML 1.0 has no way to
# write most of them, and Graphviz stops reading at a zero.
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
    + "]"
)

_ESCAPES = {
    "\\": "\\\\",  # else \N, \G, \L and their like would be replaced by names of nodes
    '"': '\\"',
    "&": "&amp;",  # Graphviz decodes HTML entities in every label
    "\n": "\\n",
    "\r": "\\n",
}
_SPECIAL = re.compile(r'[\\"&\n\r]')


def writable(text: str) -> str:
    """`text` itself, if a picture can carry it; a refusal where it cannot."""
    if found := UNWRITABLE.search(text):
        raise unwritable(text, found.group())
    return text


def label(*lines: str) -> str:
    """The value of a DOT label whose lines are drawn exactly as written, one below the other."""
    # Every quote has its backslash already, and nohtml keeps <…> a text: all that graphviz adds
    # is quotes around the whole. It takes time by the square of a run of backslashes, and so
    # counts on lines as short as the layout breaks them.
    value: str = nohtml("\\n".join(_SPECIAL.sub(_escape, writable(line)) for line in lines))
    return value


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match.group()]
