"""Every page of a built site, as Chromium shows it: one visit each, all findings kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from playwright.sync_api import Browser, Page

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Served:
    """A built site: its address and its folder."""

    address: str
    folder: Path

    def pages(self, *, with_maps: bool = False) -> list[str]:
        """The address of every page below the site's own, the redirecting root left out."""
        files = sorted(self.folder.rglob("*.html"))
        if with_maps:
            files = [path for path in files if 'class="pb-map ' in path.read_text("utf-8")]
        paths = [path.relative_to(self.folder).as_posix() for path in files]
        return [path.removesuffix("index.html") for path in paths if path != "index.html"]


@dataclass(frozen=True)
class Survey:
    """What was seen at one width and in one scheme."""

    pages: dict[str, dict[str, Any]]
    """By the page's path: what `look.js` found."""
    errors: tuple[str, ...]
    requests: tuple[str, ...]

    @property
    def maps(self) -> list[tuple[str, dict[str, Any]]]:
        """Every map with the path of its page."""
        return [(path, found) for path, page in self.pages.items() for found in page["maps"]]


def survey_of(browser: Browser, served: Served, *, width: int, scheme: str) -> Survey:
    """The findings on every page."""
    errors: list[str] = []
    requests: list[str] = []
    found = {}
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=cast("Literal['light', 'dark']", scheme),
    )
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    page.on("console", lambda said: _keep(errors, page, said.type, said.text))
    page.on(
        "response",
        lambda answer: _keep(errors, page, "error", answer.url) if answer.status >= 400 else None,
    )
    # Where pages differ in the dark is on their maps, whose colours are checked one by one.
    for path in served.pages(with_maps=scheme == "dark"):
        page.goto(served.address + path)
        found[path] = page.evaluate(LOOK)
    context.close()
    return Survey(found, tuple(errors), tuple(requests))


def _keep(errors: list[str], page: Page, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        errors.append(f"{page.url}: {text}")
