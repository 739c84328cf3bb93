"""The DOT that users get of each kind of map, word for word: goldens under tests/golden/dot/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbookgen.pipeline import check, init
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.maps import placed_map
from playbookgen.render import dot_source

GOLDENS = Path(__file__).parents[1] / "golden" / "dot"
EXAMPLE = "joint-process"
MAPS = (
    "process",
    "swimlane:role",
    "stage:assessment",
    "timeline",
    "buying-centre",
    "decision-cycle",
    "pipeline",
    "as-is",
    "responsibilities",
    "methodology",
)


def dot_by_map(root: Path, playbook: str) -> dict[str, str]:
    """The DOT of every map of a playbook, by the name that `playbookgen draw` gives the map."""
    (edition,) = (item for item in check(root).editions if item.id == playbook)
    return {
        chosen.name: dot_source(placed_map(edition, chosen), labels=True)
        for chosen in map_names(edition)
    }


def golden_path(folder: str, name: str) -> Path:
    return GOLDENS / folder / f"{name.replace(':', '-')}.dot"


@pytest.fixture(scope="module")
def example() -> dict[str, str]:
    return dot_by_map(Path(__file__).parents[2], EXAMPLE)


@pytest.mark.parametrize("name", MAPS)
def test_the_maps_of_an_example(
    example: dict[str, str], name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(golden_path(EXAMPLE, name), example[name])


def test_the_funnel_of_an_example(golden: Callable[[Path, str], None]) -> None:
    """No conversion is stated in the other example's process."""
    drawn = dot_by_map(Path(__file__).parents[2], "field-service")
    golden(golden_path("field-service", "funnel"), drawn["funnel"])


@pytest.mark.parametrize("name", ["technologies:project", "qualification"])
def test_the_tables_of_an_example(name: str, golden: Callable[[Path, str], None]) -> None:
    """The other example names no technologies and no framework."""
    drawn = dot_by_map(Path(__file__).parents[2], "field-service")
    golden(golden_path("field-service", name), drawn[name])


def test_the_maps_of_a_new_workspace(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    init(tmp_path / "new", title="Our sales")
    (starter,) = check(tmp_path / "new").editions
    drawn = dot_by_map(tmp_path / "new", starter.id)
    for name, dot in drawn.items():
        golden(golden_path("starter", name), dot)
    kept = {path.name for path in (GOLDENS / "starter").iterdir()}
    assert kept == {golden_path("starter", name).name for name in drawn}
