"""A stage's card says what is said to the buyer, as far as one printed sheet has room."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.model.playbook import Stage
from playbookgen.model.practice import Objection, Script
from playbookgen.model.site import MapPicture
from playbookgen.render.pages.cards import SHEET, said_on
from tests.unit.pages import rich_playbook as rich
from tests.unit.pages.test_pages import pages_of

LINE = "This is a line of about eighty letters that somebody says to a buyer on the phone. "


def stage(**said: object) -> Stage:
    first = rich.inspections().stages[0]
    bare = replace(first, tasks=(), objections=(), scripts=())
    return replace(bare, **said)  # type: ignore[arg-type] # some of its fields


def objection(name: str, lines: int) -> Objection:
    return Objection(f"stages.a.objections.{name}", name, answer=LINE * lines)


def test_answers_come_first_and_words_that_open_take_what_room_is_left() -> None:
    script = Script("stages.a.scripts.call", "Call", lines=(LINE,))
    said = said_on(stage(objections=(objection("price", 2),), scripts=(script,)))
    assert [item.title for item in said.objections] == ["price"]
    assert said.scripts == (script,)


def test_what_has_no_room_is_left_to_the_stage_s_page() -> None:
    long, short = objection("long", SHEET), objection("short", 1)
    assert said_on(stage(objections=(long, short))).objections == (short,)


def test_wide_letters_take_two_places() -> None:
    half = Objection("stages.a.objections.a", "A", answer="高" * 41 * SHEET)
    assert said_on(stage(objections=(replace(half, answer="h" * 41 * (SHEET - 16)),))).objections
    assert not said_on(stage(objections=(half,))).objections


def test_cards_show_it_with_the_playbook_that_it_is_from() -> None:
    edition = replace(rich.inspections(), version="3.2")
    page = pages_of(edition)["inspections/cards.md"].markdown
    card = page[page.index("card-qualify") :].partition("</section>")[0]
    objections = next(item for item in edition.stages if item.id == "qualify").objections
    assert objections
    assert f"<dt>{objections[0].title}</dt>" in card
    assert f"{edition.title} · Version 3.2" in card


def test_a_map_is_long_when_no_sheet_holds_it() -> None:
    def drawn(width: float, height: float) -> MapPicture:
        svg = f'<svg xmlns="x" id="a" width="{width}" height="{height}" viewBox="0 0 1 1"></svg>'
        return MapPicture("p/en/process", "Map", svg, svg)

    assert drawn(800, 1700.5).is_long
    assert not drawn(1096.49, 1655.15).is_long
    assert not MapPicture("p/en/process", "Map", "<svg></svg>", "").is_long
