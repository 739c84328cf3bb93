"""Every page by keyboard alone: what can be clicked is reached by Tab, and shows that it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.survey import Served

LONG = {"handbook"}
# Marks what can be clicked and is seen, keeps how it looks, and notes what the focus changes.
WATCH = """() => {
  const OURS = "article, .pb-search";
  const CLICKED = "a[href], button, input, select, textarea, summary, [tabindex]";
  const looks = element => [undefined, "::after"].map(part => {
    const style = getComputedStyle(element, part);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor,
      style.borderColor, style.textDecoration, style.color, style.stroke, style.strokeWidth,
      style.filter].join("|");
  }).join("|");
  const around = element => {
    const all = [element, element.parentElement, element.parentElement.parentElement,
      ...[...element.querySelectorAll("*")].slice(0, 6)];
    return all.map(looks).join("/");
  };
  const ringed = element => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  const seen = element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
      && element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  };
  const all = [...document.querySelectorAll(CLICKED)].filter(
    element => element.closest(OURS) && seen(element) && !element.disabled);
  const before = new Map(all.map(element => [element, around(element)]));
  window.watched = {missed: new Set(all), dull: []};
  document.addEventListener("focusin", event => {
    const element = event.target;
    if (!watched.missed.delete(element)) return;
    if (!ringed(element) && around(element) === before.get(element)) {
      watched.dull.push(element.outerHTML.slice(0, 160));
    }
  });
  return all.length;
}"""
LEFT = "() => watched.missed.size"
SAID = """() => ({
  missed: [...watched.missed].map(element => element.outerHTML.slice(0, 160)),
  dull: watched.dull,
})"""
STILL = "* { transition: none !important; animation: none !important }"


@pytest.fixture(params=[1440, pytest.param(390, marks=pytest.mark.slow)], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page at each width, on which nothing moves."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, reduced_motion="reduce", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def walked(page: Page, url: str) -> tuple[int, dict[str, Any]]:
    """How many things can be clicked on a page, and what Tab misses or leaves dull."""
    page.goto(url)
    page.add_style_tag(content=STILL)
    count: int = page.evaluate(WATCH)
    everything: int = page.locator("a, button, input, select, [tabindex]").count()
    for pressed in range(2 * everything):
        if pressed % 20 == 0 and not page.evaluate(LEFT):
            break
        page.keyboard.press("Tab")
    return count, page.evaluate(SAID)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in LONG])
def test_the_keyboard_reaches_all_that_can_be_clicked(
    page: Page, served: Served, kind: str
) -> None:
    count, said = walked(page, served.address + KINDS[kind])
    assert count > 2
    assert said == {"missed": [], "dull": []}


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(LONG))
def test_the_keyboard_walks_the_longest_page(page: Page, served: Served, kind: str) -> None:
    count, said = walked(page, served.address + KINDS[kind])
    assert count > 100
    assert said == {"missed": [], "dull": []}


def test_what_cannot_be_reached_is_missed(page: Page, served: Served) -> None:
    page.goto(served.address + KINDS["overview"])
    page.locator("article .pb-chip[href]").first.evaluate("chip => { chip.tabIndex = -1 }")
    count = page.evaluate(WATCH)
    for _ in range(count + 80):
        page.keyboard.press("Tab")
    assert len(page.evaluate(SAID)["missed"]) == 1
