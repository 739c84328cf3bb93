"""Matrices are tidy at every width, say everything they hold, and break as readers expect."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.model.diagram import (
    Cell,
    EdgeKind,
    LegendEntry,
    Matrix,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
    Row,
)
from tests.unit.layout.placed_faults import Rect, faults, node_rect, text_rect
from tests.unit.layout.random_maps import FULL, LABELS

WIDTHS = (1120.0, 860.0, 354.0)
LETTERS = (
    NodeKind.RESPONSIBLE,
    NodeKind.ACCOUNTABLE,
    NodeKind.CONSULTED,
    NodeKind.INFORMED,
)
FILLING = st.sampled_from([NodeKind.TECHNOLOGY, NodeKind.GAP, NodeKind.ORPHAN, NodeKind.FACT])
many = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    """Rows of bars, of letters and dots, or of levels on a thread, some in groups."""
    count = draw(st.integers(1, 14))
    columns = tuple(Node(f"c{at}", NodeKind.HEADING, draw(FULL)) for at in range(count))
    shorts = tuple(str(at + 1) for at in range(count)) if draw(st.booleans()) else ()
    is_thread = draw(st.booleans())
    caption = draw(st.sampled_from(["", "all sales types"]))
    groups = sorted(draw(st.lists(st.sampled_from(["", "Internal", "外部"]), max_size=7)))
    rows = []
    for at, group in enumerate(groups):
        head = Node(f"r{at}", NodeKind.HEADING, draw(FULL), draw(LABELS), draw(_items()))
        cells = draw(_levels(f"r{at}", count) if is_thread else _cells(f"r{at}", count, caption))
        rows.append(Row(head, cells, group))
    corner = draw(LABELS)
    legend = (LegendEntry(NodeKind.RESPONSIBLE, draw(FULL), label="R"),)
    return Matrix("m", "A", "A map.", "en", columns, tuple(rows), shorts, corner, is_thread, legend)


def _items() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(FULL, max_size=2).map(tuple)


@st.composite
def _cells(draw: st.DrawFn, ref: str, count: int, caption: str) -> tuple[Cell, ...]:
    cells, at = [], draw(st.integers(0, count))
    while at < count:
        span = draw(st.integers(1, count - at))
        columns = tuple(f"c{n}" for n in range(at, at + span))
        if span == 1 and draw(st.booleans()):
            kinds = draw(st.lists(st.sampled_from(LETTERS), min_size=1, max_size=4, unique=True))
            nodes = tuple(Node(f"{ref}.{at}{kind}", kind, kind[0].upper()) for kind in kinds)
            cells.append(Cell(columns, nodes, caption=caption))
        elif span == 1 and draw(st.booleans()):
            cells.append(
                Cell(columns, (Node(f"{ref}.{at}", NodeKind.APPLIED, ""),), caption=caption)
            )
        else:
            node = Node(f"{ref}.{at}", draw(FILLING), draw(LABELS), draw(LABELS), draw(_items()))
            cells.append(Cell(columns, (node,), caption=caption))
        at += span + draw(st.integers(0, 3))
    return tuple(cells)


@st.composite
def _levels(draw: st.DrawFn, ref: str, count: int) -> tuple[Cell, ...]:
    cells = []
    for at in range(count):
        percent = draw(st.integers(-20, 100))
        said = percent >= 0
        kind = NodeKind.METER_ROOM if said else NodeKind.GAP
        label = f"{percent} %" if said else "not stated"
        node = Node(f"{ref}.{at}", kind, label, draw(LABELS) if said else "")
        cells.append(Cell((f"c{at}",), (node,), Fraction(percent, 100) if said else None))
    return tuple(cells)


@many
@given(matrices(), st.sampled_from(WIDTHS))
def test_matrices_are_tidy_and_no_wider_than_the_page(matrix: Matrix, width: float) -> None:
    placed = place(matrix, width=width)
    assert faults(placed) == []
    assert placed.width <= width
    assert strays(placed) == []


@many
@given(matrices(), st.sampled_from(WIDTHS))
def test_every_head_and_cell_is_shown_and_read_row_by_row(matrix: Matrix, width: float) -> None:
    placed = place(matrix, width=width)
    assert placed == place(matrix, width=width)
    assert len({node.ref for node in placed.nodes}) == len(placed.nodes)
    first = [node.ref for node in placed.nodes if ".block-" not in node.ref]
    for row in matrix.rows:
        nodes = [row.head.ref, *(node.ref for cell in row.cells for node in cell.nodes)]
        shown = [ref for ref in first if ref in nodes]
        assert shown == [ref for ref in nodes if ref in first]
    everywhere = {node.ref.partition(".block-")[0] for node in placed.nodes}
    cells = [cell for row in matrix.rows for cell in row.cells]
    if not (cells and all(cell.caption for cell in cells)):
        assert {node.ref for node in matrix.columns} <= everywhere
    assert {node.ref for cell in cells for node in cell.nodes} <= everywhere


def strays(placed: PlacedDiagram) -> list[str]:
    """Bands that overlap, captions off their band, and bars over the words of their room."""
    bands = {
        band.ref: Rect(band.x, band.y, band.x + band.width, band.y + band.height)
        for band in placed.bands
    }
    found = [
        f"{ref} on {other}"
        for ref, one in bands.items()
        for other in bands
        if other > ref and one.meets(bands[other])
    ]
    found += [
        f"the caption leaves {band.ref}"
        for band in placed.bands
        if band.text and not bands[band.ref].holds(text_rect(band.text))
    ]
    nodes = {node.ref: node for node in placed.nodes}
    for ref, room in nodes.items():
        bar = nodes.get(f"{ref}.level")
        if bar and any(node_rect(bar).meets(text_rect(text)) for text in room.texts):
            found.append(f"{bar.ref} covers the words of its room")
    return found


def table(columns: int, rows: int, *, title: str = "Qualify the lead") -> Matrix:
    """A matrix with a dot in every cell."""
    heads = tuple(Node(f"c{at}", NodeKind.HEADING, f"{at + 1}. {title}") for at in range(columns))
    lines = tuple(
        Row(
            Node(f"r{at}", NodeKind.HEADING, "Earn attention"),
            tuple(
                Cell((head.ref,), (Node(f"r{at}.{head.ref}", NodeKind.APPLIED, ""),))
                for head in heads
            ),
        )
        for at in range(rows)
    )
    numbers = tuple(str(at + 1) for at in range(columns))
    return Matrix("m", "A", "A map.", "en", heads, lines, numbers, "Principle")


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    return {node.ref: node for node in placed.nodes}


def words(placed: PlacedDiagram) -> list[str]:
    return [" ".join(line.text for line in text.lines) for text in placed.texts]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 3), (12, 40), (40, 3)])
def test_any_number_of_columns_and_rows_fits(columns: int, rows: int, width: float) -> None:
    placed = place(table(columns, rows), width=width)
    assert placed.width <= width
    assert faults(placed) == []


def test_cells_stand_below_their_heads_and_beside_those_of_rows() -> None:
    nodes = by_ref(place(table(4, 3), width=1120))
    assert nodes["r1.c2"].x == nodes["c2"].x == nodes["r2.c2"].x
    assert nodes["r1.c0"].y == nodes["r1"].y == nodes["r1.c3"].y
    assert nodes["c0"].y < nodes["r0"].y < nodes["r1"].y


def test_on_a_phone_numbers_stand_for_the_heads_of_columns() -> None:
    placed = place(table(8, 2), width=354)
    nodes = by_ref(placed)
    assert words(placed) == ["1", "2", "3", "4", "5", "6", "7", "8"] * 2
    assert nodes["r0"].y < nodes["r0.c0"].y < nodes["r1"].y
    assert max(nodes[f"c{at}"].y for at in range(8)) < nodes["r0"].y


def test_too_many_columns_continue_in_numbered_blocks_that_repeat_the_heads() -> None:
    placed = place(table(40, 2), width=1120)
    nodes = by_ref(placed)
    numbered = [said for said in words(placed) if said.startswith("Principle")]
    assert numbered[0] == f"Principle · 1/{len(numbered)}"
    assert len(numbered) > 1
    assert nodes["r0.block-2"].y > nodes["r1.c0"].y
    assert nodes["r0.block-2"].x == nodes["r0"].x


def test_numbers_stand_for_heads_that_would_break_a_table_into_many_blocks() -> None:
    matrix = table(40, 2, title="Interdepartmental responsibilities")
    placed, titled = (place(it, width=1120) for it in (matrix, replace(matrix, shorts=())))
    assert [said for said in words(placed) if said.isdecimal()] == [str(at) for at in range(1, 41)]
    blocks = [len([w for w in words(it) if w.startswith("Principle")]) for it in (placed, titled)]
    assert blocks[1] >= 2 * blocks[0]


def test_of_several_blocks_those_show_a_row_that_have_something_for_it() -> None:
    full = table(40, 3)
    late, nothing = replace(full.rows[1], cells=full.rows[1].cells[39:]), full.rows[2]
    rows = (full.rows[0], late, replace(nothing, cells=()))
    nodes = by_ref(place(replace(full, rows=rows), width=1120))
    assert "r0.block-2" in nodes
    assert nodes["r1"].y > nodes["r0.block-2"].y
    assert nodes["r2"].y < nodes["r0.block-2"].y
    assert not {"r1.block-2", "r2.block-2"} & set(nodes)


def test_a_bar_goes_on_in_the_next_block() -> None:
    matrix = table(40, 1)
    bar = Cell(tuple(node.ref for node in matrix.columns), (Node("b", NodeKind.TECHNOLOGY, ""),))
    row = replace(matrix.rows[0], cells=(bar,))
    nodes = by_ref(place(replace(matrix, rows=(row,)), width=1120))
    assert nodes["b"].width > 700
    assert nodes["b.block-2"].y > nodes["b"].y


def test_groups_share_a_fill_that_tells_them_from_the_next() -> None:
    rows = table(3, 4).rows
    grouped = (*(replace(row, group="A") for row in rows[:2]), *rows[2:])
    placed = place(replace(table(3, 1), rows=grouped), width=1120)
    assert [band.turn for band in placed.bands] == [0, 0, 0, 1, 1]
    caption = placed.bands[0].text
    assert caption
    assert caption.lines[0].text == "A"


def levels(*percents: int | None) -> Matrix:
    """One row of levels on a thread."""
    matrix = table(len(percents), 1)
    cells = tuple(
        Cell((f"c{at}",), (Node(f"l{at}", NodeKind.GAP, "not stated"),))
        if percent is None
        else Cell(
            (f"c{at}",),
            (Node(f"l{at}", NodeKind.METER_ROOM, f"{percent}%"),),
            Fraction(percent, 100),
        )
        for at, percent in enumerate(percents)
    )
    row = replace(matrix.rows[0], cells=cells)
    return replace(matrix, rows=(row,), is_thread=True)


def test_a_bar_fills_its_share_of_the_room_and_stands_on_its_floor() -> None:
    nodes = by_ref(place(levels(0, 25, 100), width=1120))
    room, bar = nodes["l1"], nodes["l1.level"]
    assert bar.height == pytest.approx(room.height / 4)
    assert bar.y + bar.height / 2 == pytest.approx(room.y + room.height / 2)
    assert nodes["l2.level"].height == nodes["l2"].height
    assert nodes["l0.level"].height > 0


def test_the_thread_leads_from_bar_to_bar_and_rests_where_nothing_is_said() -> None:
    placed = place(levels(20, 50, None, 80, 90), width=1120)
    ends = [(edge.source, edge.target) for edge in placed.edges]
    assert ends == [("l0.level", "l1.level"), ("l3.level", "l4.level")]
    assert {edge.kind for edge in placed.edges} == {EdgeKind.TIE}
    first = placed.edges[0].points
    assert first[0][1] > first[-1][1]
    assert not placed.edges[0].arrow


def test_what_is_missing_is_told_in_words_only_where_they_have_room() -> None:
    gap = Cell(("c0",), (Node("gap", NodeKind.GAP, "no technology of this category"),))
    said = [_gap_words(gap, columns, width) for columns, width in ((2, 1120), (8, 354))]
    assert said == ["no technology of this category", "–"]


def _gap_words(gap: Cell, columns: int, width: float) -> str:
    matrix = table(columns, 1)
    row = replace(matrix.rows[0], cells=(gap,))
    (text,) = by_ref(place(replace(matrix, rows=(row,)), width=width))["gap"].texts
    return " ".join(line.text for line in text.lines)


def test_a_share_that_is_not_stated_is_a_quiet_dash_that_is_told_in_words() -> None:
    empty = by_ref(place(levels(20, None, 80), width=1120))["l1"]
    assert empty.texts[0].lines[0].text == "–"
    assert empty.title == "not stated"


def test_captioned_cells_stand_one_below_the_other_on_a_phone() -> None:
    matrix = replace(table(2, 1), shorts=())
    cells = tuple(
        Cell((f"c{at}",), (Node(f"x{at}", NodeKind.TECHNOLOGY, "", note="A body"),), caption=name)
        for at, name in enumerate(("project sales", "regional sales"))
    )
    placed = place(replace(matrix, rows=(replace(matrix.rows[0], cells=cells),)), width=354)
    nodes = by_ref(placed)
    assert nodes["x0"].x == nodes["x1"].x
    assert nodes["x0"].y < nodes["x1"].y
    said = ["".join(line.text for line in text.lines) for text in nodes["x1"].texts]
    assert said == ["regional sales", "A body"]


def test_assistive_technology_hears_the_meaning_of_a_letter() -> None:
    matrix = table(1, 1)
    node = Node("x", NodeKind.ACCOUNTABLE, "A", spoken="Close – Manager: accountable")
    row = replace(matrix.rows[0], cells=(Cell(("c0",), (node,)),))
    placed = by_ref(place(replace(matrix, rows=(row,)), width=1120))
    assert placed["x"].title == "Close – Manager: accountable"
    assert placed["r0"].title == "Earn attention"
