"""What stands in a column of a board as boxes: heads, facts and cards, read from the left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from playbookgen.layout.boxes import PART_GAP, Box, reserved
from playbookgen.layout.statements import BULLET_INDENT, bullet
from playbookgen.layout.text import wrap, wrap_evenly
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    BoardColumn,
    Node,
    NodeKind,
    PlacedText,
    Shape,
    TextRole,
)

PAD_X = 12.0
_PAD_Y = 10.0
_PLAIN_PAD = 2.0
_TIP = 12.0
"""How far the point of a chevron reaches in."""
_LEAST_HEAD = 38.0
BAR_HEIGHT = 10.0
"""Of the room of a share's bar."""
_BAR_INSET = 2.0
"""What a bar keeps from the outline of its room, so that full ones look as long as their room."""
_SHORT_LAST_LINE = 0.4
"""A last line below this share of its room looks forgotten; then all are of like length."""


def is_plain(node: Node) -> bool:
    """Whether it has no outline."""
    return SHAPE_BY_KIND[node.kind] is Shape.PLAIN


def label_role(node: Node) -> TextRole:
    """What the words of a node are on a board: a title where they stand over a column."""
    return TextRole.TITLE if node.kind is NodeKind.HEADING else TextRole.LABEL


def head_box(node: Node, width: float) -> Box:
    """The head of a column: bare words, or an outline with its words in the middle."""
    if is_plain(node):
        return text_box(node, width, role=label_role(node))
    is_chevron = SHAPE_BY_KIND[node.kind] is Shape.CHEVRON
    inner = width - 2 * (_TIP + 4.0 if is_chevron else PAD_X)
    parts = [(node.label, TextRole.LABEL), *((part, TextRole.NOTE) for part in _notes(node))]
    middle = -_TIP / 3 if is_chevron else 0.0
    blocks = [
        PlacedText(middle, 0.0, wrap_evenly(text, role=role, width=inner), role)
        for text, role in parts
        if text
    ]
    box = _boxed(node, width, blocks, _PAD_Y)
    return replace(box, height=max(_LEAST_HEAD, box.height))


def share_bars(column: BoardColumn, width: float) -> Iterator[Box]:
    """The bar of a column's share on its room; both are silent, since a fact says it."""
    if column.share is None:
        return
    ref, room = f"{column.head.ref}.share", width - 2 * _BAR_INSET
    yield Box(Node(ref, NodeKind.METER_ROOM, ""), width, BAR_HEIGHT)
    level = round(max(2.0, float(column.share) * room), 2)
    yield Box(Node(f"{ref}.level", NodeKind.METER, ""), level, BAR_HEIGHT - 2 * _BAR_INSET)


def text_box(node: Node, width: float, *, role: TextRole | None = None) -> Box:
    """A card or fact: label, small print, statements with a bullet each."""
    side = _PLAIN_PAD if is_plain(node) else PAD_X
    own = TextRole.ACTION if node.kind is NodeKind.FACT else TextRole.LABEL
    texts = _from_the_left(node, role or own, side - width / 2, width - 2 * side, spare=side)
    return _boxed(node, width, texts, _PLAIN_PAD if is_plain(node) else _PAD_Y)


def stretched(box: Box, height: float) -> Box:
    """The box as high as its neighbours; what reads from the left stays at the top."""
    if not any(text.anchor == "start" for text in box.texts):
        return replace(box, height=height)
    by = (box.height - height) / 2
    texts = tuple(replace(text, y=text.y + by) for text in box.texts)
    return replace(box, height=height, texts=texts)


def _notes(node: Node) -> list[str]:
    return [part for part in node.note.split("\n") if part]


def _from_the_left(
    node: Node, role: TextRole, left: float, room: float, *, spare: float
) -> Iterator[PlacedText]:
    if node.label:
        yield _left(node.label, role, left, room, spare)
    for part in _notes(node):
        yield _left(part, TextRole.NOTE, left, room, spare)
    for item in node.items:
        yield _left(item, TextRole.NOTE, left + BULLET_INDENT, room - BULLET_INDENT, spare)


def _left(text: str, role: TextRole, x: float, room: float, spare: float) -> PlacedText:
    width = reserved(text, role=role, room=room, spare=spare)
    lines = wrap(text, role=role, width=width)
    if lines and lines[-1].width < _SHORT_LAST_LINE * width:
        lines = wrap_evenly(text, role=role, width=width)
    return PlacedText(x, 0.0, lines, role, "start")


def _boxed(node: Node, width: float, blocks: Iterable[PlacedText], pad: float) -> Box:
    """The blocks one below the other, in a box that is as high as they need."""
    texts = [block for block in blocks if block.lines]
    height = sum(text.height for text in texts) + PART_GAP * max(0, len(texts) - 1)
    placed, top = [], -height / 2
    first_item = len(texts) - len(node.items)
    for at, text in enumerate(texts):
        middle = replace(text, y=top + text.height / 2)
        placed += [bullet(middle), middle] if at >= first_item else [middle]
        top += text.height + PART_GAP
    return Box(node, width, height + 2 * pad, tuple(placed))
