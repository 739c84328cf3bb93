"""Headings come out of Markdown as they were written, whatever they hold."""

from __future__ import annotations

import html
import json
import re

import markdown  # type: ignore[import-untyped] # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.publish.titles import marked, restored
from playbookgen.render.pages.text import heading_text, paragraphs
from tests.unit.pages.sample_site import HOSTILE

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]), min_size=1)
SPECIAL = st.text("\\`*_{}[]()<>#+-.!|~^=&;:\"'/@$%1a ", min_size=1)


def built(title: str) -> str:
    """The text of a heading after Python-Markdown, extensions as on the site."""
    source = f"before\n\n# {heading_text(title)} {{#top}}\n\nafter\n"
    page = markdown.markdown(source, extensions=["attr_list", "tables", "fenced_code", "toc"])
    found = re.fullmatch(
        r'<p>before</p>\n<h1 id="top">([^<]*)</h1>\n<p>after</p>', page, flags=re.DOTALL
    )
    assert found, page
    return html.unescape(found[1])


@given(TEXT | SPECIAL)
def test_any_heading_comes_out_as_written(title: str) -> None:
    if title.strip():
        assert built(f"x{title}x") == f"x{title}x"


@pytest.mark.parametrize(
    "title",
    [
        HOSTILE,
        "# {#other .class onclick=alert(1)}",
        "[^1] and *[HTML]: and [TOC] and ![a](b)",
        "1. first - second * third",
        "a & b &amp; c &#60; d",
        "ends in a backslash \\",
        "{{ words.entry }} {% raw %} ${x}",
        "==== ---- ~~~",
        "見出し「全角」＃［］",
    ],
)
def test_marks_of_markdown_and_html_mean_nothing(title: str) -> None:
    assert built(title) == title


def test_a_heading_stays_on_one_line() -> None:
    assert built("first\n\n# second\r\n\tthird") == "first # second third"


def test_paragraphs_part_at_empty_lines_and_escape() -> None:
    assert paragraphs("a <b>\n\n c\nd ") == "<p>a &lt;b&gt;</p><p>c\nd</p>"


@given(TEXT | SPECIAL)
def test_a_title_survives_the_theme_and_is_restored_escaped(title: str) -> None:
    line = f"x{title}x"
    through = json.loads(json.dumps(marked(line)))
    assert not set(through) & set("<>&\"'`{}[]")
    page = restored(f'<a title="{through}">{through}</a>')
    text = re.fullmatch(r'<a title="([^"<>]*)">([^<>"]*)</a>', page)
    assert text
    assert html.unescape(text[1]) == html.unescape(text[2]) == line
