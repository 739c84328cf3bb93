"""The rules at the command line: the list, the pages, and what check says at its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen.cli.group import run
from playbookgen.pipeline.rules import rule_files
from playbookgen.problems import ExitCode
from playbookgen.validate import RULES


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """What `init` writes."""
    assert run(["init", "-q", str(tmp_path / "own")]) == ExitCode.OK
    return tmp_path / "own"


def test_rules_lists_code_weight_and_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == ExitCode.OK
    lines = capsys.readouterr().out.splitlines()
    assert [line[:5] for line in lines] == sorted(rule.code for rule in RULES)
    assert "PB403  warning  Nobody is overloaded." in lines


def test_rules_explains_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "pb415"]) == ExitCode.OK
    text = capsys.readouterr().out
    assert text.startswith("# PB415: Every exit criterion names its evidence\n")
    assert "## It finds" in text
    assert "rules: {PB415: off}" in text


def test_an_unknown_rule_ends_with_2_and_a_suggestion(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rules", "PB4155"]) == ExitCode.USAGE
    assert "Did you mean “PB415”?" in capsys.readouterr().err
    assert run(["rules", "PB202"]) == ExitCode.USAGE
    assert "its message says what to do" in capsys.readouterr().err


def test_the_reference_in_the_repository_is_what_the_rules_say() -> None:
    folder = Path(__file__).parents[2] / "site" / "docs" / "reference" / "rules"
    kept = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert kept == rule_files()


def test_check_ends_with_what_to_do_next(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    playbook = workspace / "playbooks" / "first" / "playbook.yaml"
    text = playbook.read_text(encoding="utf-8").replace("    accountable: head\n", "")
    playbook.write_text(text.replace(", event: asks", ", event: ask"), encoding="utf-8")
    assert run(["check", str(workspace)]) == ExitCode.FINDINGS
    out, err = capsys.readouterr()
    assert out.index("PB301") < out.index("PB402")
    assert err.splitlines()[-3].startswith("Next: Every id that is referred to is declared (PB301")
    assert "(PB402, 5 times, first at " in err.splitlines()[-2]
    assert "playbookgen rules PB301" in err.splitlines()[-1]


def test_other_formats_carry_no_advice(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    playbook = workspace / "playbooks" / "first" / "playbook.yaml"
    text = playbook.read_text(encoding="utf-8").replace("    accountable: head\n", "")
    playbook.write_text(text, encoding="utf-8")
    assert run(["check", "--format", "github", str(workspace)]) == ExitCode.OK
    assert "Next:" not in "".join(capsys.readouterr())


def test_check_judges_reviews_by_the_day_that_is_asked_for(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    playbook = workspace / "playbooks" / "first" / "playbook.yaml"
    playbook.write_text(playbook.read_text("utf-8") + "review: 2030-01-31\n", encoding="utf-8")
    assert run(["check", str(workspace)]) == ExitCode.OK
    assert capsys.readouterr().out == ""
    assert run(["check", "--today", "2030-02-01", str(workspace)]) == ExitCode.OK
    assert "warning PB451" in capsys.readouterr().out
    assert run(["check", "--today", "tomorrow", str(workspace)]) == ExitCode.USAGE


def test_a_draft_without_roles_or_exits_is_built_all_the_same(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    playbook = workspace / "playbooks" / "first" / "playbook.yaml"
    text = playbook.read_text(encoding="utf-8")
    stages = text.index("stages:\n")
    head = text[:stages]
    bare = "".join(
        f"  {id_}:\n    title: {id_}\n    purpose: It is needed.\n" for id_ in ("one", "two")
    )
    playbook.write_text(f"{head}stages:\n{bare}", encoding="utf-8")
    assert run(["build", str(workspace)]) == ExitCode.OK, capsys.readouterr().err
    published = workspace / "site" / "public" / "own" / "internal" / "en" / "first"
    assert (published / "stages" / "one" / "index.html").is_file()
