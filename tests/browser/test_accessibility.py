"""What axe-core says of a page of every kind: nothing that the theme alone is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import left_out, serving
from tests.browser.kinds import BARE, KINDS, PLAYBOOK, bare_site
from tests.browser.survey import Served

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
# In the dark and on a phone a page holds the same elements; what differs is looked at there, too.
COLOURS = ["color-contrast", "link-in-text-block"]
RUN = """rules => axe.run(document, rules
    ? {resultTypes: ["violations"], runOnly: rules} : {resultTypes: ["violations"]})
  .then(found => found.violations.flatMap(rule =>
    rule.nodes.map(node => [rule.id, node.html, node.failureSummary])))"""
LONG = {"handbook"}
# Colours do not depend on the width: the fourth setting is looked at in the longer suite.
SETTINGS = [
    (1440, "light"),
    (1440, "dark"),
    (390, "light"),
    pytest.param((390, "dark"), marks=pytest.mark.slow),
]
Finding = tuple[str, str]
"""A rule, and the name and classes of the element that breaks it."""

pytestmark = pytest.mark.web


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker."""
    if not AXE.is_file():
        left_out("there is no axe-core: run make web")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The theme alone."""
    with serving(bare_site(tmp_path_factory.mktemp("bare"))) as site:
        yield site


@pytest.fixture(params=SETTINGS, ids=str)
def seen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, str]]:
    """An empty page at each width and in each scheme, and the scheme."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=cast("Literal['light', 'dark']", scheme),
        reduced_motion="reduce",
    )
    yield context.new_page(), scheme
    context.close()


def violations(page: Page, url: str, axe: str, rules: list[str] | None) -> dict[Finding, str]:
    """What breaks a rule on a page, with the checker's words."""
    page.goto(url)
    page.evaluate(f"{axe}; 0")
    found: list[list[Any]] = page.evaluate(RUN, rules)
    return {(rule, element(html)): f"{html[:200]} {why}" for rule, html, why in found}


def element(html: str) -> str:
    """The name of an element with its classes."""
    tag = re.match(r"<([\w-]+)[^>]*?(?:\sclass=\"([^\"]*)\"|>)", html)
    assert tag, html
    return " ".join([tag[1], *sorted((tag[2] or "").split())])


def of_ours(
    seen: tuple[Page, str], served: Served, bare: Served, axe: str, kinds: list[str]
) -> dict[str, dict[Finding, str]]:
    """By the kind of page: what breaks a rule there and nowhere on pages of the theme alone."""
    page, scheme = seen
    rules = COLOURS if scheme == "dark" else None
    of_theme = {each for path in BARE for each in violations(page, bare.address + path, axe, rules)}
    found = {}
    for kind in kinds:
        broken = violations(page, served.address + KINDS[kind], axe, rules)
        found[kind] = {each: why for each, why in broken.items() if each not in of_theme}
    return {kind: broken for kind, broken in found.items() if broken}


def test_every_kind_of_page_of_the_example_is_among_those_looked_at(served: Served) -> None:
    listed = {path.removeprefix(PLAYBOOK).split("/")[0] for path in KINDS.values()}
    pages = [path for path in served.pages() if path.startswith(PLAYBOOK)]
    assert {path.removeprefix(PLAYBOOK).split("/")[0] for path in pages} <= listed
    assert set(KINDS.values()) <= set(served.pages())


def test_no_rule_of_axe_is_broken_by_us(
    seen: tuple[Page, str], served: Served, bare: Served, axe: str
) -> None:
    kinds = [kind for kind in KINDS if kind not in LONG]
    assert of_ours(seen, served, bare, axe, kinds) == {}


@pytest.mark.slow
def test_no_rule_of_axe_is_broken_on_the_longest_page(
    seen: tuple[Page, str], served: Served, bare: Served, axe: str
) -> None:
    assert of_ours(seen, served, bare, axe, sorted(LONG)) == {}


def test_axe_is_awake(seen: tuple[Page, str], served: Served, axe: str) -> None:
    page, _ = seen
    page.goto(served.address + PLAYBOOK)
    page.locator("article p").first.evaluate(
        "paragraph => { paragraph.style.color = '#999'; paragraph.style.background = '#888' }"
    )
    page.evaluate(f"{axe}; 0")
    assert any(rule == "color-contrast" for rule, _, _ in page.evaluate(RUN, COLOURS))
