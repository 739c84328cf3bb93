"""The example playbooks say what their sources say, and nothing that the sources leave open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from playbookgen.model.definition import (
    CATEGORIES,
    Outcome,
    PlaybookDefinition,
    WorkspaceDefinition,
)

ROOT = Path(__file__).parents[2]
NAMES = ("joint-process", "seven-steps", "technology-catalogue")

ALL: list[str] = []
TECHNOLOGIES = [
    ("операционная отчётность", "internal", ALL),
    ("этапы продаж", "internal", ALL),
    ("планирование текущей работы", "internal", ALL),
    ("план развития продаж в регионе", "internal", ["regional"]),
    ("карта регионального клиента или партнёра", "internal", ["regional"]),
    ("карта клиента и карта цикла принятия решения", "internal", ["project"]),
    ("план сделки", "internal", ["project"]),
    ("алгоритм работы по новым клиентам", "internal", ALL),
    ("алгоритм работы по действующим клиентам", "internal", ALL),
    ("промо-мероприятия: семинары, конференции", "external", ALL),
    ("участие в выставках и конференциях", "external", ALL),
    ("внутренние целевые проекты", "external", ALL),
    ("дистрибутивная карта", "marketing", ["regional"]),
    ("оценка потенциала продаж у клиента", "marketing", ALL),
    ("определение цикла и участников принятия решения", "marketing", ["project"]),
    ("знание конкурентов и своих «отличий»", "marketing", ALL),
    ("разработка конкурентных «преимуществ»", "marketing", ["project"]),
    (
        "план развития продаж у клиента / регионального клиента / дистрибутора",
        "marketing",
        ALL,
    ),
    ("система внутреннего обучения", "personnel", ALL),
    ("вертикальная и горизонтальная ротация", "personnel", ALL),
    ("методика групповых интервью", "personnel", ALL),
    ("специализированные аттестации", "personnel", ALL),
    (
        "защита «плана сделки» или «плана развития продаж в регионе»",
        "personnel",
        ["project", "regional"],
    ),
]


def source_text(name: str) -> str:
    return (ROOT / "playbooks" / name / "playbook.yaml").read_text(encoding="utf-8")


def load(name: str) -> PlaybookDefinition:
    data: Any = yaml.load(source_text(name), yaml.BaseLoader)  # noqa: S506 (makes text only)
    return PlaybookDefinition.model_validate(data)


@pytest.fixture(scope="module")
def seven_steps() -> PlaybookDefinition:
    return load("seven-steps")


@pytest.fixture(scope="module")
def catalogue() -> PlaybookDefinition:
    return load("technology-catalogue")


@pytest.fixture(scope="module")
def joint() -> PlaybookDefinition:
    return load("joint-process")


@pytest.mark.parametrize("name", NAMES)
def test_examples_belong_to_the_example_client_and_stay_internal(name: str) -> None:
    playbook = load(name)
    assert (playbook.client, playbook.audience) == ("examples", "internal")


@pytest.mark.parametrize("name", NAMES)
def test_examples_begin_with_the_schema_and_the_format(name: str) -> None:
    lines = source_text(name).splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../playbook.schema.json"
    assert next(line for line in lines if not line.startswith("#")) == "format: 1"


def test_workspace_knows_its_owner() -> None:
    text = (ROOT / "playbookgen.yaml").read_text(encoding="utf-8")
    data: Any = yaml.load(text, yaml.BaseLoader)  # noqa: S506 (makes text only)
    workspace = WorkspaceDefinition.model_validate(data)
    assert text.startswith("# yaml-language-server: $schema=./playbookgen.schema.json\n")
    assert workspace.owner in workspace.clients
    found = {path.parent.name for path in ROOT.glob("playbooks/*/playbook.yaml")}
    assert found >= set(NAMES)


def test_seven_steps_in_order(seven_steps: PlaybookDefinition) -> None:
    assert [(id_, stage.title) for id_, stage in seven_steps.stages.items()] == [
        ("prospecting", "プロスペクティング"),
        ("preparation", "準備"),
        ("approach", "アプローチ"),
        ("presentation", "プレゼンテーション"),
        ("objection-handling", "反対意見への対応"),
        ("closing", "クロージング"),
        ("follow-up", "フォローアップ"),
    ]


@pytest.mark.parametrize("name", ["seven-steps", "joint-process"])
def test_every_stage_is_complete(name: str) -> None:
    for id_, stage in load(name).stages.items():
        assert stage.entry, id_
        assert stage.exit, id_
        assert all(criterion.evidence for criterion in stage.exit), id_
        assert 3 <= len(stage.tasks) <= 6, id_
        assert stage.responsible, id_
        assert len(stage.accountable) == 1, id_
        assert stage.resources, id_
        assert stage.metrics, id_


def test_seven_steps_lead_back_where_the_source_does(seven_steps: PlaybookDefinition) -> None:
    ways = seven_steps.transitions
    assert "presentation" in ways["objection-handling"]
    assert ways["prospecting"].keys() >= {"nurturing", "lost"}
    assert kinds(seven_steps.outcomes) == {"won", "lost", "nurturing"}
    assert seven_steps.outcomes["lost"].reasons


def kinds(outcomes: dict[str, Outcome]) -> set[str]:
    return {outcome.kind for outcome in outcomes.values()}


def test_seven_steps_are_measured(seven_steps: PlaybookDefinition) -> None:
    text = source_text("seven-steps")
    meeting = seven_steps.stages["follow-up"].tasks["weekly-catch-up"]
    assert meeting.kind == "meeting"
    assert "週次" in meeting.title
    assert "ダッシュボード" in text
    assert "Vtiger" in text
    assert any(
        metric.target for stage in seven_steps.stages.values() for metric in stage.metrics.values()
    )


def test_catalogue_has_the_23_technologies(catalogue: PlaybookDefinition) -> None:
    written = [
        (
            technology.title[0].lower() + technology.title[1:],
            technology.category,
            technology.sales_types,
        )
        for technology in catalogue.technologies.values()
    ]
    assert written == TECHNOLOGIES
    assert len(written) == 23


def test_catalogue_has_no_process(catalogue: PlaybookDefinition) -> None:
    assert not catalogue.stages
    assert not catalogue.transitions
    assert not any(technology.stages for technology in catalogue.technologies.values())


def test_catalogue_describes_the_four_categories(catalogue: PlaybookDefinition) -> None:
    assert tuple(catalogue.categories) == CATEGORIES
    assert all(category.summary for category in catalogue.categories.values())


def test_catalogue_names_owners_only_where_the_source_does(catalogue: PlaybookDefinition) -> None:
    owners: dict[str, set[str | None]] = {category: set() for category in CATEGORIES}
    for technology in catalogue.technologies.values():
        owners[technology.category].add(technology.owner)
    assert owners["internal"] == {"Отдел продаж"}
    assert owners["external"] == {"Руководство компании"}
    assert owners["marketing"] == {None}
    (personnel,) = owners["personnel"]
    assert personnel
    assert "служба персонала" in personnel
    assert "отдел продаж" in personnel


def test_catalogue_varies_by_sales_type_and_counterpart(catalogue: PlaybookDefinition) -> None:
    technologies = catalogue.technologies
    assert list(technologies["sales-stages"].bodies) == ["traditional", "project", "regional"]
    counterparts = ["client", "regional-client", "distributor"]
    assert list(catalogue.axes["counterpart"].values) == counterparts
    assert list(technologies["account-development-plan"].bodies) == counterparts
    assert list(technologies["plan-defence"].bodies) == ["project", "regional"]


def test_catalogue_says_what_marketing_gathers(catalogue: PlaybookDefinition) -> None:
    assert all(
        technology.information_goals
        for technology in catalogue.technologies.values()
        if technology.category == "marketing"
    )


def test_joint_process_starts_at_step_zero(joint: PlaybookDefinition) -> None:
    first = next(iter(joint.stages.values()))
    assert first.title == "Pasul zero"
    assert {role.team for role in joint.roles.values()} >= {"Marketing", "Vânzări"}
    assert kinds(joint.outcomes) == {"won", "lost", "nurturing"}


def test_rejected_leads_go_back_to_nurturing(joint: PlaybookDefinition) -> None:
    assert joint.transitions["handover"]["lead-nurturing"].when == "respins"
    assert len(joint.stages["handover"].exit) >= 3


def test_deal_stages_are_the_green_events(joint: PlaybookDefinition) -> None:
    assert joint.journey
    green = [id_ for id_, event in joint.journey.events.items() if event.influence == "ours"]
    assert [deal_stage.event for deal_stage in joint.deal_stages.values()] == green
    assert 9 <= len(joint.journey.events) <= 12
    assert len(green) < len(joint.journey.events)
    assert all(event.at for event in joint.journey.events.values())


def test_deal_stages_are_in_the_past_tense(joint: PlaybookDefinition) -> None:
    assert [deal_stage.title for deal_stage in joint.deal_stages.values()] == [
        "Formular completat",
        "Discuție rezervată",
        "Nevoi clarificate",
        "Ofertă primită",
        "Condiții convenite",
        "Contract semnat",
        "Colaborare începută",
    ]


def test_about_60_percent_of_the_work_is_automated(joint: PlaybookDefinition) -> None:
    assert joint.journey
    tasks = [task.automated for stage in joint.stages.values() for task in stage.tasks.values()]
    actions = [
        action.automated
        for event in joint.journey.events.values()
        for action in event.actions.values()
    ]
    assert sum(tasks) / len(tasks) == pytest.approx(0.6, abs=0.02)
    assert sum(actions) / len(actions) == pytest.approx(0.6, abs=0.05)


def test_romanian_is_written_with_commas_below() -> None:
    text = source_text("joint-process")
    assert not set(text) & set("şţŞŢ")
    assert set(text) > set("șțăâî")
