"""Twice as much takes about twice the work: nothing grows with the square of a playbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbookgen.layout import place
from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.diagram import Cell, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Edition
from playbookgen.pipeline.check import check
from playbookgen.resolve import edition_of
from playbookgen.validate.rules.references import dangling
from playbookgen.views import VIEW_BY_KIND
from tests.layouts.counted_work import lines_run

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


def definition(root: Path, stages: int) -> PlaybookDefinition:
    """The definition of such a playbook."""
    (playbook,) = check(written(root / str(stages), stages)).playbooks
    assert playbook.composed
    return playbook.composed.definition


def edition(of: PlaybookDefinition) -> Edition:
    """The definition with its references resolved."""
    return edition_of("large", of, client_title="Own")


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(edition, id="resolving"),
        pytest.param(lambda of: [*dangling(of)], id="references"),
    ],
)
def test_stages_roles_and_technologies(
    tmp_path: Path, work: Callable[[PlaybookDefinition], object]
) -> None:
    definitions = {size: definition(tmp_path, size) for size in (40, 80)}
    assert growth(lambda size: work(definitions[size]), 40) < MOST


@pytest.mark.parametrize("kind", ["process", "swimlane", "stage"])
def test_flowcharts(tmp_path: Path, kind: str) -> None:
    editions = {size: edition(definition(tmp_path, size)) for size in (40, 80)}
    view = VIEW_BY_KIND[kind]

    def draw(size: int) -> None:
        for subject in view.subjects(editions[size]):
            view.draw(editions[size], subject)

    assert growth(draw, 40) < MOST


@pytest.mark.parametrize("width", [1120.0, 354.0])
def test_columns_of_a_matrix(width: float) -> None:
    assert growth(lambda size: place(matrix(size), width=width), 100) < MOST
