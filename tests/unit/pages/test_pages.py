"""The pages of a site: which there are, what stands on them, where their links lead."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from playbookgen.locales import WORDS_BY_LANGUAGE
from playbookgen.model.playbook import Edition
from playbookgen.model.site import Page, Site
from playbookgen.render.pages import link_table, page_of_map, site_of
from playbookgen.render.pages.addresses import page_keys
from tests.unit.pages import sample_site as sample


@pytest.fixture(scope="module")
def site() -> Site:
    compartment = sample.compartment()
    return site_of(compartment, sample.pictures(compartment))


def pages_of(edition: Edition) -> dict[str, Page]:
    alone = replace(sample.compartment(), editions=(edition,), portal=())
    parts = site_of(alone, sample.pictures(alone)).parts
    return {page.path: page for page in parts[1].pages}


def text_of(page: Page) -> str:
    """What a reader sees of a page, tags left out."""
    return html.unescape(re.sub(r"<[^>]*>", " ", page.markdown))


def test_each_playbook_has_the_pages_it_has_content_for(site: Site) -> None:
    paths = {part.folder: [page.path for page in part.pages] for part in site.parts}
    assert paths[""] == ["index.md"]
    assert paths["ja"] == [
        "index.md",
        "seven-steps/index.md",
        "seven-steps/stages/prospecting.md",
        "seven-steps/stages/approach.md",
        "seven-steps/stages/closing.md",
        "seven-steps/roles/rep.md",
        "seven-steps/roles/lead.md",
        "seven-steps/metrics.md",
        "seven-steps/responsibilities.md",
        "seven-steps/handbook.md",
        "seven-steps/cards.md",
    ]
    assert paths["ru"][1:] == [
        "technologies-of-sales/index.md",
        "technologies-of-sales/technologies.md",
        "technologies-of-sales/technologies/item-1.md",
        "technologies-of-sales/technologies/item-2.md",
        "technologies-of-sales/technologies/item-3.md",
    ]
    assert paths["ro"][1:] == [
        "parcurs/index.md",
        "parcurs/roles/sales.md",
        "parcurs/journey.md",
        "parcurs/responsibilities.md",
    ]


def test_the_overview_says_what_the_map_says() -> None:
    page = pages_of(sample.seven_steps())["seven-steps/index.md"]
    for stage in sample.seven_steps().stages:
        assert stage.title in text_of(page)
        assert stage.purpose in text_of(page)
    assert page.pictures == ("seven-steps/ja/process", "seven-steps/ja/process/narrow")
    for fact in ("1.2", "営業企画", "2026-04-01", "2027-04-01", "受注", "失注", "競合"):
        assert fact in text_of(page)


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_playbook_that_does_not_hold_says_so_on_every_page(status: str) -> None:
    words = WORDS_BY_LANGUAGE["ja"]
    pages = pages_of(replace(sample.seven_steps(), status=status))
    inside = [page for path, page in pages.items() if path != "index.md"]
    assert all(words[f"site_{status}"] in page.markdown for page in inside)
    assert words[f"status_{status}"] in pages["index.md"].markdown


def test_the_start_page_begins_with_its_own_language() -> None:
    compartment = replace(sample.compartment(), language="ru", portal=())
    start = site_of(compartment, sample.pictures(compartment)).parts[0].pages[0].markdown
    shown = re.findall(r'<li class="pb-card" lang="(\w+)">', start)
    assert shown[0] == "ru"
    assert shown[1:] == sorted(shown[1:])


def test_a_current_playbook_has_no_warning() -> None:
    pages = pages_of(replace(sample.seven_steps(), status="current"))
    assert not any("pb-note" in page.markdown for page in pages.values())


def test_a_stage_page_answers_what_to_do_now() -> None:
    text = text_of(pages_of(sample.seven_steps())["seven-steps/stages/approach.md"])
    for said in (
        "買う理由と余裕のある見込み客だけを次に進める",
        "一覧に名前がある",
        "CRMの記録",
        "アプローチの準備をする",
        "担当者",
        "顧客カード",
        "30分",
        WORDS_BY_LANGUAGE["ja"]["automated"],
        "面談記録",
        "面談率",
        "関心がある",
        "プロスペクティング",
        "クロージング",
    ):
        assert said in text


def test_a_stage_leads_to_the_stages_around_it() -> None:
    page = pages_of(sample.seven_steps())["seven-steps/stages/approach.md"].markdown
    assert 'rel="prev" href="../prospecting/"' in page
    assert 'rel="next" href="../closing/"' in page


def test_the_matrix_gives_each_task_its_letters() -> None:
    page = pages_of(sample.seven_steps())["seven-steps/responsibilities.md"].markdown
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, flags=re.DOTALL)
    cells = [
        ["".join(re.findall(r">([RACI])</span>", cell)) for cell in row.split("<td>")[1:]]
        for row in rows
    ]
    assert cells[1:5] == [["R", "AI"], ["R", "A"], ["R", ""], ["R", "C"]]


def test_technologies_stand_by_category_with_their_gaps() -> None:
    page = pages_of(sample.catalogue())["technologies-of-sales/technologies.md"]
    marks = ('id="categories.internal"', 'href="item-1/"', 'href="item-2/"')
    order = [page.markdown.index(mark) for mark in (*marks, 'id="categories.marketing"')]
    assert order == sorted(order)
    assert page.markdown.count("pb-gap") == 1
    assert "региональные продажи" in text_of(page)


def test_the_journey_tells_influence_in_words() -> None:
    words = WORDS_BY_LANGUAGE["ro"]
    text = text_of(pages_of(sample.journey())["parcurs/journey.md"])
    assert words["influence_ours"] in text
    assert words["influence_none"] in text
    assert "Discuție rezervată" in text


def test_hostile_text_stays_text(site: Site) -> None:
    for part in site.parts:
        for page in part.pages:
            assert "<script" not in page.markdown
            assert "</title>" not in page.markdown
            # Attributes of ours are all that stands in tags.
            assert not re.search(r"<[^>]*alert", page.markdown)


def test_the_portal_names_every_client_and_leads_to_the_own_ones_directly(site: Site) -> None:
    start = site.parts[0].pages[0].markdown
    assert 'href="../../globex/client/en/plan/"' in start
    assert 'href="ja/seven-steps/"' in start
    assert site.outside == {"../../globex/client/en/plan/"}


def test_a_portal_with_the_own_playbooks_alone_does_not_repeat_them() -> None:
    own = replace(sample.compartment(), portal=sample.compartment().editions)
    start = site_of(own, sample.pictures(own)).parts[0].pages[0].markdown
    assert start.count('href="ja/seven-steps/"') == 1


def test_two_clients_of_the_same_name_stay_two_in_a_portal() -> None:
    (own, *_), (other,) = sample.compartment().editions, sample.compartment().portal[-1:]
    same = replace(other, client="globex-two", client_title=other.client_title)
    portal = replace(sample.compartment(), portal=(own, other, same))
    start = site_of(portal, sample.pictures(portal)).parts[0].pages[0].markdown
    assert start.count(f'<p class="pb-client__name">{other.client_title}</p>') == 2


def test_no_portal_no_other_client() -> None:
    alone = replace(sample.compartment(), portal=())
    site = site_of(alone, sample.pictures(alone))
    assert not site.outside
    assert all("globex" not in page.markdown for part in site.parts for page in part.pages)


@pytest.mark.parametrize(
    ("page", "ref", "href"),
    [
        ("overview", "stages.closing", "stages/closing/"),
        ("overview", "outcomes.won", "#outcomes.won"),
        ("stages.closing", "stages.approach", "../approach/"),
        ("stages.closing", "stages.closing", "./"),
        ("stages.closing", "stages.closing.tasks.call", "#stages.closing.tasks.call"),
        ("stages.closing", "outcomes.won", "../../#outcomes.won"),
        ("stages.closing", "roles.rep", "../../roles/rep/"),
    ],
)
def test_links_are_relative_to_the_page_of_the_picture(page: str, ref: str, href: str) -> None:
    assert link_table(sample.seven_steps(), page=page)[ref] == href


def test_what_would_stand_on_a_page_that_is_not_there_is_on_the_first_one() -> None:
    empty = replace(sample.catalogue(), technologies=())
    assert "technologies" not in page_keys(empty)
    assert link_table(empty, page="sources")[empty.categories[0].ref] == "../"


def test_a_journey_has_a_place_for_events_and_deal_stages() -> None:
    table = link_table(sample.journey(), page="journey")
    assert table["journey.events.books"] == "#journey.events.books"
    assert table["deal_stages.booked"] == "#deal_stages.booked"


def test_pictures_stand_where_they_are_said_to(site: Site) -> None:
    edition = sample.seven_steps()
    assert page_of_map(edition, "process") == "overview"
    places = {key: page for part in site.parts for page in part.pages for key in page.pictures}
    assert set(places) == set(site.pictures)
    for key, page in places.items():
        assert page.markdown.count(f'data-playbookgen-picture="{key}"') == 1
