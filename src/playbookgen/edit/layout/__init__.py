"""The canonical layout of a source file: order of keys, indentation, folding, comments in place."""

from __future__ import annotations

from playbookgen.edit.layout.file import CannotLayOut, KeyOrder, laid_out
from playbookgen.edit.layout.order import key_order
from playbookgen.edit.layout.texts import quoted

__all__ = ["CannotLayOut", "KeyOrder", "key_order", "laid_out", "quoted"]
