"""The widths that the steps of a chart may have, from the narrowest to the widest of use."""

from __future__ import annotations

from collections.abc import Iterable

from playbookgen.layout.boxes import CIRCLES, PAD_X, WIDTHS, even_width, unbroken_width
from playbookgen.model.diagram import SHAPE_BY_KIND, Node, Shape


def step_widths(nodes: Iterable[Node]) -> list[float]:
    """The widths that steps may have: in the least no word breaks, in the most no line does."""
    plain = [node for node in nodes if SHAPE_BY_KIND[node.kind] not in CIRCLES | {Shape.DIAMOND}]
    least = even_width(plain)
    most = max((unbroken_width(node) for node in plain), default=0.0) + 2 * PAD_X
    return [least, *(width for width in WIDTHS if least < width and _before(width) < most)]


def row_widths(nodes: Iterable[Node]) -> list[float]:
    """The widths that steps in rows may have: in the most no line breaks of any."""
    plain = (node for node in nodes if SHAPE_BY_KIND[node.kind] not in CIRCLES | {Shape.DIAMOND})
    most = max(map(unbroken_width, plain), default=0.0) + 2 * PAD_X
    return [width for width in WIDTHS if width == WIDTHS[0] or _before(width) < most]


def _before(width: float) -> float:
    """The next smaller of the even widths."""
    return max((other for other in WIDTHS if other < width), default=0.0)
