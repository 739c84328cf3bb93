"""Workspaces and limits for the tests of maps that are too large or simplified."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from playbookgen import layout
from playbookgen.layout import limits
from playbookgen.model.diagram import Flowchart, PlacedDiagram

PLACE = layout.place
SETTINGS = """\
format: 1
title: Sales
language: en
owner: own
clients: {own: Our firm, acme: Acme}
"""


def playbook(
    language: str, *, stages: int = 4, client: str = "own", status: str = "draft", more: str = ""
) -> str:
    """A playbook of this many stages, each with a task."""
    lines = [
        f"format: 1\ntitle: Process {language}\nsummary: From the call to the contract.",
        f"client: {client}\nlanguage: {language}\nstatus: {status}\n{more}stages:",
    ]
    lines += [
        f"  step-{number}: {{title: Stage number {number}, purpose: Reach {number}., "
        f"tasks: {{ask: Ask {number}}}}}"
        for number in range(stages)
    ]
    return "\n".join(lines) + "\n"


def workspace(folder: Path, **playbooks: str) -> Path:
    """A workspace with these playbooks."""
    (folder / "playbookgen.yaml").write_text(SETTINGS, encoding="utf-8")
    for id_, text in playbooks.items():
        path = folder / "playbooks" / id_ / "playbook.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def limit_steps(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Lets flowcharts have this many steps at most."""
    steps, *others = limits.LIMITS_BY_TYPE[Flowchart]
    table = {**limits.LIMITS_BY_TYPE, Flowchart: (replace(steps, most=most), *others)}
    monkeypatch.setattr(limits, "LIMITS_BY_TYPE", MappingProxyType(table))


def simplify(monkeypatch: pytest.MonkeyPatch, *refs: str) -> None:
    """Lets the layout of these maps run out of its budget."""

    def place(diagram: Any, **options: Any) -> PlacedDiagram:
        placed = PLACE(diagram, **options)
        return replace(placed, simplified=placed.ref in refs)

    monkeypatch.setattr(layout, "place", place)


def break_layout(monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    """Lets the layout of maps whose title ends so fail by a fault of ours."""

    def place(diagram: Any, **options: Any) -> PlacedDiagram:
        if diagram.title.endswith(title):
            raise ZeroDivisionError("division by zero")
        return PLACE(diagram, **options)

    monkeypatch.setattr(layout, "place", place)
