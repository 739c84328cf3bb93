"""The description of a built page, which search engines and shared links show below its title."""

from __future__ import annotations

import html
import re

LONGEST = 200
"""In characters; what search engines show is cut off below that."""
_LEAD = re.compile(r'<div class="pb-lead">\s*<p[^<>]*>(.*?)</p>', re.DOTALL)
_LABEL = re.compile(r'<span class="pb-label">[^<>]*</span>')
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_KNOWN = re.compile(r'<meta name="?description\b')


def with_description(page: str) -> str:
    """A built page that says in its head what it is about: its lead, or else its title."""
    title = _TITLE.search(page)
    if not title or _KNOWN.search(page):
        return page
    lead = _LEAD.search(page)
    text = _plain(_LABEL.sub("", lead[1])) if lead else ""
    said = html.escape(_shortened(text or _plain(title[1])))
    tag = f'<meta name="description" content="{said}">\n'
    return f"{page[: title.start()]}{tag}{page[title.start() :]}"


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    head, space, _ = text[:LONGEST].rpartition(" ")
    return (head if space else text[: LONGEST - 1]) + "…"
