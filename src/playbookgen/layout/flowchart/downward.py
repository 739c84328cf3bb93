"""Downward: on a narrow page, steps below one another, with ends and links beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbookgen.layout.boxes import (
    CIRCLE,
    PAD_X,
    TERMINALS,
    Box,
    boxes_of,
    pill,
    rectangle,
    step_widths,
)
from playbookgen.layout.flowchart.across import across_of
from playbookgen.layout.flowchart.bands import Groups
from playbookgen.layout.flowchart.composing import Composition, composition_of
from playbookgen.layout.flowchart.making import Making
from playbookgen.layout.flowchart.page import Page
from playbookgen.layout.flowchart.plan import LABEL_WIDTHS, Plan
from playbookgen.layout.flowchart.rows import ALL, Row, rows_of
from playbookgen.layout.text import widest_word
from playbookgen.model.diagram import Node, NodeKind, TextRole

_ASIDE = 84.0
"""The width that ends and links have beside a step."""


def downward(making: Making) -> Page:
    """The chart with a step in each row; ends and links above and below where none fit beside."""
    starts = range(making.order.columns) or range(1)
    tried = [
        rows_of(
            making.chart,
            making.order,
            making.lanes,
            list(starts),
            hanging=hanging,
            is_down=True,
        )
        for hanging in (0, 1, ALL)
    ]
    nodes = [node for row in tried[0] for node in row.nodes]
    boxes = {box.node.ref: _slim(box) for box in _boxes(nodes).values()}
    parts = [_fitting(making, rows, boxes) for rows in zip(*tried, strict=True)]
    return Page(
        making.chart, making.frame, [part for part, _ in parts], [plan for _, plan in parts]
    )


def _boxes(nodes: list[Node]) -> Mapping[str, Box]:
    return boxes_of(nodes, width=step_widths(nodes)[0], is_narrow=True)


def _fitting(
    making: Making, rows: Sequence[Row], boxes: Mapping[str, Box]
) -> tuple[Composition, Plan]:
    """The first of the rows that the page is wide enough for, or the narrowest."""
    found: list[tuple[float, Composition, Plan]] = []
    for row in rows:
        part = composition_of(row)
        plan = part.plan(boxes, label_width=LABEL_WIDTHS[-1])
        found.append((_width(making, part, plan), part, plan))
        if found[-1][0] <= making.frame.room:
            return part, plan
    _, part, plan = min(found, key=lambda choice: choice[0])
    return part, plan


def _width(making: Making, part: Composition, plan: Plan) -> float:
    """How wide a row is, with the borders of groups."""
    groups = Groups(making.chart.groups, part).columns()
    begins, ends = {first for first, _ in groups}, {last + 1 for _, last in groups}
    return across_of(plan, begins=begins, ends=ends).width


def _slim(box: Box) -> Box:
    """Ends and links as narrow as their words, and the caption of the start beside it."""
    node = box.node
    if node.kind is NodeKind.START and box.texts:
        text = box.texts[0]
        beside = replace(text, x=CIRCLE / 2 + 6.0 + text.width / 2, y=0.0)
        return replace(box, texts=(beside,), caption=0.0)
    if node.kind is NodeKind.LINK:
        word = widest_word(node.label, role=TextRole.NOTE, limit=box.width)
        return pill(node, width=max(_ASIDE, word + 2 * PAD_X))
    if node.kind in TERMINALS and box.caption == 0.0 and box.texts:
        word = widest_word(node.label, role=TextRole.LABEL, limit=box.width)
        return rectangle(node, width=max(_ASIDE, word + 2 * PAD_X))
    return box
