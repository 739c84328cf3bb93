"""What is watched of a workspace: what its settings name, and nothing outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen.load import SourceWatch
from playbookgen.pipeline import init


@pytest.fixture
def root(tmp_path: Path) -> Path:
    init(tmp_path / "clients", title="Clients")
    return tmp_path / "clients"


def test_settings_playbooks_and_what_else_counts_are_watched(root: Path) -> None:
    (root / "brand").mkdir()
    with SourceWatch(root, others=lambda at: [at / "brand"]) as watch:
        assert watch.folders == {root, root / "playbooks", root / "brand"}


def test_nothing_outside_the_workspace_is_watched(root: Path) -> None:
    (root / "out").symlink_to(root.parent)
    named = ["/", "..", "../other.svg", "out", "out/other.svg", "a\0b"]
    with SourceWatch(root, others=lambda at: [at / name for name in named]) as watch:
        assert watch.folders == {root, root / "playbooks"}
