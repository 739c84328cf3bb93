"""What single rules judge, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen.load import load_document
from playbookgen.validate import RULES, Rule, rule_page, validate_playbook, validate_workspace
from tests.unit.validate.samples import COMPLETE, changed, codes, judged, quoted

HEAD = "format: 1\ntitle: Case\nsummary: Case.\nclient: own\nlanguage: en\n"


def stages_of(*lines: str) -> str:
    """A playbook of stages of which nothing is said but these lines."""
    names = ("one", "two", "three", "four", "five")
    body = "".join(
        f"  {name}:\n    title: {name}\n    purpose: It is needed.\n"
        + "".join(f"    {part}\n" for part in line.split("; ") if part)
        for name, line in zip(names, (*lines, "", "", "", "", ""), strict=False)
    )
    return HEAD + "stages:\n" + body


def found(folder: Path, text: str, code: str) -> list[str]:
    """What the findings of one rule point at."""
    return [quoted(problem) for problem in judged(folder, text) if problem.code == code]


def test_the_complete_playbook_keeps_every_rule(tmp_path: Path) -> None:
    assert judged(tmp_path, COMPLETE) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_two_examples_of_the_format(
    rule: Rule, tmp_path: Path
) -> None:
    page = rule_page(rule)
    assert page.startswith(f"# {rule.code}: ")
    assert len(rule.why) > 60
    assert rule.bad != rule.good
    for example in (rule.bad, rule.good):
        assert example in page
        text = example if not example.startswith("tasks:") else _as_stage(example)
        path = tmp_path / "example.yaml"
        path.write_text(text.replace(": …", ": {}").replace(", …}", "}"), encoding="utf-8")
        loaded = load_document(path, shown="example.yaml")
        assert loaded.document
        validate = validate_workspace if "playbookgen.yaml" in example else validate_playbook
        problems = validate(loaded.document).problems
        assert {problem.code for problem in problems} <= {"PB202", "PB203"}, problems


def _as_stage(example: str) -> str:
    """An example of tasks below the stage that they would stand in."""
    return "stages:\n  offer:\n" + "".join(f"    {line}\n" for line in example.splitlines())


def test_a_catalogue_without_a_process_is_asked_for_none(tmp_path: Path) -> None:
    text = HEAD + (
        "qualification: bant\nmethodology: m\n"
        "methodologies: {m: {title: M, principles: {p: P}}}\n"
        "techniques: {t: T}\n"
        "technologies:\n  map: {title: Map, category: internal}\n"
    )
    assert judged(tmp_path, text) == ()


def test_probabilities_are_compared_along_forward_ways_only(tmp_path: Path) -> None:
    lines = ("probability: 50%", "probability: 10%", "", "probability: 60%", "probability: 70%")
    ways = "transitions:\n  one: {three: big, four: small}\n  four: {two: again, five: on}\n"
    assert found(tmp_path, stages_of(*lines) + ways, "PB412") == []
    assert found(tmp_path, stages_of(*lines), "PB412") == ["10%"]


def test_a_fall_is_seen_across_stages_that_state_no_probability(tmp_path: Path) -> None:
    lines = ("probability: 50%", "", "", "probability: 40%", "probability: 45%")
    assert found(tmp_path, stages_of(*lines), "PB412") == ["40%"]


def test_a_lost_deal_stage_may_stand_at_zero(tmp_path: Path) -> None:
    received = "  received: {title: Offer received, event: receives, probability: 50%}\n"
    lost = "  declined: {title: Meeting declined, event: asks, probability: 0%}\n"
    text = changed((received, lost + received))
    assert "PB412" not in codes(judged(tmp_path, text))


def test_optional_stages_are_not_part_of_the_cycle(tmp_path: Path) -> None:
    lines = ("duration: 2 days", "duration: 30 days; optional: true", *["duration: 1 day"] * 3)
    text = stages_of(*lines)
    assert found(tmp_path, text + "cycle: 5 days\n", "PB414") == []
    assert found(tmp_path, text + "cycle: 6-8 days\n", "PB414") == ["6-8 days"]
    assert found(tmp_path, text + "cycle: 4-8 days\n", "PB414") == []


def test_cycle_and_number_are_judged_for_each_sales_type(tmp_path: Path) -> None:
    lines = (
        "duration: 1 day; sales_types: project",
        "duration: 1 day; sales_types: traditional",
        *["duration: 1 day"] * 3,
    )
    text = stages_of(*lines) + "sales_types: [project, traditional]\ncycle: 4 days\n"
    problems = judged(tmp_path, text)
    assert "PB414" not in codes(problems)
    (number,) = [problem for problem in problems if problem.code == "PB409"]
    assert number.message == "The process has 4 stages in project sales"


def test_events_after_the_close_need_no_deal_stage(tmp_path: Path) -> None:
    # “signs” closes, “recommends” comes later: neither has a deal stage in the complete playbook.
    without_close = changed(("  close: signs\n", ""))
    assert found(tmp_path, without_close, "PB422") == ["signs"]


def test_a_letter_answered_after_the_contract_is_answered_too_late(tmp_path: Path) -> None:
    answers = "    qualification: {budget: 50%, authority: 40%, need: 80%, timeline: 50%}\n"
    text = changed(
        (answers, ""), ("    resources: List of questions\n", f"    resources: L\n{answers}")
    )
    assert found(tmp_path, text, "PB431") == []
    won_before = text.replace("    follow-up: signed\n", "    won: signed\n    follow-up: gift\n")
    won_before = won_before.replace("half_processes:", "  follow-up: end\nhalf_processes:", 1)
    assert found(tmp_path, won_before, "PB431") == ["bant"]


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        ("sales_types: [project, regional]", ["“project”, “regional”"]),
        ("sales_types: [project]", []),
        ("bodies: {project: A}", ["“regional”"]),
        ("bodies: {project: A, regional: B}", []),
        ("bodies: {dealer: A}", ["“end-client”"]),
        ("sales_types: [project, regional], bodies: {dealer: A, end-client: B}", []),
        ("holds_for: dealer, bodies: {dealer: A}", []),
    ],
)
def test_which_bodies_a_technology_needs(written: str, missing: list[str], tmp_path: Path) -> None:
    text = HEAD + (
        "sales_types: [project, regional]\n"
        "axes: {counterpart: {title: C, values: {dealer: Dealer, end-client: Client}}}\n"
        f"technologies:\n  plan: {{title: Plan, category: marketing, {written}}}\n"
    )
    expected = [f"The technology “plan” has no body for {names}" for names in missing]
    assert [problem.message for problem in judged(tmp_path, text)] == expected


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The SQL comes.", "en", "SQL"),
        ("All SQLs come.", "en", "SQL"),
        ("CRMに記録する。", "ja", "CRM"),
        ("Откройте CRM-систему.", "ru", "CRM"),
        ("Найдите ЛПР у клиента.", "ru", "ЛПР"),
        ("Ask MYSQL.", "en", ""),
        ("Ask for a slave or a Sla.", "en", ""),
        ("КПД растёт.", "ru", ""),
        ("The deal is won.", "en", ""),
    ],
)
def test_abbreviations_are_whole_words(text: str, language: str, word: str, tmp_path: Path) -> None:
    playbook = HEAD.replace("language: en", f"language: {language}") + (
        "glossary: {lead: Somebody.}\n"
        f"technologies:\n  t: {{title: T, category: internal, summary: {text}}}\n"
    )
    messages = [problem.message for problem in judged(tmp_path, playbook)]
    assert messages == (
        [f"The glossary does not explain “{word}”, which is used here"] if word else []
    )


def test_terms_synonyms_and_frameworks_count_as_explained(tmp_path: Path) -> None:
    text = HEAD + (
        "qualification: bant\n"
        "glossary:\n  lead: {definition: Ask by BANT., synonyms: SQL}\n  roi: What comes back.\n"
        "technologies:\n  t: {title: T, category: internal, summary: The SQL and its ROI.}\n"
    )
    assert judged(tmp_path, text) == ()


def test_without_a_glossary_no_term_is_missed(tmp_path: Path) -> None:
    text = HEAD + "technologies:\n  t: {title: T, category: internal, summary: The SQL.}\n"
    assert judged(tmp_path, text) == ()


LIBRARY = """\
title: Shared
methodologies:
  inbound:
    title: Inbound
    principles: {help-first: Help, be-found: Be found}
techniques: {mirror: Mirror}
metrics: {cost: Cost of a lead}
technologies:
  coach: {title: Coaching by KPI, category: personnel}
"""
OWN_METHODOLOGY = COMPLETE[COMPLETE.index("methodologies:") : COMPLETE.index("techniques:")]
USES = """\
uses:
  methodologies: inbound
  techniques: mirror
  metrics: cost
  technologies: coach
"""


def test_what_the_library_brings_is_found_where_it_can_be_mended(tmp_path: Path) -> None:
    text = changed((OWN_METHODOLOGY, ""), ("uses: {}\n", USES))
    text = text.replace("principles: [help-first, be-found]", "principles: help-first")
    problems = judged(tmp_path, text, library=LIBRARY)
    assert [(item.code, Path(item.location.path).name, quoted(item)) for item in problems] == [
        ("PB454", "shared.yaml", "cost"),
        ("PB441", "shared.yaml", "coach"),
        ("PB433", "playbook.yaml", "mirror"),
        ("PB432", "playbook.yaml", "inbound"),
    ]
    (principle,) = problems[-1].related
    assert principle.location.path.endswith("shared.yaml")
    assert "be-found" in principle.location.text


def test_one_missing_way_is_one_finding(tmp_path: Path) -> None:
    text = stages_of() + "transitions:\n  one: end\n"
    assert found(tmp_path, text, "PB311") == ["two"]


@pytest.mark.parametrize(
    ("written", "mistyped"),
    [
        ("event: receives", "event: recieves"),
        ("principles: [help-first, be-found]", "principles: [help-frist, be-found]"),
        ("techniques: open-questions", "techniques: open-question"),
        ("authority: 40%", "autority: 40%"),
        ("from_stage: nurturing", "from_stage: nurtring"),
        ("measured_by: win-rate", "measured_by: winrate"),
        ("qualification: bant", "qualification: bent"),
        ("methodology: inbound", "methodology: imbound"),
        ("close: signs", "close: sings"),
    ],
)
def test_a_mistyped_id_is_found_as_such_alone(written: str, mistyped: str, tmp_path: Path) -> None:
    assert set(codes(judged(tmp_path, changed((written, mistyped))))) == {"PB301"}
