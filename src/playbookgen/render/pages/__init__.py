"""Editions to Markdown pages, and compartments to sites."""

from __future__ import annotations

from playbookgen.render.pages.addresses import link_table, picture_places
from playbookgen.render.pages.engine import stylesheet
from playbookgen.render.pages.site import site_of

__all__ = ["link_table", "picture_places", "site_of", "stylesheet"]
