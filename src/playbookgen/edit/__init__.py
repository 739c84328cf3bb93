"""The only writer of sources, and only when told to."""

from __future__ import annotations

from playbookgen.edit.files import write_new_files
from playbookgen.edit.starter import starter_files

__all__ = ["starter_files", "write_new_files"]
