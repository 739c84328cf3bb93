"""A playbook that says everything, in a browser: readable, safe, terms explained, work found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page

from playbookgen.publish import publish_compartment
from playbookgen.render.pages import site_of
from tests.browser.conftest import serving
from tests.browser.survey import Served, survey_of
from tests.unit.pages import rich_playbook as rich
from tests.unit.pages.sample_site import pictures

HOSTILE = "<img src=x onerror=alert(1)> <script>alert(2)</script> {#x} `c` **b** ://x"
START = "northwind/internal/en/inspections/"
SHOWN = "term => getComputedStyle(term, '::after').content"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The playbook, and beside it the same with hostile text everywhere."""
    out = tmp_path_factory.mktemp("practice")
    hostile = replace(rich.poisoned(HOSTILE), id="hostile")
    of = replace(rich.alone(rich.inspections()), editions=(rich.inspections(), hostile))
    publish_compartment(site_of(of, pictures(of)), out, map_css="")
    with serving(out) as served:
        yield served


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """An empty page at desk width."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page of a phone, which is touched."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def term(page: Page, served: Served) -> Locator:
    """A term of the glossary on a stage's page."""
    page.goto(f"{served.address}{START}stages/qualify/")
    return page.locator(".pb-objection .pb-term").first


def test_every_kind_of_page_is_whole_and_readable(browser: Browser, practice: Served) -> None:
    survey = survey_of(browser, practice, width=390, scheme="light")
    assert survey.errors == ()
    assert {url for url in survey.requests if not url.startswith((practice.address, "data:"))} == (
        set()
    )
    for path, found in survey.pages.items():
        assert len(found["headings"]) == 1, path
        assert found["width"] <= 390, path


def test_hostile_text_is_shown_and_does_nothing(desk: Page, practice: Served) -> None:
    said: list[str] = []

    def keep(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    desk.on("dialog", keep)
    for path in (path for path in practice.pages() if "/hostile/" in path):
        desk.goto(practice.address + path)
        for link in desk.locator("article .pb-term").all()[:3]:
            link.hover()
        assert desk.locator("article img, article script").count() == 0, path
        assert "onerror=alert(1)" in desk.locator("article").inner_text(), path
    assert said == []


def test_the_keyboard_shows_a_definition_and_follows_it(desk: Page, practice: Served) -> None:
    link = term(desk, practice)
    assert link.evaluate(SHOWN) == "none"
    link.focus()
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Tab")
    assert "The hours in which a crane stands still" in link.evaluate(SHOWN)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/glossary/index.html#glossary.downtime")


def test_the_pointer_shows_a_definition(desk: Page, practice: Served) -> None:
    link = term(desk, practice)
    link.hover()
    assert "The hours in which a crane stands still" in link.evaluate(SHOWN)


def test_a_touch_leads_to_the_definition(phone: Page, practice: Served) -> None:
    term(phone, practice).tap()
    phone.wait_for_url("**/glossary/index.html#glossary.downtime")
    assert phone.locator("[id='glossary.downtime']").is_visible()


def test_a_definition_stays_on_the_screen_of_a_phone(phone: Page, practice: Served) -> None:
    shown = 0
    for path in (path for path in practice.pages() if "/inspections/" in path):
        phone.goto(practice.address + path)
        for link in phone.locator("article .pb-term").all():
            link.focus()
            assert phone.evaluate("document.documentElement.scrollWidth") <= 390, path
            shown += 1
    assert shown > 0


def test_terms_stand_neither_in_headings_nor_in_links(desk: Page, practice: Served) -> None:
    terms = 0
    for path in (path for path in practice.pages() if "/inspections/" in path):
        desk.goto(practice.address + path)
        terms += desk.locator(".pb-term").count()
        assert desk.locator(":is(h1, h2, h3, a, svg, nav) .pb-term").count() == 0, path
    assert terms > 0


def test_my_work_is_two_clicks_from_the_start(desk: Page, practice: Served) -> None:
    desk.goto(f"{practice.address}northwind/internal/en/")
    desk.locator(".pb-card__title a").first.click()
    desk.locator(".pb-entries").get_by_text("Sales representative", exact=True).click()
    row = desk.locator("tr", has_text="Call the lead")
    assert "within one working day" in row.inner_text()
    row.locator("a", has_text="Call the lead").click()
    desk.wait_for_url("**/stages/qualify/index.html#stages.qualify.tasks.call")


def test_the_search_finds_a_term_by_its_synonym(desk: Page, practice: Served) -> None:
    desk.goto(f"{practice.address}{START}")
    desk.locator("input.md-search__input").fill("prospec")
    desk.locator("input.md-search__input").press("t")
    desk.locator(".md-search-result__link").first.wait_for()
    found = desk.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
    assert any("/inspections/glossary/" in url for url in found)
