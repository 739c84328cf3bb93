"""The only writer of sources, and only when told to."""

from __future__ import annotations

from playbookgen.edit.files import replace_file, write_new_files
from playbookgen.edit.inserting import CannotInsert, inserted
from playbookgen.edit.layout import CannotLayOut, KeyOrder, key_order, laid_out
from playbookgen.edit.starter import starter_files
from playbookgen.edit.stubs import as_value, playbook_stub, stub

__all__ = [
    "CannotInsert",
    "CannotLayOut",
    "KeyOrder",
    "as_value",
    "inserted",
    "key_order",
    "laid_out",
    "playbook_stub",
    "replace_file",
    "starter_files",
    "stub",
    "write_new_files",
]
