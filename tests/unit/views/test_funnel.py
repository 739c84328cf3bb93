"""The funnel multiplies the conversions that are stated, and invents none."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from playbookgen.model.diagram import Funnel, FunnelStep, Node, NodeKind
from playbookgen.model.playbook import DealStage, Edition, Outcome, Process, Stage
from playbookgen.model.values import parse_percent
from playbookgen.views.funnel import VIEW

WON = Outcome("outcomes.won", "Contract signed", kind="won")
LOST = Outcome("outcomes.lost", "Lost", kind="lost")
BARE = Edition("demo", "Demo", "", "acme", "internal", "en")


def process(*conversions: str, outcomes: tuple[Outcome, ...] = (LOST, WON)) -> Process:
    """A process of stages with these conversions; an empty one is not stated."""
    stages = tuple(
        Stage(
            f"stages.s{number}",
            f"Stage {number}",
            number=number,
            conversion=parse_percent(text) if text else None,
            optional=number == 2,
        )
        for number, text in enumerate(conversions, start=1)
    )
    return Process(stages, "stages.s1", outcomes, ())


def draw(*conversions: str, language: str = "en") -> Funnel:
    drawn = VIEW.draw(replace(BARE, process=process(*conversions), language=language), "funnel")
    assert isinstance(drawn, Funnel)
    return drawn


def test_there_is_a_funnel_where_a_conversion_is_stated() -> None:
    assert VIEW.subjects(BARE) == ()
    assert VIEW.subjects(replace(BARE, process=process("", ""))) == ()
    assert VIEW.subjects(replace(BARE, process=process("", "50%"))) == ("funnel",)


def test_probabilities_of_deal_stages_make_no_funnel() -> None:
    likely = DealStage("deal_stages.asked", "Asked", probability=parse_percent("20%"))
    edition = replace(BARE, process=process("", ""), deal_stages=(likely,))
    assert VIEW.subjects(edition) == ()


def test_shares_are_products_of_the_conversions_before() -> None:
    drawn = draw("40%", "12.5%", "50%")
    assert drawn.steps == (
        FunnelStep(
            Node("stages.s1", NodeKind.FUNNEL, "1.\u00a0Stage 1", target="stages.s1"),
            Fraction(1),
            "100%",
            "40% go on",
        ),
        FunnelStep(
            Node("stages.s2", NodeKind.FUNNEL, "2.\u00a0Stage 2", "optional", target="stages.s2"),
            Fraction(2, 5),
            "40%",
            "12.5% go on",
        ),
        FunnelStep(
            Node("stages.s3", NodeKind.FUNNEL, "3.\u00a0Stage 3", target="stages.s3"),
            Fraction(1, 20),
            "5%",
            "50% go on",
        ),
        FunnelStep(
            Node(
                "outcomes.won",
                NodeKind.WON,
                "Contract signed",
                "of all that enter the first stage",
                target="outcomes.won",
            ),
            Fraction(1, 40),
            "2.5%",
        ),
    )
    assert [entry.kind for entry in drawn.legend] == [NodeKind.FUNNEL]
    assert "2.5%" in drawn.description


def test_nothing_is_known_after_a_conversion_that_is_not_stated() -> None:
    drawn = draw("40%", "", "50%")
    assert [step.share for step in drawn.steps] == [Fraction(1), Fraction(2, 5), None, None]
    assert [step.said for step in drawn.steps[2:]] == ["not stated"] * 2
    assert [step.conversion for step in drawn.steps] == ["40% go on", "not stated", "50% go on", ""]
    assert [entry.kind for entry in drawn.legend] == [NodeKind.FUNNEL, NodeKind.GAP]
    assert "not stated" in drawn.description


def test_a_process_without_a_won_outcome_ends_plainly() -> None:
    bare = replace(BARE, process=process("50%", outcomes=(LOST,)))
    drawn = VIEW.draw(bare, "funnel")
    assert isinstance(drawn, Funnel)
    assert drawn.steps[-1].node.label == "End"
    assert drawn.steps[-1].node.target == ""


def test_figures_are_in_the_edition_s_language() -> None:
    drawn = draw("12.5%", language="ru")
    assert drawn.steps[0].conversion == "12,5\u00a0% идут дальше"
