"""The only writer of sources, and only when told to."""

from __future__ import annotations

from playbookgen.edit.files import replace_file, write_new_files
from playbookgen.edit.layout import CannotLayOut, KeyOrder, key_order, laid_out
from playbookgen.edit.starter import starter_files

__all__ = [
    "CannotLayOut",
    "KeyOrder",
    "key_order",
    "laid_out",
    "replace_file",
    "starter_files",
    "write_new_files",
]
