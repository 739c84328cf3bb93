"""What is looked for stands at the top of a page: links to its sections, to tools, to answers."""

from __future__ import annotations

import re
from dataclasses import replace

from playbookgen.locales.en import WORDS as EN
from playbookgen.model.site import Page
from playbookgen.render.pages.jumps import with_jumps
from tests.unit.pages import rich_playbook as rich
from tests.unit.pages.test_pages import pages_of

THREE = (
    "# Page {#top}\n\nLead.\n\n## One &amp; two {#one}\n\nText\n\n## Three {#a.b}\n\n## Four {#c}\n"
)


def pages() -> dict[str, Page]:
    return {
        path.removeprefix("inspections/"): page
        for path, page in pages_of(rich.inspections()).items()
    }


def sections(page: Page) -> list[str]:
    return re.findall(r"^## .* \{#(.*)\}$", page.markdown, flags=re.MULTILINE)


def test_links_to_the_sections_stand_above_the_first() -> None:
    page = with_jumps(THREE, label='On "this" page')
    lead, nav, rest = re.split(r"(<nav.*</nav>)\n\n", page)
    assert lead.endswith("Lead.\n\n")
    assert rest.startswith("## One &amp; two {#one}")
    assert re.findall(r'href="(.*?)">(.*?)<', nav) == [
        ("#one", "One &amp; two"),
        ("#a.b", "Three"),
        ("#c", "Four"),
    ]
    assert "On &#34;this&#34; page" in nav


def test_a_short_page_needs_no_links_to_its_sections() -> None:
    short = THREE.replace("## Four", "### Four")
    assert with_jumps(short, label="x") == short


def test_they_are_for_phones_where_the_theme_shows_contents_on_desks() -> None:
    assert "pb-jump--phone" in with_jumps(THREE, label="x")
    assert "pb-jump--always" in with_jumps(f"---\nhide:\n  - toc\n---\n{THREE}", label="x")
    assert "pb-jump--contents" in with_jumps(THREE, label="x", contents=True)


def test_a_stage_page_leads_to_each_of_its_sections() -> None:
    page = pages()["stages/qualify.md"]
    nav = page.markdown[page.markdown.index("pb-jump") :].partition("</nav>")[0]
    assert re.findall(r'href="#(.*?)"', nav) == sections(page)
    assert page.markdown.index("pb-jump") < page.markdown.index("## ")


def test_the_handbook_begins_with_its_contents_and_repeats_no_others() -> None:
    page = pages()["handbook.md"]
    assert page.markdown.count('class="pb-jump ') == 1
    nav = page.markdown[page.markdown.index("pb-jump--contents") :].partition("</nav>")[0]
    assert re.findall(r'href="#(.*?)"', nav) == sections(page)
    assert len(sections(page)) > 10


def test_the_objections_are_listed_before_they_are_answered() -> None:
    page = pages()["objections.md"]
    nav, _, rest = page.markdown.partition("</nav>")
    said = re.findall(r'href="#(said-[^"]+)"', nav)
    assert said
    assert (
        re.findall(r'<div class="pb-objection">\s*<span class="pb-anchor" id="(.*?)"', rest) == said
    )


def test_what_is_needed_stands_before_the_map() -> None:
    page = pages()["index.md"]
    entry = page.markdown[page.markdown.index('id="i-need"') :].partition("</nav>")[0]
    assert page.markdown.index('id="i-need"') < page.markdown.index("{#process-map}")
    assert re.findall(r">([^<]+)</a>", entry)[:2] == [EN["page_objections"], EN["page_techniques"]]


def test_a_resource_that_is_a_technology_leads_to_its_page() -> None:
    edition = rich.inspections()
    assert edition.process
    tool = edition.technologies[0]
    first, *rest = edition.stages
    task = replace(first.tasks[0], resources=(tool.title.upper(), "A <pen>"))
    stage = replace(first, tasks=(task, *first.tasks[1:]), resources=(tool.title,))
    process = replace(edition.process, stages=(stage, *rest))
    shown = pages_of(replace(edition, process=process))
    made = shown[f"inspections/stages/{stage.id}.md"]
    back = shown[f"inspections/technologies/{tool.id}.md"].markdown
    assert f'href="../../stages/{stage.id}/#{task.ref}">{task.title}</a>' in back
    link = f'<a href="../../technologies/{tool.id}/">'
    assert f"{link}{tool.title.upper()}</a> · A &lt;pen&gt;" in made.markdown
    assert f"<li>{link}{tool.title}</a></li>" in made.markdown
