"""Nodes as boxes: outline and texts, sized by their text, around a centre at (0, 0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from playbookgen.layout.statements import BULLET_INDENT, bullet
from playbookgen.layout.text import line_height, measure, widest_word, wrap_evenly
from playbookgen.model.diagram import (
    LINE_HEIGHT,
    SHAPE_BY_KIND,
    TEXT_SIZE,
    Node,
    NodeKind,
    PlacedNode,
    PlacedText,
    Shape,
    TextLine,
    TextRole,
)

PAD_X = 12.0
PAD_Y = 10.0
CIRCLE = 26.0
BARE_DIAMOND = 30.0
LEAST_HEIGHT = 44.0
LEAST_END = 56.0
_SPARE = 0.5
"""What keeps words from breaking for the sake of a rounded number."""
WIDTHS = (136.0, 148.0, 160.0, 172.0, 184.0, 196.0)
_WIDEST_LINE = WIDTHS[-1] - 2 * PAD_X
LIST_WIDTH = 212.0
_LIST_MORE = 24.0
"""How much wider than steps boxes with statements may be, which are read as sentences."""
PART_GAP = 4.0
"""Between label, statements and small print in a box."""
_WIDER = 1.12
"""How much wider than measured a line may be in a reader's font."""
_SLOPES = (0.62, 0.8, 1.0)
"""Height by width of a diamond; the steeper ones where room is scarce."""
_SLIM = 140.0
"""How wide a diamond may be before it is made steeper, where room is scarce."""
_DIAMOND_ROOMS = (64.0, 80.0, 96.0, 112.0, 128.0, 150.0, 180.0, 220.0, 260.0)
"""The widths that a diamond's text is broken to, of which the least diamond is taken."""
_CAPTION_WIDTH = 76.0
_MEMORY = 4096
"""Texts in boxes that are kept: layouts ask for the same ones at some widths, many times."""
_LABEL_ROLE = {
    NodeKind.STAGE: TextRole.NAME,
    NodeKind.TASK: TextRole.NAME,
    NodeKind.DECISION: TextRole.QUESTION,
    NodeKind.HANDOVER: TextRole.QUESTION,
}
TERMINALS = frozenset([NodeKind.END, NodeKind.WON, NodeKind.LOST, NodeKind.NURTURING])
CIRCLES = frozenset([Shape.CIRCLE, Shape.DOUBLE_CIRCLE])


@dataclass(frozen=True, slots=True)
class Box:
    """A node's outline and texts; a circle's caption hangs below it."""

    node: Node
    width: float
    height: float
    texts: tuple[PlacedText, ...] = ()
    caption: float = 0.0
    """The height of what hangs below the outline."""

    @property
    def shape(self) -> Shape:
        """The outline that its kind has."""
        return SHAPE_BY_KIND[self.node.kind]

    @property
    def span(self) -> float:
        """The width of outline and texts together."""
        if not self.caption:
            return self.width
        return max(self.width, *(text.width for text in self.texts))

    def border(self, x_offset: float) -> float:
        """Half the outline's height at a distance from its middle."""
        reach = min(abs(x_offset), self.width / 2)
        if self.shape is Shape.DIAMOND:
            return self.height / 2 * (1 - reach / (self.width / 2))
        if self.shape in CIRCLES:
            return float(((self.width / 2) ** 2 - reach**2) ** 0.5)
        return self.height / 2

    def placed(self, x: float, y: float) -> PlacedNode:
        """The node with its centre at (x, y)."""
        texts = [
            PlacedText(
                round(text.x + x, 2), round(text.y + y, 2), text.lines, text.role, text.anchor
            )
            for text in self.texts
        ]
        return PlacedNode(
            ref=self.node.ref,
            kind=self.node.kind,
            shape=self.shape,
            x=round(x, 2),
            y=round(y, 2),
            width=round(self.width, 2),
            height=round(self.height, 2),
            texts=tuple(texts),
            marks=self.node.marks,
            target=self.node.target,
            title=self.node.label,
        )


def boxes_of(nodes: Iterable[Node], *, width: float) -> dict[str, Box]:
    """The boxes of a flowchart's nodes, of even width where their texts allow.

    A step is wider than the others where its longest word needs it.
    """
    return {node.ref: _box(node, max(width, even_width((node,)))) for node in nodes}


def _box(node: Node, width: float) -> Box:
    match SHAPE_BY_KIND[node.kind]:
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            return circle(node)
        case Shape.DIAMOND:
            return diamond(node)
        case _ if node.kind is NodeKind.LINK:
            return pill(node, width=width)
        case _ if node.kind in TERMINALS:
            return end(node, width=width)
        case _ if node.items:
            return _list(node, width=min(LIST_WIDTH, width + _LIST_MORE))
        case _:
            return rectangle(node, width=width)


def reserved(text: str, *, role: TextRole, room: float, spare: float) -> float:
    """The width to wrap lines to that begin at the left: in other fonts they grow to the right.

    `spare` is what stays free beside the room; a word is never broken for it.
    """
    return max(min(room, (room + spare) / _WIDER), widest_word(text, role=role, limit=room))


def pill(node: Node, *, width: float) -> Box:
    """A small box in small print, as narrow as its words."""
    room = width - 2 * PAD_Y
    lines = wrap_evenly(node.label, role=TextRole.NOTE, width=room)
    text = PlacedText(0, 0, lines, TextRole.NOTE)
    return Box(node, round(text.width + 2 * PAD_Y, 2), round(text.height + PAD_Y, 2), (text,))


def end(node: Node, *, width: float) -> Box:
    """A small box for an end of the process, as narrow as its words."""
    room = min(unbroken_width(node) + _SPARE, width - 2 * PAD_X)
    height, texts = _stacked(_blocks(node.label, (), node.note, room, label_role(node)))
    wide = max((text.width for text in texts), default=0.0) + 2 * PAD_X
    return Box(node, round(max(LEAST_END, wide), 2), round(height + PAD_Y, 2), texts)


def label_role(node: Node) -> TextRole:
    """What the words of a node are on a flowchart: names of steps stand out, questions do not."""
    return _LABEL_ROLE.get(node.kind, TextRole.LABEL)


def rectangle(node: Node, *, width: float) -> Box:
    """A box of the given width: label, statements and small print, one below the other."""
    blocks = _blocks(node.label, node.items, node.note, width - 2 * PAD_X, label_role(node))
    height, texts = _stacked(blocks)
    return Box(node, width, max(LEAST_HEIGHT, height + 2 * PAD_Y), texts)


def _list(node: Node, *, width: float) -> Box:
    """A box with statements, as wide as its broken lines ask, in other fonts as well."""
    box = rectangle(node, width=width)
    needs = (
        text.width if text.anchor == "middle" else BULLET_INDENT + text.width * _WIDER
        for text in box.texts
    )
    spare = max(0.0, width - 2 * PAD_X - max(needs, default=0.0))
    texts = [
        text if text.anchor == "middle" else replace(text, x=text.x + spare / 2)
        for text in box.texts
    ]
    return replace(box, width=round(width - spare, 2), texts=tuple(texts))


class _Block(NamedTuple):
    """Lines of a box, before their height in it is known."""

    lines: tuple[TextLine, ...]
    role: TextRole
    x: float = 0.0
    anchor: str = "middle"


@lru_cache(_MEMORY)
def _blocks(
    label: str, items: tuple[str, ...], note: str, inner: float, role: TextRole
) -> tuple[_Block, ...]:
    """What stands in a box, from top to bottom."""
    small = TextRole.NOTE
    blocks = [_Block(wrap_evenly(label, role=role, width=inner), role)]
    if items:
        room = inner - BULLET_INDENT
        lists = (_statement(item, room) for item in items)
        blocks += [_Block(lines, small, BULLET_INDENT - inner / 2, "start") for lines in lists]
    if note:
        parts = note.split("\n")
        blocks += [_Block(wrap_evenly(part, role=small, width=inner), small) for part in parts]
    return tuple(block for block in blocks if block.lines)


def _statement(item: str, room: float) -> tuple[TextLine, ...]:
    width = reserved(item, role=TextRole.NOTE, room=room, spare=PAD_X)
    return wrap_evenly(item, role=TextRole.NOTE, width=width)


@lru_cache(_MEMORY)
def _stacked(blocks: tuple[_Block, ...]) -> tuple[float, tuple[PlacedText, ...]]:
    """The height of blocks one below the other, and their texts around the middle."""
    heights = [len(block.lines) * TEXT_SIZE[block.role] * LINE_HEIGHT for block in blocks]
    height = sum(heights) + PART_GAP * max(0, len(blocks) - 1)
    top = -height / 2
    texts: list[PlacedText] = []
    for (lines, role, x, anchor), high in zip(blocks, heights, strict=True):
        text = PlacedText(x, top + high / 2, lines, role, anchor)
        texts += [bullet(text), text] if anchor == "start" else [text]
        top += high + PART_GAP
    return height, tuple(texts)


def diamond(node: Node, *, slope: float = _SLOPES[0]) -> Box:
    """A diamond as small as its text allows; a small one without text."""
    if not node.label:
        return Box(node, BARE_DIAMOND, BARE_DIAMOND)
    width, text = _diamond(node.label, slope)
    return Box(node, width, round(width * slope, 2), (text,))


@lru_cache(_MEMORY)
def _diamond(label: str, slope: float) -> tuple[float, PlacedText]:
    """The width of the least diamond around `label`, and its text."""
    width, lines = min(_diamonds(label, slope), key=itemgetter(0))
    return width, PlacedText(0, 0, lines, TextRole.QUESTION)


def slim_diamond(node: Node) -> Box:
    """A diamond that is steeper where it would be wide."""
    tried = (diamond(node, slope=slope) for slope in _SLOPES)
    return next((box for box in tried if box.width <= _SLIM), diamond(node, slope=_SLOPES[-1]))


def _diamonds(label: str, slope: float) -> Iterator[tuple[float, tuple[TextLine, ...]]]:
    """The width of the diamond around `label`, for several ways to break it."""
    least = widest_word(label, role=TextRole.QUESTION, limit=_WIDEST_LINE)
    for room in (least, *(target for target in _DIAMOND_ROOMS if target > least)):
        lines = wrap_evenly(label, role=TextRole.QUESTION, width=max(room, _DIAMOND_ROOMS[0]))
        yield _around(lines, slope), lines
        if len(lines) < 2:
            return


def _around(lines: Sequence[TextLine], slope: float) -> float:
    """The width of the diamond in which every corner of these lines is inside."""
    step = line_height(TextRole.QUESTION)
    half = len(lines) * step / 2
    need = 0.0
    for at, line in enumerate(lines):
        corner = max(half - at * step, (at + 1) * step - half)
        need = max(need, line.width + 2 * corner / slope)
    return round(need + 10.0, 2)


def circle(node: Node) -> Box:
    """A small circle with its caption below."""
    lines = wrap_evenly(node.label, role=TextRole.NOTE, width=_CAPTION_WIDTH)
    if not lines:
        return Box(node, CIRCLE, CIRCLE)
    text = PlacedText(0, 0, lines, TextRole.NOTE)
    placed = replace(text, y=CIRCLE / 2 + 4.0 + text.height / 2)
    return Box(node, CIRCLE, CIRCLE, (placed,), caption=4.0 + text.height)


def even_width(nodes: Iterable[Node]) -> float:
    """The least of the even widths in which every word of the labels stands unbroken."""
    words = (widest_word(node.label, role=label_role(node), limit=_WIDEST_LINE) for node in nodes)
    need = max(words, default=0.0) + 2 * PAD_X
    return next((width for width in WIDTHS if width >= need), WIDTHS[-1])


def unbroken_width(node: Node) -> float:
    """The width of the longest line of a node's label and note, if none of them breaks."""
    notes = [measure(part, role=TextRole.NOTE) for part in node.note.split("\n")]
    return max(measure(node.label, role=label_role(node)), *notes)
