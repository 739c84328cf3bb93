"""Client text on its way into Markdown: every mark that could mean something is written out."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Whatever is not a letter, a digit or a space of its script could mean something to Markdown or
# to one of its extensions; as a numeric reference it means only itself.
_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


def heading_text(text: str) -> Markup:
    """Text for a Markdown heading, on one line, that comes out exactly as it was written."""
    line = _BREAKS.sub(" ", text).strip(" ")
    # A space at either end would be trimmed by Markdown; one of another width is kept as it is.
    return Markup(_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", line))  # noqa: S704 # all escaped


def paragraphs(text: str) -> Markup:
    """Text as HTML paragraphs, parted where it has empty lines."""
    return Markup("").join(map(Markup("<p>{}</p>").format, map(escape, paragraph_texts(text))))


def paragraph_texts(text: str) -> list[str]:
    """The paragraphs of a text, parted where it has empty lines."""
    parts = (part.strip() for part in _PARAGRAPHS.split(text))
    return [part for part in parts if part]
