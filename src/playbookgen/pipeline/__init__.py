"""The stages in order; everything that a front may ask for.

check: load → validate → resolve
draw:  check → view → place → draw → one file
fmt:   load → lay out → the same file
build: check → for each compartment: view → place → draw → write pages → publish
"""

from __future__ import annotations

from playbookgen.pipeline.build import Built, build
from playbookgen.pipeline.check import Checked, CheckedPlaybook, check
from playbookgen.pipeline.doctor import doctor
from playbookgen.pipeline.draw import DrawOrder, draw
from playbookgen.pipeline.fmt import Formatted, FormattedFiles, fmt
from playbookgen.pipeline.tools import init, overview, schema_text

__all__ = [
    "Built",
    "Checked",
    "CheckedPlaybook",
    "DrawOrder",
    "Formatted",
    "FormattedFiles",
    "build",
    "check",
    "doctor",
    "draw",
    "fmt",
    "init",
    "overview",
    "schema_text",
]
