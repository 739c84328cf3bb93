"""What each map says of a small playbook, exactly."""

from __future__ import annotations

import pytest

from playbookgen.locales import WORDS_BY_LANGUAGE
from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    LegendEntry,
    Node,
    NodeKind,
    Timeline,
)
from playbookgen.model.playbook import (
    Action,
    Criterion,
    DealStage,
    Edition,
    Event,
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
from playbookgen.views import VIEW_BY_KIND
from playbookgen.views.wording import span

REP = Role("roles.rep", "Sales representative")
LEAD = Role("roles.lead", "Team lead")
BARE = Edition("demo", "Demo", "", "acme", "internal", "en")

QUALIFY = "stages.qualify"
CALL = Task(
    f"{QUALIFY}.tasks.call",
    "Call the customer",
    kind="meeting",
    raci=Raci((REP,)),
    resources=("Call script",),
    duration=parse_duration("30 min"),
)
CHECK = Task(f"{QUALIFY}.tasks.check", "Budget known?", kind="decision", raci=Raci((REP,)))
SCORE = Task(f"{QUALIFY}.tasks.score", "Score the lead", automated=True)
STAGES = (
    Stage("stages.search", "Search", number=1, raci=Raci((REP, LEAD)), optional=True),
    Stage(
        QUALIFY,
        "Qualify",
        number=2,
        raci=Raci((REP,)),
        duration=parse_duration("2-4 weeks"),
        decision="Qualified?",
        entry=(Criterion("A contact is named", "contact record"), Criterion("Consent is given")),
        tasks=(CALL, CHECK, SCORE),
        task_flow=(
            Transition(f"{QUALIFY}.entry", CALL.ref),
            Transition(CALL.ref, CHECK.ref),
            Transition(CHECK.ref, SCORE.ref, "yes"),
            Transition(CHECK.ref, CALL.ref, "no", is_loop=True),
            Transition(SCORE.ref, f"{QUALIFY}.exit", "high"),
            Transition(SCORE.ref, CALL.ref, "low", is_loop=True),
        ),
    ),
    Stage("stages.close", "Close", number=3),
)
PROCESS = Process(
    stages=STAGES,
    start="stages.search",
    outcomes=(
        Outcome("outcomes.won", "Contract signed", kind="won"),
        Outcome("outcomes.lost", "Lost", kind="lost"),
    ),
    transitions=(
        Transition("stages.search", QUALIFY),
        Transition(QUALIFY, "stages.close", "yes"),
        Transition(QUALIFY, "stages.search", "wrong segment", is_loop=True),
        Transition(QUALIFY, "outcomes.lost", "no need"),
        Transition("stages.close", "outcomes.won", "signed"),
        Transition("stages.close", "outcomes.lost", "refused"),
    ),
)


def edition(**parts: object) -> Edition:
    values = {name: getattr(BARE, name) for name in BARE.__slots__}
    return Edition(**{**values, **parts})


def draw(kind: str, of: Edition, subject: str) -> Flowchart | Timeline:
    drawn = VIEW_BY_KIND[kind].draw(of, subject)
    assert isinstance(drawn, Flowchart | Timeline)
    return drawn


def test_a_playbook_without_a_process_or_a_journey_has_no_maps() -> None:
    assert {view.subjects(BARE) for view in VIEW_BY_KIND.values()} == {()}


def test_the_subjects_are_the_process_each_stage_and_the_journey() -> None:
    journey = Journey("Journey", "", (Event("journey.events.reads", "Reads"),))
    full = edition(process=PROCESS, journey=journey)
    assert VIEW_BY_KIND["process"].subjects(full) == ("process",)
    assert VIEW_BY_KIND["stage"].subjects(full) == ("stages.search", QUALIFY, "stages.close")
    assert VIEW_BY_KIND["timeline"].subjects(full) == ("journey",)
    for view in VIEW_BY_KIND.values():
        assert [view.draw(full, ref).ref for ref in view.subjects(full)] == [*view.subjects(full)]


def test_the_process_shows_stages_decisions_and_ends() -> None:
    chart = draw("process", edition(process=PROCESS), "process")
    assert isinstance(chart, Flowchart)
    assert chart.nodes == (
        Node("start", NodeKind.START, "Start"),
        Node(
            "stages.search",
            NodeKind.STAGE,
            "1.\u00a0Search",
            note="Sales representative, Team lead\noptional",
            marks=("optional",),
            target="stages.search",
        ),
        Node(
            QUALIFY,
            NodeKind.STAGE,
            "2.\u00a0Qualify",
            note="Sales representative\n2–4 weeks",
            target=QUALIFY,
        ),
        Node(f"{QUALIFY}.decision", NodeKind.DECISION, "Qualified?"),
        Node("outcomes.lost", NodeKind.LOST, "Lost", target="outcomes.lost"),
        Node("stages.close", NodeKind.STAGE, "3.\u00a0Close", target="stages.close"),
        Node("stages.close.decision", NodeKind.DECISION, ""),
        Node("outcomes.won", NodeKind.WON, "Contract signed", target="outcomes.won"),
        Node("outcomes.lost.close", NodeKind.LOST, "Lost", target="outcomes.lost"),
    )


def test_the_process_shows_conditions_and_ways_back() -> None:
    chart = draw("process", edition(process=PROCESS), "process")
    assert isinstance(chart, Flowchart)
    assert chart.edges == (
        Edge("start", "stages.search"),
        Edge("stages.search", QUALIFY),
        Edge(QUALIFY, f"{QUALIFY}.decision"),
        Edge(f"{QUALIFY}.decision", "stages.close", "yes"),
        Edge(f"{QUALIFY}.decision", "stages.search", "wrong segment", EdgeKind.LOOP),
        Edge(f"{QUALIFY}.decision", "outcomes.lost", "no need"),
        Edge("stages.close", "stages.close.decision"),
        Edge("stages.close.decision", "outcomes.won", "signed"),
        Edge("stages.close.decision", "outcomes.lost.close", "refused"),
    )


def test_the_process_is_described_in_words() -> None:
    chart = draw("process", edition(process=PROCESS), "process")
    assert chart.title == "Process map: Demo"
    for fact in ("3", "Search", "Close", "1", "Contract signed, Lost"):
        assert fact in chart.description


def test_a_stage_shows_criteria_tasks_and_decisions() -> None:
    chart = draw("stage", edition(process=PROCESS), QUALIFY)
    assert isinstance(chart, Flowchart)
    assert chart.nodes == (
        Node(
            f"{QUALIFY}.entry",
            NodeKind.CRITERION,
            "Entry criteria",
            items=("A contact is named", "Consent is given"),
        ),
        Node(
            CALL.ref,
            NodeKind.TASK,
            "Call the customer",
            note="Sales representative\nCall script\n30 min",
            marks=("meeting",),
            target=CALL.ref,
        ),
        Node(CHECK.ref, NodeKind.DECISION, "Budget known?", target=CHECK.ref),
        Node(
            SCORE.ref,
            NodeKind.TASK,
            "Score the lead",
            marks=("automated",),
            target=SCORE.ref,
        ),
        Node(f"{SCORE.ref}.decision", NodeKind.DECISION, ""),
        Node(f"{QUALIFY}.exit", NodeKind.END, "End"),
    )


def test_a_stage_shows_the_ways_between_its_tasks() -> None:
    chart = draw("stage", edition(process=PROCESS), QUALIFY)
    assert isinstance(chart, Flowchart)
    assert chart.edges == (
        Edge(f"{QUALIFY}.entry", CALL.ref),
        Edge(CALL.ref, CHECK.ref),
        Edge(CHECK.ref, SCORE.ref, "yes"),
        Edge(CHECK.ref, CALL.ref, "no", EdgeKind.LOOP),
        Edge(SCORE.ref, f"{SCORE.ref}.decision"),
        Edge(f"{SCORE.ref}.decision", f"{QUALIFY}.exit", "high"),
        Edge(f"{SCORE.ref}.decision", CALL.ref, "low", EdgeKind.LOOP),
    )


def test_the_timeline_shows_events_deal_stages_and_actions() -> None:
    reads, books = "journey.events.reads", "journey.events.books"
    confirm = Action(f"{books}.actions.confirm", "Confirm", raci=Raci((REP,)), automated=True)
    journey = Journey(
        "First purchase",
        "",
        (
            Event(reads, "Reads an article", ours=False),
            Event(
                books,
                "Books a call",
                at="day 1",
                actions=(confirm,),
                deal_stages=("deal_stages.booked",),
            ),
        ),
    )
    booked = DealStage("deal_stages.booked", "Call booked", event=books)
    drawn = draw("timeline", edition(journey=journey, deal_stages=(booked,)), "journey")
    assert isinstance(drawn, Timeline)
    first, second = drawn.events
    outside = ("influence_none",)
    assert first.node == Node(
        reads, NodeKind.EVENT_NONE, "Reads an article", marks=outside, target=reads
    )
    assert (first.at, first.deal_stages, first.actions) == ("", (), ())
    assert second.node.kind is NodeKind.EVENT_OURS
    assert second.deal_stages == (
        Node("deal_stages.booked", NodeKind.DEAL_STAGE, "Call booked", target="deal_stages.booked"),
    )
    assert second.actions == (
        Node(
            confirm.ref,
            NodeKind.ACTION,
            "Confirm",
            note="Sales representative",
            marks=("automated",),
            target=confirm.ref,
        ),
    )
    assert drawn.captions == ("Deal stages", "The buyer", "We")
    assert drawn.legend == (
        LegendEntry(
            NodeKind.EVENT_NONE, "No direct influence: never a deal stage", "influence_none"
        ),
        LegendEntry(NodeKind.EVENT_OURS, "Influenced by us"),
        LegendEntry(NodeKind.ACTION, "Automated", mark="automated"),
    )
    assert drawn.scale is None


@pytest.mark.parametrize("language", WORDS_BY_LANGUAGE)
def test_every_language_describes_every_map(language: str) -> None:
    journey = Journey("X", "", (Event("journey.events.reads", "Reads"),))
    full = edition(process=PROCESS, journey=journey, language=language)
    for view in VIEW_BY_KIND.values():
        for subject in view.subjects(full):
            drawn = view.draw(full, subject)
            assert drawn.language == language
            assert drawn.title
            assert "{" not in drawn.title + drawn.description


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("30 min", "ru", "30 мин"),
        ("2 - 4 weeks", "ja", "2–4週間"),
        ("1 day", "ro", "1 zi"),
        ("2 h", "en", "2 h"),
    ],
)
def test_durations_are_shown_in_the_edition_s_language(
    written: str, language: str, shown: str
) -> None:
    assert span(parse_duration(written), WORDS_BY_LANGUAGE[language]) == shown
