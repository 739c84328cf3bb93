"""Statements listed in boxes: the bullets before them."""

from __future__ import annotations

from playbookgen.layout.text import line_height, measure
from playbookgen.model.diagram import PlacedText, TextLine, TextRole

BULLET_INDENT = 11.0
"""How far a statement stands in from the bullet before it, in px."""
_BULLET = "•"


def bullet(statement: PlacedText) -> PlacedText:
    """The bullet before a statement, on its first line."""
    line = TextLine(_BULLET, measure(_BULLET, role=TextRole.NOTE))
    first = statement.y - statement.height / 2 + line_height(TextRole.NOTE) / 2
    return PlacedText(statement.x - BULLET_INDENT, first, (line,), TextRole.NOTE, "start")
