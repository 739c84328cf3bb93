"""Rows are broken evenly, and steps are as wide as their own words ask for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from playbookgen.layout import place
from playbookgen.layout.boxes import WIDTHS, boxes_of
from playbookgen.layout.flowchart.frame import frame_of
from playbookgen.layout.flowchart.ranking import break_cycles, lanes_of, rank
from playbookgen.layout.flowchart.row_search import fit_rows
from playbookgen.layout.flowchart.rows.breaks import break_rows
from playbookgen.model.diagram import Edge, Flowchart, Node, NodeKind
from tests.layouts.random_processes import random_process, without_lanes

PAGE = 1120.0
LONG = "Специализированно"


def process(*labels: str) -> Flowchart:
    """Stages in a line."""
    nodes = tuple(Node(f"s{at}", NodeKind.STAGE, label) for at, label in enumerate(labels))
    edges = tuple(Edge(a.ref, b.ref) for a, b in pairwise(nodes))
    return Flowchart("process", "Map", "A map.", "ru", nodes, edges)


def stages_by_row(chart: Flowchart) -> list[int]:
    """How many stages each row has, told by their heights on the page."""
    placed = place(chart, width=PAGE)
    ys = sorted(round(node.y) for node in placed.nodes if node.kind is NodeKind.STAGE)
    return [ys.count(y) for y in dict.fromkeys(ys)]


def stages_in_rows(chart: Flowchart) -> list[int]:
    """How many stages each row of a process has, beside one another or not."""
    lanes = lanes_of(chart)
    ranking = rank(chart, break_cycles(chart), lanes)
    rows = fit_rows(chart, lanes, ranking, frame_of(chart, PAGE))
    held = (row.nudged.routed.row.nodes for row in rows)
    return [sum(node.kind is NodeKind.STAGE for node in nodes) for nodes in held]


@pytest.mark.parametrize("count", [7, 8, 9, 10, 13, 16, 21])
def test_rows_of_plain_steps_differ_by_one_step_at_most(count: int) -> None:
    found = stages_by_row(process(*["Qualify the lead"] * count))
    assert sum(found) == count
    assert max(found) - min(found) <= 1


def test_stages_count_where_ranks_are_equally_wide() -> None:
    cuts, widths = [0] * 9, [100.0] * 8
    assert break_rows(cuts, widths, [1, 1, 1, 1, 0, 0, 0, 0], limit=500.0) == [0, 3]
    assert break_rows(cuts, widths, [1] * 8, limit=500.0) == [0, 4]


def test_one_long_word_makes_its_own_step_wider_and_no_other() -> None:
    nodes = process("Search", LONG, "Close").nodes
    boxes = boxes_of(nodes, width=WIDTHS[0])
    assert boxes["s0"].width == boxes["s2"].width == WIDTHS[0]
    assert boxes["s1"].width > WIDTHS[0]
    assert [line.text for line in boxes["s1"].texts[0].lines] == [LONG]


def test_one_long_word_takes_no_step_from_a_row() -> None:
    plain = ["Search", "Qualify", "Close"] * 4
    assert len(stages_by_row(process(*plain, LONG))) == len(stages_by_row(process(*plain, "End")))


def test_no_process_has_a_row_of_one_step_beside_one_of_four() -> None:
    for number in range(60, 300, 40):
        found = stages_in_rows(without_lanes(random_process(number)))
        assert not (min(found) < 2 and max(found) > 3), number
