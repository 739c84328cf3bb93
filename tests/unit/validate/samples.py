"""A complete playbook that keeps every rule, and words that break it on purpose."""

from __future__ import annotations

from pathlib import Path

from playbookgen import pipeline
from playbookgen.problems import Problem

COMPLETE = (Path(__file__).parents[2] / "definitions" / "valid" / "complete.yaml").read_text(
    encoding="utf-8"
)
SETTINGS = "format: 1\ntitle: Cases\nclients: {own: Own}\n"


def changed(*changes: tuple[str, str]) -> str:
    """The complete playbook with each text replaced, where it first stands, by another."""
    text = COMPLETE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def judged(
    folder: Path, *playbooks: str, settings: str = "", library: str = ""
) -> tuple[Problem, ...]:
    """What is found in a workspace with these playbooks."""
    folder.mkdir(exist_ok=True)
    (folder / "playbookgen.yaml").write_text(SETTINGS + settings, encoding="utf-8")
    for number, text in enumerate(playbooks, start=1):
        place = folder / "playbooks" / f"p{number}" / "playbook.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    if library:
        place = folder / "playbooks" / "library" / "shared.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("format: 1\nlanguage: en\n" + library, encoding="utf-8")
    return pipeline.check(folder).problems


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of problems, in their order."""
    return [problem.code for problem in problems]


def quoted(problem: Problem) -> str:
    """What of the source a problem points at."""
    where = problem.location
    return where.text[where.column - 1 : where.end_column - 1]
