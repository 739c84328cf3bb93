"""The comparison shows what becomes of what, and says what is new or given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from playbookgen.model.diagram import Comparison, Edge, LegendEntry, Node, NodeKind
from playbookgen.model.parts import Raci, Role
from playbookgen.model.playbook import Edition, Process, ProcessToday, Stage
from playbookgen.model.practice import StageToday
from playbookgen.model.values import parse_duration, parse_percent
from playbookgen.views.today import VIEW

REP = Role("roles.rep", "Sales representative")
BARE = Edition("demo", "Demo", "", "acme", "internal", "en")
CALL = StageToday(
    "as_is.stages.call",
    "Cold call",
    responsible=(REP,),
    duration=parse_duration("2 weeks"),
    conversion=parse_percent("15%"),
    findings=("Called too late",),
    becomes=("stages.meet", "stages.pilot", "stages.gone"),
)
REPORT = StageToday("as_is.stages.report", "Monthly report")
MEET = Stage("stages.meet", "Meet", number=1, raci=Raci((REP,)), duration=parse_duration("1 day"))
PILOT = Stage("stages.pilot", "Pilot", number=2, optional=True)
START = Stage("stages.start", "Start", number=3, conversion=parse_percent("98%"))
FULL = replace(
    BARE,
    process=Process((MEET, PILOT, START), MEET.ref, (), ()),
    as_is=ProcessToday("", date(2026, 1, 20), (CALL, REPORT)),
)


def draw(edition: Edition) -> Comparison:
    drawn = VIEW.draw(edition, "as-is")
    assert isinstance(drawn, Comparison)
    return drawn


def test_there_is_a_comparison_where_both_processes_are_described() -> None:
    assert VIEW.subjects(FULL) == ("as-is",)
    assert VIEW.subjects(replace(FULL, process=None)) == ()
    assert VIEW.subjects(replace(FULL, as_is=None)) == ()


def test_the_stages_of_today_stand_with_their_figures_and_findings() -> None:
    assert draw(FULL).left == (
        Node(
            CALL.ref,
            NodeKind.TODAY,
            "Cold call",
            note="Sales representative\n2 weeks, 15% go on",
            items=("Called too late",),
            target=CALL.ref,
        ),
        Node(REPORT.ref, NodeKind.GIVEN_UP, "Monthly report", "given up", target=REPORT.ref),
    )


def test_the_stages_to_be_say_whether_they_are_new() -> None:
    assert draw(FULL).right == (
        Node(
            MEET.ref,
            NodeKind.STAGE,
            "1.\u00a0Meet",
            note="Sales representative\n1 day",
            target=MEET.ref,
        ),
        Node(
            PILOT.ref,
            NodeKind.STAGE,
            "2.\u00a0Pilot",
            note="optional",
            marks=("optional",),
            target=PILOT.ref,
        ),
        Node(START.ref, NodeKind.NEW, "3.\u00a0Start", note="new\n98% go on", target=START.ref),
    )


def test_lines_lead_from_what_was_to_what_it_becomes() -> None:
    assert draw(FULL).edges == (Edge(CALL.ref, MEET.ref), Edge(CALL.ref, PILOT.ref))


def test_captions_and_legend_name_both_processes() -> None:
    drawn = draw(FULL)
    assert drawn.captions == ("Today (measured 2026-01-20)", "To be")
    assert drawn.legend == (
        LegendEntry(NodeKind.TODAY, "Today"),
        LegendEntry(NodeKind.GIVEN_UP, "given up"),
        LegendEntry(NodeKind.STAGE, "To be"),
        LegendEntry(NodeKind.NEW, "new"),
    )
    undated = replace(FULL, as_is=ProcessToday("", None, (CALL,)))
    assert draw(undated).captions[0] == "Today"
    assert NodeKind.GIVEN_UP not in [entry.kind for entry in draw(undated).legend]


def test_the_change_is_told_in_words() -> None:
    said = draw(FULL).description
    assert "Stages today: 2, of which given up: 1; stages to be: 3, of which new: 1." in said
