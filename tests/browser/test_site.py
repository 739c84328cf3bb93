"""The published examples in a browser: self-contained, unbroken, readable, on desk and phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.survey import Served, Survey

WIDTHS = (1440, 390)
OUTLINED = ("stage", "task", "decision", "event-ours", "event-none", "deal-stage", "criterion")
Surveyed = Callable[[int, str], Survey]


# What every page looks like in the dark takes as long as all else here.
EVERY_LOOK = [
    pytest.param((width, scheme), id=str((width, scheme)), marks=marks)
    for width in WIDTHS
    for scheme, marks in (("light", ()), ("dark", pytest.mark.slow))
]


@pytest.fixture(params=EVERY_LOOK)
def survey(request: pytest.FixtureRequest, surveyed: Surveyed) -> Survey:
    """The findings at each width and in each scheme."""
    return surveyed(*request.param)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page at desk width."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()


def test_no_request_leaves_the_site(survey: Survey, served: Served) -> None:
    outside = {url for url in survey.requests if not url.startswith((served.address, "data:"))}
    assert survey.requests
    assert outside == set()


def test_no_page_has_an_error(survey: Survey) -> None:
    assert survey.errors == ()


def test_no_page_scrolls_sideways(surveyed: Surveyed) -> None:
    for width in WIDTHS:
        for path, found in surveyed(width, "light").pages.items():
            assert found["width"] <= width, path


def test_every_page_has_one_heading(survey: Survey) -> None:
    for path, found in survey.pages.items():
        assert len(found["headings"]) == 1, path
        assert found["headings"][0], path


def place(url: str, served: Served) -> tuple[str, str]:
    address, anchor = urldefrag(url)
    assert address.startswith(served.address), url
    path = address.removeprefix(served.address)
    return path.removesuffix("index.html"), unquote(anchor)


def test_every_link_lands(surveyed: Surveyed, served: Served) -> None:
    pages = surveyed(1440, "light").pages
    for source, found in pages.items():
        for url in found["links"]:
            if not url.startswith("javascript:void(0)"):
                path, anchor = place(url, served)
                assert path in pages, f"{source} → {url}"
                assert not anchor or anchor.startswith("__") or anchor in pages[path]["ids"], url


def test_the_nodes_of_maps_lead_to_what_they_show(surveyed: Surveyed, served: Served) -> None:
    survey = surveyed(1440, "light")
    stages = 0
    for source, found in survey.maps:
        for link in found["links"]:
            path, anchor = place(link["href"], served)
            assert path in survey.pages, f"{source} → {link['href']}"
            assert not anchor or anchor in survey.pages[path]["ids"], link["href"]
            if "pg-stage" in link["node"].split() and not anchor:
                stages += 1
                heading = survey.pages[path]["headings"][0]
                name = re.sub(r"^\d+\.\s", "", link["title"])
                assert name.startswith(heading), f"{name} leads to {heading}"
    assert stages > 0


def test_no_text_of_a_map_leaves_its_outline(surveyed: Surveyed) -> None:
    checked = 0
    for path, found in surveyed(1440, "light").maps:
        for text in found["texts"]:
            kinds = {kind.removeprefix("pg-") for kind in text["node"].split()}
            if kinds & set(OUTLINED) and text["outlined"]:
                checked += 1
                assert text["inside"], f"{path}: “{text['text']}”"
    assert checked > 0


def test_texts_of_maps_are_measured_as_they_are_drawn(surveyed: Surveyed) -> None:
    measured = 0
    for path, found in surveyed(1440, "light").maps:
        for text in found["texts"]:
            allowed = max(0.12 * text["set"], 2.0)
            said = f"{path}: “{text['text']}” {text['natural']} for {text['set']}"
            assert abs(text["natural"] - text["set"]) <= allowed, said
            measured += 1
    assert measured > 0


def test_texts_of_maps_stand_out_from_their_ground(survey: Survey) -> None:
    assert any(found["texts"] for _, found in survey.maps)
    for path, found in survey.maps:
        for text in found["texts"]:
            assert text["contrast"] >= 4.5, f"{path}: “{text['text']}” {text['contrast']:.2f}"


def test_every_playbook_shows_its_maps(surveyed: Surveyed) -> None:
    shown = {path for path, _ in surveyed(1440, "light").maps}
    assert "examples/internal/ja/seven-steps/" in shown
    assert "examples/internal/" in shown, "the portfolio"


def test_the_keyboard_reaches_and_follows_the_links_of_a_map(
    page: Page, surveyed: Surveyed, served: Served
) -> None:
    path, found = next(
        (path, found) for path, found in surveyed(1440, "light").maps if found["links"]
    )
    page.goto(served.address + path)
    page.locator(".pb-map:visible").first.focus()
    hrefs = []
    for _ in found["links"]:
        page.keyboard.press("Tab")
        hrefs.append(
            page.evaluate(
                "document.activeElement.ownerSVGElement"
                " && new URL(document.activeElement.href.baseVal, location).href"
            )
        )
    assert hrefs == [link["href"] for link in found["links"]]
    page.keyboard.press("Enter")
    page.wait_for_url(hrefs[-1])


def test_the_root_leads_to_the_owners_playbooks(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.wait_for_url("**/internal/index.html")
    assert page.locator(".pb-card a").count() > 0


def test_the_search_finds_a_stage_by_part_of_its_name(page: Page, served: Served) -> None:
    stage = next(path for path in served.pages() if "/ja/" in path and "/stages/" in path)
    page.goto(served.address + stage)
    name = page.locator("h1").inner_text()
    page.locator("input.md-search__input").fill(name[: max(2, len(name) - 1)])
    page.locator("input.md-search__input").press("End")
    page.locator(".md-search-result__link").first.wait_for()
    found = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
    assert any(url.split("?")[0].startswith(served.address + stage) for url in found)


def test_the_choice_of_dark_holds_in_every_language(page: Page, served: Served) -> None:
    starts = [path for path in served.pages() if path.count("/") == 3 and "/internal/" in path]
    page.goto(served.address + starts[0])
    page.locator("label[for=__palette_1]").click()
    for start in starts:
        page.goto(served.address + start)
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate", start


BROKEN_WORDS = """() => {
  const range = document.createRange(), broken = [];
  for (const cell of document.querySelectorAll(".pb-technologies td:last-child")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const tops = [...range.getClientRects()].map((line) => Math.round(line.top));
        if (new Set(tops).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
"""The words of owners that stand on two lines."""


@pytest.mark.parametrize("width", [800, 1000, 1440, 1920])
def test_no_word_of_an_owner_breaks(page: Page, served: Served, width: int) -> None:
    tables = [path for path in served.pages() if path.endswith("/technologies/")]
    assert tables
    page.set_viewport_size({"width": width, "height": 900})
    for path in tables:
        page.goto(served.address + path)
        assert page.evaluate(BROKEN_WORDS) == [], path
