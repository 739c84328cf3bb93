"""Edition → diagrams: what each map says, before any position, colour or syntax."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.views import process, stage, timeline
from playbookgen.views.view import View

__all__ = ["VIEW_BY_KIND", "View"]

VIEW_BY_KIND: Mapping[str, View] = MappingProxyType(
    {
        "process": process.VIEW,
        "stage": stage.VIEW,
        "timeline": timeline.VIEW,
    }
)
