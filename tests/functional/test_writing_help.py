"""Writing help as its users meet it: fmt, new and explain on a fresh workspace."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from playbookgen.cli.group import run


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clients"
    assert run(["init", str(folder), "-q"]) == 0
    monkeypatch.chdir(folder)
    return folder


def first(workspace: Path) -> Path:
    return workspace / "playbooks" / "first" / "playbook.yaml"


def test_fmt_lays_out_once_and_keeps_what_is_checked(workspace: Path) -> None:
    path = first(workspace)
    entry = "    entry: The request is qualified.\n"
    title = "    title: Offer\n"
    untidy = path.read_text("utf-8").replace("roles:\n", "roles: # who acts\n")
    untidy = untidy.replace(title, "").replace(entry, f"{entry}{title}")
    path.write_text(untidy, "utf-8", newline="\n")
    assert run(["fmt", "--check", "-q"]) == 1
    before = path.read_bytes()
    assert run(["fmt", "--diff", "-q"]) == 1
    assert path.read_bytes() == before
    assert run(["fmt", "-q"]) == 0
    laid_out = path.read_text("utf-8")
    assert "  offer:\n    title: Offer\n" in laid_out
    assert "roles:  # who acts\n" in laid_out
    assert run(["fmt", "--check", "-q"]) == 0
    assert run(["check", "-q"]) == 0


@pytest.mark.usefixtures("workspace")
def test_what_init_writes_is_laid_out() -> None:
    assert run(["fmt", "--check", "-q"]) == 0


def test_fmt_never_touches_a_file_with_errors(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = first(workspace)
    path.write_text("title: T\ntitle: U\nformat: 1\n", "utf-8")
    assert run(["fmt", "-q"]) == 1
    assert "PB102" in capsys.readouterr().err
    assert path.read_text("utf-8") == "title: T\ntitle: U\nformat: 1\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link(workspace: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.yaml"
    outside.write_text("title: T\nformat: 1\n", "utf-8")
    first(workspace).unlink()
    first(workspace).symlink_to(outside)
    assert run(["fmt", "-q"]) in (2, 0)
    assert run(["new", "role", "first", "boss", "-q"]) != 0
    assert outside.read_text("utf-8") == "title: T\nformat: 1\n"


def test_fmt_refuses_a_path_without_definitions(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "notes.txt").write_text("x", "utf-8")
    assert run(["fmt", "notes.txt"]) == 2
    assert "PB805" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["stage", "technology", "role"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_new_adds_an_item_and_changes_nothing_else(
    workspace: Path, kind: str, newline: str
) -> None:
    path = first(workspace)
    before = path.read_bytes().replace(b"\n", newline.encode())
    path.write_bytes(before)
    assert run(["new", kind, "first", "added-one", "--title", "Added: one", "-q"]) == 0
    lines, kept = path.read_bytes().split(b"\n"), before.split(b"\n")
    added = iter(lines)
    assert all(line in added for line in kept), "a line is gone or was moved"
    assert b"".join(lines).count(b"\r") == (len(lines) - 1) * len(newline[1:])
    assert run(["explain", "first", "added-one", "-q"]) == 0


def test_new_puts_a_stage_after_the_one_that_is_named(workspace: Path) -> None:
    assert run(["new", "stage", "first", "demo", "--after", "offer", "-q"]) == 0
    text = first(workspace).read_text("utf-8")
    assert text.index("\n  offer:") < text.index("\n  demo:") < text.index("\n  objections:")


def test_new_refuses_ids_that_are_taken_or_none(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = first(workspace).read_bytes()
    assert run(["new", "stage", "first", "offer"]) == 5
    assert "PB707" in capsys.readouterr().err
    assert run(["new", "stage", "first", "won"]) == 5
    assert run(["new", "role", "first", "Big_Boss"]) == 2
    assert "PB806" in capsys.readouterr().err
    assert run(["new", "stage", "first", "demo", "--after", "ofer"]) == 2
    assert "Did you mean “offer”?" in capsys.readouterr().err
    assert run(["new", "playbook", "first"]) == 5
    assert run(["new", "role", "second", "boss"]) == 2
    assert first(workspace).read_bytes() == before


@pytest.mark.usefixtures("workspace")
def test_a_new_playbook_passes_the_check_as_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "playbook", "acme", "--title", 'How "Acme": sells # fast', "-q"]) == 0
    assert run(["check"]) == 0, capsys.readouterr().out
    assert run(["fmt", "--check", "playbooks/acme", "-q"]) == 0


def explained(capsys: pytest.CaptureFixture[str], *names: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["explain", *names, "--json"]) == 0
    result: dict[str, object] = json.loads(capsys.readouterr().out)
    return result


def line_of(workspace: Path, text: str) -> int:
    lines = first(workspace).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_explain_names_the_place_of_each_value(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    task = explained(capsys, "first", "stages.qualification.tasks.call-back")
    values = {value["key"]: value for value in task["values"]}  # type: ignore[attr-defined] # JSON
    assert values["title"]["location"]["line"] == line_of(workspace, "Call back within one day")
    assert values["responsible"]["reason"] == "taken from stages.qualification"
    assert values["kind"] == {
        "key": "kind", "text": "task", "location": None, "reason": "the default"
    }  # fmt: skip
    role = explained(capsys, "rep")
    paths = [mention["path"] for mention in role["mentions"]]  # type: ignore[attr-defined] # JSON
    assert "stages.qualification.responsible" in paths


@pytest.mark.usefixtures("workspace")
def test_explain_helps_with_ids_that_are_wrong_or_not_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["explain", "first", "stages.ofer"]) == 2
    assert "Did you mean “stages.offer”?" in capsys.readouterr().err
    assert run(["new", "playbook", "acme", "-q"]) == 0
    assert run(["explain", "rep"]) == 2
    assert "acme roles.rep, first roles.rep" in capsys.readouterr().err


def test_explain_tells_the_findings_of_an_item(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = first(workspace)
    text = path.read_text("utf-8").replace("    responsible: rep\n", "    responsible: rpe\n", 1)
    path.write_text(text, "utf-8", newline="\n")
    stage = explained(capsys, "first", "stages.qualification")
    codes = [problem["code"] for problem in stage["problems"]]  # type: ignore[attr-defined] # JSON
    assert "PB301" in codes
    other = explained(capsys, "first", "stages.offer")
    assert "PB301" not in [item["code"] for item in other["problems"]]  # type: ignore[attr-defined] # JSON
