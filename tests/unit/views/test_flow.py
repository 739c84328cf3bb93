"""Handovers, half-processes, lanes, glyphs and scales: what maps say of them, exactly."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from playbookgen.model.diagram import (
    BUYER_TONE,
    EdgeKind,
    Flowchart,
    Group,
    Lane,
    LegendEntry,
    Node,
    NodeKind,
    Timeline,
)
from playbookgen.model.playbook import (
    DealStage,
    Edition,
    Event,
    HalfProcess,
    Handover,
    Journey,
    Outcome,
    Process,
    Raci,
    Role,
    Stage,
    Task,
    Transition,
)
from playbookgen.model.values import parse_duration
from playbookgen.views import VIEW_BY_KIND, swimlane

EDITOR = Role("roles.editor", "Editor", team="Marketing")
REP = Role("roles.rep", "Sales representative", team="Sales")
LEAD = Role("roles.lead", "Team lead", team="Sales")
ENGINEER = Role("roles.engineer", "Engineer")

NURTURE, MEET, CLOSE = "stages.nurture", "stages.meet", "stages.close"
WON, LOST = "outcomes.won", "outcomes.lost"
GATE = "handovers.lead"
LEAD_HANDOVER = Handover(GATE, "Lead handed over", "", NURTURE, MEET, EDITOR, REP, way_back=NURTURE)
MARKETING = HalfProcess("half_processes.marketing", "Marketing", stages=(NURTURE,))
SALES = HalfProcess("half_processes.sales", "Sales", stages=(MEET, CLOSE))


def task(
    stage: str, id_: str, role: Role, *others: Role, kind: str = "task", automated: bool = False
) -> Task:
    raci = Raci((role, *others))
    return Task(f"{stage}.tasks.{id_}", id_.title(), kind=kind, raci=raci, automated=automated)


def in_order(stage: str, *tasks: Task) -> tuple[Transition, ...]:
    refs = [f"{stage}.entry", *(task.ref for task in tasks), f"{stage}.exit"]
    return tuple(Transition(a, b) for a, b in pairwise(refs))


WRITE, SEND = task(NURTURE, "write", EDITOR), task(NURTURE, "send", EDITOR, automated=True)
ASK = task(MEET, "ask", REP, ENGINEER, kind="meeting")
FIT = task(MEET, "fit", LEAD, kind="decision")
FIT_FLOW = (
    Transition(f"{MEET}.entry", ASK.ref),
    Transition(ASK.ref, FIT.ref),
    Transition(FIT.ref, f"{MEET}.exit", "fits"),
    Transition(FIT.ref, ASK.ref, "unclear", is_loop=True),
)
STAGES = (
    Stage(
        NURTURE,
        "Nurture",
        number=1,
        raci=Raci((EDITOR,)),
        tasks=(WRITE, SEND),
        task_flow=in_order(NURTURE, WRITE, SEND),
    ),
    Stage(
        MEET,
        "Meet",
        number=2,
        raci=Raci((REP, LEAD)),
        tasks=(ASK, FIT),
        task_flow=FIT_FLOW,
        decision="Go on?",
    ),
    Stage(CLOSE, "Close", number=3, raci=Raci((), (LEAD,)), optional=True, holds_for=("Project",)),
)
PROCESS = Process(
    STAGES,
    NURTURE,
    (Outcome(WON, "Won"), Outcome(LOST, "Lost", kind="lost")),
    (
        Transition(NURTURE, MEET, "ready"),
        Transition(MEET, CLOSE, "yes"),
        Transition(MEET, LOST, "no"),
        Transition(CLOSE, WON),
    ),
)
EDITION = replace(
    Edition("demo", "Demo", "", "acme", "internal", "en"),
    roles=(EDITOR, REP, LEAD, ENGINEER),
    process=PROCESS,
    handovers=(LEAD_HANDOVER,),
    half_processes=(MARKETING, SALES),
)


def chart(kind: str, subject: str, of: Edition = EDITION) -> Flowchart:
    drawn = VIEW_BY_KIND[kind].draw(of, subject)
    assert isinstance(drawn, Flowchart)
    return drawn


def ways(drawn: Flowchart, *refs: str) -> set[tuple[str, str, str]]:
    """The edges at these nodes: from, to, condition."""
    found = (edge for edge in drawn.edges if {edge.source, edge.target} & set(refs))
    return {(edge.source, edge.target, edge.label) for edge in found}


def test_a_handover_is_a_gate_between_two_stages_with_a_way_back() -> None:
    drawn = chart("process", "process")
    assert Node(GATE, NodeKind.HANDOVER, "Lead handed over", target=GATE) in drawn.nodes
    assert ways(drawn, GATE) == {
        (NURTURE, GATE, "ready"),
        (GATE, MEET, "accepted"),
        (GATE, NURTURE, "rejected"),
    }
    (back,) = [edge for edge in drawn.edges if edge.target == NURTURE and edge.source == GATE]
    assert back.kind is EdgeKind.LOOP


def test_a_handover_without_a_way_back_only_leads_on() -> None:
    bare = replace(EDITION, handovers=(replace(LEAD_HANDOVER, way_back=""),))
    assert ways(chart("process", "process", bare), GATE) == {
        (NURTURE, GATE, "ready"),
        (GATE, MEET, "accepted"),
    }


def test_a_handover_that_no_transition_names_is_a_way_of_its_own() -> None:
    direct = replace(LEAD_HANDOVER, to_stage=CLOSE)
    drawn = chart("process", "process", replace(EDITION, handovers=(direct,)))
    assert ways(drawn, GATE) == {
        (f"{NURTURE}.decision", GATE, ""),
        (GATE, CLOSE, "accepted"),
        (GATE, NURTURE, "rejected"),
    }
    assert (f"{NURTURE}.decision", MEET, "ready") in ways(drawn, MEET)


def test_half_processes_are_groups_and_a_handover_stands_between_them() -> None:
    assert chart("process", "process").groups == (
        Group(MARKETING.ref, "Marketing", ("start", NURTURE), continued="Marketing (continued)"),
        Group(
            SALES.ref,
            "Sales",
            (MEET, f"{MEET}.decision", LOST, CLOSE, WON),
            continued="Sales (continued)",
        ),
    )


def test_a_handover_within_a_half_process_stands_in_its_group() -> None:
    whole = replace(MARKETING, stages=(NURTURE, MEET))
    halves = (whole, replace(SALES, stages=(CLOSE,)))
    groups = chart("process", "process", replace(EDITION, half_processes=halves)).groups
    assert groups[0].members == ("start", NURTURE, GATE, MEET, f"{MEET}.decision", LOST)


def test_one_half_alone_makes_no_group() -> None:
    assert chart("process", "process", replace(EDITION, half_processes=(SALES,))).groups == ()


def test_the_legend_of_the_process_explains_what_occurs_and_nothing_else() -> None:
    assert chart("process", "process").legend == (
        LegendEntry(NodeKind.HANDOVER, "Handover: accepted or rejected"),
        LegendEntry(NodeKind.STAGE, "Optional stage", mark="optional"),
        LegendEntry(NodeKind.STAGE, "Main line", edge=EdgeKind.FORWARD, is_main=True),
        LegendEntry(NodeKind.STAGE, "Way back", edge=EdgeKind.LOOP),
    )
    plain = replace(PROCESS, stages=(*STAGES[:2], replace(STAGES[2], optional=False)))
    bare = replace(EDITION, process=plain, handovers=())
    (main,) = chart("process", "process", bare).legend
    assert main.is_main
    line = replace(plain, transitions=(Transition(NURTURE, MEET), Transition(MEET, CLOSE)))
    assert chart("process", "process", replace(bare, process=line)).legend == ()


def test_a_stage_says_for_whom_alone_it_holds() -> None:
    close = {node.ref: node for node in chart("process", "process").nodes}[CLOSE]
    assert close.note.splitlines() == ["optional", "only: Project"]


def test_glyphs_tell_manual_from_automated_only_where_both_occur() -> None:
    drawn = chart("stage", NURTURE)
    marks = {node.ref: node.marks for node in drawn.nodes}
    assert (marks[WRITE.ref], marks[SEND.ref]) == (("manual",), ("automated",))
    assert [entry.mark for entry in drawn.legend] == ["automated", "manual"]
    by_hand = replace(STAGES[0], tasks=(WRITE, replace(SEND, automated=False)))
    process = replace(PROCESS, stages=(by_hand, *STAGES[1:]))
    plain = chart("stage", NURTURE, replace(EDITION, process=process))
    assert {node.marks for node in plain.nodes} == {()}
    assert plain.legend == ()


def test_a_task_says_for_whom_alone_it_is_done() -> None:
    rare = replace(WRITE, holds_for=("Regional sales", "Distributor"))
    process = replace(PROCESS, stages=(replace(STAGES[0], tasks=(rare, SEND)), *STAGES[1:]))
    drawn = chart("stage", NURTURE, replace(EDITION, process=process))
    (node,) = [node for node in drawn.nodes if node.ref == WRITE.ref]
    assert node.note.splitlines()[-1] == "only: Regional sales, Distributor"


def test_lanes_stand_in_declared_order_and_every_step_lies_in_one() -> None:
    drawn = chart("swimlane", "swimlane.role")
    assert [(lane.ref, lane.title) for lane in drawn.lanes] == [
        (role.ref, role.title) for role in (EDITOR, REP, LEAD)
    ]
    assert {node.lane for node in drawn.nodes} == {lane.ref for lane in drawn.lanes}


def test_a_swimlane_of_few_tasks_shows_each_in_its_lane() -> None:
    nodes = {node.ref: node for node in chart("swimlane", "swimlane.role").nodes}
    assert nodes[ASK.ref].label == "2.1 Ask"
    assert (nodes[ASK.ref].lane, nodes[ASK.ref].note) == (REP.ref, "with Engineer")
    assert (nodes[FIT.ref].lane, nodes[FIT.ref].kind) == (LEAD.ref, NodeKind.DECISION)
    assert MEET not in nodes
    assert nodes[CLOSE].lane == LEAD.ref, "the accountable role, where nobody is responsible"
    assert nodes[GATE].lane == REP.ref, "who takes over opens the gate"


def test_a_swimlane_joins_the_last_tasks_of_a_stage_to_the_first_of_the_next() -> None:
    drawn = chart("swimlane", "swimlane.role")
    assert ways(drawn, WRITE.ref, SEND.ref, GATE, ASK.ref, FIT.ref, f"{MEET}.decision") == {
        ("start", WRITE.ref, ""),
        (WRITE.ref, SEND.ref, ""),
        (SEND.ref, GATE, "ready"),
        (GATE, ASK.ref, "accepted"),
        (GATE, WRITE.ref, "rejected"),
        (ASK.ref, FIT.ref, ""),
        (FIT.ref, ASK.ref, "unclear"),
        (FIT.ref, f"{MEET}.decision", "fits"),
        (f"{MEET}.decision", CLOSE, "yes"),
        (f"{MEET}.decision", LOST, "no"),
    }


def test_every_way_of_a_swimlane_leads_from_a_step_to_a_step() -> None:
    for subject in VIEW_BY_KIND["swimlane"].subjects(EDITION):
        drawn = chart("swimlane", subject)
        refs = [node.ref for node in drawn.nodes]
        assert len(set(refs)) == len(refs)
        assert {end for edge in drawn.edges for end in (edge.source, edge.target)} <= set(refs)
        assert len({edge.ref for edge in drawn.edges}) == len(drawn.edges)


def test_a_swimlane_of_many_tasks_shows_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swimlane, "MOST_STEPS", 5)
    nodes = {node.ref: node for node in chart("swimlane", "swimlane.role").nodes}
    assert ASK.ref not in nodes
    assert (nodes[MEET].lane, nodes[MEET].note) == (REP.ref, "with Team lead, Engineer")


def test_roles_without_a_team_lie_in_a_lane_of_their_own() -> None:
    apart = replace(ASK, raci=Raci((ENGINEER,)))
    process = replace(
        PROCESS, stages=(STAGES[0], replace(STAGES[1], tasks=(apart, FIT)), STAGES[2])
    )
    drawn = chart("swimlane", "swimlane.team", replace(EDITION, process=process))
    assert [lane.title for lane in drawn.lanes] == ["Marketing", "Sales", "In no team"]
    (node,) = [node for node in drawn.nodes if node.ref == ASK.ref]
    assert (node.lane, node.note) == ("teams", "Engineer")


def test_half_processes_are_lanes_of_stages() -> None:
    drawn = chart("swimlane", "swimlane.phase")
    assert [lane.title for lane in drawn.lanes] == ["Marketing", "Sales"]
    nodes = {node.ref: node for node in drawn.nodes}
    assert nodes[MEET].note == "Sales representative, Team lead, Engineer"
    assert nodes[GATE].lane == SALES.ref


def test_only_principles_with_two_lanes_make_a_map() -> None:
    subjects = VIEW_BY_KIND["swimlane"].subjects
    assert subjects(EDITION) == ("swimlane.role", "swimlane.team", "swimlane.phase")
    assert subjects(replace(EDITION, half_processes=())) == ("swimlane.role", "swimlane.team")
    alone = tuple(replace(stage, raci=Raci((REP,)), tasks=()) for stage in STAGES)
    plain = replace(
        EDITION, process=replace(PROCESS, stages=alone), half_processes=(), handovers=()
    )
    assert subjects(plain) == ()
    assert subjects(replace(EDITION, process=None)) == ()


def timeline(*elapsed: str) -> Timeline:
    events = tuple(
        Event(f"journey.events.e{at}", "Asks", elapsed=parse_duration(text) if text else None)
        for at, text in enumerate(elapsed)
    )
    journey = Journey("Journey", "", events)
    drawn = VIEW_BY_KIND["timeline"].draw(replace(EDITION, journey=journey), "journey")
    assert isinstance(drawn, Timeline)
    return drawn


def test_events_stand_on_a_scale_by_the_time_gone_by() -> None:
    drawn = timeline("", "0 days", "1 week", "2-4 weeks")
    shares = [event.share for event in drawn.events]
    assert shares == [None, Fraction(0), Fraction(1, 3), Fraction(1)]
    assert [event.node.label for event in drawn.events] == [f"{n}.\u00a0Asks" for n in (1, 2, 3, 4)]
    assert [event.at for event in drawn.events] == ["", "0 days", "1 week", "2–4 weeks"]
    assert drawn.scale is not None
    assert drawn.scale.marks == tuple(
        (Fraction(week, 3), f"{week} week{'' if week == 1 else 's'}") for week in range(4)
    )


@pytest.mark.parametrize("elapsed", [(), ("",), ("0 days",), ("3 days", "3 days"), ("", "4 days")])
def test_without_two_times_there_is_no_scale(elapsed: tuple[str, ...]) -> None:
    drawn = timeline(*elapsed)
    assert drawn.scale is None
    assert all(event.share is None for event in drawn.events)


def test_round_times_are_few_whatever_the_unit() -> None:
    for last in ("90 min", "36 h", "150 days", "7 months", "3 years", "900 days"):
        scale = timeline("0 min", last).scale
        assert scale is not None
        assert 2 <= len(scale.marks) <= 9
        assert scale.marks[0][0] == 0
        assert all(0 <= share <= 1 for share, _ in scale.marks)


def test_the_buyer_has_a_lane_for_the_events_that_bring_a_deal_into_a_stage() -> None:
    asks, agrees, signs = (
        Event(f"journey.events.{id_}", id_.title()) for id_ in ("asks", "agrees", "signs")
    )
    deal_stages = (
        DealStage("deal_stages.asked", "Asked", event=asks.ref, stage=MEET),
        DealStage("deal_stages.agreed", "Agreed", event=agrees.ref, stage=MEET),
        DealStage("deal_stages.signed", "Signed", event=signs.ref),
    )
    journey = Journey("Journey", "", (asks, agrees, signs))
    full = replace(EDITION, journey=journey, deal_stages=deal_stages)
    drawn = chart("swimlane", "swimlane.role", full)
    assert drawn.lanes[0] == Lane("journey", "The buyer", BUYER_TONE)
    shown = [node for node in drawn.nodes if node.lane == "journey"]
    assert shown == [
        Node(asks.ref, NodeKind.EVENT_OURS, "Asks", target=asks.ref, lane="journey")
    ], "what happens later at the same stage, or at no stage of ours, brings no deal into one"
    assert ways(drawn, asks.ref) == {(asks.ref, ASK.ref, "")}
    assert "journey" not in {lane.ref for lane in chart("swimlane", "swimlane.phase", full).lanes}
