"""The command line as people and CI use it: a process, its exit code, what it prints."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from playbookgen.problems import ExitCode


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Playbookgen in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "playbookgen", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """What `init` writes."""
    assert run("init", str(tmp_path / "own"), cwd=tmp_path).returncode == ExitCode.OK
    return tmp_path / "own"


def playbook(workspace: Path) -> Path:
    return workspace / "playbooks" / "first" / "playbook.yaml"


def test_init_writes_a_workspace_without_problems(workspace: Path) -> None:
    done = run("check", cwd=workspace)
    assert (done.returncode, done.stdout) == (ExitCode.OK, "")
    assert done.stderr == "1 playbook checked: no problems\n"


def test_init_never_touches_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "playbookgen.yaml").write_text("mine", encoding="utf-8")
    done = run("init", cwd=tmp_path)
    assert done.returncode == ExitCode.OUTPUT
    assert "PB701" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["playbookgen.yaml"]
    assert (tmp_path / "playbookgen.yaml").read_text(encoding="utf-8") == "mine"


def test_check_ends_with_1_on_an_error_and_prints_it_to_stdout(workspace: Path) -> None:
    text = playbook(workspace).read_text(encoding="utf-8")
    playbook(workspace).write_text(text.replace("responsible: rep", "responsible: reb", 1))
    done = run("check", cwd=workspace)
    assert done.returncode == ExitCode.FINDINGS
    assert "playbooks/first/playbook.yaml:" in done.stdout
    assert "Did you mean “rep”?" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_check_works_from_a_folder_below_the_workspace(workspace: Path) -> None:
    assert run("check", cwd=workspace / "playbooks" / "first").returncode == ExitCode.OK


def test_check_speaks_json_to_programs(workspace: Path) -> None:
    done = run("check", "--format", "json", cwd=workspace)
    assert json.loads(done.stdout) == {"format": 1, "problems": []}


def test_without_a_workspace_the_cure_is_named(tmp_path: Path) -> None:
    done = run("check", cwd=tmp_path)
    assert done.returncode != ExitCode.OK
    assert "playbookgen init" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    done = run("build", "--nonsense", cwd=tmp_path)
    assert done.returncode == ExitCode.USAGE
    assert "--nonsense" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="its names and links are others")
def test_a_path_that_the_system_cannot_follow_is_wrong_usage(
    workspace: Path, tmp_path: Path
) -> None:
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    for bad in ("a" * 5000, str(circle / "x")):
        for command in (["check", bad], ["fmt", bad], ["draw", "-w", bad, "a", "-o", "a.svg"]):
            assert run(*command, cwd=tmp_path).returncode == ExitCode.USAGE
    order = ["draw", "-w", str(workspace), "first", "process", "-o", "a" * 5000 + ".svg"]
    assert run(*order, cwd=tmp_path).returncode == ExitCode.USAGE


def test_unsafe_yaml_ends_with_3(workspace: Path) -> None:
    playbook(workspace).write_text("title: !!python/object/apply:os.system [id]\n")
    done = run("check", cwd=workspace)
    assert done.returncode == ExitCode.REFUSED
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", ["build", "check", "draw", "init", "list", "schema", "doctor"])
def test_every_command_helps_with_an_example(command: str, tmp_path: Path) -> None:
    done = run(command, "--help", cwd=tmp_path)
    assert done.returncode == ExitCode.OK
    assert f"playbookgen {command}" in done.stdout.split("Example", 1)[1]


def test_list_names_the_maps_of_each_playbook(workspace: Path) -> None:
    done = run("list", cwd=workspace)
    assert done.stdout.split()[:4] == ["first", "en", "own", "First"]
    (row,) = json.loads(run("list", "--json", cwd=workspace).stdout)
    assert row["maps"][:3] == ["process", "swimlane:role", "stage:qualification"]
    assert "timeline" in row["maps"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, tmp_path: Path) -> None:
    done = run("completion", shell, cwd=tmp_path)
    assert done.returncode == ExitCode.OK
    assert "_PLAYBOOKGEN_COMPLETE" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="bash is not there")
def test_completion_completes_commands_in_bash(tmp_path: Path) -> None:
    environment = {"_PLAYBOOKGEN_COMPLETE": "bash_complete", "COMP_WORDS": "playbookgen che"}
    done = run(cwd=tmp_path, COMP_CWORD="1", **environment)
    assert done.stdout == "plain,check\n"


def test_schema_prints_what_the_repository_holds(repository: Path) -> None:
    done = run("schema", cwd=repository)
    assert done.stdout == (repository / "playbooks" / "playbook.schema.json").read_text("utf-8")
    done = run("schema", "workspace", cwd=repository)
    assert done.stdout == (repository / "playbookgen.schema.json").read_text("utf-8")


def test_doctor_names_engine_and_fonts(tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert done.returncode == ExitCode.OK
    for name in ("Python", "Graphviz", "MkDocs", "Latin", "Cyrillic", "Japanese"):
        assert name in done.stdout


def test_draw_names_the_maps_there_are(workspace: Path) -> None:
    done = run("draw", "first", "proces", "-o", "x.svg", cwd=workspace)
    assert done.returncode == ExitCode.USAGE
    assert "Did you mean “process”?" in done.stderr
    done = run("draw", "frist", "process", "-o", "x.svg", cwd=workspace)
    assert done.returncode == ExitCode.USAGE
    assert "Did you mean “first”?" in done.stderr
    done = run("draw", "first", "process", "-o", "x.gif", cwd=workspace)
    assert done.returncode == ExitCode.USAGE
    assert "svg, png, pdf" in done.stderr
    assert not list(workspace.glob("x.*"))


def test_build_publishes_the_good_and_holds_back_the_bad(workspace: Path) -> None:
    (workspace / "playbooks" / "second").mkdir()
    text = playbook(workspace).read_text(encoding="utf-8").replace("client: own", "client: acme")
    (workspace / "playbooks" / "second" / "playbook.yaml").write_text(
        text.replace("responsible: rep", "responsible: reb", 1), encoding="utf-8"
    )
    settings = workspace / "playbookgen.yaml"
    settings.write_text(settings.read_text("utf-8") + "  acme: ACME\n", encoding="utf-8")
    done = run("build", cwd=workspace)
    assert done.returncode == ExitCode.FINDINGS
    public = workspace / "site" / "public"
    assert (public / "own/internal/en/first/index.html").is_file()
    assert not (public / "acme").exists()
    assert "Held back acme/internal" in done.stderr


def test_build_refuses_a_folder_that_is_not_ours(workspace: Path) -> None:
    foreign = workspace / "site" / "public" / "own" / "internal" / "mine.txt"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("precious", encoding="utf-8")
    done = run("build", cwd=workspace)
    assert done.returncode == ExitCode.OUTPUT
    assert foreign.read_text(encoding="utf-8") == "precious"
    assert "Traceback" not in done.stderr


def test_quiet_says_nothing_when_all_is_well(workspace: Path) -> None:
    done = run("check", "-q", cwd=workspace)
    assert (done.stdout, done.stderr) == ("", "")


def test_our_own_bug_ends_with_70_and_no_traceback(tmp_path: Path) -> None:
    broken = (
        "import playbookgen.pipeline as p\ndef fail(*a, **k): raise KeyError('x')\np.check = fail\n"
    )
    script = f"{broken}from playbookgen.cli import main\nmain(['check'])\n"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == ExitCode.BUG
    assert "bug in playbookgen" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interrupted_build_ends_with_130_and_leaves_nothing_half(workspace: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "playbookgen", "build", "-v"],
        cwd=workspace,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr
    for line in process.stderr:
        if line.startswith("Publishing"):
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED
    left = [path.name for path in (workspace / "site").rglob("*") if path.is_file()]
    assert left == [".playbookgen-lock"]
    assert run("build", cwd=workspace).returncode == ExitCode.OK
