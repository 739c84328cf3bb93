"""Nodes as boxes: outline and texts, sized by their text, around a centre at (0, 0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median_low

from playbookgen.layout.statements import BULLET_INDENT, bullet
from playbookgen.layout.text import line_height, measure, widest_word, wrap_evenly
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
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
WIDTHS = (136.0, 148.0, 160.0, 172.0, 184.0, 196.0)
_WIDEST_LINE = WIDTHS[-1] - 2 * PAD_X
LIST_WIDTH = 212.0
PART_GAP = 4.0
"""Between label, statements and small print in a box."""
_WIDER = 1.12
"""How much wider than measured a line may be in a reader's font."""
_SLOPES = (0.62, 0.8, 1.0)
"""Height by width of a diamond; the steeper ones where room is scarce."""
_SLIM = 140.0
"""How wide a diamond may be before it is made steeper, where room is scarce."""
_CAPTION_WIDTH = 76.0
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
        return max([self.width, *(text.width for text in self.texts if self.caption)])

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
        texts = (
            replace(text, x=round(text.x + x, 2), y=round(text.y + y, 2)) for text in self.texts
        )
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
    """The boxes of a flowchart's nodes, of even width and height where their texts allow."""
    boxes = {node.ref: _box(node, width) for node in nodes}
    return _even_heights(boxes)


def _box(node: Node, width: float) -> Box:
    match SHAPE_BY_KIND[node.kind]:
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            return circle(node)
        case Shape.DIAMOND:
            return diamond(node)
        case _ if node.kind is NodeKind.LINK:
            return pill(node, width=width)
        case _ if node.kind in TERMINALS:
            natural = max(
                measure(node.label, role=TextRole.LABEL), measure(node.note, role=TextRole.NOTE)
            )
            return rectangle(node, width=min(width, max(96.0, natural + 2 * PAD_X)))
        case _:
            return rectangle(node, width=LIST_WIDTH if node.items else width)


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


def rectangle(node: Node, *, width: float, role: TextRole = TextRole.LABEL) -> Box:
    """A box of the given width: label, statements and small print, one below the other."""
    inner = width - 2 * PAD_X
    blocks = [PlacedText(0, 0, wrap_evenly(node.label, role=role, width=inner), role)]
    for item in node.items:
        room = inner - BULLET_INDENT
        fits = reserved(item, role=TextRole.NOTE, room=room, spare=PAD_X)
        lines = wrap_evenly(item, role=TextRole.NOTE, width=fits)
        blocks.append(PlacedText(BULLET_INDENT - inner / 2, 0, lines, TextRole.NOTE, "start"))
    for part in node.note.split("\n"):
        lines = wrap_evenly(part, role=TextRole.NOTE, width=inner)
        blocks.append(PlacedText(0, 0, lines, TextRole.NOTE))
    blocks = [block for block in blocks if block.lines]
    height = sum(block.height for block in blocks) + PART_GAP * max(0, len(blocks) - 1)
    full = max(LEAST_HEIGHT, height + 2 * PAD_Y)
    texts = tuple(_bulleted(_stacked(blocks, -height / 2)))
    return Box(node, width, full, texts)


def _stacked(blocks: Iterable[PlacedText], top: float) -> Iterable[PlacedText]:
    for block in blocks:
        yield replace(block, y=top + block.height / 2)
        top += block.height + PART_GAP


def _bulleted(blocks: Iterable[PlacedText]) -> Iterable[PlacedText]:
    for block in blocks:
        if block.anchor == "start":
            yield bullet(block)
        yield block


def diamond(node: Node, *, slope: float = _SLOPES[0]) -> Box:
    """A diamond as small as its text allows; a small one without text."""
    if not node.label:
        return Box(node, BARE_DIAMOND, BARE_DIAMOND)
    width, lines = min(_diamonds(node.label, slope), key=lambda found: found[0])
    text = PlacedText(0, 0, lines, TextRole.LABEL)
    return Box(node, width, round(width * slope, 2), (text,))


def slim_diamond(node: Node) -> Box:
    """A diamond that is steeper where it would be wide."""
    tried = (diamond(node, slope=slope) for slope in _SLOPES)
    return next((box for box in tried if box.width <= _SLIM), diamond(node, slope=_SLOPES[-1]))


def _diamonds(label: str, slope: float) -> Iterable[tuple[float, tuple[TextLine, ...]]]:
    """The width of the diamond around `label`, for several ways to break it."""
    step = line_height(TextRole.LABEL)
    least = widest_word(label, role=TextRole.LABEL, limit=_WIDEST_LINE)
    for target in (64.0, 80.0, 96.0, 112.0, 128.0, 150.0, 180.0, 220.0, 260.0):
        lines = wrap_evenly(label, role=TextRole.LABEL, width=max(target, least))
        half = len(lines) * step / 2
        corners = (max(half - at * step, (at + 1) * step - half) for at in range(len(lines)))
        needs = [line.width + 2 * y / slope for line, y in zip(lines, corners, strict=True)]
        yield round(max(needs) + 10.0, 2), lines


def circle(node: Node) -> Box:
    """A small circle with its caption below."""
    lines = wrap_evenly(node.label, role=TextRole.NOTE, width=_CAPTION_WIDTH)
    if not lines:
        return Box(node, CIRCLE, CIRCLE)
    text = PlacedText(0, 0, lines, TextRole.NOTE)
    placed = replace(text, y=CIRCLE / 2 + 4.0 + text.height / 2)
    return Box(node, CIRCLE, CIRCLE, (placed,), caption=4.0 + text.height)


def step_widths(nodes: Iterable[Node]) -> list[float]:
    """The widths that steps may have: in the least no word breaks, in the most no line does."""
    plain = [node for node in nodes if SHAPE_BY_KIND[node.kind] not in CIRCLES | {Shape.DIAMOND}]
    least = even_width(plain)
    most = max((_unbroken(node) for node in plain), default=0.0) + 2 * PAD_X
    return [least, *(width for width in WIDTHS if least < width and _before(width) < most)]


def _before(width: float) -> float:
    """The next smaller of the even widths."""
    return max((other for other in WIDTHS if other < width), default=0.0)


def _unbroken(node: Node) -> float:
    notes = [measure(part, role=TextRole.NOTE) for part in node.note.split("\n")]
    return max(measure(node.label, role=TextRole.LABEL), *notes)


def even_width(nodes: Iterable[Node]) -> float:
    """The least of the even widths in which every word of the labels stands unbroken."""
    words = (widest_word(node.label, role=TextRole.LABEL, limit=_WIDEST_LINE) for node in nodes)
    need = max(words, default=0.0) + 2 * PAD_X
    return next((width for width in WIDTHS if width >= need), WIDTHS[-1])


_EVEN = (
    (NodeKind.STAGE, NodeKind.TASK),
    (NodeKind.EVENT_OURS, NodeKind.EVENT_NONE),
)


def _even_heights(boxes: dict[str, Box]) -> dict[str, Box]:
    """Steps, and events among themselves, as high as the highest that is not far above others."""
    for kinds in _EVEN:
        even = {ref: box for ref, box in boxes.items() if box.node.kind in kinds}
        if even:
            limit = 1.7 * median_low(box.height for box in even.values())
            height = max(box.height for box in even.values() if box.height <= limit)
            boxes |= {
                ref: replace(box, height=max(height, box.height)) for ref, box in even.items()
            }
    return boxes
