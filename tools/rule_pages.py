"""The pages of the reference that are generated from the registry of rules."""

from __future__ import annotations

from pathlib import Path

from playbookgen.pipeline.rules import rule_files

FOLDER = Path("site") / "docs" / "reference" / "rules"


def pages(root: Path) -> dict[Path, str]:
    """The text of each page by its path."""
    return {root / FOLDER / name: text for name, text in rule_files().items()}


def left_over(root: Path) -> list[Path]:
    """Pages of rules that there are no more."""
    wanted = pages(root)
    return [path for path in sorted((root / FOLDER).glob("*.md")) if path not in wanted]
