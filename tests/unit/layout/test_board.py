"""Boards are tidy at every width, and their columns stand and break as readers expect."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen.layout import place
from playbookgen.model.diagram import (
    Board,
    BoardColumn,
    LegendEntry,
    Node,
    NodeKind,
    PlacedDiagram,
    PlacedNode,
)
from tests.unit.layout.placed_faults import Rect, faults, node_rect
from tests.unit.layout.random_maps import FULL, LABELS

WIDTHS = (1120.0, 860.0, 358.0)
HEADS = (NodeKind.HEADING, NodeKind.DEAL_STAGE, NodeKind.STAGE)
BARS = (NodeKind.METER_ROOM, NodeKind.METER)
CARDS = st.sampled_from([NodeKind.CARD, NodeKind.DECIDER, NodeKind.GAP, NodeKind.STAGE])


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Columns with facts, cards and feet, as a sequence or side by side."""
    kind = draw(st.sampled_from(HEADS))
    columns = tuple(draw(_columns(f"c{at}", kind)) for at in range(draw(st.integers(1, 12))))
    legend = (LegendEntry(NodeKind.CARD, draw(FULL)),) if draw(st.booleans()) else ()
    return Board("board", "A", "A map.", "en", columns, draw(st.booleans()), legend)


@st.composite
def _columns(draw: st.DrawFn, ref: str, kind: NodeKind) -> BoardColumn:
    facts = tuple(
        Node(f"{ref}.f{at}", NodeKind.FACT, draw(FULL), note=draw(LABELS), items=draw(_items()))
        for at in range(draw(st.integers(0, 3)))
    )
    cards = tuple(
        Node(f"{ref}.k{at}", draw(CARDS), draw(FULL), note=draw(LABELS), items=draw(_items()))
        for at in range(draw(st.integers(0, 9)))
    )
    foot = (Node(f"{ref}.foot", draw(CARDS), draw(FULL)),) if draw(st.booleans()) else ()
    share = draw(st.one_of(st.none(), st.fractions(0, 1, max_denominator=100)))
    return BoardColumn(Node(ref, kind, draw(FULL), note=draw(LABELS)), facts, cards, foot, share)


def _items() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(FULL, max_size=2).map(tuple)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards(), st.sampled_from(WIDTHS))
def test_boards_are_tidy_and_no_wider_than_the_page(board: Board, width: float) -> None:
    placed = place(board, width=width)
    assert faults(placed) == []
    assert placed.width <= width
    assert strays(placed) == []


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards(), st.sampled_from(WIDTHS))
def test_the_keyboard_visits_everything_column_by_column(board: Board, width: float) -> None:
    said = [
        node.ref
        for column in board.columns
        for node in (column.head, *column.facts, *column.cards, *column.foot)
    ]
    placed = place(board, width=width)
    refs = [it.ref for it in placed.nodes if it.kind not in BARS]
    assert [ref for ref in refs if not ref.startswith("legend")] == said
    assert placed == place(board, width=width)


def strays(placed: PlacedDiagram) -> list[str]:
    """What of a column is not on the column's band, and bands that overlap."""
    bands = {
        band.ref: Rect(band.x, band.y, band.x + band.width, band.y + band.height)
        for band in placed.bands
    }
    found = []
    for node in placed.nodes:
        column, dot, _ = node.ref.partition(".")
        band = bands.get(f"column.{column}")
        if dot and band and not band.holds(node_rect(node)):
            found.append(f"{node.ref} off its column")
    for ref, one in bands.items():
        found += [f"{ref} on {other}" for other in bands if other > ref and one.meets(bands[other])]
    return found


def board(
    count: int,
    *,
    kind: NodeKind = NodeKind.HEADING,
    cards: int = 2,
    label: str = "Qualify the lead",
) -> Board:
    """Columns that are all alike."""
    columns = tuple(
        BoardColumn(
            Node(f"c{at}", kind, label),
            cards=tuple(Node(f"c{at}.k{n}", NodeKind.CARD, label) for n in range(cards)),
        )
        for at in range(count)
    )
    return Board("board", "A", "A map.", "en", columns, kind is not NodeKind.HEADING)


def by_ref(placed: PlacedDiagram) -> dict[str, PlacedNode]:
    return {node.ref: node for node in placed.nodes}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("count", [1, 3, 40])
def test_any_number_of_columns_fits_any_page(count: int, kind: NodeKind, width: float) -> None:
    placed = place(board(count, kind=kind), width=width)
    assert faults(placed) == []
    assert placed.width <= width
    assert len(placed.bands) == count


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "label",
    ["x" * 200, "反対意見への対応とプレゼンテーション" * 12, "Самостоятельно проанализировал " * 9],
)
def test_very_long_words_stay_in_their_boxes(label: str, width: float) -> None:
    for kind in HEADS:
        placed = place(board(5, kind=kind, label=label), width=width)
        assert faults(placed) == []
        assert placed.width <= width


def test_columns_are_of_even_width_and_begin_on_one_line() -> None:
    nodes = by_ref(place(board(3), width=1120))
    heads = [nodes[f"c{at}"] for at in range(3)]
    assert len({(head.y, head.width) for head in heads}) == 1
    assert len({nodes[f"c{at}.k0"].y for at in range(3)}) == 1
    gaps = {round(right.x - left.x, 1) for left, right in pairwise(heads)}
    assert len(gaps) == 1


def test_forty_cards_of_one_column_stand_in_stacks_as_wide_as_the_page() -> None:
    placed = place(board(1, cards=40), width=1120)
    nodes = by_ref(placed)
    assert nodes["c0.k1"].y == nodes["c0.k0"].y
    assert nodes["c0.k1"].x > nodes["c0.k0"].x
    assert placed.height < placed.width
    assert place(board(1, cards=40), width=358).width <= 358


def test_a_share_is_a_silent_bar_over_the_facts_on_one_line_with_its_neighbours() -> None:
    columns = tuple(
        replace(column, share=share)
        for column, share in zip(
            board(3, kind=NodeKind.DEAL_STAGE).columns,
            (Fraction(1, 4), Fraction(1), None),
            strict=True,
        )
    )
    drawn = replace(board(3, kind=NodeKind.DEAL_STAGE), columns=columns)
    nodes = by_ref(place(drawn, width=1120))
    room, bar, full = (nodes[ref] for ref in ("c0.share", "c0.share.level", "c1.share.level"))
    inset = (room.height - bar.height) / 2
    assert bar.width == pytest.approx(full.width / 4, abs=0.02)
    assert bar.x - bar.width / 2 == pytest.approx(room.x - room.width / 2 + inset, abs=0.02)
    # A full bar ends as far from its room's outline as it begins.
    assert full.width == pytest.approx(room.width - 2 * inset, abs=0.02)
    assert nodes["c0"].y < room.y == full.y == bar.y < nodes["c0.k0"].y == nodes["c2.k0"].y
    assert (room.title, bar.title) == ("", "")
    assert "c2.share" not in nodes


def test_rows_of_a_sequence_alone_are_numbered() -> None:
    numbers = [
        [line.text for text in place(board(9, kind=kind), width=860).texts for line in text.lines]
        for kind in (NodeKind.DEAL_STAGE, NodeKind.HEADING)
    ]
    assert numbers == [["1", "2"], []]
    assert place(board(3, kind=NodeKind.DEAL_STAGE), width=860).texts == ()


def test_heads_that_do_not_point_onwards_are_joined_by_arrows() -> None:
    placed = place(board(3, kind=NodeKind.STAGE), width=860)
    assert [(edge.source, edge.target) for edge in placed.edges] == [("c0", "c1"), ("c1", "c2")]
    assert place(board(3, kind=NodeKind.DEAL_STAGE), width=860).edges == ()


def test_on_a_phone_a_column_is_as_wide_as_the_page() -> None:
    long = board(3, label="What does it cost us if a technician drives to the wrong customer?")
    assert place(long, width=358).width == 358


def test_on_a_phone_the_columns_of_a_sequence_stand_one_below_the_other() -> None:
    nodes = by_ref(place(board(5, kind=NodeKind.BUYER_STEP), width=358))
    assert len({nodes[f"c{at}"].x for at in range(5)}) == 1
    assert [nodes[f"c{at}"].y for at in range(5)] == sorted(nodes[f"c{at}"].y for at in range(5))


def test_feet_stand_on_one_line_however_many_cards_are_above() -> None:
    short, full = board(2, kind=NodeKind.BUYER_STEP).columns
    columns = tuple(
        replace(
            column,
            cards=column.cards[:n],
            foot=(Node(f"{column.head.ref}.foot", NodeKind.STAGE, text),),
        )
        for n, (column, text) in enumerate(((short, "Offer"), (full, "Offer and agreement " * 5)))
    )
    nodes = by_ref(place(Board("b", "A", "A map.", "en", columns, True), width=860))
    one, other = nodes["c0.foot"], nodes["c1.foot"]
    assert (one.y, one.height) == (other.y, other.height)


def test_a_board_without_columns_is_an_empty_page() -> None:
    placed = place(Board("b", "A", "A map.", "en", ()), width=860)
    assert (placed.nodes, placed.bands) == ((), ())


def test_a_full_column_takes_the_rest_of_a_row_rather_than_leave_it_empty() -> None:
    narrow, full = board(5).columns, board(1, cards=12).columns[0]
    full = replace(full, head=replace(full.head, ref="full"))
    placed = place(Board("b", "A", "A map.", "en", (*narrow, full)), width=1120)
    bands = {band.ref: band for band in placed.bands}
    assert bands["column.full"].y == bands["column.c0"].y
    assert bands["column.full"].width == pytest.approx(2 * bands["column.c0"].width + 14, abs=0.1)
