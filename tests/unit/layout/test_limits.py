"""How large maps may be."""

from __future__ import annotations

import pytest

from playbookgen.layout import LAYOUT_BY_TYPE, sizes
from playbookgen.layout.limits import LIMITS_BY_TYPE
from playbookgen.model.diagram import (
    Cell,
    Diagram,
    Edge,
    Flowchart,
    Lane,
    Matrix,
    Node,
    NodeKind,
    Row,
)


def nodes(count: int, name: str = "n") -> tuple[Node, ...]:
    return tuple(Node(f"{name}{at}", NodeKind.STAGE, f"Step {at}") for at in range(count))


def chart(steps: int, ways: list[tuple[int, int]], lanes: int = 0) -> Flowchart:
    return Flowchart(
        ref="process",
        title="A process",
        description="",
        language="en",
        nodes=nodes(steps),
        edges=tuple(Edge(f"n{one}", f"n{other}") for one, other in ways),
        lanes=tuple(Lane(f"l{at}", f"Lane {at}") for at in range(lanes)),
    )


def matrix(rows: int, columns: int) -> Matrix:
    heads = nodes(columns, "c")
    cells = tuple(Cell((head.ref,), nodes(1, f"{head.ref}.")) for head in heads)
    return Matrix(
        "m", "A matrix", "", "en", heads, tuple(Row(head, cells) for head in nodes(rows, "r"))
    )


def full(gates: int) -> list[tuple[int, int]]:
    return [(one, other) for one in range(gates) for other in range(gates) if one != other]


def test_every_kind_of_diagram_has_limits() -> None:
    assert LIMITS_BY_TYPE.keys() == LAYOUT_BY_TYPE.keys()


@pytest.mark.parametrize(
    "diagram",
    [
        pytest.param(chart(1002, [(at, at + 1) for at in range(1001)]), id="1,000 stages"),
        pytest.param(chart(600, [], lanes=300), id="300 lanes"),
        pytest.param(chart(1640, [(at // 39, at) for at in range(1560)]), id="40 gates of 39"),
        pytest.param(chart(8, full(8)), id="8 gates fully linked"),
        pytest.param(matrix(5050, 9), id="5,000 technologies"),
        pytest.param(matrix(40, 1000), id="a table of 1,000 stages"),
    ],
)
def test_large_businesses_fit(diagram: Diagram) -> None:
    assert not [size for size in sizes(diagram) if size.is_over]


@pytest.mark.parametrize(
    ("diagram", "what"),
    [
        (chart(4001, []), "steps"),
        (chart(3, [(0, 1)] * 8001), "connections"),
        (chart(3, [], lanes=601), "lanes"),
        (matrix(8001, 1), "rows"),
        (matrix(1, 1201), "columns"),
        (matrix(400, 126), "cells"),
    ],
)
def test_one_more_than_may_be_is_over(diagram: Diagram, what: str) -> None:
    assert [size.what for size in sizes(diagram) if size.is_over] == [what]


def test_a_cell_counts_for_every_block_that_shows_it() -> None:
    heads = nodes(600, "c")
    wide = Cell(tuple(head.ref for head in heads), nodes(1))
    rows = tuple(Row(head, (wide,)) for head in nodes(500, "r"))
    (over,) = [size for size in sizes(Matrix("m", "", "", "en", heads, rows)) if size.is_over]
    assert (over.what, over.count) == ("cells", 50_500)
