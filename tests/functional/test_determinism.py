"""The same commit gives the same bytes: elsewhere, at another time, without fonts."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


def digest(folder: Path) -> dict[str, str]:
    """The hash of each file by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_fonts() -> list[str]:
    """What to put before a command so that it sees no fonts; nothing where that cannot be done."""
    hidden = 'mount -t tmpfs none /usr/share/fonts && exec "$@"'
    prefix = ["unshare", "--mount", "sh", "-c", hidden, "sh"]
    if not shutil.which("unshare") or not Path("/usr/share/fonts").is_dir():
        return []
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else []


def build(
    repository: Path, folder: Path, before: Sequence[str] = (), **environment: str
) -> dict[str, str]:
    """The hashes of a build of the example playbooks, copied to `folder`."""
    folder.mkdir(parents=True)
    shutil.copy(repository / "playbookgen.yaml", folder)
    shutil.copytree(repository / "playbooks", folder / "playbooks")
    subprocess.run(
        [*before, sys.executable, "-m", "playbookgen", "build", "-q", str(folder)],
        env={**os.environ, **environment},
        cwd=folder.parent,
        check=True,
        timeout=400,
    )
    return digest(folder / "site" / "public")


@pytest.mark.slow
def test_two_builds_of_the_examples_are_identical(repository: Path, tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(NO_FONTS, encoding="utf-8")
    first = build(repository, tmp_path / "a" / "one", TZ="Asia/Tokyo", PYTHONHASHSEED="1")
    second = build(
        repository,
        tmp_path / "b" / "deeper" / "two words",
        before=without_fonts(),
        TZ="America/New_York",
        PYTHONHASHSEED="2",
        LC_ALL="C",
        FONTCONFIG_FILE=str(fonts),
        SOURCE_DATE_EPOCH="1700000000",
    )
    assert "examples/internal/ja/seven-steps/stages/closing/index.html" in first
    assert first == second
