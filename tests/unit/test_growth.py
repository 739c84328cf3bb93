"""Twice as much takes about twice the work: nothing grows with the square of a playbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbookgen.layout import place
from playbookgen.model.diagram import Cell, Matrix, Node, NodeKind, Row
from playbookgen.pipeline.check import check
from tests.unit.counted_work import lines_run

MOST = 2.4
"""How much more work twice the size may take."""
SETTINGS = "format: 1\ntitle: Own\nowner: own\nlanguage: en\nclients: {own: Own}\n"


def written(root: Path, stages: int) -> Path:
    """A workspace with a playbook of so many stages, and of more of everything else."""
    lines = ["format: 1", "title: Large", "summary: All.", "client: own", "language: en"]
    lines += ["status: draft", "sales_types: [traditional, project]", "methodology: way"]
    lines += [
        "methodologies:",
        "  way:",
        "    title: Way",
        "    summary: A way.",
        "    principles:",
    ]
    lines += [f"      p{at}: Principle {at}" for at in range(stages)]
    lines += ["roles:", *(f"  r{at}: {{title: Role {at}, team: T{at}}}" for at in range(stages))]
    lines += ["stages:"]
    lines += [
        f"  s{at}: {{title: Stage {at}, responsible: r{at}, purpose: Reach {at}., "
        f"entry: It is there., exit: It is signed., principles: [p{at}], tasks: {{t: Do {at}}}}}"
        for at in range(stages)
    ]
    lines += ["categories: {one: One}", "technologies:"]
    lines += [
        f"  t{at}: {{title: Technology {at}, category: one, owner: Ann, stages: [s{at % stages}]}}"
        for at in range(5 * stages)
    ]
    folder = root / "playbooks" / "large"
    folder.mkdir(parents=True)
    (root / "playbookgen.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "playbook.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def matrix(columns: int) -> Matrix:
    """Rows that each have a cell in one of so many columns."""
    heads = tuple(Node(f"c{at}", NodeKind.HEADING, f"Column {at}") for at in range(columns))
    rows = tuple(
        Row(
            Node(f"r{at}", NodeKind.HEADING, f"Row {at}"),
            (Cell((f"c{at % columns}",), (Node(f"r{at}.c", NodeKind.TECHNOLOGY, "Word"),)),),
        )
        for at in range(200)
    )
    return Matrix("m", "Matrix", "", "en", heads, rows, tuple(str(at) for at in range(columns)))


def growth(work: Callable[[int], object], size: int) -> float:
    """How much more work twice the size takes."""
    once = lines_run(lambda: work(size))
    return lines_run(lambda: work(2 * size)) / once


def test_check(tmp_path: Path) -> None:
    folders = {size: written(tmp_path / str(size), size) for size in (40, 80)}
    check(folders[40])  # what is prepared once is not counted
    assert growth(lambda size: check(folders[size]), 40) < MOST


@pytest.mark.parametrize("width", [1120.0, 354.0])
def test_columns_of_a_matrix(width: float) -> None:
    assert growth(lambda size: place(matrix(size), width=width), 100) < MOST
