"""Parts of timelines: what is placed together, and the boxes that every direction uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextLine,
    TextRole,
    Timeline,
)

MARGIN = 16.0
TICK = 12.0
STACK_GAP = 5.0
MARK_ROOM = 22.0
"""What the glyph of an action takes beside its text."""
_HANGING = 18.0
"""The same where texts stand in the middle: the glyph may reach into the gap between columns."""
_WIDER = 1.06
"""How much wider than measured a line in the middle may be before it leaves its column."""
_CHEVRON_TIP = 12.0


@dataclass(frozen=True, slots=True)
class Part:
    """Things that were placed together, and the y at which they end."""

    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    texts: tuple[PlacedText, ...]
    bottom: float


def together(timeline: Timeline, parts: Sequence[Part], *, right: float) -> PlacedDiagram:
    """The parts on one page."""
    bottom = max((part.bottom for part in parts), default=MARGIN)
    return PlacedDiagram(
        ref=timeline.ref,
        title=timeline.title,
        description=timeline.description,
        language=timeline.language,
        width=round(right + MARGIN, 2),
        height=round(bottom + MARGIN, 2),
        nodes=tuple(node for part in parts for node in part.nodes),
        edges=tuple(edge for part in parts for edge in part.edges),
        texts=tuple(text for part in parts for text in part.texts),
    )


def chevron(node: Node, width: float) -> Box:
    """A deal stage."""
    inner = width - 2 * _CHEVRON_TIP - 8.0
    lines = wrap_evenly(node.label, role=TextRole.STATUS, width=inner)
    text = PlacedText(0, 0, lines, TextRole.STATUS)
    return Box(node, width, text.height + 8.0, (text,))


def action(node: Node, width: float) -> Box:
    """What we do, in the middle of its column: its glyph hangs at the left of the first line."""
    aside = 2 * _HANGING if node.marks else 0.0
    label = wrap_evenly(node.label, role=TextRole.ACTION, width=(width - aside) / _WIDER)
    note = wrap_evenly(node.note, role=TextRole.NOTE, width=width)
    return _action(node, width, label, note, (0.0, "middle"))


def listed_action(node: Node, width: float, *, indent: float) -> Box:
    """What we do, read from the left, beside the room of a glyph if there is any."""
    # In a reader's font lines are wider: they must not leave the column.
    room = (width - indent) / (1.1 if indent else 1.0)
    label = wrap_evenly(node.label, role=TextRole.ACTION, width=room)
    note = wrap_evenly(node.note, role=TextRole.NOTE, width=room)
    return _action(node, width, label, note, (indent - width / 2, "start"))


def _action(
    node: Node,
    width: float,
    label: tuple[TextLine, ...],
    note: tuple[TextLine, ...],
    place: tuple[float, str],
) -> Box:
    """The first line with the glyph beside it, the rest below in small print."""
    x, anchor = place
    texts = ((label, TextRole.ACTION), (note, TextRole.NOTE))
    blocks = [PlacedText(x, 0, lines, role, anchor) for lines, role in texts if lines]
    height = sum(block.height for block in blocks)
    return Box(node, width, height, tuple(_stacked(blocks, -height / 2)))


def _stacked(blocks: Sequence[PlacedText], top: float) -> Iterator[PlacedText]:
    for block in blocks:
        yield replace(block, y=top + block.height / 2)
        top += block.height


def stack_height(boxes: Sequence[Box]) -> float:
    """The height of boxes one below the other."""
    return sum(box.height for box in boxes) + STACK_GAP * max(0, len(boxes) - 1)


def stack(boxes: Sequence[Box], x: float, top: float) -> Iterator[PlacedNode]:
    """Boxes one below the other."""
    for box in boxes:
        yield box.placed(x, top + box.height / 2)
        top += box.height + STACK_GAP


def tick_ref(event: Node) -> str:
    """The ref of an event's place on the axis."""
    return f"{event.ref}.tick"


def tick(event: Node) -> Box:
    """An event's place on the axis, of the shape of its kind."""
    ours = event.kind is NodeKind.EVENT_OURS
    kind = NodeKind.TICK_OURS if ours else NodeKind.TICK_NONE
    return Box(Node(tick_ref(event), kind, ""), TICK, TICK)


def tie(event: Node, *points: tuple[float, float]) -> PlacedEdge:
    """The line from an event to its tick."""
    kind = tie_kind(event)
    edge = Edge(event.ref, tick_ref(event), kind=kind)
    at = tuple((round(x, 2), round(y, 2)) for x, y in points)
    return PlacedEdge(edge.ref, kind, edge.source, edge.target, at, arrow=False)


def tie_kind(event: Node) -> EdgeKind:
    """The kind of the lines from an event to its time."""
    return EdgeKind.TIE if event.kind is NodeKind.EVENT_OURS else EdgeKind.TIE_NONE


def axis(ref: str, start: tuple[float, float], end: tuple[float, float]) -> PlacedEdge:
    """A line of time with its arrowhead."""
    ends = ((round(start[0], 2), round(start[1], 2)), (round(end[0], 2), round(end[1], 2)))
    return PlacedEdge(ref, EdgeKind.AXIS, "", "", ends)
