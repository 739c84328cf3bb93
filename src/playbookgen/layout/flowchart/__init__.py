"""Flowcharts: rows of steps from left to right, with right-angled connectors between them."""

from __future__ import annotations

from playbookgen.layout.flowchart.layout import place_flowchart

__all__ = ["place_flowchart"]
