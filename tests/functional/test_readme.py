"""What the README shows works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbookgen import pipeline
from playbookgen.cli.group import commands
from playbookgen.problems import ExitCode


def test_the_playbook_in_the_readme_has_no_errors(repository: Path, tmp_path: Path) -> None:
    (shown,) = re.findall(
        r"```yaml\n(.*?)```", (repository / "README.md").read_text("utf-8"), re.DOTALL
    )
    (tmp_path / "playbookgen.yaml").write_text("format: 1\ntitle: Site\n", encoding="utf-8")
    file = tmp_path / "playbooks" / "acme" / "playbook.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(shown, encoding="utf-8")
    checked = pipeline.check(tmp_path)
    assert checked.exit_code == ExitCode.OK
    assert [edition.title for edition in checked.editions] == ["How we sell"]


def test_the_readme_names_every_command(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `playbookgen (\w+)", readme, re.MULTILINE))
    assert named == set(commands.commands)


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_answers_a_call_for_help(name: str) -> None:
    result = CliRunner().invoke(commands, [name, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output
