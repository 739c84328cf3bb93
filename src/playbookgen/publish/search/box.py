"""The search box in built pages: markup that any builder's header can hold, and a script."""

from __future__ import annotations

import html
import re
from functools import cache
from importlib.resources import files

from playbookgen.locales.search import search_words

SCRIPT = "javascripts/playbookgen-search.js"
_SOURCES = ("words.js", "finder.js", "box.js")
_HEADER_END = re.compile(r"</nav>\s*</header>")
# A builder may bring a search of its own, asked for or not.
_OTHER_SEARCH = re.compile(
    r'<label class="md-header__button md-icon" for="__search">.*?</label>\s*'
    r'|<div class="md-search" data-md-component="search"(?:(?!<div).)*?</div>\s*',
    re.DOTALL,
)
_LENS = (
    '<svg class="pb-search__icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"'
    ' aria-hidden="true"><circle cx="10" cy="10" r="6" fill="none" stroke="currentColor"'
    ' stroke-width="2"/><path d="m14.5 14.5 6 6" stroke="currentColor" stroke-width="2"/></svg>'
)
_CROSS = (
    '<svg class="pb-search__icon" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"'
    ' aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" stroke="currentColor"'
    ' stroke-width="2"/></svg>'
)


def with_search(page: str, *, base: str, indexes: str, language: str) -> str:
    """A built page with the search box at the end of its header, if it has one, and no other.

    `base` leads to the folder of the site, `indexes` names the languages to search.
    """
    box = search_box(base=base, indexes=indexes, language=language)
    script = f'<script src="{html.escape(base)}{SCRIPT}" defer></script>'
    found = _HEADER_END.search(page)
    if not found:
        return page
    header = _OTHER_SEARCH.sub("", page[: found.start()])
    page = f"{header}{box}{page[found.start() :]}"
    return page.replace("</head>", f"{script}\n</head>", 1)


def search_box(*, base: str, indexes: str, language: str) -> str:
    """The markup of the search box in the words of `language`.

    The names of the theme's own box stand beside ours, for what is written for that one.
    """
    words = {name: html.escape(text) for name, text in search_words(language).items()}
    says = " ".join(f'data-{name}="{words[name]}"' for name in ("count", "none", "failed"))
    return (
        f'<div class="pb-search" role="search" data-base="{html.escape(base) or "./"}"'
        f' data-indexes="{html.escape(indexes)}" {says}>'
        f'<button type="button" class="pb-search__open" aria-label="{words["search"]}"'
        f' aria-expanded="false" aria-controls="__search-found">{_LENS}</button>'
        f'<div class="pb-search__box">{_LENS}'
        f'<input type="search" class="pb-search__input md-search__input" name="query"'
        f' aria-label="{words["search"]}" placeholder="{words["search"]}" autocapitalize="off"'
        ' autocomplete="off" spellcheck="false" enterkeyhint="search"'
        ' aria-controls="__search-found">'
        f'<button type="button" class="pb-search__close" aria-label="{words["close"]}">'
        f"{_CROSS}</button></div>"
        '<div class="pb-search__panel" id="__search-found" hidden>'
        '<p class="pb-search__status" role="status"></p>'
        '<ol class="pb-search__list"></ol></div></div>'
    )


@cache
def script() -> str:
    """The whole script of the search, names kept to itself."""
    parts = [_asset(name) for name in _SOURCES]
    return "(() => {\n" + '"use strict";\n\n' + "\n".join(parts) + "})();\n"


@cache
def stylesheet() -> str:
    """The look of the search box."""
    return _asset("search.css")


def _asset(name: str) -> str:
    return (files("playbookgen.publish.search") / "assets" / name).read_text(encoding="utf-8")
