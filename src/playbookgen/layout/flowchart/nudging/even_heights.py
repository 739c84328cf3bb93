"""Even heights: steps on one level as high as one another, where it costs no room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.ordering.routed_row import RoutedRow
from playbookgen.model.diagram import NodeKind

_EVEN = (
    (NodeKind.STAGE, NodeKind.TASK),
    (NodeKind.EVENT_OURS, NodeKind.EVENT_NONE),
)


def even_by_level(routed: RoutedRow, boxes: Mapping[str, Box]) -> dict[str, Box]:
    """The boxes of a row, those on one level of even height."""
    own = {node.ref: boxes[node.ref] for node in routed.row.nodes}
    levels: dict[int, list[Box]] = defaultdict(list)
    for ref, box in own.items():
        levels[routed.points[ref].y].append(box)
    for level in levels.values():
        own |= {box.node.ref: box for box in _evened(level)}
    return own


def _evened(boxes: Sequence[Box]) -> Iterator[Box]:
    """Steps, and events among themselves, as high as the highest.

    Those that are far above the others are even among themselves.
    """
    for kinds in _EVEN:
        left = [box for box in boxes if box.node.kind in kinds]
        while left:
            height = _even_height([box.height for box in left])
            yield from (replace(box, height=height) for box in left if box.height <= height)
            left = [box for box in left if box.height > height]


def _even_height(heights: Sequence[float]) -> float:
    """The height that the others may take: the highest that is not far above the middle one."""
    limit = 1.7 * median_low(heights)
    return max(height for height in heights if height <= limit)
