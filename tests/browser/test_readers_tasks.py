"""Ten tasks of readers, done by clicks on what is seen: the answer is two clicks from the start."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import PLAYBOOK, START
from tests.browser.survey import Served

REPOSITORY = Path(__file__).parents[2]
GUIDE = REPOSITORY / "site/docs/explanation/readers-tasks.md"


@dataclass(frozen=True)
class Task:
    """A reader's question, the links to click, the page where it ends, and words of the answer."""

    question: str
    links: tuple[str, ...]
    page: str
    answer: str


def tasks() -> list[Task]:
    """The tasks as they are written down."""
    with (REPOSITORY / "tests/data/tasks.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Task(row["task"], tuple(row["links"].split(" > ")), row["page"], row["answer"])
            for row in rows
        ]


@pytest.fixture(params=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page of a desk with a mouse, and of a phone that is touched."""
    phone = request.param == "phone"
    context = browser.new_context(
        viewport={"width": 390, "height": 844} if phone else {"width": 1440, "height": 900},
        has_touch=phone,
        is_mobile=phone,
    )
    yield context.new_page()
    context.close()


def follow(page: Page, name: str) -> None:
    """A click, or a touch, on the first link of that name that is seen in the page itself."""
    article = page.get_by_role("article")
    article.get_by_role("link", name=name, exact=True).locator("visible=true").first.click()


def at_end(page: Page, served: Served, task: Task) -> None:
    path, mark, anchor = task.page.partition("#")
    page.wait_for_url(f"{served.address}{PLAYBOOK}{path}**")
    if mark:
        expect(page.locator(f"[id='{anchor}']")).to_be_visible()
    found = page.get_by_role("article").get_by_text(task.answer).locator("visible=true")
    expect(found.first).to_be_visible()


@pytest.mark.parametrize("task", tasks(), ids=lambda task: task.page)
def test_a_task_is_done_within_two_clicks(page: Page, served: Served, task: Task) -> None:
    assert len(task.links) <= 2
    page.goto(served.address + PLAYBOOK)
    for name in task.links:
        follow(page, name)
    at_end(page, served, task)


def test_the_playbook_is_one_click_from_the_start_page(page: Page, served: Served) -> None:
    page.goto(served.address + START)
    follow(page, "Selling field-service software")
    page.wait_for_url(f"{served.address}{PLAYBOOK}**")


def test_the_guide_tells_of_every_task_as_it_is_tested() -> None:
    assert len(tasks()) == 10
    text = GUIDE.read_text(encoding="utf-8")
    for task in tasks():
        clicks = len(task.links)
        way = " → ".join(task.links)
        assert f"| {task.question} | {way} | `{task.page}` | {clicks} | {clicks + 1} |" in text
