"""Paths to source documents: discovery, the YAML guard, the builder."""

from __future__ import annotations

from playbookgen.load.document import (
    LoadResult,
    collection_paused,
    load_document,
    parse_document,
    read_source,
)
from playbookgen.load.fonts import NamedFonts, named_fonts
from playbookgen.load.glimpse import glimpse
from playbookgen.load.guide import GUIDE, Guide, load_guide
from playbookgen.load.pictures import PictureFile, named_picture
from playbookgen.load.watching import SourceWatch
from playbookgen.load.workspace import PlaybookFile, Workspace, find_workspace
from playbookgen.load.written import written_form

__all__ = [
    "GUIDE",
    "Guide",
    "LoadResult",
    "NamedFonts",
    "PictureFile",
    "PlaybookFile",
    "SourceWatch",
    "Workspace",
    "collection_paused",
    "find_workspace",
    "glimpse",
    "load_document",
    "load_guide",
    "named_fonts",
    "named_picture",
    "parse_document",
    "read_source",
    "written_form",
]
