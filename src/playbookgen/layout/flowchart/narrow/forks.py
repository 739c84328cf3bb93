"""Forks: the connectors beside a step: one straight to its leaf, several from a trunk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.narrow.column_sequence import Step
from playbookgen.layout.flowchart.narrow.drawn import (
    DrawnConnector,
    Fork,
    Leaf,
    Point,
    label_in,
    longest_word,
    plain,
    rights,
)
from playbookgen.layout.flowchart.narrow.sizes import (
    LINE_GAP,
    WIDER,
    Room,
    high_of,
    is_circle,
    leaf_of,
    least_room,
)
from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import Edge, Node, PlacedText, TextRole

TRUNK = 12.0
"""Between a step and the trunk beside it."""
STUB = 18.0
"""Between the trunk and a leaf."""
_APART = 9.0
"""Between a leaf and the label of the next connector."""
_LABEL = 4.0
"""Between a label and the line or leaf below it."""
_JOG = 12.0
"""A line that turns aside goes so far at least."""
_MOST_LINES = 3
_LABEL_ROOMS = (140.0, 100.0, 80.0, 62.0, 40.0)

Items = Sequence[tuple[Edge, Node | None]]
"""The connectors with their leaves; None for the connector that goes on to a step below."""


def items_of(step: Step) -> list[tuple[Edge, Node | None]]:
    """The connectors that leave a step beside the main line, the one that parts from it last."""
    found: list[tuple[Edge, Node | None]] = [(branch.edge, branch.leaf) for branch in step.branches]
    return found + ([(step.parting, None)] if step.parting else [])


def need_of(items: Items) -> float:
    """The room right of a trunk in which no word of leaves and labels breaks."""
    leaves = (STUB + least_room(node) for _, node in items if node)
    labels = (LINE_GAP + WIDER * longest_word(edge.label) for edge, _ in items)
    return max([*leaves, *labels])


def fork_of(step: Step, box: Box, room: Room, trunk: float) -> Fork:
    """The connectors beside a step of the main line; `trunk` is where those of others run."""
    items = items_of(step)
    corner = round(room.line + box.width / 2, 2)
    if not items:
        return Fork()
    if len(items) == 1 and not is_circle(step.node):
        edge, node = items[0]
        alone = _straight(edge, node, corner, room, trunk) if node else _elbow(edge, corner, room)
        if alone:
            return alone
    at = None if is_circle(step.node) else _fitting_trunk(step, box, room, trunk)
    if at is None:
        start = (room.line, box.height / 2)
        return stacked(items, (start,), room.line, room.right, top=high_of(box) / 2 + _APART)
    top = _top(items, box, at, room.right)
    return stacked(items, ((corner, 0.0), (at, 0.0)), at, room.right, top=top)


def _fitting_trunk(step: Step, box: Box, room: Room, trunk: float) -> float | None:
    """Where a trunk has room right of it: where others run, if it can be there."""
    least = round(room.line + box.width / 2 + TRUNK, 2)
    most = room.right - need_of(items_of(step))
    tried = (trunk, trunk_of(step, box, room), least)
    fitting = (x for x in tried if least <= x <= most)
    return next((x for x in fitting if not (step.parting and abs(x - room.beside) < _JOG)), None)


def _top(items: Items, box: Box, trunk: float, right: float) -> float:
    """The top of a stack beside its step, such that no line steps aside by a few px."""
    blocks = _blocks(items, trunk, right)
    top = max(-box.height / 2, -blocks[-1].bottom / 2)
    lines = (top + block.line for block in blocks if block.leaf)
    return top - next((line for line in lines if 0 < abs(line) < _JOG), 0.0)


def trunk_of(step: Step, box: Box, room: Room) -> float:
    """Where a trunk runs beside a step, and beside the label of the onward connector."""
    word = longest_word(step.onward.label) if step.onward else 0.0
    beside = max(box.width / 2 + TRUNK, WIDER * word + 2 * LINE_GAP)
    return round(room.line + beside, 2)


def _straight(edge: Edge, node: Node, corner: float, room: Room, trunk: float) -> Fork | None:
    """One connector straight to its leaf, its label above it, if there is room for both."""
    found = []
    for label in _labels(edge.label):
        reach = WIDER * label.width + 2 * LINE_GAP if label else 0.0
        left = round(max(trunk + STUB, corner + max(reach, STUB)), 2)
        if left + least_room(node) > room.right:
            continue
        leaf = leaf_of(node, room.right - left)
        lines = sum(len(text.lines) for text in leaf.texts)
        rank = (lines + (len(label.lines) if label else 0), lines, left)
        found.append((rank, label, leaf))
    if not found:
        return None
    (_, _, left), label, leaf = min(found, key=lambda choice: choice[0])
    return _levelled(edge, label, leaf, corner, left)


def _labels(text: str) -> Iterator[PlacedText | None]:
    """A label in one, two or three lines."""
    if not text:
        yield None
        return
    word = longest_word(text)
    for width in dict.fromkeys(max(word, room) for room in _LABEL_ROOMS):
        lines = wrap_evenly(text, role=TextRole.EDGE, width=width)
        if len(lines) <= _MOST_LINES:
            yield PlacedText(0.0, 0.0, lines, TextRole.EDGE, "start")


def _levelled(edge: Edge, label: PlacedText | None, leaf: Box, corner: float, left: float) -> Fork:
    """A connector on the level of its step."""
    height = label.height + _LABEL if label else 0.0
    text = label and replace(label, x=corner + LINE_GAP, y=-_LABEL - label.height / 2)
    connectors = (DrawnConnector(edge, ((corner, 0.0), (left, 0.0)), text, leaf.node.ref),)
    leaves = (Leaf(leaf, left + leaf.width / 2, 0.0),)
    return Fork(
        leaves,
        connectors,
        above=max(high_of(leaf) / 2, height),
        below=high_of(leaf) / 2,
        right=max(rights(leaves, connectors)),
        clear=corner + LINE_GAP,
    )


def _elbow(edge: Edge, corner: float, room: Room) -> Fork | None:
    """The connector that parts from the main line, if no other does."""
    label = label_in(edge.label, room.right - corner - 2 * LINE_GAP, spare=LINE_GAP)
    if room.beside - corner < STUB or (label and len(label.lines) > _MOST_LINES):
        return None
    text = label and replace(label, x=corner + LINE_GAP, y=-_LABEL - label.height / 2)
    connector = DrawnConnector(edge, ((corner, 0.0), (room.beside, 0.0)), text, edge.target)
    return Fork(
        parting=(connector,),
        above=label.height + _LABEL if label else 0.0,
        right=max(rights((), (connector,))),
        clear=room.beside,
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A connector in a stack: its label above its leaf, from the top of the stack."""

    edge: Edge
    label: PlacedText | None
    leaf: Box | None
    line: float
    bottom: float


def _blocks(items: Items, trunk: float, right: float) -> list[_Block]:
    return list(_stack(items, trunk, right))


def _stack(items: Items, trunk: float, right: float) -> Iterator[_Block]:
    y = 0.0
    for edge, node in items:
        label = label_in(edge.label, right - trunk - LINE_GAP, spare=LINE_GAP)
        if label:
            label = replace(label, x=trunk + LINE_GAP, y=y + label.height / 2)
            y += label.height + _LABEL
        leaf = leaf_of(node, right - trunk - STUB) if node else None
        height = high_of(leaf) if leaf else 0.0
        yield _Block(edge, label, leaf, y + height / 2, y + height)
        y += height + _APART


def stacked(
    items: Items, start: tuple[Point, ...], trunk: float, right: float, *, top: float
) -> Fork:
    """The connectors one below another, from a trunk that `start` leads to."""
    leaves, connectors, parting = [], [], []
    bottom = top
    for block in _blocks(items, trunk, right):
        y = round(top + block.line, 2)
        y = 0.0 if abs(y) < 0.05 else y
        text = block.label and replace(block.label, y=top + block.label.y)
        points: tuple[Point, ...] = (*start, (trunk, y))
        bottom = top + block.bottom
        if block.leaf is None:
            parting.append(DrawnConnector(block.edge, plain(points), text, block.edge.target))
            continue
        left = round(trunk + STUB, 2)
        leaves.append(Leaf(block.leaf, left + block.leaf.width / 2, y))
        points = plain((*points, (left, y)))
        connectors.append(DrawnConnector(block.edge, points, text, block.leaf.node.ref))
    return Fork(
        tuple(leaves),
        tuple(connectors),
        tuple(parting),
        above=-top,
        below=bottom,
        right=max(rights(leaves, [*connectors, *parting])),
        clear=trunk,
    )
