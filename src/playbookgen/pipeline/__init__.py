"""The stages in order; everything that a front may ask for.

check: load → validate → resolve
draw:  check → view → place → draw → one file
build: check → for each compartment: view → place → draw → write pages → publish
"""

from __future__ import annotations

from playbookgen.pipeline.build import Built, build
from playbookgen.pipeline.check import Checked, CheckedPlaybook, check
from playbookgen.pipeline.doctor import doctor
from playbookgen.pipeline.draw import DrawOrder, draw
from playbookgen.pipeline.tools import init, overview, schema_text

__all__ = [
    "Built",
    "Checked",
    "CheckedPlaybook",
    "DrawOrder",
    "build",
    "check",
    "doctor",
    "draw",
    "init",
    "overview",
    "schema_text",
]
