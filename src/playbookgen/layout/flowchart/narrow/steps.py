"""Steps of a column with all their connectors: those of the main line, and those beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.narrow.column_sequence import Step
from playbookgen.layout.flowchart.narrow.drawn import (
    DrawnConnector,
    DrawnStep,
    Fork,
    Leaf,
    label_in,
    longest_word,
    rights,
)
from playbookgen.layout.flowchart.narrow.forks import (
    TRUNK,
    fork_of,
    items_of,
    need_of,
    stacked,
    trunk_of,
)
from playbookgen.layout.flowchart.narrow.sizes import (
    LINE_GAP,
    PAD,
    WIDER,
    Room,
    high_of,
    leaf_of,
    span_of,
)
from playbookgen.model.diagram import Edge, PlacedText

_BELOW = 4.0
"""Between a step and the label of its connector below."""
_ARROW = 18.0
"""What an arrow below a label needs."""
_MOST_LINES = 3


def draw_steps(steps: Sequence[Step], boxes: Mapping[str, Box], room: Room) -> list[DrawnStep]:
    """All steps of a column."""
    trunk = _trunk(steps, boxes, room)
    return [
        _beside(step, boxes[step.node.ref], room)
        if step.is_beside
        else _on_line(step, boxes[step.node.ref], room, trunk)
        for step in steps
    ]


def _trunk(steps: Sequence[Step], boxes: Mapping[str, Box], room: Room) -> float:
    """Where all trunks run if there is room for it, so that leaves stand in a line."""
    corners = {
        step.node.ref: trunk_of(step, boxes[step.node.ref], room)
        for step in steps
        if not step.is_beside and items_of(step)
    }
    needs = {step.node.ref: need_of(items_of(step)) for step in steps if step.node.ref in corners}
    fitting = [x for ref, x in corners.items() if x + needs[ref] <= room.right]
    return round(max(fitting, default=room.line), 2)


def _on_line(step: Step, box: Box, room: Room, trunk: float) -> DrawnStep:
    """A step of the main line."""
    fork = fork_of(step, box, room, trunk)
    half = high_of(box) / 2
    below = max(half, fork.below)
    connectors = list(fork.parting)
    if step.onward:
        text = _onward_label(step.onward, half, fork, room)
        start = (room.line, box.height / 2)
        connectors.insert(0, DrawnConnector(step.onward, (start,), text, step.onward.target))
        below = max(below, text.y + text.height / 2 if text else 0.0)
    return DrawnStep(
        box,
        room.line,
        fork.leaves,
        fork.connectors,
        tuple(connectors),
        above=max(half, fork.above),
        below=below,
        right=max(room.line - box.width / 2 + span_of(box), fork.right, *rights((), connectors)),
    )


def _onward_label(edge: Edge, half: float, fork: Fork, room: Room) -> PlacedText | None:
    """The onward connector's label at its right, below what is there if need be; else left."""
    low = max(half, fork.below)
    wide = room.right - room.line - LINE_GAP
    is_free = not fork.parting or fork.clear <= room.line
    beside = wide
    if fork.parting or fork.below > half + _BELOW:
        beside = min(wide, fork.clear - room.line - 2 * LINE_GAP)
    for width, top in ((beside, half), (wide if is_free else 0.0, low)):
        if label := _short_label(edge.label, width):
            return _below(label, room.line + LINE_GAP, top)
    # Words that end at the line may grow into the margin in a reader's font.
    if label := _short_label(edge.label, room.line - room.left - LINE_GAP + PAD):
        return replace(_below(label, room.line - LINE_GAP, half), anchor="end")
    label = label_in(edge.label, wide if is_free else beside, spare=0.0)
    return label and _below(label, room.line + LINE_GAP, low)


def _short_label(text: str, room: float) -> PlacedText | None:
    """A label of a few lines in a room in which no word of it breaks, if it has that room."""
    if WIDER * longest_word(text) > room:
        return None
    label = label_in(text, room, spare=0.0)
    return label if label and len(label.lines) <= _MOST_LINES else None


def _below(label: PlacedText, x: float, edge: float) -> PlacedText:
    return replace(label, x=round(x, 2), y=round(edge + _BELOW + label.height / 2, 2))


def _beside(step: Step, box: Box, room: Room) -> DrawnStep:
    """A step beside the main line; its connectors lead down from it."""
    half = high_of(box) / 2
    right = room.beside - box.width / 2 + span_of(box)
    if step.onward:
        return _leading_on(step.onward, box, room, right)
    fork = Fork()
    if len(step.branches) == 1:
        fork = _hanging(step, box, room)
    elif step.branches:
        side = room.beside - box.width / 2
        trunk = round(side - TRUNK / 2, 2)
        start = ((side, 0.0), (trunk, 0.0))
        fork = stacked(items_of(step), start, trunk, room.right, top=half + 2 * _BELOW)
    below = max(half, fork.below)
    right = max(right, fork.right)
    return DrawnStep(box, room.beside, fork.leaves, fork.connectors, (), half, below, right)


def _leading_on(edge: Edge, box: Box, room: Room, right: float) -> DrawnStep:
    """A step beside the main line with a single connector, to a step below."""
    half = high_of(box) / 2
    text = _label_beside(edge, half, room)
    connector = DrawnConnector(edge, ((room.beside, box.height / 2),), text, edge.target)
    below = max(half, text.y + text.height / 2 if text else 0.0)
    right = max(right, *rights((), (connector,)))
    return DrawnStep(box, room.beside, (), (), (connector,), half, below, right)


def _label_beside(edge: Edge, half: float, room: Room) -> PlacedText | None:
    label = label_in(edge.label, room.right - room.beside - LINE_GAP, spare=LINE_GAP)
    return label and _below(label, room.beside + LINE_GAP, half)


def _hanging(step: Step, box: Box, room: Room) -> Fork:
    """The only connector of a step, straight down to its leaf."""
    branch, half = step.branches[0], high_of(box) / 2
    text = _label_beside(branch.edge, half, room)
    leaf = leaf_of(branch.leaf, 2 * (room.right - room.beside))
    start = half + (text.height if text else 0.0) + _BELOW + _ARROW
    y = round(start + high_of(leaf) / 2, 2)
    points = ((room.beside, box.height / 2), (room.beside, y - leaf.height / 2))
    connectors = (DrawnConnector(branch.edge, points, text, branch.leaf.ref),)
    leaves = (Leaf(leaf, room.beside, y),)
    below = y + high_of(leaf) / 2
    return Fork(leaves, connectors, above=half, below=below, right=max(rights(leaves, connectors)))
