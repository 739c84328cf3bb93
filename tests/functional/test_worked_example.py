"""The worked example of a new kind of map in CONTRIBUTING.md, done as it is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r'^```(?:python|text) title="(?P<path>[^"]+)"\n(?P<code>.*?)^```$', re.MULTILINE | re.DOTALL
)
_REGISTRY = "src/playbookgen/views/__init__.py"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source with the files and the line of the example in it."""
    copy = tmp_path_factory.mktemp("contributing")
    shutil.copytree(
        ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    blocks = _BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert [path for path, _ in blocks] == [
        "src/playbookgen/views/meetings_board.py",
        _REGISTRY,
        "tests/unit/views/test_meetings_board.py",
    ]
    for path, code in blocks:
        target = copy / path
        if path == _REGISTRY:
            assert len(code.splitlines()) == 1
            text = target.read_text(encoding="utf-8")
            code = text.replace("_MODULES = (\n", f"_MODULES = (\n{code}", 1)
            assert code != text
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(code, encoding="utf-8")
    return copy


def run(copied: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copied,
        env={**os.environ, "PYTHONPATH": str(copied / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_tests_pass(copied: Path) -> None:
    done = run(copied, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


def test_the_new_kind_is_drawn(copied: Path) -> None:
    out = copied / "meetings.svg"
    order = ("draw", "field-service", "meetings", "--output", str(out), "--workspace", str(ROOT))
    done = run(copied, "-m", "playbookgen", *order)
    assert done.returncode == 0, done.stderr
    drawn = out.read_text(encoding="utf-8")
    assert "Changes to this playbook" in drawn
    assert 'id="map-meetings.' in drawn


def test_the_same_command_needs_the_new_file(tmp_path: Path) -> None:
    order = ("draw", "field-service", "meetings", "-o", str(tmp_path / "m.svg"))
    done = subprocess.run(
        [sys.executable, "-m", "playbookgen", *order],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "meetings" in done.stderr
