"""Steps of a column with all their ways: those of the main line, and those beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.narrow.column_sequence import Stop
from playbookgen.layout.flowchart.narrow.drawn import (
    Drawn,
    Fork,
    Leaf,
    Way,
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
"""Between a step and the label of its way below."""
_ARROW = 18.0
"""What an arrow below a label needs."""
_MOST_LINES = 3


def drawn_of(stops: Sequence[Stop], boxes: Mapping[str, Box], room: Room) -> list[Drawn]:
    """All steps of a column."""
    trunk = _trunk(stops, boxes, room)
    return [
        _beside(stop, boxes[stop.node.ref], room)
        if stop.is_beside
        else _on_line(stop, boxes[stop.node.ref], room, trunk)
        for stop in stops
    ]


def _trunk(stops: Sequence[Stop], boxes: Mapping[str, Box], room: Room) -> float:
    """Where all trunks run if there is room for it, so that leaves stand in a line."""
    corners = {
        stop.node.ref: trunk_of(stop, boxes[stop.node.ref], room)
        for stop in stops
        if not stop.is_beside and items_of(stop)
    }
    needs = {stop.node.ref: need_of(items_of(stop)) for stop in stops if stop.node.ref in corners}
    fitting = [x for ref, x in corners.items() if x + needs[ref] <= room.right]
    return round(max(fitting, default=room.line), 2)


def _on_line(stop: Stop, box: Box, room: Room, trunk: float) -> Drawn:
    """A step of the main line."""
    fork = fork_of(stop, box, room, trunk)
    half = high_of(box) / 2
    below = max(half, fork.below)
    ways = list(fork.parting)
    if stop.onward:
        text = _onward_label(stop.onward, half, fork, room)
        start = (room.line, box.height / 2)
        ways.insert(0, Way(stop.onward, (start,), text, stop.onward.target))
        below = max(below, text.y + text.height / 2 if text else 0.0)
    return Drawn(
        box,
        room.line,
        fork.leaves,
        fork.ways,
        tuple(ways),
        above=max(half, fork.above),
        below=below,
        right=max(room.line - box.width / 2 + span_of(box), fork.right, *rights((), ways)),
    )


def _onward_label(edge: Edge, half: float, fork: Fork, room: Room) -> PlacedText | None:
    """The label of the way on, right of it, or left of it, or below what stands beside it."""
    is_deep = fork.below > half + _BELOW or bool(fork.parting)
    wide = room.right - room.line - LINE_GAP
    right = min(wide, fork.clear - room.line - 2 * LINE_GAP) if is_deep else wide
    word = WIDER * longest_word(edge.label)
    label = label_in(edge.label, right, spare=0.0) if word <= right else None
    if label and len(label.lines) <= _MOST_LINES:
        return _below(label, room.line + LINE_GAP, half)
    # Words that end at the line may grow into the margin in a reader's font.
    left = room.line - room.left - LINE_GAP + PAD
    label = label_in(edge.label, left, spare=0.0) if word <= left else None
    if label and len(label.lines) <= _MOST_LINES:
        return replace(_below(label, room.line - LINE_GAP, half), anchor="end")
    is_free = not fork.parting or fork.clear <= room.line
    label = label_in(edge.label, wide if is_free else right, spare=0.0)
    return label and _below(label, room.line + LINE_GAP, max(half, fork.below))


def _below(label: PlacedText, x: float, edge: float) -> PlacedText:
    return replace(label, x=round(x, 2), y=round(edge + _BELOW + label.height / 2, 2))


def _beside(stop: Stop, box: Box, room: Room) -> Drawn:
    """A step beside the main line; its ways lead down from it."""
    half = high_of(box) / 2
    right = room.beside - box.width / 2 + span_of(box)
    if stop.onward:
        return _leading_on(stop.onward, box, room, right)
    fork = Fork()
    if len(stop.branches) == 1:
        fork = _hanging(stop, box, room)
    elif stop.branches:
        side = room.beside - box.width / 2
        trunk = round(side - TRUNK / 2, 2)
        start = ((side, 0.0), (trunk, 0.0))
        fork = stacked(items_of(stop), start, trunk, room.right, top=half + 2 * _BELOW)
    below = max(half, fork.below)
    right = max(right, fork.right)
    return Drawn(box, room.beside, fork.leaves, fork.ways, (), half, below, right)


def _leading_on(edge: Edge, box: Box, room: Room, right: float) -> Drawn:
    """A step beside the main line with a single way, to a step below."""
    half = high_of(box) / 2
    text = _label_beside(edge, half, room)
    way = Way(edge, ((room.beside, box.height / 2),), text, edge.target)
    below = max(half, text.y + text.height / 2 if text else 0.0)
    right = max(right, *rights((), (way,)))
    return Drawn(box, room.beside, (), (), (way,), half, below, right)


def _label_beside(edge: Edge, half: float, room: Room) -> PlacedText | None:
    label = label_in(edge.label, room.right - room.beside - LINE_GAP, spare=LINE_GAP)
    return label and _below(label, room.beside + LINE_GAP, half)


def _hanging(stop: Stop, box: Box, room: Room) -> Fork:
    """The only way of a step, straight down to its leaf."""
    branch, half = stop.branches[0], high_of(box) / 2
    text = _label_beside(branch.edge, half, room)
    leaf = leaf_of(branch.leaf, 2 * (room.right - room.beside))
    start = half + (text.height if text else 0.0) + _BELOW + _ARROW
    y = round(start + high_of(leaf) / 2, 2)
    points = ((room.beside, box.height / 2), (room.beside, y - leaf.height / 2))
    ways = (Way(branch.edge, points, text, branch.leaf.ref),)
    leaves = (Leaf(leaf, room.beside, y),)
    below = y + high_of(leaf) / 2
    return Fork(leaves, ways, above=half, below=below, right=max(rights(leaves, ways)))
