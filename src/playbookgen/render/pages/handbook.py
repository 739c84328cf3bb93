"""The handbook: the pages of an edition one after the other on a single page, to be printed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from playbookgen.model.site import Page
from playbookgen.render.pages.addresses import folder_of

# In pages, quotation marks and angle brackets of client text are written as references, so that
# these patterns meet attributes and tags of ours alone.
_FRONT_MATTER = re.compile(r"\A(?:\s*---\n.*?\n---\n)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,5}) (.*) \{#([^{}\s]+)\}$", re.MULTILINE)
_NAMES = re.compile(r'(?<=[\s"])(id|aria-labelledby)="([^"]*)"')
_LINK = re.compile(r'(?<=\s)href="([^"]*)"')
_AROUND = re.compile(r'<(nav|p) class="pb-(?:around|here|entry|hint|jump)[" ].*?</\1>', re.DOTALL)
_NARROW = re.compile(r'<div class="pb-map pb-map--narrow"[^<>]*></div>\n')
_WIDE = re.compile(
    r'<div class="pb-map pb-map--wide(?P<long> pb-map--long)?"[^<>]* '
    r'(?P<picture>data-playbookgen-picture="[^"]*")></div>'
)


def chapters_of(pages: Iterable[Page], *, at: str) -> str:
    """The Markdown of pages, one level lower, as it stands on the page whose path is `at`."""
    return "\n".join(_chapter(page, at) for page in pages)


def pictures_of(pages: Iterable[Page]) -> tuple[str, ...]:
    """The keys of the pictures that the chapters show."""
    return tuple(key for page in pages for key in page.pictures if not key.endswith("/narrow"))


def _chapter(page: Page, at: str) -> str:
    name = folder_of(page.path).replace("/", "-") or "start"
    base = posixpath.relpath("/" + folder_of(page.path), "/" + folder_of(at)) + "/"
    markdown = _FRONT_MATTER.sub("", page.markdown)
    for needless in (_AROUND, _NARROW):
        markdown = needless.sub("", markdown)
    markdown = _WIDE.sub(
        rf'<div class="pb-map\1" \2 data-playbookgen-base="{base}"></div>', markdown
    )
    markdown = _HEADING.sub(rf"#\1 \2 {{#{name}--\3}}", markdown)
    markdown = _NAMES.sub(lambda found: f'{found[1]}="{_prefixed(found[2], name)}"', markdown)
    return _LINK.sub(lambda found: f'href="{_rebased(found[1], name, base)}"', markdown)


def _prefixed(names: str, prefix: str) -> str:
    return " ".join(f"{prefix}--{name}" for name in names.split())


def _rebased(href: str, name: str, base: str) -> str:
    """A link of a page, from the handbook: within the chapter, or to the page that it named."""
    if href.startswith("#"):
        return f"#{name}--{href[1:]}"
    path, mark, anchor = href.partition("#")
    found = posixpath.normpath(base + path)
    return ("./" if found == "." else f"{found}/") + mark + anchor
