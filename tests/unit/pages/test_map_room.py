"""Maps are laid out for the room that their page has."""

from __future__ import annotations

from importlib.resources import files

import pytest

from playbookgen.render.pages import map_room
from playbookgen.render.pages.addresses import (
    JOURNEY,
    METHODOLOGY,
    OVERVIEW,
    QUALIFICATION,
    RESPONSIBILITIES,
    TECHNOLOGIES,
    TODAY,
)

TEMPLATES = files("playbookgen.render") / "templates"


@pytest.mark.parametrize(
    "page",
    [JOURNEY, METHODOLOGY, OVERVIEW, QUALIFICATION, RESPONSIBILITIES, TECHNOLOGIES, TODAY],
)
def test_a_page_without_contents_beside_it_gives_its_maps_all_its_width(page: str) -> None:
    head = (TEMPLATES / f"{page}.md.jinja").read_text(encoding="utf-8")[:200]
    assert (map_room(page) > 1000) == ("hide:\n  - toc" in head)
