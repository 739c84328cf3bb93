"""An edition for one sales type keeps what holds for it, and its ways lead past the rest."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from playbookgen.model.flow import reachable
from playbookgen.model.playbook import Transition
from playbookgen.resolve import for_sales_type
from playbookgen.resolve.sales_type import past
from tests.unit.test_resolve import ROLES, edition, stage, ways

STAGES = {
    "first": stage(sales_types="traditional"),
    "call": stage(
        tasks={
            "ask": "Ask",
            "visit": {"title": "Visit", "sales_types": "regional"},
            "note": "Note",
        }
    ),
    "tender": stage(sales_types=["project", "regional"]),
    "close": stage(),
}


def test_stages_tasks_and_technologies_of_other_sales_types_are_left_out() -> None:
    technologies = {
        "calls": {"title": "Calls", "category": "marketing", "sales_types": "traditional"},
        "plan": {"title": "Plan", "category": "marketing"},
    }
    made = edition(roles=ROLES, stages=STAGES, technologies=technologies)
    assert [item.id for item in made.sales_types] == ["traditional", "project", "regional"]
    project = for_sales_type(made, "project")
    assert [item.id for item in project.stages] == ["call", "tender", "close"]
    assert [item.id for item in project.stages[0].tasks] == ["ask", "note"]
    assert [(way.source, way.target) for way in project.stages[0].task_flow] == [
        ("stages.call.entry", "stages.call.tasks.ask"),
        ("stages.call.tasks.ask", "stages.call.tasks.note"),
        ("stages.call.tasks.note", "stages.call.exit"),
    ]
    assert [item.id for item in project.sales_types] == ["project"]
    assert all(not item.holds_for for item in project.stages)
    assert project.process
    assert project.process.start == "stages.call"
    assert [item.id for item in project.technologies] == ["plan"]
    traditional = for_sales_type(made, "traditional")
    assert ("stages.call", "stages.close", "", False) in ways(traditional)
    assert [item.id for item in traditional.technologies] == ["calls", "plan"]


def test_a_variant_of_another_axis_with_the_name_of_a_sales_type_is_none() -> None:
    axes = {"market": {"title": "Market", "values": {"home": "regional sales", "abroad": "Abroad"}}}
    stages = {
        "call": stage(tasks={"ask": {"title": "Ask", "holds_for": "home"}}),
        "visit": stage(holds_for=["home", "abroad"], sales_types="project"),
    }
    made = edition(roles=ROLES, axes=axes, stages=stages, sales_types=["project", "regional"])
    assert made.sales_types[1].title == made.axes[0].values[0].title
    project = for_sales_type(made, "project")
    assert [item.holds_for for item in project.stages] == [(), ("regional sales", "Abroad")]
    assert [item.holds_for for item in project.stages[0].tasks] == [("regional sales",)]
    assert [item.id for item in for_sales_type(made, "regional").stages] == ["call"]


JOINED: dict[str, Any] = {
    "roles": ROLES,
    "sales_types": ["traditional", "project"],
    "stages": {
        "find": stage(sales_types="traditional"),
        "ask": stage(),
        "close": stage(sales_types="project"),
    },
    "half_processes": {
        "marketing": {"title": "Marketing", "stages": ["find"]},
        "sales": {"title": "Sales", "stages": ["ask", "close"]},
    },
    "handovers": {
        "lead": {
            "title": "Lead",
            "from_stage": "ask",
            "to_stage": "find",
            "giver": "rep",
            "receiver": "head",
        }
    },
    "as_is": {
        "stages": {
            "list": {"title": "List", "becomes": ["find"]},
            "talk": {"title": "Talk", "becomes": ["ask", "close"]},
        }
    },
}


def test_no_half_process_is_left_empty_and_no_stage_hands_over_to_itself() -> None:
    made = edition(**JOINED)
    project, traditional = (for_sales_type(made, name) for name in ("project", "traditional"))
    assert [half.id for half in project.half_processes] == ["sales"]
    assert project.handovers == ()
    assert [half.stages for half in traditional.half_processes] == [
        ("stages.find",),
        ("stages.ask",),
    ]
    assert traditional.handovers == made.handovers


def test_what_becomes_of_a_stage_of_today_is_what_holds() -> None:
    project = for_sales_type(edition(**JOINED), "project")
    assert project.as_is
    assert [item.becomes for item in project.as_is.stages] == [(), ("stages.ask", "stages.close")]


def test_conditions_of_both_ways_stay_and_nothing_is_twice() -> None:
    made = past(
        [
            Transition("a", "b", "is large"),
            Transition("a", "d", "is small"),
            Transition("b", "c", "has time"),
            Transition("b", "d"),
            Transition("b", "a", "is unclear", is_loop=True),
            Transition("c", "d"),
        ],
        ["b"],
    )
    assert made == (
        Transition("a", "c", "is large, has time"),
        Transition("a", "d", "is large / is small"),
        Transition("c", "d"),
    )


STEPS = st.sampled_from("abcdef")
WAYS = st.lists(st.builds(Transition, STEPS, STEPS), max_size=15)


@given(WAYS, st.sets(STEPS, max_size=5))
def test_what_could_be_reached_still_can(ways: list[Transition], gone: set[str]) -> None:
    kept = past(ways, sorted(gone))
    ends = {end for way in kept for end in (way.source, way.target)}
    assert not ends & gone
    for start in sorted(set("abcdef") - gone):
        before = reachable([start], [(way.source, way.target) for way in ways])
        after = reachable([start], [(way.source, way.target) for way in kept])
        assert after == before - gone
