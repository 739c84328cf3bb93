"""Funnels with positions: `place_funnel` is all that the other layouts' registry needs of it."""

from __future__ import annotations

from playbookgen.layout.funnel.placing import place_funnel

__all__ = ["place_funnel"]
