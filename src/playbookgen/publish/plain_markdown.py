"""Markdown without raw HTML: what looks like a tag is shown as it is written."""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown  # type: ignore[import-untyped] # it ships no types
from markdown.extensions import Extension  # type: ignore[import-untyped] # it ships no types
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped] # it ships no types

_NO_ADDRESS = "no-address:"


class PlainMarkdown(Extension):  # type: ignore[misc] # its base ships no types
    """Markdown without raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 # the name that Markdown calls
        """Takes out what would pass HTML through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_Addresses(md), "addresses", 5)


class _Addresses(Treeprocessor):  # type: ignore[misc] # its base ships no types
    """Marks what is no address, at which builders would fail; the check of links then finds it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                address = element.get(name)
                if address and not _is_address(address):
                    element.set(name, _NO_ADDRESS + quote(address))


def _is_address(text: str) -> bool:
    try:
        urlsplit(text)
    except ValueError:
        return False
    return True


def makeExtension(**options: object) -> PlainMarkdown:  # noqa: N802 # the name Markdown looks for
    """The extension, as Markdown asks a module for it."""
    return PlainMarkdown(**options)
