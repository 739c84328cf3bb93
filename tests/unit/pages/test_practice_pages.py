"""The pages on practice, people and the buyer: everything has a place, and says what it must."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace

import pytest

from playbookgen.locales import WORDS_BY_LANGUAGE, words_for
from playbookgen.model.playbook import Edition
from playbookgen.model.site import Page
from playbookgen.render.pages.addresses import addresses, page_keys, page_path
from playbookgen.render.pages.comparison import comparison
from playbookgen.render.pages.contents import parts_of
from tests.unit.pages import rich_playbook as rich
from tests.unit.pages import sample_site as sample

EN = words_for("en")


def pages_of(edition: Edition) -> dict[str, Page]:
    prefix = f"{edition.id}/"
    pages = rich.site(edition).parts[1].pages
    return {page.path.removeprefix(prefix): page for page in pages}


def text_of(page: Page) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page.markdown)).split())


def ids_of(page: Page) -> list[str]:
    found = re.findall(r'\bid="([^"]+)"|\{#([^ }]+)\}', page.markdown)
    return [one or other for one, other in found]


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(rich.inspections())


@pytest.mark.parametrize(
    "edition", [rich.inspections(), sample.seven_steps(), sample.catalogue(), sample.journey()]
)
def test_everything_in_the_model_has_a_place_that_is_there(edition: Edition) -> None:
    of_edition = pages_of(edition)
    places = addresses(edition)
    assert set(places) >= set(parts_of(edition))
    for ref, place in places.items():
        page = of_edition[page_path(place.page)]
        assert not place.anchor or place.anchor in ids_of(page), ref


def test_no_id_stands_twice_on_a_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert [id_ for id_, count in Counter(ids_of(page)).items() if count > 1] == [], path


def test_a_playbook_has_only_the_pages_that_it_has_content_for() -> None:
    edition = rich.inspections()
    smallest = Edition(edition.id, "T", "S", edition.client, edition.audience, "en")
    assert page_keys(smallest) == ("overview",)
    without = replace(edition, glossary=(), meetings=(), as_is=None, crm=None, buying_centre=None)
    gone = set(page_keys(edition)) - set(page_keys(without))
    assert gone == {"glossary", "meetings", "today", "crm", "buying-centre"}


@pytest.mark.parametrize("language", sorted(WORDS_BY_LANGUAGE))
def test_pages_stand_under_captions_in_the_language(language: str) -> None:
    words = words_for(language)
    pages = pages_of(replace(rich.inspections(), language=language))
    groups = {page.group for path, page in pages.items() if not path.startswith("technologies/")}
    names = ["stages", "page_my_work", "page_process", "page_buyer", "page_practice"]
    names += ["page_people", "page_reference"]
    assert groups == {"", *(words[name] for name in names)}


def test_the_overview_leads_to_every_page(pages: dict[str, Page]) -> None:
    hrefs = set(re.findall(r'href="([^"#]+)"', pages["index.md"].markdown))
    assert hrefs >= {path.removesuffix(".md") + "/" for path in pages if path != "index.md"}


def test_the_methodology_shows_what_applies_each_principle(pages: dict[str, Page]) -> None:
    page = pages["methodology.md"]
    assert EN["page_built_from_methodology"] in text_of(page)
    for part in ("strategies", "tools", "models", "coaching", "scripts"):
        assert EN[f"page_{part}"] in text_of(page)
    rows = {row.split('"')[0]: row for row in page.markdown.split('<tr id="')[1:]}
    pace = next(row for ref, row in rows.items() if ref.endswith("principles.pace"))
    teach = next(row for ref, row in rows.items() if ref.endswith("principles.teach"))
    assert EN["page_no_stage"] in pace
    assert "1. Attract" in teach
    assert "2. Qualify" in teach
    assert EN["page_no_stage"] not in teach


def test_a_stage_page_is_made_for_use(pages: dict[str, Page]) -> None:
    page = pages["stages/qualify.md"]
    headings = re.findall(r"^## (.*) \{#", page.markdown, flags=re.MULTILINE)
    order = ["entry", "site_do_this", "page_say_this", "page_if_they_object", "page_done_when"]
    order += ["next", "stage_map", "page_techniques", "page_principles_applied", "the_buyer"]
    order += ["page_qualification", "metrics"]
    assert headings[: len(order)] == [EN[name] for name in order]
    text = text_of(page)
    for said in (
        "within one working day",
        "Good morning, you have read our guide",
        "Twelve minutes are enough",
        "Case of the Harbour yard",
        "Be silent.",
        EN["page_by_buyer"],
        EN["page_by_us"],
        "Ask who signed the last contract.",
        "Time to first answer",
        "At least two cranes",
        "Listening to calls",
        "Talk held",
        "The foreman asks for three offers",
        "Sales' half",
    ):
        assert said in text


def test_the_thread_gives_each_level_as_number_and_bar(pages: dict[str, Page]) -> None:
    markdown = pages["qualification.md"].markdown
    cells = re.findall(r"<td>(.*?)</td>", markdown)
    assert len(cells) == 4 * 3
    assert sum("pb-level" in cell for cell in cells) == 9
    for number, width in re.findall(r'number">(\d+)%</span>.*?width: ([\d.]+)%', markdown):
        assert float(number) == float(width)


def test_my_work_is_all_that_a_role_does(pages: dict[str, Page]) -> None:
    text = text_of(pages["roles/rep.md"])
    for said in ("Call the lead", "within one working day", "30 min", "Question sheet"):
        assert said in text
    for said in (
        "Write the offer",
        "Prepare three questions",
        "Listening to calls",
        "every Friday",
    ):
        assert said in text
    assert "Pipeline board" in text
    assert "The qualified lead" in text
    assert "Plan the inspection" not in text
    assert EN["page_i_give"] not in text
    assert EN["page_i_receive"] in text
    assert EN["page_i_give"] in text_of(pages["roles/marketer.md"])


def test_a_role_that_does_nothing_is_told_so() -> None:
    sources = rich.inspections()
    idle = replace(sources.roles[0], ref="roles.idle", title="Idle")
    page = pages_of(replace(sources, roles=(*sources.roles, idle)))["roles/idle.md"]
    assert EN["page_no_work"] in text_of(page)


def test_a_handover_is_a_contract(pages: dict[str, Page]) -> None:
    text = text_of(pages["handovers.md"])
    for word in ("page_accepted_if", "page_rejected_if", "page_way_back", "page_step_zero"):
        assert EN[word] in text
    for said in ("At least two cranes", "A student or a competitor", "1 day", "Marketing manager"):
        assert said in text


def test_what_changes_is_said_in_words() -> None:
    found = {
        (pair.today.title if pair.today else pair.becomes[0].title): [
            (change.name, change.before, change.after) for change in pair.changes
        ]
        for pair in comparison(rich.inspections(), EN)
    }
    assert found == {
        "Attract": [(EN["page_new"], "", "")],
        "Trade fairs": [(EN["page_given_up"], "", "")],
        "Cold calls": [
            (EN["duration"], "3–4 weeks", "1–4 weeks"),
            (EN["responsible"], "Head of sales", "Sales representative"),
            (EN["page_conversion"], "12%", "50%"),
        ],
        "Paperwork": [("becomes 2 stages", "", "")],
    }


def test_metrics_show_who_uses_them_and_which_have_no_target(pages: dict[str, Page]) -> None:
    rows = pages["metrics.md"].markdown.split("<tr")
    answer = next(row for row in rows if 'id="metrics.answer-time"' in row)
    assert "2. Qualify" in answer
    assert "Pipeline board" in answer
    renewal = next(row for row in rows if 'id="metrics.renewal"' in row)
    assert EN["page_no_target"] in renewal
    assert "Filled-in forms" in text_of(pages["metrics.md"])


def test_synonyms_are_found_by_the_search(pages: dict[str, Page]) -> None:
    assert "prospect" in text_of(pages["glossary.md"])
    assert "SQL" in text_of(pages["glossary.md"])


def test_only_what_differs_from_the_playbook_bears_a_mark(pages: dict[str, Page]) -> None:
    marked = {path for path, page in pages.items() if "pb-chip--source" in page.markdown}
    assert marked == {
        *("stages/qualify.md", "methodology.md", "technologies.md", "glossary.md", "handbook.md"),
        "technologies/rotation.md",
    }
    assert text_of(pages["index.md"]).count(EN["page_default_provenance"]) == 1
    sources = text_of(pages["sources.md"])
    assert EN["page_provenance_reconstructed_note"] in sources
    assert "Write the note" in sources
    assert "no price limits for discounts" in sources


def test_the_journey_says_which_event_closes_the_deal(pages: dict[str, Page]) -> None:
    rows = pages["journey.md"].markdown.split("<tr id=")[1:]
    closing = [row for row in rows if EN["page_closes"] in row.split("</tr>")[0]]
    assert [row.split('"')[1] for row in closing] == ["journey.events.signed"]


def test_variants_and_reasons_are_shown(pages: dict[str, Page]) -> None:
    technologies = text_of(pages["technologies.md"])
    assert "It prepares people, not deals." in technologies
    assert "crane operator" in technologies
    assert "crane operator" in text_of(pages["stages/offer.md"])
    assert "crane dealer" in text_of(pages["index.md"])


def test_no_tag_has_a_title_since_the_theme_would_read_it_as_html(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert not re.search(r"<[^>]*\stitle=", page.markdown), path


def test_hostile_text_stays_text_on_every_page(pages: dict[str, Page]) -> None:
    hostile = pages_of(rich.poisoned(sample.HOSTILE))
    assert hostile.keys() == pages.keys()
    for path, page in hostile.items():
        tags = re.findall(r"<[^>]*>", page.markdown)
        assert not any("alert" in tag and "data-definition" not in tag for tag in tags), path
        assert not re.search("<script|</title>", page.markdown), path
        assert "alert" in text_of(page), path
