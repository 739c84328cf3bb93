"""How much rules weigh: workspace settings, drafts, and exceptions with reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbookgen import pipeline
from playbookgen.problems import Severity
from playbookgen.validate import RULES
from tests.unit.validate.samples import changed, codes, judged, quoted

NO_RESOURCES = ("    resources: Draft contract\n", "")
QUALITY = [rule.code for rule in RULES if rule.quality]
SOUNDNESS = [rule.code for rule in RULES if not rule.quality]


def test_a_rule_can_be_switched_off_or_weigh_less_or_more(tmp_path: Path) -> None:
    text = changed(NO_RESOURCES)
    assert codes(judged(tmp_path, text)) == ["PB407"]
    assert judged(tmp_path, text, settings="rules: {PB407: off}\n") == ()
    (lighter,) = judged(tmp_path, text, settings="rules: {PB407: warning}\n")
    assert lighter.severity is Severity.WARNING
    overdue = changed(("review: 2026-06-30", "review: 2026-01-31"))
    (heavier,) = judged(tmp_path, overdue, settings="rules: {PB451: error}\n")
    assert heavier.severity is Severity.ERROR


def test_a_draft_is_warned_even_where_the_workspace_asks_for_errors(tmp_path: Path) -> None:
    text = changed(NO_RESOURCES) + "status: draft\n"
    (problem,) = judged(tmp_path, text, settings="rules: {PB407: error}\n")
    assert problem.severity is Severity.WARNING


def test_in_a_draft_soundness_comes_first(tmp_path: Path) -> None:
    text = changed(
        ("    entry: Somebody has left an address.\n", ""), ("    owner: head", "    owner: haed")
    )
    assert codes(judged(tmp_path, text + "status: draft\n")) == ["PB301", "PB404"]
    assert codes(judged(tmp_path, text)) == ["PB404", "PB301"]


def test_an_unknown_rule_is_named_at_its_line_with_a_suggestion(tmp_path: Path) -> None:
    problems = judged(tmp_path, changed(), settings="rules:\n  PB407: off\n  PB4O8: off\n")
    (problem,) = problems
    assert (problem.code, problem.location.path, problem.location.line) == (
        "PB331",
        "playbookgen.yaml",
        6,
    )
    assert "PB408" in problem.cure


@pytest.mark.parametrize("code", [*SOUNDNESS, "PB102", "PB201", "PB334", "PB601"])
def test_soundness_cannot_be_switched_off(code: str, tmp_path: Path) -> None:
    text = changed(("    owner: head", "    owner: haed"))
    problems = judged(tmp_path, text, settings=f"rules: {{{code}: off}}\n")
    assert sorted(codes(problems)) == ["PB301", "PB332"]


@pytest.mark.parametrize(
    "path",
    ["stages.agreement", "stages"],
)
def test_an_exception_covers_its_item_and_what_is_below(path: str, tmp_path: Path) -> None:
    text = changed(NO_RESOURCES) + f"exceptions:\n  PB407: {{{path}: They bring it.}}\n"
    assert judged(tmp_path, text) == ()


def test_an_exception_covers_nothing_else(tmp_path: Path) -> None:
    text = changed(NO_RESOURCES) + "exceptions:\n  PB407: {stages.offer: They bring it.}\n"
    assert codes(judged(tmp_path, text)) == ["PB407", "PB334"]


def test_an_exception_for_one_letter_leaves_the_others(tmp_path: Path) -> None:
    text = changed(("authority: 40%, need: 80%, ", ""))
    text += "exceptions:\n  PB431: {frameworks.bant.letters.need: Seen at once.}\n"
    (problem,) = judged(tmp_path, text)
    assert problem.message == "No stage before the contract answers “authority”"
    assert quoted(problem) == "bant"


def test_an_exception_with_an_unknown_code_or_path_is_found(tmp_path: Path) -> None:
    text = changed() + (
        "exceptions:\n  PB4O7: {stages.offer: why}\n  PB301: {stages.offer: why}\n"
        "  PB407: {stages.ofer: why}\n"
    )
    problems = judged(tmp_path, text)
    assert codes(problems) == ["PB331", "PB332", "PB333"]
    assert [quoted(problem) for problem in problems] == ["PB4O7", "PB301", "stages.ofer"]
    assert "“offer”" in problems[2].cure


def test_an_exception_from_a_rule_that_is_off_is_not_called_needless(tmp_path: Path) -> None:
    text = changed() + "exceptions:\n  PB407: {stages.offer: why}\n"
    assert judged(tmp_path, text, settings="rules: {PB407: off}\n") == ()


def test_while_ids_lead_nowhere_no_exception_is_called_needless(tmp_path: Path) -> None:
    text = changed(("    owner: head", "    owner: haed"))
    text += "exceptions:\n  PB407: {stages.offer: why}\n"
    assert codes(judged(tmp_path, text)) == ["PB301"]


def test_reviews_are_judged_by_the_edition_or_by_the_day_that_is_asked_for(
    tmp_path: Path,
) -> None:
    assert judged(tmp_path, changed()) == ()
    late = pipeline.check(tmp_path, today=date(2026, 7, 1)).problems
    assert codes(late) == ["PB451"]
    assert quoted(late[0]) == "2026-06-30"
    assert (
        judged(tmp_path, changed(("as_of: 2026-03-31\n", ""), ("2026-06-30", "1999-01-01"))) == ()
    )
