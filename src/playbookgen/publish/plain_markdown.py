"""Markdown without raw HTML: what looks like a tag is shown as it is written."""

from __future__ import annotations

from markdown import Markdown  # type: ignore[import-untyped] # it ships no types
from markdown.extensions import Extension  # type: ignore[import-untyped] # it ships no types


class PlainMarkdown(Extension):  # type: ignore[misc] # its base ships no types
    """Markdown without raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 # the name that Markdown calls
        """Takes out what would pass HTML through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**options: object) -> PlainMarkdown:  # noqa: N802 # the name Markdown looks for
    """The extension, as Markdown asks a module for it."""
    return PlainMarkdown(**options)
