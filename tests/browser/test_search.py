"""The search of the published examples: every list of queries, typed as readers type them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from playbookgen.publish import publish_compartment
from playbookgen.render.pages import site_of
from tests.browser.conftest import serving
from tests.browser.searching import FIRST, Query, found, open_box, queries
from tests.browser.survey import Served
from tests.unit.pages import sample_site as sample

DESK, PHONE = (1440, 900), (390, 844)
ASSETS = files("playbookgen.publish.search") / "assets"
PARTS = ("words.js", "finder.js")
ROMANIAN = {
    "ofertă",
    "vânzare",
    "țintă",
    "clienți",
    "piața",
    "obiecție",
    "preț",
    "scrisoare",
    "semnătură",
}
LANGUAGES = ("en", "ja", "ro", "ru")
INTERNAL = "examples/internal/"
Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens a page of the site, on a server or as a file, at a desk or on a phone."""
    contexts = []

    def open_page(path: str, *, size: tuple[int, int] = DESK, as_file: bool = False) -> Page:
        contexts.append(
            browser.new_context(
                viewport={"width": size[0], "height": size[1]}, has_touch=size == PHONE
            )
        )
        page = contexts[-1].new_page()
        address = f"{served.folder.as_uri()}/" if as_file else served.address
        page.goto(f"{address}{INTERNAL}{path}index.html")
        return page

    yield open_page
    for context in contexts:
        context.close()


def ranks(opened: Opened, asked: list[Query], **how: object) -> dict[tuple[str, str], int | None]:
    """Where the answer to each query stands among the results; each language on its own page."""
    result = {}
    for language in LANGUAGES:
        page = opened(f"{language}/", **how)
        open_box(page)
        for query in asked:
            if query.language == language:
                result[language, query.text] = query.rank(found(page, query.text))
    return result


@pytest.mark.parametrize("name", ["queries", "tuned", "held-out", "unseen"])
def test_every_query_is_answered_among_the_first_results(opened: Opened, name: str) -> None:
    found_at = ranks(opened, queries(name))
    assert len(found_at) >= 20
    assert [query for query, rank in found_at.items() if rank is None] == []
    first = sum(rank == 1 for rank in found_at.values())
    assert first >= 0.85 * len(found_at), found_at


def test_a_slip_of_the_finger_still_finds(opened: Opened) -> None:
    found_at = ranks(opened, queries("slips"))
    assert len(found_at) >= 12
    assert [query for query, rank in found_at.items() if rank is None] == []


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("obejction", "objection", True),
        ("возрожение", "возражение", True),
        ("glosary", "glossary", True),
        ("deel", "deal", False),  # too short: much else is as near
        ("contract", "contact", True),
        ("contract", "concept", False),
    ],
)
def test_slips_are_few_letters_of_a_long_word(
    blank: Page, word: str, other: str, same: bool
) -> None:
    assert blank.evaluate("([one, other]) => isSlip(one, other)", [word, other]) is same


@pytest.mark.parametrize(
    ("size", "as_file"), [(PHONE, False), (PHONE, True), (DESK, True)], ids=str
)
def test_it_answers_on_phones_and_from_files(
    opened: Opened, size: tuple[int, int], as_file: bool
) -> None:
    found_at = ranks(opened, queries("queries"), size=size, as_file=as_file)
    assert [query for query, rank in found_at.items() if rank is None] == []


SAME = """
objection objections; qualify qualified qualification qualifies; agree agreed agreeing agreement;
negotiate negotiation negotiating negotiators; company companies; price prices pricing;
sell sold selling; receive received receives; manager managers manage; criterion criteria;
deliver delivery delivered;
сделка сделки сделок сделкам сделками; возражение возражения возражений возражениями;
потребность потребности потребностей; клиент клиента клиентами; воронка воронок воронкой;
критерий критерии критериев; этап этапы этапам этапов; партнёр партнера партнёрами;
ofertă oferta oferte ofertei ofertelor; vânzare vânzări vânzărilor; țintă tinta ţintei;
clienți clientul clienților clientului; piața pieței piețe; obiecție obiecții obiecțiilor;
preț prețuri prețurilor prețului; scrisoare scrisori; semnătură semnături semnăturile
"""
APART = "lead leave; сделка следующий; цена цель; ofertă operă; contact contract"


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page that holds nothing but how words are compared and found."""
    with fresh(browser) as page:
        page.add_script_tag(content="\n".join((ASSETS / name).read_text("utf-8") for name in PARTS))
        yield page


def test_words_are_known_in_their_forms(blank: Page) -> None:
    page = blank
    known = """([word, other, language]) => {
        const [one, two] = [fold(word), fold(other)];
        return alike({word: two, stem: stemOf(two, language)}, one, stemOf(one, language));
    }"""
    checked = 0
    for family in SAME.replace("\n", " ").split(";"):
        first, *forms = family.split()
        language = "ro" if first in ROMANIAN else "en"
        for form in forms:
            checked += 1
            assert page.evaluate(known, [first, form, language]) >= 0.3, (first, form)
            assert page.evaluate(known, [form, first, language]) >= 0.3, (form, first)
    assert checked > 50
    for pair in APART.split(";"):
        one, other = pair.split()
        language = "ro" if one in ROMANIAN else "en"
        assert page.evaluate(known, [one, other, language]) < 0.9, (one, other)


@pytest.mark.parametrize(
    "text", ["ﾌｫﾛｰｱｯﾌﾟ", "İstanbul", "ﬁnal", "👩‍💼 lead", "e\u0301tat", "가나다", "ß", ""]
)
def test_marks_stand_where_the_words_stand(blank: Page, text: str) -> None:
    page = blank
    lengths = """text => { const folded = foldInPlace(`a ${text} lead`);
        return [folded.places.length, folded.text.length + 1]; }"""
    places, letters = page.evaluate(lengths, text)
    assert places == letters
    marks = """text => { const marks = new Marks(); marks.words.set("lead", 1);
        return marks.in(text).map(({from, to}) => text.slice(from, to)); }"""
    assert "Lead" in page.evaluate(marks, f"a {text} Lead")


def test_results_lead_to_their_places(opened: Opened) -> None:
    page = opened("en/", as_file=True)
    assert found(page, "price too high")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stages/proposal/index.html?h=*#stages.proposal.objections.price-too-high")
    shown = page.locator("[id='stages.proposal.objections.price-too-high']")
    header = page.locator(".md-header").evaluate("it => it.getBoundingClientRect().bottom")
    assert header <= shown.evaluate("it => it.getBoundingClientRect().top") < DESK[1]
    before = page.locator("article").evaluate("article => article.querySelectorAll('mark').length")
    assert before == 0, "the page itself is not changed"
    lit = page.evaluate("Array.from(CSS.highlights.get('playbook-search'), String)")
    assert {"price", "too", "high"} <= {word.lower() for word in lit}


def test_the_words_that_answered_are_lit_though_others_were_asked_for(opened: Opened) -> None:
    page = opened("ru/")
    assert found(page, "заказчик")
    page.keyboard.press("Enter")
    page.wait_for_url("**?h=*")
    lit = page.evaluate("Array.from(CSS.highlights.get('playbook-search'), String)")
    assert any(word.lower().startswith("клиент") for word in lit)


def test_results_show_title_way_and_marked_words(opened: Opened) -> None:
    page = opened("ru/")
    assert found(page, "дистрибутивной карты")
    first = page.locator(".pb-search__item").first
    assert first.locator(".pb-search__title").inner_text() == "Дистрибутивная карта"
    assert first.locator(".pb-search__title mark").all_inner_texts() == ["Дистрибутивная", "карта"]
    assert "Каталог технологий отдела продаж" in first.locator(".pb-search__path").inner_text()
    assert len(first.locator(".pb-search__text").inner_text()) > 40


def test_the_keyboard_goes_through_the_results(opened: Opened) -> None:
    page = opened("en/field-service/")
    page.keyboard.press("/")
    assert page.locator(".pb-search__input").evaluate("box => box === document.activeElement")
    results = found(page, "objection")
    assert len(results) > 3
    focused = "document.activeElement === document.querySelectorAll('.pb-search__link')[{}]"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused.format(1))
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused.format(0))
    page.keyboard.press("ArrowUp")
    assert page.locator(".pb-search__input").evaluate("box => box === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator(".pb-search__panel").is_hidden()
    page.keyboard.press("Control+k")
    assert page.locator(".pb-search__panel").is_visible()
    assert page.locator(".pb-search__input").input_value() == "objection"


def test_it_tells_how_many_and_when_nothing_is_found(opened: Opened) -> None:
    page = opened("ja/")
    status = page.locator(".pb-search__status")
    assert status.get_attribute("role") == "status"
    assert len(found(page, "会議")) > 0
    assert status.inner_text().endswith("件")
    assert found(page, "xyzzy") == []
    assert "xyzzy" in status.inner_text()
    assert found(page, "") == []
    assert page.locator(".pb-search__panel").is_hidden()


def test_on_a_phone_it_covers_the_page_until_it_is_closed(opened: Opened) -> None:
    page = opened("ro/", size=PHONE)
    assert page.locator(".pb-search__input").is_hidden()
    page.locator(".pb-search__open").click()
    assert found(page, "ofertei")
    panel = page.locator(".pb-search__panel").bounding_box()
    assert panel
    assert (panel["x"], panel["width"]) == (0, PHONE[0])
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    page.locator(".pb-search__close").click()
    assert page.locator(".pb-search__input").is_hidden()
    assert page.locator(".pb-search__open").evaluate("button => button === document.activeElement")


def test_the_start_page_searches_every_language(opened: Opened) -> None:
    page = opened("", as_file=True)
    languages = "all => all.slice(0, 12).map(link => link.lang)"
    assert found(page, "CRM")
    assert set(page.locator(".pb-search__link").evaluate_all(languages)) == set(LANGUAGES)
    for query, language in (("возражений", "ru"), ("クロージング", "ja"), ("ofertei", "ro")):
        assert found(page, query)
        assert page.locator(".pb-search__link").first.get_attribute("lang") == language


def test_the_guide_is_searched_too(browser: Browser, served: Served) -> None:
    with fresh(browser) as page:
        page.goto(f"{served.address}guide/index.html")
        open_box(page)
        box = page.locator(".pb-search__input")
        box.fill("exit codes")
        box.press("End")
        page.locator(".pb-search__link").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/guide/**?h=*")


def test_files_ask_no_server(browser: Browser, served: Served) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with fresh(browser) as page:
        page.on("request", note)
        page.goto(f"{served.folder.as_uri()}/{INTERNAL}ro/index.html")
        assert found(page, "primul contact")
    assert any(url.endswith("/search/ro.js") for url in asked)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_strict_policy_lets_it_work(browser: Browser, served: Served) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
    with fresh(browser) as page:
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text))
        page.route(
            "**/*.html",
            lambda route: route.fulfill(
                response=(answer := route.fetch()),
                body=answer.text().replace(
                    "<head>",
                    f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">',
                    1,
                ),
            ),
        )
        page.goto(f"{served.address}{INTERNAL}en/index.html")
        open_box(page)
        assert found(page, "handovers")
    assert not [text for text in errors if "playbookgen-search" in text or "search/en.js" in text]


def test_without_scripts_there_is_no_box_that_does_nothing(
    browser: Browser, served: Served
) -> None:
    with fresh(browser, java_script_enabled=False) as page:
        page.goto(f"{served.address}{INTERNAL}en/index.html")
        assert page.locator(".pb-search__input").count() == 1
        assert page.locator(".pb-search__input").is_hidden()


def test_hostile_titles_are_text_in_the_results(browser: Browser, tmp_path: Path) -> None:
    compartment = sample.compartment()
    published = publish_compartment(
        site_of(compartment, sample.pictures(compartment)), tmp_path, map_css=""
    )
    with serving(published.folder) as site, fresh(browser) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto(f"{site.address}en/index.html")
        box = page.locator(".pb-search__input")
        box.fill("alert")
        box.press("End")
        page.locator(".pb-search__link").first.wait_for()
        titles = page.locator(".pb-search__title").all_inner_texts()
        assert sample.HOSTILE in titles
        inside = "list => [...new Set(Array.from(list.querySelectorAll('*'), e => e.localName))]"
        tags = page.locator(".pb-search__list").evaluate(inside)
        assert set(tags) <= {"li", "a", "span", "mark"}
        box.fill('<img src=x onerror="alert(1)">')
        box.press("End")
        page.wait_for_timeout(300)
        assert page.locator(".pb-search__status").evaluate("status => status.children.length") == 0


def test_only_the_first_results_count() -> None:
    query = Query("en", "x", ("a/#b",))
    assert query.rank(["a/#", "a/#b"]) == 2
    assert query.rank(["a/#"] * FIRST + ["a/#b"]) is None


@contextmanager
def fresh(browser: Browser, **options: bool) -> Iterator[Page]:
    """An empty page at desk width."""
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}, **options)  # type: ignore[arg-type] # flags alone
    yield context.new_page()
    context.close()
