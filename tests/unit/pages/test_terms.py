"""Terms of the glossary in texts: found as people write them, and nothing else is touched."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.model.playbook import Term
from playbookgen.render.pages.terms import Glossary
from tests.unit.pages.sample_site import HOSTILE


def linked(text: str, *names: str, language: str = "en", within: str = "") -> list[str]:
    """The words of `text` that became links."""
    terms = [Term(f"glossary.t{number}", name, "Meaning") for number, name in enumerate(names)]
    links = {term.ref: f"#{term.ref}" for term in terms}
    markup = Glossary(terms, language).linked(text, links, within=within)
    return [html.unescape(found) for found in re.findall(r"<a [^>]*>([^<]*)</a>", markup)]


@pytest.mark.parametrize(
    ("language", "term", "text", "found"),
    [
        ("en", "lead", "Two leads, a leader and a mislead.", ["leads"]),
        ("en", "lead", "The LEAD's budget", ["LEAD's"]),
        ("en", "IT", "Does it please IT?", ["IT"]),
        ("en", "SQL", "SQLite is no SQL", ["SQL"]),
        ("en", "buying centre", "The buying\ncentres differ", ["buying\ncentres"]),
        ("en", "C++", "We say C++, not C", ["C++"]),
        ("ru", "сделка", "По сделке и о сделках", ["сделке"]),
        ("ru", "лид", "Каждого лида, но не лидера и не Солида", ["лида"]),
        ("ru", "план", "Планета без плана", ["плана"]),
        ("ru", "этап продаж", "на этапе продаж", ["этапе продаж"]),
        ("ro", "ofertă", "Trimitem oferta; ofertele vin apoi", ["oferta"]),
        ("ro", "contract", "După semnarea contractului", ["contractului"]),
        ("ja", "リード", "有望なリードを渡す", ["リード"]),
        ("ja", "リード", "リードタイムを測る", []),
        ("ja", "取引", "取引先と取引する", ["取引"]),
    ],
)
def test_terms_are_found_as_whole_words(
    language: str, term: str, text: str, found: list[str]
) -> None:
    assert linked(text, term, language=language) == found


def test_the_longest_term_wins_and_each_is_linked_once() -> None:
    assert linked("A qualified lead is a lead; a lead waits.", "lead", "qualified lead") == [
        "qualified lead",
        "lead",
    ]


def test_a_term_is_not_linked_in_its_own_definition() -> None:
    assert linked("A lead is a deal", "lead", "deal", within="glossary.t0") == ["deal"]


def test_a_synonym_leads_to_its_term() -> None:
    term = Term("glossary.lead", "lead", "A person", ("prospect",))
    markup = Glossary([term], "en").linked("Call the prospect.", {term.ref: "g/#glossary.lead"})
    assert markup == (
        'Call the <a class="pb-term" href="g/#glossary.lead" data-definition="A person">'
        "prospect</a>."
    )


texts = st.text(st.sampled_from("lead dealLEAD<>&\"'{}[]*`\n.лид取引リー\u0301")) | st.text()
names = st.text(st.sampled_from("leadDEAL <>&\"'取引лид"), min_size=1).filter(str.strip)


@given(texts, st.lists(names, max_size=4), st.sampled_from(["en", "ru", "ro", "ja", "fi"]))
def test_what_readers_see_is_what_was_written(text: str, terms: list[str], language: str) -> None:
    glossary = [
        Term(f"glossary.t{number}", name.strip(), HOSTILE) for number, name in enumerate(terms)
    ]
    links = {term.ref: f"#{term.ref}" for term in glossary}
    markup = str(Glossary(glossary, language).linked(text, links))
    tag = r'<a class="pb-term" href="#glossary\.t\d" data-definition="[^"<>]*">|</a>'
    shown = re.sub(tag, "", markup)
    assert "<" not in shown
    assert html.unescape(shown) == html.unescape(html.escape(text))
