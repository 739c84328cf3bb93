"""Every map is tidy as Chromium shows it, in three fonts; and the audit sees what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from playbookgen.layout import place
from playbookgen.pipeline import check
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.workspace_maps import placed_workspace_map
from playbookgen.render import pages
from playbookgen.views import VIEW_BY_KIND, WORKSPACE_VIEW_BY_KIND
from tests.browser.layout_audit import FONTS, JAPANESE, STACKS, Sample, audited, prepare
from tests.layouts.process_words import WORDS_BY_LANGUAGE
from tests.layouts.random_processes import COUNT, random_process, without_lanes
from tests.unit.layout.lane_checks import lane_refs

REPOSITORY = Path(__file__).parents[2]
PAGE = 1120.0
PHONE = 358.0


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that measures."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield prepare(context.new_page())
    context.close()


def test_the_fonts_are_there_and_draw_every_letter(page: Page) -> None:
    letters = "".join(sorted({*"".join(map(str, WORDS_BY_LANGUAGE.values()))}))
    used = {font: fonts_that_draw(page, stack, letters) for stack, font in STACKS.items()}
    assert used == {font: {font, JAPANESE} for font in FONTS}


def fonts_that_draw(page: Page, stack: str, text: str) -> set[str]:
    """The fonts that Chromium takes for a text."""
    page.evaluate(
        """([stack, text]) => {
          const line = document.createElement("p");
          line.style.fontFamily = stack;
          line.textContent = text;
          document.body.replaceChildren(line);
        }""",
        [stack, text],
    )
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return {font["familyName"] for font in fonts}


def test_every_map_of_every_example(page: Page) -> None:
    maps = list(example_maps())
    assert len({sample.name.partition("@")[0] for sample in maps}) > 60
    assert audited(page, maps) == []


def example_maps() -> Iterator[Sample]:
    """Every map as its page has it on a desk and on a phone."""
    checked = check(REPOSITORY)
    for edition in checked.editions:
        for chosen in map_names(edition):
            diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
            room = pages.map_room(pages.page_of_map(edition, chosen.subject))
            for width in (room, pages.PHONE_ROOM):
                name = f"{edition.id}/{edition.language}/{chosen.name}@{width:g}"
                yield Sample(name, place(diagram, width=width), lane_refs(diagram))
    for kind in WORKSPACE_VIEW_BY_KIND:
        for width in (PAGE, pages.PHONE_ROOM):
            placed = placed_workspace_map(checked, kind, width=width)
            yield Sample(f"{kind}@{width:g}", placed)


def random_maps(numbers: Iterable[int], *, lanes: bool, width: float) -> Iterator[Sample]:
    """Random processes as flowcharts or swimlanes."""
    for number in numbers:
        process = random_process(number)
        chart = process if lanes else without_lanes(process)
        yield Sample(f"process {number}", place(chart, width=width), lane_refs(chart))


@pytest.mark.parametrize("lanes", [False, True], ids=["flowchart", "swimlane"])
@pytest.mark.parametrize(("width", "every"), [(PAGE, 7), (PHONE, 29)])
def test_random_processes(page: Page, width: float, every: int, lanes: bool) -> None:
    maps = random_maps(range(0, COUNT, every), lanes=lanes, width=width)
    assert audited(page, maps) == []


@pytest.mark.slow
@pytest.mark.parametrize("lanes", [False, True], ids=["flowchart", "swimlane"])
@pytest.mark.parametrize("width", [PAGE, PHONE])
def test_all_random_processes(page: Page, width: float, lanes: bool) -> None:
    assert audited(page, random_maps(range(COUNT), lanes=lanes, width=width)) == []
