"""Descriptions of pages: the lead or the title, plain, escaped, short, and never a second one."""

from __future__ import annotations

import pytest

from playbookgen.publish.description import LONGEST, with_description

HEAD = "<head><title>Proposal &amp; price</title></head>"


def page(lead: str) -> str:
    return f'{HEAD}<article><div class="pb-lead"><p>{lead}</p></div></article>'


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Let them choose.", "Let them choose."),
        (
            '<span class="pb-label">Purpose</span> Let <a href="x">them</a> choose.',
            "Let them choose.",
        ),
        ("&quot;&gt;&lt;script&gt; &amp;amp;", "&quot;&gt;&lt;script&gt; &amp;amp;"),
        ("", "Proposal &amp; price"),
    ],
)
def test_the_lead_is_the_description(lead: str, said: str) -> None:
    wanted = f'<meta name="description" content="{said}">\n<title>'
    assert wanted in with_description(page(lead))


@pytest.mark.parametrize("lead", ["word " * 100, "語" * 300])
def test_a_long_lead_is_cut_between_words(lead: str) -> None:
    said = with_description(page(lead)).split('content="')[1].split('"')[0]
    assert len(said) <= LONGEST
    assert said.endswith(("word…", "語…"))


def test_a_page_without_a_lead_is_described_by_its_title() -> None:
    assert 'content="Proposal &amp; price"' in with_description(HEAD)


def test_a_description_that_is_there_stays_alone() -> None:
    described = with_description(page("Let them choose."))
    assert with_description(described) == described
