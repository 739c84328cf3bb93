"""The pipeline board shows each deal stage with its figures and what moves a deal on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from playbookgen.model.diagram import Board, Node, NodeKind
from playbookgen.model.parts import Criterion, Raci, Role
from playbookgen.model.playbook import DealStage, Edition, Event, Journey, Process, Stage
from playbookgen.model.values import parse_money, parse_percent
from playbookgen.views.pipeline_board import VIEW

BARE = Edition("demo", "Demo", "", "acme", "internal", "en")
REP = Role("roles.rep", "Sales representative")
ASKS = Event("journey.events.asks", "Asks for an offer", at="day 3")
SIGNS = Event("journey.events.signs", "Signs", ours=False)
OFFER = Stage(
    "stages.offer",
    "Offer",
    number=2,
    raci=Raci((REP,)),
    exit=(
        Criterion("The buyer has chosen", by="buyer"),
        Criterion("The offer is filed", by="us"),
        Criterion("The terms hold"),
    ),
)
ASKED = DealStage(
    "deal_stages.asked",
    "Offer asked for",
    event=ASKS.ref,
    stage=OFFER.ref,
    probability=parse_percent("25%"),
    target_deals=1200,
    target_value=parse_money("48000 EUR"),
)
READ = DealStage("deal_stages.read", "Offer read", event=ASKS.ref, stage=OFFER.ref)
SIGNED = DealStage("deal_stages.signed", "Contract signed", event=SIGNS.ref)
FULL = replace(
    BARE,
    process=Process((OFFER,), OFFER.ref, (), ()),
    journey=Journey("Journey", "", (ASKS, SIGNS)),
    deal_stages=(ASKED, READ, SIGNED),
)


def draw(edition: Edition) -> Board:
    drawn = VIEW.draw(edition, "pipeline")
    assert isinstance(drawn, Board)
    return drawn


def test_there_is_a_board_where_there_are_deal_stages() -> None:
    assert VIEW.subjects(BARE) == ()
    assert VIEW.subjects(FULL) == ("pipeline",)


def test_columns_are_the_deal_stages_in_their_order() -> None:
    board = draw(FULL)
    assert board.is_sequence
    assert [column.head for column in board.columns] == [
        Node(item.ref, NodeKind.DEAL_STAGE, item.title, target=item.ref)
        for item in FULL.deal_stages
    ]


def test_figures_stand_below_the_head_and_missing_targets_are_said() -> None:
    first, second, _ = draw(FULL).columns
    assert [fact.label for fact in first.facts] == [
        "Probability: 25%",
        "Target deals: 1,200",
        "Target value: 48,000\u00a0EUR",
        "Weighted: 12,000\u00a0EUR",
    ]
    assert [fact.label for fact in second.facts] == ["No target stated"]
    assert (first.share, second.share) == (Fraction(1, 4), None)


def test_a_playbook_without_targets_says_nothing_of_them() -> None:
    board = draw(replace(FULL, deal_stages=(READ, SIGNED)))
    assert [column.facts for column in board.columns] == [(), ()]


def test_the_cards_are_the_event_our_stage_and_the_buyer_s_acts_that_end_it() -> None:
    first, second, third = draw(FULL).columns
    event = Node(f"{ASKED.ref}.event", NodeKind.EVENT_OURS, ASKS.title, "day 3", target=ASKS.ref)
    stage = Node(
        f"{ASKED.ref}.stage",
        NodeKind.STAGE,
        "2.\u00a0Offer",
        "Sales representative",
        target=OFFER.ref,
    )
    assert first.cards == (event, stage)
    assert second.cards[2:] == (
        Node(f"{READ.ref}.exit", NodeKind.CARD, "Moves on when", items=("The buyer has chosen",)),
    )
    assert [card.kind for card in third.cards] == [NodeKind.EVENT_NONE]


def test_no_two_nodes_share_a_ref() -> None:
    nodes = [
        node
        for column in draw(FULL).columns
        for node in (column.head, *column.facts, *column.cards)
    ]
    assert len({node.ref for node in nodes}) == len(nodes)


@pytest.mark.parametrize(
    ("second", "value", "weighted"),
    [
        ("2000 EUR", "50,000\u00a0EUR", "13,000\u00a0EUR"),
        ("300 USD", "48,000\u00a0EUR + 300\u00a0USD", "12,000\u00a0EUR + 150\u00a0USD"),
    ],
)
def test_sums_are_told_in_words_for_each_currency(second: str, value: str, weighted: str) -> None:
    half = parse_percent("50%")
    read = replace(READ, probability=half, target_deals=3, target_value=parse_money(second))
    said = draw(replace(FULL, deal_stages=(ASKED, read))).description
    for fact in ("1,203", f"value: {value};", f"probability: {weighted}."):
        assert fact in said
