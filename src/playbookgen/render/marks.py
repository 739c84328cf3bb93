"""Marks on nodes: small glyphs, drawn by us, whose words stand in the node's title."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from types import MappingProxyType

from playbookgen.model.diagram import LINE_HEIGHT, TEXT_SIZE, PlacedNode, Shape
from playbookgen.render.drawing import Ellipse, Outline, Piece

RADIUS = 8.5
"""Of the disc a glyph stands on, in px."""
_STEP = 20.0
"""Distance of two marks on one node."""
_OUTWARD = 5.0
"""How far a mark's middle is outside a slanted edge."""

Point = tuple[float, float]


def _polygon(*points: Point) -> Outline:
    return Outline((("M", points[:1]), ("L", points[1:])), closed=True)


def _line(*points: Point) -> Outline:
    return Outline((("M", points[:1]), ("L", points[1:])), closed=False)


def _shoulders(middle: float, half: float = 2.4, top: float = 0.4, foot: float = 3.6) -> Outline:
    rise: tuple[Point, ...] = ((middle - half, top), (middle + half, top), (middle + half, foot))
    return Outline((("M", ((middle - half, foot),)), ("C", rise)), closed=True)


GLYPHS: Mapping[str, tuple[Piece, ...]] = MappingProxyType(
    {
        "automated": (
            _polygon((1.2, -5.2), (-3.2, 0.9), (-0.5, 0.9), (-1.2, 5.2), (3.2, -1.1), (0.5, -1.1)),
        ),
        "decision": (
            _line((0, 5), (0, 1.4)),
            _line((-3.4, -4), (-3.4, -2.2), (0, 1.4), (3.4, -2.2), (3.4, -4)),
            _line((-5.2, -2.4), (-3.4, -4.4), (-1.6, -2.4)),
            _line((1.6, -2.4), (3.4, -4.4), (5.2, -2.4)),
        ),
        "document": (
            _line((-3, 4.6), (-3, -4.6), (0.9, -4.6), (3, -2.5), (3, 4.6), (-3, 4.6)),
            _line((-1.2, -0.6), (1.2, -0.6)),
            _line((-1.2, 1.9), (1.2, 1.9)),
        ),
        "draft": (
            _line((-4, 4), (-3, 0.8), (2.4, -4.6), (4.6, -2.4), (-0.8, 3), (-4, 4)),
            _line((0.9, -3.1), (3.1, -0.9)),
        ),
        "influence_none": (
            Outline(
                (
                    ("M", ((-5.4, 0),)),
                    ("C", ((-2.9, -4.4), (2.9, -4.4), (5.4, 0))),
                    ("C", ((2.9, 4.4), (-2.9, 4.4), (-5.4, 0))),
                ),
                closed=True,
            ),
            Ellipse((0.0, 0.0), (1.7, 1.7)),
        ),
        "manual": (Ellipse((0.0, -2.4), (2.1, 2.1)), _shoulders(0.0, 4.0, -0.4, 4.6)),
        "meeting": (
            Ellipse((-2.5, -2.3), (1.5, 1.5)),
            Ellipse((2.5, -2.3), (1.5, 1.5)),
            _shoulders(-2.5),
            _shoulders(2.5),
        ),
    }
)
"""Shapes around the middle of the disc."""
SOLID = frozenset({"automated", "manual", "meeting"})
"""Glyphs that are filled; the others are lines."""


def placed_marks(node: PlacedNode) -> list[tuple[str, Point]]:
    """The marks that are glyphs, with the middles of their discs, from right to left."""
    shown = [mark for mark in node.marks if mark in GLYPHS]
    if node.shape is Shape.DIAMOND:
        return list(zip(shown, _on_diamond(node), strict=False))
    x, y = _first_place(node)
    return [(mark, (x - index * _STEP, y)) for index, mark in enumerate(shown)]


def _on_diamond(node: PlacedNode) -> tuple[Point, Point]:
    """The middles of the upper edges, a little outside, where they cover neither words nor ways."""
    length = hypot(node.width, node.height)
    across = node.width / 4 + _OUTWARD * node.height / length
    up = node.height / 4 + _OUTWARD * node.width / length
    return (node.x + across, node.y - up), (node.x - across, node.y - up)


def _first_place(node: PlacedNode) -> Point:
    """On the outline's upper edge, or before the text where there is no outline."""
    if node.shape is not Shape.PLAIN:
        return (node.x + node.width / 2 - 16, node.y - node.height / 2)
    if not node.texts:
        return (node.x, node.y)
    text = node.texts[0]
    width = text.lines[0].width
    left = text.x - {"middle": width / 2, "end": width}.get(text.anchor, 0.0)
    middle = text.y - text.height / 2 + TEXT_SIZE[text.role] * LINE_HEIGHT / 2
    # In the middle of its place, a text is wider to both sides in some readers' fonts.
    apart = 4 + (width * 0.06 if text.anchor == "middle" else 0.0)
    return (left - RADIUS - apart, middle)


def moved(shape: Piece, by: Point) -> Piece:
    """The shape at another place."""
    dx, dy = by
    if isinstance(shape, Ellipse):
        return Ellipse((shape.centre[0] + dx, shape.centre[1] + dy), shape.radii)
    steps = tuple(
        (command, tuple((x + dx, y + dy) for x, y in points)) for command, points in shape.steps
    )
    return Outline(steps, shape.closed)
