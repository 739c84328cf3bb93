"""The example playbooks say what their sources say, and nothing that the sources leave open."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbookgen.model.definition import (
    CATEGORIES,
    LibraryDefinition,
    Outcome,
    PlaybookDefinition,
    WorkspaceDefinition,
)

ROOT = Path(__file__).parents[2]
NAMES = (
    "process-and-methodology",
    "classic-six-stages",
    "joint-process",
    "seven-steps",
    "technology-catalogue",
)
PROCESSES = tuple(name for name in NAMES if name != "technology-catalogue")

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


@pytest.mark.parametrize("name", PROCESSES)
def test_every_stage_is_complete(name: str) -> None:
    for id_, stage in load(name).stages.items():
        assert stage.summary, id_
        assert stage.entry, id_
        assert stage.exit, id_
        assert all(criterion.evidence for criterion in (*stage.entry, *stage.exit)), id_
        assert 3 <= len(stage.tasks) <= 6, id_
        assert stage.responsible, id_
        assert len(stage.accountable) == 1, id_
        assert stage.resources, id_
        assert {metric.term for metric in stage.metrics.values()} == {"short", "long"}, id_


@pytest.mark.parametrize("name", PROCESSES)
def test_no_target_is_invented(name: str) -> None:
    playbook = load(name)
    metrics = [*playbook.metrics.values()]
    for stage in playbook.stages.values():
        metrics += stage.metrics.values()
    numbers = [metric.target for metric in metrics if set(metric.target or "0") & set("0123456789")]
    # The share of automated work is the one figure that a source gives.
    assert numbers == (["aproximativ 60"] if name == "joint-process" else [])


@pytest.mark.parametrize("name", PROCESSES)
def test_a_stage_with_the_buyer_ends_by_an_act_of_the_buyers(name: str) -> None:
    for id_, stage in load(name).stages.items():
        assert stage.with_buyer is not None, id_
        assert ("buyer" in {criterion.by for criterion in stage.exit}) == stage.with_buyer, id_


@pytest.mark.parametrize("name", NAMES)
def test_examples_say_what_is_not_from_the_source(name: str) -> None:
    playbook = load(name)
    assert playbook.provenance == "own"
    assert playbook.gaps
    assert playbook.glossary or playbook.uses.glossary
    assert "provenance: translated" in source_text(name)


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
    meeting = seven_steps.meetings["weekly-catch-up"]
    assert "週次" in meeting.title
    assert meeting.owner
    assert "ダッシュボード" in text
    assert "Vtiger" in text
    assert {metric.term for metric in seven_steps.metrics.values()} == {"short", "long"}


def test_seven_steps_ask_twice_whether_it_is_a_prospect(seven_steps: PlaybookDefinition) -> None:
    assert seven_steps.qualification == "prospect-check"
    assert list(seven_steps.frameworks["prospect-check"].letters) == ["need", "means"]
    assert confidence_never_falls(seven_steps)


def confidence_never_falls(playbook: PlaybookDefinition) -> bool:
    """Whether every stage is at least as sure of each letter as the stage before."""
    levels = [
        {letter: answer.level for letter, answer in stage.qualification.items()}
        for stage in playbook.stages.values()
    ]
    return all(
        before[letter] <= after[letter] for before, after in pairwise(levels) for letter in before
    )


def test_objections_have_facts_ready(seven_steps: PlaybookDefinition) -> None:
    objections = seven_steps.stages["objection-handling"].objections
    assert objections
    assert all(objection.evidence for objection in objections.values())


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


def test_two_halves_join_at_a_contract(joint: PlaybookDefinition) -> None:
    marketing, sales = joint.half_processes.values()
    assert [*marketing.stages, *sales.stages] == list(joint.stages)
    assert marketing.step_zero
    (handover,) = joint.handovers.values()
    assert handover.from_stage in marketing.stages
    assert handover.to_stage in sales.stages
    assert len(handover.accept) >= 3
    assert len(handover.reject) >= 3
    assert handover.way_back == "lead-nurturing"
    assert joint.transitions["handover"]["lead-nurturing"].when == "respins"


def test_the_process_today_stands_beside(joint: PlaybookDefinition) -> None:
    assert joint.as_is
    assert all(stage.duration for stage in joint.as_is.stages.values())
    assert all(stage.provenance == "own" for stage in joint.as_is.stages.values())
    replaced = {id_ for stage in joint.as_is.stages.values() for id_ in stage.becomes}
    assert replaced < set(joint.stages)
    assert any(not stage.becomes for stage in joint.as_is.stages.values())


def test_the_process_is_built_in_five_steps(joint: PlaybookDefinition) -> None:
    steps = [line for line in joint.meetings["process-design"].agenda if line.startswith("Pasul")]
    assert [line[:7] for line in steps] == [f"Pasul {number}" for number in range(1, 6)]


def test_several_people_decide(joint: PlaybookDefinition) -> None:
    assert joint.buying_centre
    parts = {member.part for member in joint.buying_centre.members.values()}
    assert parts == {"influencer", "decider"}
    assert joint.crm
    assert list(joint.crm.objects) == ["contact", "company", "deal"]


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


ROMANIAN = sorted(
    [*ROOT.glob("playbooks/library/*-ro.yaml")]
    + [ROOT / "playbooks" / name / "playbook.yaml" for name in PROCESSES[1:3]]
)


@pytest.mark.parametrize("path", ROMANIAN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_romanian_is_written_with_commas_below(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not set(text) & set("şţŞŢ")
    assert set(text) > set("șțăâî")


@pytest.fixture(scope="module")
def methodical() -> PlaybookDefinition:
    return load("process-and-methodology")


@pytest.fixture(scope="module")
def classic() -> PlaybookDefinition:
    return load("classic-six-stages")


def titles_and_provenance(playbook: PlaybookDefinition) -> list[tuple[str, str | None]]:
    return [(stage.title, stage.provenance) for stage in playbook.stages.values()]


def test_five_stages_of_which_one_is_reconstructed(methodical: PlaybookDefinition) -> None:
    assert titles_and_provenance(methodical) == [
        ("Исследование", "verbatim"),
        ("Поиск клиентов", "reconstructed"),
        ("Презентация", "verbatim"),
        ("Убеждение", "verbatim"),
        ("Закрытие", "verbatim"),
    ]


def test_the_funnel_is_told_in_words_only(methodical: PlaybookDefinition) -> None:
    assert not any(stage.conversion for stage in methodical.stages.values())
    told = [stage.summary for stage in methodical.stages.values()]
    assert sum("ворон" in (summary or "").lower() for summary in told) == 5


def test_the_five_named_methodologies(methodical: PlaybookDefinition) -> None:
    assert {term.term for term in methodical.glossary.values()} >= {
        "solution selling",
        "value selling",
        "inbound selling",
        "conceptual selling",
        "target account selling",
    }


def test_every_technique_has_its_stage(methodical: PlaybookDefinition) -> None:
    placed = [id_ for stage in methodical.stages.values() for id_ in stage.techniques]
    assert placed == list(methodical.techniques)


def test_both_directions_between_process_and_methodology() -> None:
    assert load("process-and-methodology").built_from == "methodology"
    assert load("classic-six-stages").built_from == "process"


def test_six_classic_stages(classic: PlaybookDefinition) -> None:
    assert titles_and_provenance(classic) == [
        ("Căutare", "verbatim"),
        ("Calificare", "reconstructed"),
        ("Primul contact", "verbatim"),
        ("Pregătirea", "verbatim"),
        ("Armonizarea contractului", "verbatim"),
        ("Acompaniament", "verbatim"),
    ]


def test_each_classic_stage_applies_the_four_principles(classic: PlaybookDefinition) -> None:
    principles = list(classic.methodologies["process-principles"].principles)
    assert len(principles) == 4
    assert all(stage.principles == principles for stage in classic.stages.values())
    assert all(len(stage.responsible) == 1 for stage in classic.stages.values())


def test_bant_runs_through_the_classic_stages(classic: PlaybookDefinition) -> None:
    assert classic.qualification == "bant"
    letters = ["budget", "authority", "need", "timeline"]
    assert all(list(stage.qualification) == letters for stage in classic.stages.values())
    assert confidence_never_falls(classic)


def test_what_the_classic_source_lost_stays_missing(classic: PlaybookDefinition) -> None:
    assert not classic.techniques
    assert not any("rezentare" in stage.title for stage in classic.stages.values())
    for lost in ("Numărătoarea", "prezentare", "trei tehnici"):
        assert any(lost in gap for gap in classic.gaps), lost


LIBRARY = sorted(path for path in ROOT.glob("playbooks/library/*-*.yaml"))
FIVE_PARTS = ("principles", "strategies", "tools", "models", "coaching", "scripts")


def load_library(path: Path) -> LibraryDefinition:
    data: Any = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)
    return LibraryDefinition.model_validate(data)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_a_library_file_is_named_after_its_language(path: Path) -> None:
    assert path.stem.rpartition("-")[2] == load_library(path).language


@pytest.mark.parametrize("language", ["en", "ro", "ru"])
def test_methodologies_are_the_same_in_each_language(language: str) -> None:
    def structure(code: str) -> dict[str, list[list[str]]]:
        library = load_library(ROOT / "playbooks" / "library" / f"methodologies-{code}.yaml")
        return {
            id_: [list(getattr(methodology, part)) for part in FIVE_PARTS]
            for id_, methodology in library.methodologies.items()
        }

    written = structure(language)
    assert len(written) == 5
    assert all(all(parts) for parts in written.values())
    assert written == structure("ru")
