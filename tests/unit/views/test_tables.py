"""What the maps that are tables say of a small playbook."""

from __future__ import annotations

from fractions import Fraction

import pytest

from playbookgen.model.diagram import Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.parts import Named, Raci, Role
from playbookgen.model.playbook import (
    Body,
    Category,
    Edition,
    Process,
    Stage,
    Technology,
)
from playbookgen.model.practice import Confidence, Framework, Letter, Methodology
from playbookgen.model.values import parse_percent
from playbookgen.views import VIEW_BY_KIND

REP = Role("roles.rep", "Sales rep", team="Sales")
LEAD = Role("roles.lead", "Marketing lead", team="Marketing")
IDLE = Role("roles.idle", "Archivist", team="Sales")
PROJECT = Named("sales_types.project", "project sales")
REGIONAL = Named("sales_types.regional", "regional sales")
INTERNAL = Category("categories.internal", "Internal")
PEOPLE = Category("categories.personnel", "Personnel")
BARE = Edition("demo", "Demo", "", "acme", "internal", "en")
KINDS = ("technologies", "responsibilities", "methodology", "qualification")


def edition(**parts: object) -> Edition:
    values = {name: getattr(BARE, name) for name in BARE.__slots__}
    return Edition(**{**values, **parts})


def process(*stages: Stage) -> Process:
    return Process(stages, stages[0].ref, (), ())


def stage(id_: str, number: int, **parts: object) -> Stage:
    values: dict[str, object] = {"number": number, **parts}
    return Stage(f"stages.{id_}", id_.capitalize(), **values)  # type: ignore[arg-type] # a shorthand for tests


def draw(kind: str, of: Edition, subject: str) -> Matrix:
    drawn = VIEW_BY_KIND[kind].draw(of, subject)
    assert isinstance(drawn, Matrix)
    return drawn


def row(matrix: Matrix, ref: str) -> Row:
    return next(row for row in matrix.rows if row.head.ref == ref)


def said(cells: tuple[Cell, ...]) -> list[tuple[tuple[str, ...], NodeKind, str]]:
    """The ids of the columns, the kind and the words of each cell's nodes."""
    return [
        (tuple(ref.rpartition(".")[2] for ref in cell.columns), node.kind, node.label or node.note)
        for cell in cells
        for node in cell.nodes
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_drawn_of_what_is_not_there(kind: str) -> None:
    assert VIEW_BY_KIND[kind].subjects(BARE) == ()
    with pytest.raises(KeyError):
        VIEW_BY_KIND[kind].draw(BARE, kind)


STAGES = (
    stage("search", 1),
    stage("assess", 2),
    stage("pilot", 3, sales_types=("project",), holds_for=("project sales", "Client")),
    stage("close", 4),
)
PLAN = Technology(
    "technologies.plan",
    "Deal plan",
    category=INTERNAL.ref,
    owner="Head of sales",
    stages=("stages.assess", "stages.pilot", "stages.close"),
    information_goals=("Who decides",),
)
REPORT = Technology(
    "technologies.report",
    "Report",
    category=INTERNAL.ref,
    sales_types=("regional",),
    stages=("stages.assess",),
)
COACHING = Technology(
    "technologies.coaching", "Coaching", category=PEOPLE.ref, no_stage="It serves all people."
)
FULL = edition(
    process=process(*STAGES),
    sales_types=(PROJECT, REGIONAL),
    categories=(INTERNAL, PEOPLE),
    technologies=(PLAN, REPORT, COACHING),
)


def test_there_is_a_technology_map_for_each_sales_type() -> None:
    view = VIEW_BY_KIND["technologies"]
    assert view.subjects(FULL) == ("technologies.project", "technologies.regional")
    assert [view.draw(FULL, ref).ref for ref in view.subjects(FULL)] == [*view.subjects(FULL)]
    untyped = edition(process=process(*STAGES), technologies=(PLAN,))
    assert view.subjects(untyped) == ("technologies",)
    assert view.subjects(edition(technologies=(PLAN,))) == ()


def test_a_map_leaves_out_what_holds_for_other_sales_types() -> None:
    project = draw("technologies", FULL, "technologies.project")
    regional = draw("technologies", FULL, "technologies.regional")
    assert project.shorts == ("1", "2", "3", "4")
    assert regional.shorts == ("1", "2", "4")
    assert "technologies.report" not in [row.head.ref for row in project.rows]
    assert "technologies.report" in [row.head.ref for row in regional.rows]


def test_a_technology_is_a_bar_across_the_stages_it_serves() -> None:
    matrix = draw("technologies", FULL, "technologies.project")
    plan = row(matrix, PLAN.ref)
    assert plan.group == "Internal"
    assert plan.head == Node(
        PLAN.ref,
        NodeKind.HEADING,
        "Deal plan",
        note="Owner: Head of sales",
        items=("Who decides",),
        target=PLAN.ref,
    )
    assert said(plan.cells) == [(("assess", "pilot", "close"), NodeKind.TECHNOLOGY, "")]
    assert plan.cells[0].nodes[0].spoken == "Deal plan: Assess, Pilot, Close"


def test_what_no_technology_of_a_category_serves_is_a_gap() -> None:
    matrix = draw("technologies", FULL, "technologies.project")
    gaps = row(matrix, "categories.internal.gaps")
    assert said(gaps.cells) == [(("search",), NodeKind.GAP, "gap")]
    assert gaps.cells[0].nodes[0].spoken == "Search: Internal, no technology of this category"
    assert NodeKind.GAP in [entry.kind for entry in matrix.legend]
    assert "over all categories: 1" in matrix.description


def test_a_reason_to_serve_no_stage_stands_in_place_of_gaps() -> None:
    matrix = draw("technologies", FULL, "technologies.project")
    reason = row(matrix, COACHING.ref)
    every = ("search", "assess", "pilot", "close")
    assert said(reason.cells) == [(every, NodeKind.FACT, "It serves all people.")]
    assert "categories.personnel.gaps" not in [row.head.ref for row in matrix.rows]


def test_a_technology_without_stages_or_reason_and_an_empty_category_show() -> None:
    loose = Technology("technologies.loose", "Loose", category=INTERNAL.ref)
    sparse = edition(process=process(*STAGES), categories=(INTERNAL, PEOPLE), technologies=(loose,))
    matrix = draw("technologies", sparse, "technologies")
    assert said(row(matrix, loose.ref).cells)[0][1:] == (NodeKind.ORPHAN, "serves no stage")
    empty = row(matrix, "categories.personnel.gaps")
    assert said(empty.cells)[0][1:] == (NodeKind.GAP, "no technology of this category")


def test_a_catalogue_shows_technologies_against_sales_types() -> None:
    bodied = Technology(
        "technologies.stages",
        "Stages",
        category=INTERNAL.ref,
        summary="A list of stages.",
        information_goals=("Which stages there are",),
        bodies=(Body("project sales", "Follows the project.", sales_type="project"),),
    )
    catalogue = edition(
        sales_types=(PROJECT, REGIONAL), categories=(INTERNAL,), technologies=(bodied, REPORT)
    )
    assert VIEW_BY_KIND["technologies"].subjects(catalogue) == ("technologies",)
    matrix = draw("technologies", catalogue, "technologies")
    assert [column.label for column in matrix.columns] == ["project sales", "regional sales"]
    assert said(row(matrix, bodied.ref).cells) == [
        (("project",), NodeKind.TECHNOLOGY, "Follows the project."),
        (("regional",), NodeKind.TECHNOLOGY, "A list of stages."),
    ]
    assert [cell.caption for cell in row(matrix, REPORT.ref).cells] == ["regional sales"]


def test_what_is_alike_for_all_sales_types_is_one_cell() -> None:
    catalogue = edition(
        sales_types=(PROJECT, REGIONAL), categories=(INTERNAL,), technologies=(PLAN,)
    )
    plan = row(draw("technologies", catalogue, "technologies"), PLAN.ref)
    (cell,) = plan.cells
    assert cell.columns == (PROJECT.ref, REGIONAL.ref)
    assert cell.caption == "all sales types"
    assert (cell.nodes[0].items, plan.head.items) == (("Who decides",), ())


def test_responsibilities_have_a_letter_for_each_part_of_a_role() -> None:
    stages = (
        stage("search", 1, raci=Raci(responsible=(REP,), accountable=(REP,), informed=(LEAD,))),
        stage("close", 2, raci=Raci(responsible=(LEAD,))),
    )
    few = edition(process=process(*stages), roles=(REP, LEAD, IDLE))
    matrix = draw("responsibilities", few, "responsibilities")
    assert [(row.head.label, row.head.note, row.group) for row in matrix.rows[:2]] == [
        ("Sales rep", "Sales", ""),
        ("Marketing lead", "Marketing", ""),
    ]
    cell = row(matrix, REP.ref).cells[0]
    assert [(node.label, node.kind, node.target) for node in cell.nodes] == [
        ("R", NodeKind.RESPONSIBLE, "stages.search"),
        ("A", NodeKind.ACCOUNTABLE, "stages.search"),
    ]
    assert cell.nodes[1].spoken == "Search – Sales rep: accountable"


def test_roles_stand_under_teams_that_have_several() -> None:
    roles = [Role(f"roles.r{at}", f"Role {at}", team="AB"[at % 2]) for at in range(4)]
    only = stage("search", 1, raci=Raci(responsible=tuple(roles), accountable=(roles[0],)))
    full = edition(process=process(only), roles=tuple(roles))
    matrix = draw("responsibilities", full, "responsibilities")
    assert [(row.head.label, row.group) for row in matrix.rows] == [
        ("Role 0", "A"),
        ("Role 2", "A"),
        ("Role 1", "B"),
        ("Role 3", "B"),
    ]


def test_a_stage_for_which_nobody_is_accountable_is_a_gap() -> None:
    stages = (
        stage("search", 1, raci=Raci(responsible=(REP,), accountable=(REP,))),
        stage("close", 2, raci=Raci(responsible=(REP,))),
    )
    matrix = draw(
        "responsibilities", edition(process=process(*stages), roles=(REP,)), "responsibilities"
    )
    assert said(matrix.rows[-1].cells) == [(("close",), NodeKind.GAP, "gap")]
    assert matrix.legend[-1] == LegendEntry(NodeKind.GAP, "Nobody is accountable")
    assert matrix.legend[0] == LegendEntry(NodeKind.RESPONSIBLE, "Responsible", label="R")
    assert matrix.description.endswith("nobody is accountable: Close.")


def test_principles_have_a_dot_at_each_stage_and_orphans_show() -> None:
    first = Named("methodologies.m.principles.first", "Help first")
    unused = Named("methodologies.m.principles.unused", "Never used")
    methodology = Methodology("methodologies.m", "Inbound", principles=(first, unused))
    stages = (stage("search", 1, principles=(first.ref,)), stage("close", 2))
    full = edition(process=process(*stages), methodologies=(methodology,))
    matrix = draw("methodology", full, "methodology")
    assert said(row(matrix, first.ref).cells) == [(("search",), NodeKind.APPLIED, "")]
    assert row(matrix, first.ref).cells[0].nodes[0].spoken == "Search – Help first: applied"
    assert said(row(matrix, unused.ref).cells) == [
        (("search", "close"), NodeKind.ORPHAN, "no stage applies it")
    ]
    assert said(matrix.rows[-1].cells) == [(("close",), NodeKind.ORPHAN, "gap")]
    assert [entry.kind for entry in matrix.legend] == [NodeKind.APPLIED, NodeKind.ORPHAN]


def test_the_qualification_shows_how_sure_we_are_and_what_is_not_stated() -> None:
    budget = Letter("frameworks.bant.letters.budget", "Budget", question="Is there money?")
    framework = Framework("frameworks.bant", "BANT", letters=(budget,))
    confidence = Confidence(budget.ref, parse_percent("40%"), "Asked by phone")
    stages = (stage("search", 1), stage("assess", 2, qualification=(confidence,)))
    full = edition(process=process(*stages), framework=framework)
    matrix = draw("qualification", full, "qualification")
    letter = row(matrix, budget.ref)
    assert (letter.head.label, letter.head.note) == ("Budget", "Is there money?")
    assert [cell.level for cell in letter.cells] == [None, Fraction(2, 5)]
    assert said(letter.cells) == [
        (("search",), NodeKind.GAP, "not stated"),
        (("assess",), NodeKind.METER_ROOM, "40%"),
    ]
    assert letter.cells[1].nodes[0].spoken == "Assess – Budget: 40%: Asked by phone"
    assert matrix.is_thread
    silent = edition(process=process(stage("search", 1)), framework=framework)
    assert VIEW_BY_KIND["qualification"].subjects(silent) == ()
