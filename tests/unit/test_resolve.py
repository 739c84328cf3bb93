"""Resolving: ids become objects, and what is left unsaid is filled in."""

from __future__ import annotations

from typing import Any

import pytest

from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.playbook import Edition
from playbookgen.resolve import compartments_of, edition_of

HEAD = {"format": "1", "title": "T", "summary": "S", "client": "own", "language": "en"}


def edition(id_: str = "case", **more: Any) -> Edition:
    return edition_of(id_, PlaybookDefinition.model_validate({**HEAD, **more}))


def stage(**more: Any) -> dict[str, Any]:
    return {"title": "Stage", "purpose": "Why", "responsible": "rep", **more}


ROLES = {"rep": "Representative", "head": {"title": "Head", "team": "Management"}}


def ways(edition: Edition) -> list[tuple[str, str, str, bool]]:
    assert edition.process
    return [(t.source, t.target, t.condition, t.is_loop) for t in edition.process.transitions]


def test_stages_follow_one_another_unless_said_otherwise() -> None:
    made = edition(roles=ROLES, stages={"a": stage(), "b": stage()})
    assert ways(made) == [
        ("stages.a", "stages.b", "", False),
        ("stages.b", "outcomes.end", "", False),
    ]
    assert made.process
    assert [(end.ref, end.title, end.kind) for end in made.process.outcomes] == [
        ("outcomes.end", "End", "end")
    ]


def test_the_last_stage_leads_to_the_first_won_outcome() -> None:
    outcomes = {"lost": {"title": "Lost", "kind": "lost"}, "won": {"title": "Won", "kind": "won"}}
    made = edition(roles=ROLES, stages={"a": stage()}, outcomes=outcomes)
    assert ways(made) == [("stages.a", "outcomes.won", "", False)]
    assert made.process
    assert [end.kind for end in made.process.outcomes] == ["lost", "won"]


def test_a_way_back_is_a_loop_unless_the_author_says_otherwise() -> None:
    transitions = {"b": {"a": "again", "end": "done"}, "a": {"b": {"when": "go", "loop": "true"}}}
    made = edition(roles=ROLES, stages={"a": stage(), "b": stage()}, transitions=transitions)
    assert ways(made) == [
        ("stages.a", "stages.b", "go", True),
        ("stages.b", "stages.a", "again", True),
        ("stages.b", "outcomes.end", "done", False),
    ]


def test_tasks_run_from_entry_to_exit_and_may_branch() -> None:
    tasks = {"x": {"title": "X", "next": {"z": "if so", "exit": "if not"}}, "y": "Y", "z": "Z"}
    (made,) = edition(roles=ROLES, stages={"a": stage(tasks=tasks)}).stages
    assert [(t.source, t.target, t.condition) for t in made.task_flow] == [
        ("stages.a.entry", "stages.a.tasks.x", ""),
        ("stages.a.tasks.x", "stages.a.tasks.z", "if so"),
        ("stages.a.tasks.x", "stages.a.exit", "if not"),
        ("stages.a.tasks.y", "stages.a.tasks.z", ""),
        ("stages.a.tasks.z", "stages.a.exit", ""),
    ]


def test_a_task_is_done_by_the_stage_s_responsible_unless_it_names_somebody() -> None:
    tasks = {"x": "X", "y": {"title": "Y", "responsible": "head", "informed": "rep"}}
    (made,) = edition(roles=ROLES, stages={"a": stage(tasks=tasks)}).stages
    assert [[role.title for role in task.raci.responsible] for task in made.tasks] == [
        ["Representative"],
        ["Head"],
    ]
    head, rep = made.tasks[1].raci.responsible[0], made.tasks[1].raci.informed[0]
    assert made.tasks[1].raci.letters(head) == "R"
    assert made.tasks[1].raci.letters(rep) == "I"
    assert head.team == "Management"


def test_categories_come_in_the_format_s_order_with_the_playbook_s_words() -> None:
    technologies = {
        "t1": {"title": "T1", "category": "marketing", "sales_types": ["project", "traditional"]},
        "t2": {
            "title": "T2",
            "category": "own-one",
            "bodies": {"small": "Simple", "project": "Long"},
        },
        "t3": {"title": "T3", "category": "internal"},
    }
    made = edition(
        technologies=technologies,
        categories={"own-one": "Ours", "internal": {"title": "Inside", "summary": "Daily work"}},
        axes={"size": {"title": "Size", "values": {"small": "Small customer"}}},
    )
    assert [(c.ref, c.title) for c in made.categories] == [
        ("categories.internal", "Inside"),
        ("categories.marketing", "Marketing"),
        ("categories.own-one", "Ours"),
    ]
    assert made.technologies[0].sales_types == ("traditional", "project")
    assert [body.label for body in made.technologies[1].bodies] == [
        "Small customer",
        "project sales",
    ]
    assert [named.id for named in made.sales_types] == ["traditional", "project"]


def test_events_know_their_deal_stages_and_stages_their_technologies() -> None:
    made = edition(
        roles=ROLES,
        stages={"a": stage()},
        technologies={"t": {"title": "T", "category": "internal", "stages": "a"}},
        journey={"events": {"asks": {"title": "Asks", "influence": "ours", "at": "day 0"}}},
        deal_stages={
            "asked": {"title": "Asked", "event": "asks", "stage": "a", "probability": "10%"}
        },
    )
    assert made.journey
    assert made.journey.events[0].deal_stages == ("deal_stages.asked",)
    assert made.deal_stages[0].stage == "stages.a"
    assert made.stages[0].technologies == ("technologies.t",)
    assert made.journey.title == "Buyer's journey"


def test_a_deal_stage_keeps_its_targets() -> None:
    stages = {
        "open": {"title": "Open", "event": "asks"},
        "asked": {"title": "Asked", "event": "asks", "target": {"deals": "12"}},
        "met": {"title": "Met", "event": "asks", "target": {"value": "48 000 EUR"}},
    }
    made = edition(
        journey={"events": {"asks": {"title": "Asks", "influence": "ours"}}}, deal_stages=stages
    )
    assert [(item.target_deals, str(item.target_value or "")) for item in made.deal_stages] == [
        (None, ""),
        (12, ""),
        (None, "48 000 EUR"),
    ]


def test_the_tool_s_words_are_in_the_playbook_s_language() -> None:
    made = edition(language="ru", roles=ROLES, stages={"a": stage()})
    assert made.process
    assert made.process.outcomes[0].title != "End"


def workspace(**more: Any) -> WorkspaceDefinition:
    return WorkspaceDefinition.model_validate({"format": "1", "title": "Site", **more})


@pytest.fixture
def three() -> list[Edition]:
    return [
        edition("a"),
        edition("b", client="acme"),
        edition("c", client="acme", audience="client"),
    ]


def test_a_compartment_holds_one_client_s_playbooks_for_one_audience(three: list[Edition]) -> None:
    made = compartments_of(workspace(clients={"acme": "ACME"}), three)
    assert [(c.id, [e.id for e in c.editions]) for c in made] == [
        ("acme/client", ["c"]),
        ("acme/internal", ["b"]),
        ("own/internal", ["a"]),
    ]
    assert [c.title for c in made] == ["ACME", "ACME", "Site"]
    assert all(c.portal == () for c in made)


def test_only_the_owner_s_internal_compartment_lists_every_client(three: list[Edition]) -> None:
    made = compartments_of(workspace(owner="firm"), three)
    portals = {c.id: [e.id for e in c.portal] for c in made if c.portal}
    assert portals == {"firm/internal": ["a", "b", "c"]}
