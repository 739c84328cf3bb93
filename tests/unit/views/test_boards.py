"""What the boards say: the buying centre, the decision cycle, the portfolio of a workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from playbookgen.layout import place
from playbookgen.locales import WORDS_BY_LANGUAGE
from playbookgen.model.diagram import Board, LegendEntry, Node, NodeKind
from playbookgen.model.parts import Raci, Role
from playbookgen.model.playbook import Edition, Process, Stage, Technology
from playbookgen.model.practice import BuyingCentre, Centre, DecisionStep, Member
from playbookgen.model.values import parse_duration
from playbookgen.views import VIEW_BY_KIND, WORKSPACE_VIEW_BY_KIND, WorkspaceEditions
from tests.unit.layout.placed_faults import faults

OFFER = Stage("stages.offer", "Offer", number=3, raci=Raci((Role("roles.rep", "Sales rep"),)))
FINANCE = Centre(
    "buying_centre.centres.finance",
    "Finance",
    interest="A price that does not grow",
    advantages=("Invoices leave 9 days earlier",),
)
IT = Centre("buying_centre.centres.it", "IT")
DIRECTOR = Member(
    "buying_centre.members.director",
    "Finance director",
    centre=FINANCE.ref,
    part="approver",
    concerns=("Which costs are missing?",),
)
ADVISER = Member("buying_centre.members.adviser", "Adviser", part="influencer")
COMPARE = DecisionStep(
    "buying_centre.cycle.compare",
    "Compare offers",
    members=(DIRECTOR.ref, ADVISER.ref),
    duration=parse_duration("2 weeks"),
    stage=OFFER.ref,
)
TALK = DecisionStep("buying_centre.cycle.talk", "Talk it over")
CENTRE = BuyingCentre("", (FINANCE, IT), (DIRECTOR, ADVISER), (COMPARE, TALK))
DEMO = Edition(
    "demo",
    "Demo",
    "",
    "acme",
    "internal",
    "en",
    client_title="Acme",
    process=Process((OFFER,), OFFER.ref, (), ()),
    buying_centre=CENTRE,
)


def drawn(kind: str, of: Edition = DEMO) -> Board:
    (subject,) = VIEW_BY_KIND[kind].subjects(of)
    board = VIEW_BY_KIND[kind].draw(of, subject)
    assert isinstance(board, Board)
    assert board.ref == subject
    return board


def portfolio(*editions: Edition, language: str = "en") -> Board:
    board = WORKSPACE_VIEW_BY_KIND["portfolio"].draw(
        WorkspaceEditions("Our playbooks", language, editions)
    )
    assert isinstance(board, Board)
    return board


def test_a_decision_centre_is_a_column_with_its_interest_advantages_and_members() -> None:
    board = drawn("buying-centre")
    finance = board.columns[0]
    assert finance.head == Node(FINANCE.ref, NodeKind.HEADING, "Finance", target=FINANCE.ref)
    assert [(fact.label, fact.note, fact.items) for fact in finance.facts] == [
        ("What it looks for", "A price that does not grow", ()),
        ("Our advantages", "", ("Invoices leave 9 days earlier",)),
    ]
    assert finance.cards == (
        Node(
            DIRECTOR.ref,
            NodeKind.DECIDER,
            "Finance director",
            note="approver",
            items=("Which costs are missing?",),
            target=DIRECTOR.ref,
        ),
    )
    assert not board.is_sequence


def test_a_centre_without_members_and_members_without_a_centre_are_seen() -> None:
    board = drawn("buying-centre")
    assert [column.head.label for column in board.columns] == [
        "Finance",
        "IT",
        "In no decision centre",
    ]
    assert [card.kind for card in board.columns[1].cards] == [NodeKind.GAP]
    assert [card.label for card in board.columns[2].cards] == ["Adviser"]
    assert "in no centre: 1" in board.description


def test_members_alone_stand_under_a_head_that_does_not_call_them_left_over() -> None:
    of = replace(DEMO, buying_centre=BuyingCentre("", (), (ADVISER,), ()))
    assert [column.head.label for column in drawn("buying-centre", of).columns] == [
        "Who takes part"
    ]


def test_a_step_of_the_decision_says_who_how_long_and_during_which_stage() -> None:
    board = drawn("decision-cycle")
    compare = board.columns[0]
    assert board.is_sequence
    assert (compare.head.kind, compare.head.label) == (NodeKind.BUYER_STEP, "Compare offers")
    assert [fact.label for fact in compare.facts] == ["Duration: 2 weeks"]
    assert [(card.kind, card.label, card.note, card.target) for card in compare.cards] == [
        (NodeKind.DECIDER, "Finance director", "approver", DIRECTOR.ref),
        (NodeKind.CARD, "Adviser", "influencer", ADVISER.ref),
    ]
    (stage,) = compare.foot
    assert (stage.kind, stage.label) == (NodeKind.STAGE, "3.\u00a0Offer")
    assert (stage.note, stage.target) == ("Sales rep", OFFER.ref)


def test_a_step_without_a_stage_of_ours_and_without_people_shows_both_gaps() -> None:
    board = drawn("decision-cycle")
    talk = board.columns[1]
    assert [(node.kind, node.label) for node in (*talk.cards, *talk.foot)] == [
        (NodeKind.GAP, "nobody named"),
        (NodeKind.GAP, "no stage of ours"),
    ]
    assert LegendEntry(NodeKind.GAP, "not named") in board.legend
    assert "without a stage of ours: 1" in board.description


def test_one_member_in_two_steps_is_two_nodes() -> None:
    again = replace(TALK, members=(DIRECTOR.ref,))
    of = replace(DEMO, buying_centre=replace(CENTRE, cycle=(COMPARE, again)))
    refs = [card.ref for column in drawn("decision-cycle", of).columns for card in column.cards]
    assert len(refs) == len(set(refs)) == 3


def test_a_playbook_without_a_buying_centre_has_neither_board() -> None:
    bare = replace(DEMO, buying_centre=BuyingCentre("", (), (), ()))
    for of in (bare, replace(DEMO, buying_centre=None)):
        assert VIEW_BY_KIND["buying-centre"].subjects(of) == ()
        assert VIEW_BY_KIND["decision-cycle"].subjects(of) == ()


def test_a_card_of_the_portfolio_says_what_a_playbook_is_and_holds() -> None:
    tool = Technology("technologies.plan", "Deal plan")
    of = replace(
        DEMO, version="1.2", status="draft", review=date(2027, 9, 1), technologies=(tool, tool)
    )
    (column,) = portfolio(of).columns
    assert (column.head.label, column.facts[0].label) == ("Acme", "Playbooks: 1")
    assert column.cards == (
        Node(
            "playbooks.acme.internal.en.demo",
            NodeKind.CARD,
            "Demo",
            note=(
                "English\u00a0· version\u00a01.2\u00a0· draft\nStages: 1\u00a0· Technologies: 2\n"
                "To be reviewed by 2027-09-01"
            ),
            marks=("draft",),
            target="playbooks.acme.internal.en.demo",
        ),
    )


def test_the_legend_of_the_portfolio_explains_the_mark_of_drafts_where_one_is() -> None:
    assert portfolio(DEMO).legend == ()
    (entry,) = portfolio(DEMO, replace(DEMO, id="new", status="draft")).legend
    assert entry.mark == "draft"


def test_clients_stand_by_name_and_clients_of_one_name_apart() -> None:
    named = [("zeta", "alpha"), ("beta", "Beta"), ("one", "Same"), ("two", "Same")]
    editions = [replace(DEMO, client=id_, client_title=title) for id_, title in reversed(named)]
    board = portfolio(*editions)
    assert [column.head.ref for column in board.columns] == [
        "clients.zeta",
        "clients.beta",
        "clients.one",
        "clients.two",
    ]
    assert portfolio(*reversed(editions)) == board


def test_the_portfolio_speaks_the_workspace_s_language() -> None:
    board = portfolio(DEMO, language="ru")
    assert board.language == "ru"
    assert board.title == "Портфель: Our playbooks"
    assert board.columns[0].facts[0].label == "Плейбуки: 1"


@pytest.mark.parametrize("width", [1120, 860, 358])
@pytest.mark.parametrize(("clients", "each"), [(0, 0), (1, 1), (1, 40), (3, 3), (40, 1)])
def test_portfolios_of_any_size_fit_any_page(clients: int, each: int, width: float) -> None:
    editions = [
        replace(DEMO, id=f"p{number}", client=f"c{at}", client_title=f"Client {at}")
        for at in range(clients)
        for number in range(each)
    ]
    placed = place(portfolio(*editions), width=width)
    assert faults(placed) == []
    assert placed.width <= width
    assert len(placed.bands) == clients


@pytest.mark.parametrize("language", WORDS_BY_LANGUAGE)
def test_boards_are_described_in_every_language(language: str) -> None:
    of = replace(DEMO, language=language)
    for board in (drawn("buying-centre", of), drawn("decision-cycle", of), portfolio(of)):
        assert "{" not in board.title + board.description
        assert place(board, width=358).width <= 358
