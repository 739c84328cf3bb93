"""The stages in order; everything that a front may ask for.

check: load → validate → resolve
draw:  check → view → place → draw → one file
new:   load → insert → the same file
fmt:   load → lay out → the same file
serve: check → for each compartment: plan its maps → write pages → publish what is looked at
build: check → for each compartment: view → place → draw → write pages → publish
"""

from __future__ import annotations

from playbookgen.pipeline.build import Built, build
from playbookgen.pipeline.check import Checked, CheckedPlaybook, check
from playbookgen.pipeline.doctor import doctor
from playbookgen.pipeline.draw import DrawOrder, draw
from playbookgen.pipeline.explain import Explained, explain
from playbookgen.pipeline.fmt import Formatted, FormattedFiles, fmt
from playbookgen.pipeline.host import HostPages, host_pages, host_sources, host_title
from playbookgen.pipeline.live_sites import Front
from playbookgen.pipeline.new import Added, new_item, new_playbook
from playbookgen.pipeline.serve import serve
from playbookgen.pipeline.tools import init, overview, schema_text, source_watch
from playbookgen.publish import (
    MARKDOWN_EXTENSIONS,
    MARKDOWN_OPTIONS,
    host_index,
    host_page,
    is_folder_name,
)

__all__ = [
    "MARKDOWN_EXTENSIONS",
    "MARKDOWN_OPTIONS",
    "Added",
    "Built",
    "Checked",
    "CheckedPlaybook",
    "DrawOrder",
    "Explained",
    "Formatted",
    "FormattedFiles",
    "Front",
    "HostPages",
    "build",
    "check",
    "doctor",
    "draw",
    "explain",
    "fmt",
    "host_index",
    "host_page",
    "host_pages",
    "host_sources",
    "host_title",
    "init",
    "is_folder_name",
    "new_item",
    "new_playbook",
    "overview",
    "schema_text",
    "serve",
    "source_watch",
]
