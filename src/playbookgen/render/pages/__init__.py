"""Editions to Markdown pages, and compartments to sites."""

from __future__ import annotations

from playbookgen.render.pages.addresses import (
    PHONE_ROOM,
    addresses,
    link_table,
    map_room,
    page_of_map,
    picture_key,
)
from playbookgen.render.pages.engine import stylesheet
from playbookgen.render.pages.site import site_of

__all__ = [
    "PHONE_ROOM",
    "addresses",
    "link_table",
    "map_room",
    "page_of_map",
    "picture_key",
    "site_of",
    "stylesheet",
]
