"""Files under definitions/: valid ones pass, invalid ones print what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbookgen import pipeline
from playbookgen.problems import ExitCode
from playbookgen.report import as_text
from playbookgen.validate import RULES

DEFINITIONS = Path(__file__).parent.parent / "definitions"
INVALID = sorted((DEFINITIONS / "invalid").glob("*.yaml"))
VALID = sorted((DEFINITIONS / "valid").glob("*.yaml"))

WORKSPACE = """\
format: 1
title: Cases
clients: {own: Own, other: Other}
"""
QUALITY_OFF = "rules: {" + ", ".join(f"{rule.code}: off" for rule in RULES if rule.quality) + "}\n"
COMPLETE = ("PB33", "PB4", "complete", "exceptions")
"""Cases that are whole playbooks; the others show one mistake in a few lines, quality aside."""


@pytest.fixture
def check_file(tmp_path: Path) -> Callable[[Path], pipeline.Checked]:
    """Checks one definition as the only playbook of a workspace."""

    def run(source: Path) -> pipeline.Checked:
        weights = "" if source.stem.startswith(COMPLETE) else QUALITY_OFF
        (tmp_path / "playbookgen.yaml").write_text(WORKSPACE + weights, encoding="utf-8")
        folder = tmp_path / "playbooks" / "case"
        folder.mkdir(parents=True)
        (folder / "playbook.yaml").write_bytes(source.read_bytes())
        return pipeline.check(tmp_path)

    return run


@pytest.mark.parametrize("source", INVALID, ids=lambda path: path.stem)
def test_an_invalid_definition_prints_its_problems(
    source: Path,
    check_file: Callable[[Path], pipeline.Checked],
    golden: Callable[[Path, str], None],
) -> None:
    checked = check_file(source)
    golden(source.with_suffix(".txt"), as_text(checked.problems))
    assert checked.problems


@pytest.mark.parametrize(
    "source", [path for path in INVALID if path.stem.startswith("PB")], ids=lambda path: path.stem
)
def test_an_invalid_definition_has_the_code_it_is_named_for(
    source: Path, check_file: Callable[[Path], pipeline.Checked]
) -> None:
    assert {problem.code for problem in check_file(source).problems} == {source.stem[:5]}


@pytest.mark.parametrize("source", VALID, ids=lambda path: path.stem)
def test_a_valid_definition_has_no_problem(
    source: Path, check_file: Callable[[Path], pipeline.Checked]
) -> None:
    checked = check_file(source)
    assert as_text(checked.problems) == ""
    assert checked.exit_code == ExitCode.OK
    assert [edition.id for edition in checked.editions] == ["case"]


def test_five_mistakes_are_five_problems(
    check_file: Callable[[Path], pipeline.Checked],
) -> None:
    checked = check_file(DEFINITIONS / "invalid" / "five-at-once.yaml")
    codes = [problem.code for problem in checked.problems]
    assert codes == ["PB201", "PB203", "PB301", "PB203", "PB301"]


def test_every_rule_has_a_case_that_breaks_it() -> None:
    shown = {path.stem[:5] for path in INVALID}
    assert [rule.code for rule in RULES if rule.code not in shown] == []


@pytest.mark.parametrize(
    "source",
    [path for path in INVALID if path.stem.startswith("PB4")],
    ids=lambda path: path.stem,
)
def test_a_draft_is_only_warned_of_weaknesses(
    source: Path, check_file: Callable[[Path], pipeline.Checked], tmp_path: Path
) -> None:
    draft = tmp_path / source.name
    draft.write_text(source.read_text(encoding="utf-8") + "status: draft\n", encoding="utf-8")
    checked = check_file(draft)
    assert {problem.code for problem in checked.problems} == {source.stem[:5]}
    assert checked.exit_code == ExitCode.OK
    assert [edition.id for edition in checked.editions] == ["case"]
