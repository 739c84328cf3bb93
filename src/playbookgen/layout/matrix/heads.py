"""The heads of a matrix as boxes: of rows, of columns, and in the list of columns."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.layout.board.blocks import text_box
from playbookgen.layout.boxes import Box, reserved
from playbookgen.layout.matrix.needs import HEAD_PAD
from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import Node, PlacedText, TextRole

_PLAIN_PAD = 2.0
"""What a text keeps from the border of its invisible box."""


def row_head(node: Node, room: float) -> Box:
    """The head of a row, read from the left: its title, small print, statements."""
    return text_box(node, room - 2 * (HEAD_PAD - _PLAIN_PAD))


def column_head(node: Node, width: float) -> Box:
    """The head of a column, its lines in the middle."""
    blocks = [
        PlacedText(0.0, 0.0, wrap_evenly(text, role=role, width=width), role)
        for text, role in ((node.label, TextRole.ACTION), (node.note, TextRole.NOTE))
        if text
    ]
    height = sum(block.height for block in blocks)
    top, texts = -height / 2, []
    for block in blocks:
        texts.append(replace(block, y=top + block.height / 2))
        top += block.height
    return Box(node, width, max(height, 1.0), tuple(texts))


def repeated_head(node: Node, x: float, width: float) -> PlacedText:
    """The title of a column once again, on the band of a group far below the first."""
    lines = wrap_evenly(node.label, role=TextRole.NOTE, width=width)
    return PlacedText(round(x, 2), 0.0, lines, TextRole.NOTE)


def key_head(node: Node, width: float) -> Box:
    """The head of a column in the list above a matrix whose columns have numbers alone."""
    fits = reserved(node.label, role=TextRole.ACTION, room=width, spare=HEAD_PAD)
    lines = wrap_evenly(node.label, role=TextRole.ACTION, width=fits)
    text = PlacedText(-width / 2, 0.0, lines, TextRole.ACTION, "start")
    return Box(node, width, max(text.height, 1.0), (text,) if lines else ())
