"""A map below its header keeps its shape, and nothing of the header leaves the picture."""

from __future__ import annotations

import pytest

from playbookgen.layout import place
from playbookgen.layout.header import with_header
from playbookgen.model.diagram import PlacedDiagram, TextRole
from tests.layouts.random_processes import random_process


def tops(placed: PlacedDiagram) -> list[float]:
    """Where everything of a map is, from top to bottom."""
    found = [node.y for node in placed.nodes] + [band.y for band in placed.bands]
    found += [text.y for node in placed.nodes for text in node.texts]
    found += [y for edge in placed.edges for _, y in edge.points]
    found += [edge.text.y for edge in placed.edges if edge.text]
    return found + [band.text.y for band in placed.bands if band.text]


@pytest.mark.parametrize("width", [1120.0, 354.0])
def test_all_parts_are_lowered_alike(width: float) -> None:
    placed = place(random_process(4), width=width)
    titled = with_header(placed, "Acme · Version 1")
    by = titled.height - placed.height
    assert by > 30
    assert [after - before for before, after in zip(tops(placed), tops(titled), strict=True)] == (
        pytest.approx([by] * len(tops(placed)), abs=0.011)
    )


def test_title_and_particulars_stand_above_within_the_width() -> None:
    titled = with_header(place(random_process(0), width=354.0), "Acme · " * 30)
    title, particulars = titled.texts[:2]
    assert (title.role, particulars.role) == (TextRole.TITLE, TextRole.LEGEND)
    assert title.y < particulars.y < min(tops(titled))
    for text in (title, particulars):
        assert all(text.x + line.width * 1.1 <= titled.width for line in text.lines)


def test_without_particulars_the_title_stands_alone() -> None:
    placed = place(random_process(0), width=354.0)
    assert len(with_header(placed).texts) == len(placed.texts) + 1
