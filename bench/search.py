"""What the search finds, and what the theme's own search finds in the same pages."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as NothingCame

from playbookgen import resolve
from playbookgen.model.site import LanguageSite, Site
from playbookgen.pipeline.check import check
from playbookgen.pipeline.maps import site_maps
from playbookgen.publish import publish_compartment
from playbookgen.publish.configuration import configuration
from playbookgen.publish.mkdocs import build_configured
from playbookgen.render import ENGINE_BY_NAME
from playbookgen.render.pages import site_of
from tests.browser.conftest import FLAGS, serving
from tests.browser.searching import Query, found, open_box, queries

REPOSITORY = Path(__file__).parents[1]
LISTS = ("queries", "tuned", "held-out", "unseen")
LANGUAGES = ("en", "ja", "ro", "ru")
SEPARATOR = r'[\s\-,:!=\[\]()"/]+|(?!\b)(?=[A-Z][a-z])|\.(?!\d)|&[lg]t;'
"""As the theme's documentation proposes it."""
Ask = Callable[[str, str], list[str]]


def main() -> None:
    """Prints how many answers are among the first five results, and how many come first."""
    asked = [query for name in LISTS for query in queries(name)]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        site = examples()
        chromium = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        ours = publish_compartment(site, work / "ours", map_css="").folder
        with serving(ours.parents[1]) as served:
            start = f"{served.address}{site.compartment}/"
            report("playbookgen", asked, ours_on(page, start))
        theirs = build_with_plugin(site, work / "theirs")
        with serving(theirs) as served:
            report("the theme's search", asked, theirs_on(page, served.address))
        chromium.close()


def examples() -> Site:
    """The site of the examples, with its maps."""
    checked = check(REPOSITORY)
    [compartment] = resolve.compartments_of(checked.workspace, checked.editions)
    with ENGINE_BY_NAME["bundled"](jobs=2) as drawing:
        maps = site_maps(compartment, checked.sources, drawing)
    return site_of(compartment, maps.pictures)


def program() -> str:
    """The browser."""
    return shutil.which("chromium") or shutil.which("google-chrome") or "chromium"


def build_with_plugin(site: Site, work: Path) -> Path:
    """Each language of the site with the theme's search, as its documentation configures it."""
    parts = tuple(part for part in site.parts if part.folder)
    configured = {part.folder: (work / part.folder, settings(part)) for part in parts}
    work.mkdir()
    alone = Site(site.compartment, site.title, parts, site.pictures)
    for folder, built in build_configured(alone, configured, work).items():
        shutil.copytree(built, work / "site" / folder)
    return work / "site"


def settings(part: LanguageSite) -> dict[str, Any]:
    made = configuration(part, languages=())
    made["theme"]["features"] += ["search.suggest", "search.highlight"]
    languages = [part.language] if part.language == "en" else [part.language, "en"]
    return {**made, "plugins": [{"search": {"lang": languages, "separator": SEPARATOR}}]}


def ours_on(page: Page, address: str) -> Ask:
    def ask(language: str, text: str) -> list[str]:
        if not page.url.startswith(f"{address}{language}/"):
            page.goto(f"{address}{language}/index.html")
            open_box(page)
        return found(page, text)

    return ask


def theirs_on(page: Page, address: str) -> Ask:
    def ask(language: str, text: str) -> list[str]:
        start = f"{address}{language}/"
        if not page.url.startswith(start):
            page.goto(f"{start}index.html")
            page.locator("[data-md-component=search-query]").click()
            page.wait_for_timeout(2000)  # until its worker is ready; nothing tells when
        box = page.locator("[data-md-component=search-query]")
        box.fill("")
        box.press("End")
        page.wait_for_timeout(100)
        box.fill(text)
        box.press("End")
        links = page.locator(".md-search-result__link")
        with contextlib.suppress(NothingCame):  # when nothing is found, nothing tells that either
            links.first.wait_for(timeout=1500)
        page.wait_for_timeout(200)
        shown: list[str] = links.evaluate_all(
            "all => all.filter(a => a.offsetParent).map(a => a.href)"
        )
        return [answer(link.removeprefix(start)) for link in shown]

    return ask


def answer(link: str) -> str:
    """An address without its query, with an anchor."""
    page, _, anchor = link.partition("#")
    return f"{page.partition('?')[0].removesuffix('index.html')}#{anchor}"


def report(name: str, asked: Iterable[Query], ask: Ask) -> None:
    """Prints the figures of one search: by list and by language."""
    ranks = [(query, query.rank(ask(query.language, query.text))) for query in in_turn(asked)]
    print(name)
    by_list = {title: {query.text for query in queries(title)} for title in LISTS}
    for title, texts in by_list.items():
        print(f"  {title:10}", figures([rank for query, rank in ranks if query.text in texts]))
    for language in LANGUAGES:
        print(f"  {language:10}", figures([r for query, r in ranks if query.language == language]))
    print(f"  {'all':10}", figures([rank for _, rank in ranks]))


def in_turn(asked: Iterable[Query]) -> list[Query]:
    """By language, so that each page is opened once."""
    return sorted(asked, key=lambda query: query.language)


def figures(ranks: list[int | None]) -> str:
    """How many were asked, found among the first five, and found first."""
    answered = [rank for rank in ranks if rank is not None]
    return f"{len(ranks):4} asked {len(answered):4} found {answered.count(1):4} first"


if __name__ == "__main__":
    main()
