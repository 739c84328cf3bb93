"""What stands in a cell of a matrix as boxes: letters and dots, bars on their room, texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from playbookgen.layout.board.blocks import text_box
from playbookgen.layout.boxes import CIRCLES, Box
from playbookgen.layout.text import measure, widest_word, wrap_evenly
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    Cell,
    Node,
    NodeKind,
    PlacedText,
    TextLine,
    TextRole,
)

CELL_GAP = 4.0
"""Between what fills a cell and the cell's border."""
LETTER = 24.0
DOT = 16.0
ROOM_HEIGHT = 64.0
_WIDEST_ROOM = 76.0
_NARROW_GAP = 3.0
"""Between the room of a bar and the border of a narrow cell."""
_NARROW_CELL = 56.0
_ROOM_SHARE = 0.72
"""Of a cell's width, where it is not narrow."""
_BAR_HEIGHT = 24.0
_SIGN_GAP = 4.0
FACT_INSET = 4.0
"""What small print keeps from the sides of what fills a cell."""
_INSET = 4.0
_HOW_GAP = 6.0
_NARROW_SHARE = TextRole.EDGE
"""The role of shares in narrow rooms: of the size of small print, but as dark as a label."""
_LEAST_FOR_HOW = 96.0
_MISSING = "–"
"""Stands for words where something is missing and they have no room; the legend has them."""
SIGNS = frozenset(
    [
        NodeKind.RESPONSIBLE,
        NodeKind.ACCOUNTABLE,
        NodeKind.CONSULTED,
        NodeKind.INFORMED,
        NodeKind.APPLIED,
    ]
)
"""Letters and dots: what has a size of its own and stands side by side."""
MISSING = frozenset([NodeKind.GAP, NodeKind.ORPHAN])


@dataclass(frozen=True, slots=True)
class Part:
    """A box in a cell: its centre, from the cell's middle and from the content's top."""

    box: Box
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Content:
    """All boxes of a cell, and how high they are together."""

    parts: tuple[Part, ...]
    height: float


def content_of(cell: Cell, width: float, *, is_thread: bool, narrowest: float) -> Content:
    """The boxes of a cell as wide as the columns it stands across.

    The rooms of bars are all of one width, which the narrowest column has.
    """
    if cell.level is not None:
        return _meter(cell.nodes[0], cell.level, width, room_width(narrowest))
    if all(node.kind in SIGNS for node in cell.nodes):
        return _signs(cell.nodes, width)
    if is_thread:
        return Content(
            (Part(_empty_room(cell.nodes[0], narrowest), 0.0, ROOM_HEIGHT / 2),), ROOM_HEIGHT
        )
    box = _filling(cell.nodes[0], width - 2 * CELL_GAP)
    return Content((Part(box, 0.0, box.height / 2),), box.height)


def captioned(cell: Cell, width: float) -> Content:
    """The boxes of a cell that tells itself which columns it is for, on a line of its own."""
    node = cell.nodes[0]
    if node.kind in MISSING | SIGNS or cell.level is not None:
        return content_of(cell, width, is_thread=False, narrowest=width)
    said = "\n".join(text for text in (node.label, node.note) if text)
    box = text_box(replace(node, label=cell.caption, note=said), width - 2 * CELL_GAP)
    return Content((Part(box, 0.0, box.height / 2),), box.height)


def sign_size(node: Node) -> float:
    """The width and height of a letter or a dot."""
    return DOT if SHAPE_BY_KIND[node.kind] in CIRCLES else LETTER


def room_width(width: float) -> float:
    """How wide the room of a bar is in a cell of this width."""
    if width < _NARROW_CELL:
        return width - 2 * _NARROW_GAP
    return min(_WIDEST_ROOM, max(_NARROW_CELL - 2 * _NARROW_GAP, width * _ROOM_SHARE))


def room_need(share: str) -> float:
    """The least width of a cell whose bar says `share`."""
    return measure(share, role=_NARROW_SHARE) + 2 * _NARROW_GAP + 2.0


def _signs(nodes: Sequence[Node], width: float) -> Content:
    """Signs side by side, on further lines where the cell is narrow."""
    size = max(map(sign_size, nodes))
    step = size + _SIGN_GAP
    per_line = max(1, int((width + _SIGN_GAP) // step))
    parts = []
    for at, node in enumerate(nodes):
        line, place = divmod(at, per_line)
        beside = min(per_line, len(nodes) - line * per_line)
        x = (place - (beside - 1) / 2) * step
        parts.append(Part(_sign(node), x, line * step + size / 2))
    return Content(tuple(parts), -(-len(nodes) // per_line) * step - _SIGN_GAP)


def _sign(node: Node) -> Box:
    size = sign_size(node)
    lines = wrap_evenly(node.label, role=TextRole.ACTION, width=size)
    texts = (PlacedText(0.0, 0.0, lines, TextRole.ACTION),) if lines else ()
    return Box(node, size, size, texts)


def _meter(node: Node, level: Fraction, width: float, room: float) -> Content:
    """A bar that stands on the floor of its room, the share in words, and what shows it."""
    height = round(max(2.0, float(level) * ROOM_HEIGHT), 2)
    text = _share(node.label, room)
    middle = ROOM_HEIGHT / 2
    fits = height >= text.height + 2 * _INSET
    inside = replace(text, y=-height / 2 + _INSET + text.height / 2)
    above = replace(text, y=middle - height - _INSET - text.height / 2)
    bar = Node(meter_ref(node.ref), NodeKind.METER, "")
    parts = [
        Part(Box(node, room, ROOM_HEIGHT, () if fits else (above,)), 0.0, middle),
        Part(Box(bar, room, height, (inside,) if fits else ()), 0.0, ROOM_HEIGHT - height / 2),
        *_how(node, width),
    ]
    bottom = max(part.y + part.box.height / 2 for part in parts)
    return Content(tuple(parts), bottom)


def _share(label: str, room: float) -> PlacedText:
    """The share in words on one line, in smaller type where its room is narrow."""
    is_narrow = room < _NARROW_CELL - 2 * _NARROW_GAP
    role = _NARROW_SHARE if is_narrow else TextRole.ACTION
    return PlacedText(0.0, 0.0, (TextLine(label, measure(label, role=role)),), role)


def _how(node: Node, width: float) -> Iterator[Part]:
    if not node.note or width < _LEAST_FOR_HOW:
        return
    lines = wrap_evenly(node.note, role=TextRole.NOTE, width=width - 2 * CELL_GAP)
    text = PlacedText(0.0, 0.0, lines, TextRole.NOTE)
    how = Node(f"{node.ref}.how", NodeKind.FACT, node.note)
    box = Box(how, width - CELL_GAP, text.height, (text,))
    yield Part(box, 0.0, ROOM_HEIGHT + _HOW_GAP + text.height / 2)


def meter_ref(room: str) -> str:
    """The ref of the bar in a room."""
    return f"{room}.level"


def _filling(node: Node, width: float) -> Box:
    """What fills its cell: a bar, with or without texts, small print, or what is missing."""
    if node.kind in MISSING:
        return _missing(node, width)
    if not (node.label or node.note or node.items):
        return Box(node, width, _BAR_HEIGHT)
    inset = FACT_INSET if node.kind is NodeKind.FACT else 0.0
    box = text_box(node, width - 2 * inset)
    return replace(box, height=max(_BAR_HEIGHT, box.height))


def _empty_room(node: Node, narrowest: float) -> Box:
    """Where no share is said: a dash alone, since many words would say nothing loudly."""
    dashed = replace(node, label=_MISSING) if node.label else node
    box = _missing(dashed, room_width(narrowest))
    return Box(node, box.width, ROOM_HEIGHT, box.texts)


def _missing(node: Node, width: float) -> Box:
    room = width - 2 * _INSET
    has_room = widest_word(node.label, role=TextRole.NOTE, limit=1e6) <= room
    label = node.label if has_room else _MISSING
    lines = wrap_evenly(label, role=TextRole.NOTE, width=room)
    text = PlacedText(0.0, 0.0, lines, TextRole.NOTE)
    texts = (text,) if lines else ()
    return Box(node, width, max(_BAR_HEIGHT, text.height + 2 * _INSET), texts)
