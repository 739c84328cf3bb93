"""Queries typed into the search box of a page, and where they lead."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page

DATA = Path(__file__).parents[1] / "data" / "search"
FIRST = 5
"""How many results a reader looks at."""


@dataclass(frozen=True)
class Query:
    """What a reader types, and the places any of which answers it."""

    language: str
    text: str
    answers: tuple[str, ...]

    def rank(self, found: list[str]) -> int | None:
        """The place of the first answer among what was found, from 1; None if there is none.

        A page without an anchor is answered by any place on it; `/#` is its top alone.
        """
        for place, address in enumerate(found[:FIRST], start=1):
            page, anchor = urldefrag(address)
            if any(answer in (page, f"{page}#{unquote(anchor)}") for answer in self.answers):
                return place
        return None


def queries(name: str) -> list[Query]:
    """The queries of a list, in its order."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [Query(language, text, tuple(answers.split())) for language, text, answers in rows]


def open_box(page: Page) -> None:
    """Opens the search where it is behind a button."""
    button = page.locator(".pb-search__open")
    if button.is_visible():
        button.click()


def found(page: Page, query: str) -> list[str]:
    """The addresses of the results, below the language's folder, as a reader sees them."""
    box = page.locator(".pb-search__input")
    box.fill(query)
    box.press("End")
    page.wait_for_function(
        "text => document.querySelector('.pb-search__list').dataset.query === text", arg=query
    )
    links = page.locator(".pb-search__link")
    addresses: list[str] = links.evaluate_all(
        "all => all.filter(a => a.offsetParent).map(a => a.href)"
    )
    return [below_language(address) for address in addresses]


def below_language(address: str) -> str:
    """An address without the site's and the language's, its query and its file's name."""
    page, anchor = urldefrag(address)
    path = page.partition("?")[0].partition("/internal/")[2].partition("/")[2]
    return f"{path.removesuffix('index.html')}#{anchor}"
