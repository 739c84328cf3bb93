"""What must hold of every placed diagram, as a list of what does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import ceil, hypot
from typing import NamedTuple

from playbookgen.model.diagram import (
    EdgeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    Shape,
)

_SLACK = 0.05


class Rect(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than a border."""
        return (
            self.left < other.right - _SLACK
            and other.left < self.right - _SLACK
            and self.top < other.bottom - _SLACK
            and other.top < self.bottom - _SLACK
        )

    def holds(self, other: Rect) -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left + _SLACK
            and self.top <= other.top + _SLACK
            and self.right >= other.right - _SLACK
            and self.bottom >= other.bottom - _SLACK
        )


def node_rect(node: PlacedNode) -> Rect:
    """The rectangle around a node's outline."""
    x, y = node.width / 2, node.height / 2
    return Rect(node.x - x, node.y - y, node.x + x, node.y + y)


def text_rect(text: PlacedText) -> Rect:
    """The rectangle around a text."""
    left = text.x - {"start": 0.0, "middle": text.width / 2, "end": text.width}[text.anchor]
    return Rect(left, text.y - text.height / 2, left + text.width, text.y + text.height / 2)


def line_rects(text: PlacedText) -> Iterator[Rect]:
    """The rectangles around the lines of a text."""
    step = text.height / len(text.lines)
    top = text.y - text.height / 2
    for at, line in enumerate(text.lines):
        left = text.x - {"start": 0.0, "middle": line.width / 2, "end": line.width}[text.anchor]
        yield Rect(left, top + at * step, left + line.width, top + (at + 1) * step)


def segments(edge: PlacedEdge) -> list[Rect]:
    """The segments of an edge, as rectangles a tenth of a pixel thick; slanted ones in slices."""
    thin = 0.1
    return [
        Rect(min(a, c) - thin, min(b, d) - thin, max(a, c) + thin, max(b, d) + thin)
        for ends in pairwise(edge.points)
        for (a, b), (c, d) in pairwise(_sliced(*ends))
    ]


def _sliced(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """The ends of a line that is flat or upright; points along any other, a pixel apart."""
    wide, high = end[0] - start[0], end[1] - start[1]
    count = max(1, ceil(min(abs(wide), abs(high))))
    return [(start[0] + wide * at / count, start[1] + high * at / count) for at in range(count + 1)]


def faults(diagram: PlacedDiagram) -> list[str]:
    """Everything that is wrong with a placed diagram."""
    return [
        *_outside(diagram),
        *_nodes_that_meet(diagram),
        *_texts_out_of_nodes(diagram),
        *_texts_that_meet(diagram),
        *_lines_through_nodes(diagram),
        *_lines_through_texts(diagram),
        *_slanted_lines(diagram),
        *_loose_ends(diagram),
        *_lines_on_lines(diagram),
    ]


def _captions(diagram: PlacedDiagram) -> list[tuple[str, PlacedText]]:
    """The texts that stand outside of nodes."""
    found = [(node.ref, text) for node in diagram.nodes if _is_circle(node) for text in node.texts]
    found += [(edge.ref, edge.text) for edge in diagram.edges if edge.text]
    return found + [("free", text) for text in diagram.texts]


def _is_circle(node: PlacedNode) -> bool:
    return node.shape in (Shape.CIRCLE, Shape.DOUBLE_CIRCLE)


def _outside(diagram: PlacedDiagram) -> Iterator[str]:
    page = Rect(0, 0, diagram.width, diagram.height)
    rects = [(node.ref, node_rect(node)) for node in diagram.nodes]
    rects += [(ref, text_rect(text)) for ref, text in _captions(diagram)]
    rects += [(edge.ref, part) for edge in diagram.edges for part in segments(edge)]
    yield from (f"{ref} outside the page" for ref, rect in rects if not page.holds(rect))


def _nodes_that_meet(diagram: PlacedDiagram) -> Iterator[str]:
    for one, other in combinations(diagram.nodes, 2):
        if _holds_part(one, other) or _holds_part(other, one):
            continue
        if node_rect(one).meets(node_rect(other)):
            yield f"{one.ref} overlaps {other.ref}"


def _holds_part(node: PlacedNode, part: PlacedNode) -> bool:
    """Whether the part is drawn on its node, such as a bar on its room."""
    return part.ref.startswith(f"{node.ref}.") and node_rect(node).holds(node_rect(part))


def _texts_out_of_nodes(diagram: PlacedDiagram) -> Iterator[str]:
    for node in diagram.nodes:
        if _is_circle(node):
            continue
        for text in node.texts:
            if not all(_inside(node, rect) for rect in line_rects(text)):
                yield f"text leaves {node.ref}"


def _inside(node: PlacedNode, rect: Rect) -> bool:
    if node.shape is not Shape.DIAMOND:
        return node_rect(node).holds(rect)
    x = max(abs(rect.left - node.x), abs(rect.right - node.x)) / (node.width / 2)
    y = max(abs(rect.top - node.y), abs(rect.bottom - node.y)) / (node.height / 2)
    return x + y <= 1.01


def _texts_that_meet(diagram: PlacedDiagram) -> Iterator[str]:
    captions = _captions(diagram)
    for (ref, one), (other_ref, other) in combinations(captions, 2):
        if text_rect(one).meets(text_rect(other)):
            yield f"the texts of {ref} and {other_ref} overlap"
    for ref, text in captions:
        for node in diagram.nodes:
            if node_rect(node).meets(text_rect(text)):
                yield f"the text of {ref} overlaps {node.ref}"
    for node in diagram.nodes:
        for one, other in combinations(node.texts, 2):
            if text_rect(one).meets(text_rect(other)):
                yield f"texts in {node.ref} overlap"


def _lines_through_nodes(diagram: PlacedDiagram) -> Iterator[str]:
    for edge in diagram.edges:
        if edge.kind is EdgeKind.AXIS:
            continue  # It passes behind its ticks.
        for node in diagram.nodes:
            own = any(f"{end}.".startswith(f"{node.ref}.") for end in (edge.source, edge.target))
            rect = node_rect(node)
            if own and (node.shape is Shape.DIAMOND or _is_circle(node)):
                continue  # Lines end on the outline, inside the rectangle around it.
            if any(rect.meets(_shortened(part) if own else part) for part in segments(edge)):
                yield f"{edge.ref} passes through {node.ref}"


def _shortened(part: Rect) -> Rect:
    """A segment without the breadth that touches the border it ends at."""
    thin = 0.2
    return Rect(part.left + thin, part.top + thin, part.right - thin, part.bottom - thin)


def _lines_through_texts(diagram: PlacedDiagram) -> Iterator[str]:
    for edge in diagram.edges:
        for part in segments(edge):
            for ref, text in _captions(diagram):
                if part.meets(text_rect(text)):
                    yield f"{edge.ref} passes through the text of {ref}"


def _slanted_lines(diagram: PlacedDiagram) -> Iterator[str]:
    for edge in diagram.edges:
        if edge.ref.endswith((".left", ".right", ".fan")):
            continue  # The flanks of a funnel and the fans over a scale are slanted on purpose.
        for (a, b), (c, d) in pairwise(edge.points):
            if (a != c) == (b != d):
                yield f"{edge.ref} is slanted, or stands still"


def _loose_ends(diagram: PlacedDiagram) -> Iterator[str]:
    nodes = {node.ref: node for node in diagram.nodes}
    for edge in diagram.edges:
        for ref, point in ((edge.source, edge.points[0]), (edge.target, edge.points[-1])):
            if ref and not _on_border(nodes[ref], *point):
                yield f"{edge.ref} does not touch {ref}"


def _on_border(node: PlacedNode, x: float, y: float) -> bool:
    across, up = abs(x - node.x) / (node.width / 2), abs(y - node.y) / (node.height / 2)
    if node.shape is Shape.DIAMOND:
        return abs(across + up - 1) < 0.01
    if _is_circle(node):
        return abs(hypot(across, up) - 1) < 0.01
    return abs(max(across, up) - 1) < 0.01


def _lines_on_lines(diagram: PlacedDiagram) -> Iterator[str]:
    for one, other in combinations(diagram.edges, 2):
        forked = one.points[0] == other.points[0] or one.points[-1] == other.points[-1]
        if one.ref.endswith(".fan") and other.ref.endswith(".fan"):
            continue  # Times may be nearer than a pixel; that fans keep their order is tested.
        if forked:
            continue  # They share the line from the corner of a diamond to where they part.
        for a in segments(one):
            for b in segments(other):
                if _run_together(a, b):
                    yield f"{one.ref} runs on {other.ref}"


def _run_together(a: Rect, b: Rect) -> bool:
    """Whether two thin rectangles overlap along their length, not just where they cross."""
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    return (wide > 1 and high > 0) or (high > 1 and wide > 0)
