"""Maps in pages: tools by mouse and keyboard, neighbours, downloads; and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.survey import Served

PLAYBOOK = "examples/internal/en/field-service/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a desktop."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def overview(page: Page, served: Served) -> Page:
    page.goto(served.address + PLAYBOOK)
    return page


def drawn_width(page: Page) -> float:
    width: float = page.locator(".pb-map svg:visible").first.evaluate(
        "svg => svg.getBoundingClientRect().width"
    )
    return width


def test_buttons_zoom_in_and_out_and_back(overview: Page) -> None:
    before = drawn_width(overview)
    overview.get_by_role("button", name="Zoom in").locator("visible=true").click()
    assert drawn_width(overview) == pytest.approx(before * 1.25, abs=1)
    overview.get_by_role("button", name="Zoom out").locator("visible=true").click()
    overview.get_by_role("button", name="Zoom out").locator("visible=true").click()
    assert drawn_width(overview) == pytest.approx(before / 1.25, abs=1)
    overview.get_by_role("button", name="Actual size").locator("visible=true").click()
    assert drawn_width(overview) == pytest.approx(before, abs=1)


def test_keys_zoom_and_fill_the_screen(overview: Page) -> None:
    before = drawn_width(overview)
    overview.locator(".pb-map:visible").first.focus()
    overview.keyboard.press("+")
    overview.keyboard.press("+")
    assert drawn_width(overview) == pytest.approx(before * 1.25**2, abs=1)
    overview.keyboard.press("0")
    assert drawn_width(overview) == pytest.approx(before, abs=1)
    overview.keyboard.press("f")
    full = overview.locator(".pb-frame--full")
    expect(full).to_have_count(1)
    box = full.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (
        overview.evaluate("innerWidth"),
        overview.evaluate("innerHeight"),
    )
    overview.keyboard.press("f")
    expect(full).to_have_count(0)


def test_a_zoomed_map_is_dragged_and_scrolled(overview: Page) -> None:
    region = overview.locator(".pb-map:visible").first
    region.focus()
    for _ in range(5):
        overview.keyboard.press("+")
    before = region.evaluate("region => region.scrollLeft")
    box = region.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 200
    overview.mouse.move(x, y)
    overview.mouse.down()
    overview.mouse.move(x - 120, y, steps=4)
    overview.mouse.up()
    assert region.evaluate("region => region.scrollLeft") == pytest.approx(before + 120, abs=2)


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_stage_lights_up_its_neighbours(overview: Page, how: str) -> None:
    stage = overview.locator(".pb-map:visible a.pg-node").first
    getattr(stage, how)()
    lit = overview.locator(".pg-lighting .pg-lit")
    expect(lit.first).to_be_attached()
    assert overview.locator(".pg-lit.pg-edge").count() >= 2
    assert overview.locator(".pg-lit.pg-node").count() >= 3
    dimmed = overview.locator(".pg-lighting .pg-node:not(.pg-lit)").first
    expect(dimmed).to_have_css("opacity", "0.3")


def test_downloads_are_files_of_their_own(overview: Page, tmp_path: Path) -> None:
    with overview.expect_download() as download:
        overview.get_by_role("button", name="Download as SVG").locator("visible=true").click()
    download.value.save_as(tmp_path / "map.svg")
    root = ElementTree.parse(tmp_path / "map.svg").getroot()  # noqa: S314 # made by our own page
    assert root.tag == f"{SVG}svg"
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert any("Capture interest" in text for text in texts)
    assert not [link for link in root.iter(f"{SVG}a") if link.get("href")]
    shapes = [shape for shape in root.iter(f"{SVG}path") if "pg-shape" in shape.get("class", "")]
    assert all("fill: " in shape.get("style", "") for shape in shapes)
    with overview.expect_download() as download:
        overview.get_by_role("button", name="Download as PNG").locator("visible=true").click()
    download.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.fixture
def phone(browser: Browser, served: Served) -> Iterator[Page]:
    """The start page of a playbook on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(served.address + PLAYBOOK)
    yield page
    context.close()


def test_a_tall_map_shows_its_beginning_until_more_is_asked_for(phone: Page) -> None:
    region = phone.locator(".pb-map:visible").first
    whole = region.locator("svg").bounding_box()
    folded = region.bounding_box()
    assert whole
    assert folded
    assert whole["height"] > 2 * 844 > 2 * folded["height"]
    more = phone.get_by_role("button", name="Show the whole map")
    expect(more).to_have_attribute("aria-expanded", "false")
    more.tap()
    shown = region.bounding_box()
    assert shown
    assert shown["height"] >= whole["height"]
    phone.get_by_role("button", name="Show less of the map").tap()
    again = region.bounding_box()
    assert again
    assert again["height"] == folded["height"]


@pytest.mark.parametrize("by", ["keyboard", "tool"])
def test_the_keyboard_and_the_tools_unfold_a_tall_map(phone: Page, by: str) -> None:
    frame = phone.locator(".pb-frame:visible").first
    expect(frame.locator(".pb-fold")).to_have_attribute("aria-expanded", "false")
    if by == "keyboard":
        frame.locator("a.pg-node").last.focus()
    else:
        frame.get_by_role("button", name="Zoom in").tap()
    expect(frame.locator(".pb-fold")).to_have_attribute("aria-expanded", "true")


def test_a_map_that_a_window_nearly_shows_is_whole(overview: Page) -> None:
    expect(overview.locator(".pb-map svg:visible").first).to_be_visible()
    overview.goto(overview.url.replace("index.html", "") + "metrics/")
    expect(overview.locator(".pb-bar:visible")).to_have_count(1)
    expect(overview.locator(".pb-fold:visible")).to_have_count(0)


def test_two_fingers_enlarge_the_map_and_not_the_page(phone: Page) -> None:
    region = phone.locator(".pb-map:visible").first
    region.scroll_into_view_if_needed()
    before = drawn_width(phone)
    box = region.bounding_box()
    assert box
    gesture = {"x": box["x"] + 150, "y": box["y"] + 120, "scaleFactor": 2}
    session = phone.context.new_cdp_session(phone)
    session.send("Input.synthesizePinchGesture", {**gesture, "gestureSourceType": "touch"})
    assert drawn_width(phone) > 1.5 * before
    assert phone.evaluate("visualViewport.scale") == 1
    expect(region).to_have_css("touch-action", "pan-x pan-y")


def test_links_to_the_sections_stay_at_hand_on_a_phone(phone: Page, served: Served) -> None:
    phone.goto(f"{served.address}{PLAYBOOK}stages/proposal/")
    strip = phone.get_by_role("navigation", name="On this page")
    strip.get_by_role("link", name="If they object").tap()
    phone.wait_for_url("**#objections")
    heading = phone.locator("h2#objections")
    expect(heading).to_be_in_viewport()
    above, below = strip.bounding_box(), heading.bounding_box()
    assert above
    assert below
    assert 0 < above["y"] < 100
    assert above["y"] + above["height"] <= below["y"] + 1


def test_without_scripts_maps_are_read_and_followed(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address + PLAYBOOK)
    expect(page.locator(".pb-map svg:visible")).to_have_count(1)
    expect(page.locator(".pb-bar")).to_have_count(0)
    page.locator(".pb-map:visible a.pg-node").first.click()
    expect(page.locator("h1")).to_have_text("Capture interest")
    context.close()


def test_technologies_are_filtered_by_sales_type_and_category(page: Page, served: Served) -> None:
    page.goto(f"{served.address}{PLAYBOOK}technologies/")
    rows = page.locator("#technologies tr[data-pb-sales-types]")
    whole = rows.count()
    page.locator("select[name=sales-type]").select_option(label="regional sales")
    shown = rows.locator("visible=true")
    assert 0 < shown.count() < whole
    expect(page.get_by_role("status").locator("visible=true")).to_have_text(
        f"{shown.count()} of {whole} shown"
    )
    for row in shown.all():
        assert row.get_attribute("data-pb-sales-types") in ("", None) or "regional" in str(
            row.get_attribute("data-pb-sales-types")
        )
    page.locator("select[name=category]").select_option(label="Internal")
    assert shown.count() < whole
    page.locator("select[name=category]").select_option(label="all")
    page.locator("select[name=sales-type]").select_option(label="all")
    assert shown.count() == whole
