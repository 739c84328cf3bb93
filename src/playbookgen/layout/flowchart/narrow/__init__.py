"""One column: on a narrow page, steps below one another, their branches beside them."""

from __future__ import annotations

from playbookgen.layout.flowchart.narrow.placing import place_column

__all__ = ["place_column"]
