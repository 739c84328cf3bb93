"""Timelines: events on an axis of time, deal stages over them, our actions below."""

from __future__ import annotations

from playbookgen.layout.timeline.placing import place_timeline

__all__ = ["place_timeline"]
