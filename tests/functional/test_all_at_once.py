"""All problems of a run are named at once: a mistake of one kind hides none of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen import pipeline

PLAYBOOK = """\
format: 1
title: Case
summary: Mistakes of several kinds.
client: own
language: en
status: draft
roles:
  rep: Representative
stages:
  first:
    title: First
    purpose: Begin.
    responsible: rep
    tasks:
      call: {title: Call, duration: 30 min}
      write: {title: Write, kind: document}
  second:
    title: Second
    purpose: End.
    responsible: rep
outcomes:
  won: {title: Won, kind: won}
transitions:
  first: second
"""
MISTAKES = {
    "PB201 12": ("    purpose: Begin.", "    purpos: Begin."),
    "PB203 15": ("duration: 30 min", "duration: soon"),
    "PB301 20": (
        "    purpose: End.\n    responsible: rep",
        "    purpose: End.\n    responsible: boss",
    ),
    "PB203 22": ("kind: won", "kind: victory"),
    "PB301 24": ("first: second", "first: secnod"),
}


def found(folder: Path, text: str) -> list[str]:
    (folder / "playbookgen.yaml").write_text("format: 1\ntitle: Cases\n", encoding="utf-8")
    file = folder / "playbooks" / "case" / "playbook.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return [
        f"{problem.code} {problem.location.line}"
        for problem in pipeline.check(folder).problems
        if problem.code < "PB4"
    ]


def test_five_mistakes_are_five_problems(tmp_path: Path) -> None:
    text = PLAYBOOK
    for right, wrong in MISTAKES.values():
        assert right in text
        text = text.replace(right, wrong, 1)
    assert found(tmp_path, text) == list(MISTAKES)


@pytest.mark.parametrize("expected", MISTAKES)
def test_each_mistake_alone_is_one_problem(expected: str, tmp_path: Path) -> None:
    assert found(tmp_path, PLAYBOOK.replace(*MISTAKES[expected], 1)) == [expected]


@pytest.mark.parametrize(
    "mistake",
    [
        ("roles:", "rolls:"),
        ("  rep: Representative", "  Rep: Representative"),
        ("stages:", "stage:"),
    ],
    ids=["section", "id", "stages"],
)
def test_a_lost_declaration_is_one_problem_not_one_for_each_reference(
    mistake: tuple[str, str], tmp_path: Path
) -> None:
    assert len(found(tmp_path, PLAYBOOK.replace(*mistake, 1))) == 1
