"""The sections of built pages, and the index made of them."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playbookgen.locales import WORDS_BY_LANGUAGE
from playbookgen.locales.search import SEARCH_WORDS_BY_LANGUAGE, SYNONYMS_BY_LANGUAGE, en
from playbookgen.publish.search.box import script, with_search
from playbookgen.publish.search.index import index_of
from playbookgen.publish.search.sections import Section, sections_of

STAGE = """<html><body><nav>Not this</nav><article class="x">
<h1 id="top">Closing<a class="headerlink" href="#top">¶</a></h1>
<p class="pb-chips"><span>Stage 6 of 7</span></p><p>Win the <b>deal</b>.</p>
<svg><text>drawn</text></svg>
<h2 id="tasks">Do this</h2>
<p>In order.</p>
<ol><li id="stages.closing.tasks.quote"><div><p>Send the quote</p></div>
<div><p>Assistant 1&nbsp;h</p></div></li></ol>
<p>After the tasks.</p>
<h2 id="metrics">Metrics</h2>
<table><tr id="metrics.win-rate"><td>Win rate<p>Of all deals.</p></td><td>30&#37;</td></tr></table>
</article></body></html>"""


def named(sections: list[Section]) -> dict[str, Section]:
    return {section.anchor: section for section in sections}


def data_of(index: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(index[index.index("push(") + 5 : index.rindex(");")])
    return data


def test_what_has_a_place_of_its_own_is_a_section() -> None:
    found = named(sections_of(STAGE))
    assert list(found) == ["", "tasks", "stages.closing.tasks.quote", "metrics", "metrics.win-rate"]
    assert (found[""].title, found[""].text) == ("Closing", "Win the deal.")
    task = found["stages.closing.tasks.quote"]
    assert (task.title, task.within, task.text) == ("Send the quote", "Do this", "Assistant 1 h")
    metric = found["metrics.win-rate"]
    assert (metric.title, metric.text) == ("Win rate", "Of all deals.\n30%")


def test_text_goes_on_in_the_section_around_a_part() -> None:
    assert named(sections_of(STAGE))["tasks"].text == "In order.\nAfter the tasks."


def test_maps_and_what_surrounds_the_text_are_left_out() -> None:
    whole = " ".join(f"{section.title} {section.text}" for section in sections_of(STAGE))
    for word in ("drawn", "Not this", "¶", "Stage 6 of 7"):
        assert word not in whole


def test_a_page_without_text_has_no_sections() -> None:
    assert sections_of("<html><body><p>Loose</p></body></html>") == []


@given(st.text(alphabet="<>/ahpdi1=\"' &;\n", max_size=60))
def test_any_markup_can_be_read(inside: str) -> None:
    sections = sections_of(f'<article><h1 id="top">A title</h1><p>{inside}</p></article>')
    assert sections[0].title.startswith("A title")


def test_the_index_is_the_same_whatever_the_order_of_the_pages() -> None:
    pages = {
        "p/index.html": "<article><h1>Playbook</h1></article>",
        "p/stages/closing/index.html": STAGE,
    }
    one = index_of(pages, folder="en", language="en")
    other = index_of(dict(reversed(pages.items())), folder="en", language="en")
    assert one == other
    assert data_of(one)["pages"] == [
        ["p/index.html", "Playbook", ""],
        ["p/stages/closing/index.html", "Closing", "Playbook"],
    ]


def test_a_stage_weighs_more_than_what_repeats_it() -> None:
    repeated = '<article><h1>Roles</h1><h2 id="in-closing">Closing</h2></article>'
    pages = {"p/stages/closing/index.html": STAGE, "p/roles/rep/index.html": repeated}
    rows = data_of(index_of(pages, folder="en", language="en"))["sections"]
    weights = {(row[0], row[1]): row[5] for row in rows}
    assert weights[1, ""] > weights[1, "tasks"] > weights[0, "in-closing"]


def test_pages_that_collect_others_are_found_by_their_titles_alone() -> None:
    rows = data_of(index_of({"p/handbook/index.html": STAGE}, folder="en", language="en"))
    assert [row[1] for row in rows["sections"]] == [""]


def test_terms_are_known_by_their_other_words() -> None:
    html = (
        "<article><h1>Glossary</h1><dl><div id='glossary.sql'><dt>qualified lead</dt>"
        "<dd>Meets the criteria.</dd></div></dl></article>"
    )
    groups = [("qualified lead", "SQL")]
    data = data_of(index_of({"g/index.html": html}, folder="", language="en", groups=groups))
    assert data["sections"][1][6] == ["SQL"]
    assert data["synonyms"][0] == ["qualified lead", "SQL"]


def test_the_box_stands_in_the_header_and_its_words_are_text() -> None:
    page = "<head></head><header><nav>Home</nav>\n</header>"
    shown = with_search(page, base="../", indexes="en", language="en")
    assert shown.index("Home") < shown.index('role="search"') < shown.index("</nav>")
    assert '<script src="../javascripts/playbookgen-search.js" defer></script>' in shown
    assert "<script>" not in shown
    assert with_search("<p>No header</p>", base="", indexes="en", language="en").startswith("<p>")


def test_a_builders_own_search_makes_room() -> None:
    other = (
        '<label class="md-header__button md-icon" for="__search"><span>Search</span></label>\n'
        '<div class="md-search" data-md-component="search" role="dialog">'
        '<button type="button">Search</button></div>'
    )
    page = f"<head></head><header><nav>Home {other}<div>Last</div></nav></header>"
    shown = with_search(page, base="", indexes="en", language="en")
    assert shown.count("<button") == 2
    assert '__search"' not in shown
    assert "Home" in shown
    assert "<div>Last</div>" in shown


def test_the_script_brings_no_code_from_elsewhere() -> None:
    text = script()
    assert "import" not in text.split()
    for word in ("eval(", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
        assert word not in text


def test_the_search_speaks_every_language() -> None:
    assert SEARCH_WORDS_BY_LANGUAGE.keys() == WORDS_BY_LANGUAGE.keys()
    assert SYNONYMS_BY_LANGUAGE.keys() == WORDS_BY_LANGUAGE.keys()
    for language, words in SEARCH_WORDS_BY_LANGUAGE.items():
        assert words.keys() == en.WORDS.keys(), language
        assert "{count}" in words["count"]
        assert "{query}" in words["none"]
        assert language == "en" or not set(words.values()) & set(en.WORDS.values())


def test_words_for_the_same_thing_come_in_groups() -> None:
    for groups in SYNONYMS_BY_LANGUAGE.values():
        for group in groups:
            assert len(set(group)) == len(group) >= 2, group
