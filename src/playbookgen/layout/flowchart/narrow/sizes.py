"""The sizes of a column: where its lines run, how large steps and the leaves beside them are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from playbookgen.layout.boxes import (
    CIRCLE,
    LEAST_END,
    LIST_WIDTH,
    PAD_X,
    PAD_Y,
    TERMINALS,
    WIDTHS,
    Box,
    end,
    label_role,
    pill,
    rectangle,
    slim_diamond,
)
from playbookgen.layout.flowchart.frame import MARGIN
from playbookgen.layout.flowchart.narrow.column_sequence import Step
from playbookgen.layout.step_widths import step_widths
from playbookgen.layout.text import line_height, widest_word, wrap_evenly
from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    Node,
    NodeKind,
    PlacedText,
    Shape,
    TextRole,
)

PAD = 8.0
"""Between the border of a lane or group and what lies in it."""
LINE_GAP = 6.0
"""Between a line and the words beside it."""
WIDER = 1.12
"""How much wider than measured words may be in a reader's font."""
_MAIN = 0.66
"""How much of the width steps on the main line may take."""
_BESIDE = 24.0
"""Between the main line and steps beside it."""
_TITLE = 110.0
"""The widest word of a title that the main line makes room for."""
_CAPTION = 120.0
_WORD = 190.0
"""Words wider than this break."""
_SPARE = 0.5
"""What keeps words from breaking for the sake of a rounded number."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the page gives to a column."""

    left: float
    right: float
    line: float
    """Where the main line runs."""

    @property
    def beside(self) -> float:
        """The middle of the steps beside the main line."""
        return round((self.line + _BESIDE + self.right) / 2, 2)


def measured(
    steps: Sequence[Step], titles: Sequence[str], width: float
) -> tuple[Room, Mapping[str, Box]]:
    """The room on a page of this width, and the boxes of all steps."""
    pad = PAD if any(step.section for step in steps) else 0.0
    left, right = MARGIN + pad, width - MARGIN - pad / 2
    limit = _MAIN * (right - left)
    widths = step_widths(step.node for step in steps)
    room = Room(left, right, _line(steps, titles, (left, right), widths[0]))
    even = 2 * min(room.line - left, right - room.line)
    widest = max(width for width in widths if width <= max(even, widths[0]))
    zone = 2 * (right - room.beside)
    return room, {
        step.node.ref: _box(step.node, min(widths[0], zone), zone)
        if step.is_beside
        else _box(step.node, widest, limit)
        for step in steps
    }


def _line(
    steps: Sequence[Step], titles: Sequence[str], sides: tuple[float, float], width: float
) -> float:
    """Where the main line runs: left of it there is room for steps, and for words beside it."""
    left, right = sides
    limit = _MAIN * (right - left)
    boxes = [_box(step.node, width, limit) for step in steps if not step.is_beside]
    half = max([CIRCLE, *(box.width for box in boxes)]) / 2
    words = max([_title_room(titles), *map(_label_room, steps)])
    return round(left + max(half, min(_TITLE, words, right - left - half)), 2)


def _title_room(titles: Sequence[str]) -> float:
    """The room left of the main line that titles in several lines need."""
    words = (unbroken(title, role=TextRole.BAND, limit=_TITLE) for title in titles)
    return WIDER * max(words, default=0.0) + LINE_GAP + _SPARE


def _label_room(step: Step) -> float:
    """The room left of the line that the onward connector's label needs, if others leave."""
    if step.is_beside or step.onward is None or not step.branches:
        return 0.0
    word = unbroken(step.onward.label, role=TextRole.EDGE, limit=_TITLE)
    return WIDER * word + LINE_GAP + _SPARE - PAD


def _box(node: Node, width: float, limit: float) -> Box:
    """A step of this width, or of its own, within the limit."""
    match SHAPE_BY_KIND[node.kind]:
        case Shape.CIRCLE | Shape.DOUBLE_CIRCLE:
            return _circle(node, (limit - CIRCLE) / 2 - LINE_GAP)
        case Shape.DIAMOND:
            return _diamond(node, limit)
        case _ if node.kind in TERMINALS:
            return end(node, width=width)
        case _:
            return rectangle(node, width=min(limit, LIST_WIDTH) if node.items else width)


def _circle(node: Node, room: float) -> Box:
    """A circle with its caption at the right."""
    lines = wrap_evenly(node.label, role=TextRole.NOTE, width=min(_CAPTION, room))
    if not lines:
        return Box(node, CIRCLE, CIRCLE)
    text = PlacedText(CIRCLE / 2 + LINE_GAP, 0.0, lines, TextRole.NOTE, "start")
    return Box(node, CIRCLE, CIRCLE, (text,))


def _diamond(node: Node, limit: float) -> Box:
    """A diamond within the limit: one with many words is high instead of wide."""
    box = slim_diamond(node)
    if box.width <= limit:
        return box
    role = label_role(node)
    lines = wrap_evenly(node.label, role=role, width=limit / 2)
    high, half = line_height(role), len(lines) * line_height(role) / 2
    corners = (max(half - at * high, (at + 1) * high - half) for at in range(len(lines)))
    room = limit - PAD_Y
    slope = max(2 * y / (room - line.width) for line, y in zip(lines, corners, strict=True))
    text = PlacedText(0.0, 0.0, lines, role)
    return Box(node, round(limit, 2), round(limit * slope, 2), (text,))


def leaf_of(node: Node, room: float) -> Box:
    """An end or a link beside its step, as small as its words."""
    if is_circle(node):
        return _circle(node, room - CIRCLE - LINE_GAP)
    if node.kind is NodeKind.LINK:
        return pill(node, width=min(room, max(WIDTHS[0], least_room(node))))
    return end(node, width=min(room, max(WIDTHS[0], least_room(node))))


def least_room(node: Node) -> float:
    """The room in which no word of a leaf breaks."""
    role = label_role(node) if node.kind in TERMINALS else TextRole.NOTE
    pad = PAD_X if node.kind in TERMINALS else PAD_Y
    if is_circle(node):
        role, pad = TextRole.NOTE, (CIRCLE + LINE_GAP) / 2
    words = unbroken(node.label, role=role, limit=_WORD) + 2 * pad + _SPARE
    return max(words, LEAST_END) if node.kind in TERMINALS else words


def unbroken(text: str, *, role: TextRole, limit: float) -> float:
    """The room for the longest word of a text; words beyond the limit break in any case."""
    word = widest_word(text, role=role, limit=limit)
    return word if word == widest_word(text, role=role, limit=inf) else max(word, limit / 2)


def is_circle(node: Node) -> bool:
    """Whether a node is a circle, with its caption at its right."""
    return SHAPE_BY_KIND[node.kind] in (Shape.CIRCLE, Shape.DOUBLE_CIRCLE)


def high_of(box: Box) -> float:
    """The height of a box with its caption."""
    return max([box.height, *(text.height for text in box.texts)])


def span_of(box: Box) -> float:
    """How far a box with its caption reaches right of its left side."""
    beside = (box.width / 2 + text.x + text.width for text in box.texts if text.anchor == "start")
    return max([box.width, *beside])
