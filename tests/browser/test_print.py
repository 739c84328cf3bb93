"""Cards and handbooks as they are printed: one card a sheet, contents first, no empty sheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.survey import Served

PLAYBOOKS = ("en/field-service", "ja/seven-steps", "ro/joint-process", "ru/process-and-methodology")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def printed(page: Page, address: str) -> list[str]:
    """The words of each sheet of A4, without its number."""
    page.goto(address)
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return [bare(re.sub(r"\s*\d+ / \d+\s*", "", sheet.extract_text())) for sheet in sheets]


def bare(text: str) -> str:
    """A text as it is compared: in PDF some letters have other signs, and spaces are others."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_each_card_is_one_sheet(page: Page, served: Served, playbook: str) -> None:
    sheets = printed(page, f"{served.address}examples/internal/{playbook}/cards/")
    titles = page.locator(".pb-stage-card h2 a").all_inner_texts()
    assert len(sheets) == len(titles) > 3
    assert all(bare(title) in sheet for title, sheet in zip(titles, sheets, strict=True))


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_a_handbook_has_contents_and_no_empty_sheet(
    page: Page, served: Served, playbook: str
) -> None:
    sheets = printed(page, f"{served.address}examples/internal/{playbook}/handbook/")
    chapters = page.locator(".pb-jump--contents a").all_inner_texts()
    assert len(chapters) > 10
    assert all(bare(chapter) in sheets[0] for chapter in chapters)
    empty = [number for number, sheet in enumerate(sheets, start=1) if len(sheet) < 8]
    assert empty == []
    stages = page.locator('h2[id*="-stages-"]').all_inner_texts()
    assert [title for title in stages if not any(map(begins(title), sheets))] == []


def begins(title: str) -> Callable[[str], bool]:
    """Whether a sheet begins with a title."""
    return lambda sheet: sheet.startswith(bare(title))
