"""Links to the sections of a page, above the first of them: a long page is used from its top."""

from __future__ import annotations

import re

from markupsafe import Markup

FEWEST = 3
"""The sections from which on a page gets links to them."""

# A heading's text is written with references alone, so that it means the same within HTML.
_SECTION = re.compile(r"^## (?P<title>.+) \{#(?P<id>[^{}\s]+)\}$", re.MULTILINE)
_HIDES_CONTENTS = re.compile(r"\A\s*---\n(?:(?!---\n).*\n)*? +- toc\n")
_OWN = '<nav class="pb-jump '
"""Begins the links of a page that has links of its own to what it holds."""
_LINK = Markup('<li><a class="pb-jump__link" href="#{}">{}</a></li>')
_NAV = Markup('<nav class="{}" aria-label="{}"><ul class="pb-jump__list">{}</ul></nav>\n\n')


def with_jumps(markdown: str, *, label: str, contents: bool = False) -> str:
    """A page with links to its sections; as a table of contents, if it is a whole book."""
    sections = list(_SECTION.finditer(markdown))
    if len(sections) < FEWEST or _OWN in markdown:
        return markdown
    links = (
        _LINK.format(found["id"], Markup(found["title"]))  # noqa: S704 # references alone
        for found in sections
    )
    place = sections[0].start()
    kind = _kind(markdown, contents=contents)
    nav = str(_NAV.format(f"pb-jump pb-jump--{kind}", label, Markup("").join(links)))
    return markdown[:place] + nav + markdown[place:]


def _kind(markdown: str, *, contents: bool) -> str:
    """How the links look: beside the theme's own contents, they are for phones only."""
    if contents:
        return "contents"
    return "always" if _HIDES_CONTENTS.match(markdown) else "phone"
