"""What the sources of the examples say is found in the built site, in each source's language.

`tests/data/traceability.tsv` lists it: for each statement the page and the part of the page where
it stands, and the texts that are to be found there, in their order.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.functional.built_pages import BuiltPage, Part, normal, page_at
from tests.functional.mutation.text import Path as KeyPath
from tests.functional.mutation.text import written

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "tests" / "data" / "traceability.tsv"
CLIENT = Path("examples") / "internal"
OWNER = "Ответственный "
NO_OWNER = "Ответственный не назван"
TECHNOLOGIES = {"internal": 9, "external": 3, "marketing": 6, "personnel": 5}


class Row(NamedTuple):
    """A statement of a source, and where it is to be found."""

    source: str
    playbook: str
    language: str
    page: str
    """Below the playbook's folder; empty for its first page."""
    part: str
    """The id of the element or heading on the page; empty for the whole of it."""
    shown: str
    """yes; no where a source leaves something open that must not be made up."""
    found: str
    """The texts that stand there, in this order."""
    says: str
    frm: str
    """What the source speaks of there."""

    @property
    def texts(self) -> list[str]:
        """The texts, as they are compared."""
        return [normal(text) for text in self.found.split(" | ")]


def table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Row(*row) for row in list(csv.reader(file, "excel-tab", quotechar=None, quoting=3))[1:]
        ]


ROWS = table()
TECHNOLOGY_ROWS = [row for row in ROWS if row.frm.startswith("23 technologies")]


def stands(row: Row, text: str) -> bool:
    """Whether a text shows all that a row asks for, in its order."""
    at = 0
    for wanted in row.texts:
        at = text.find(wanted, at)
        if at < 0:
            return False
        at += len(wanted)
    return True


class Site:
    """A built site, its pages read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.page = cache(self._page)

    def _page(self, language: str, playbook: str, page: str) -> BuiltPage:
        return page_at(self.folder / CLIENT / language / playbook, page)

    def part(self, row: Row) -> Part | None:
        """What a row speaks of; None if the page has no such part."""
        return self.page(row.language, row.playbook, row.page).parts.get(row.part)

    def fault(self, row: Row) -> str:
        """What is wrong with a row; nothing if it is as it should be."""
        part = self.part(row)
        if part is None:
            return f"{row}: there is no “{row.part}” on the page"
        if stands(row, part.text) != (row.shown == "yes"):
            return f"{row}: shown {row.shown}, but the page says: {part.text[:400]}"
        return ""


def build(workspace: Path, out: Path) -> Site:
    command = [sys.executable, "-m", "playbookgen", "build", str(workspace), "--output", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return Site(out)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The examples as their readers get them."""
    return build(ROOT, tmp_path_factory.mktemp("traceability") / "public")


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.source}: {row.frm}: {row.says} ({row.part or 'page'})"
)
def test_what_a_source_says_is_on_its_page(row: Row, site: Site) -> None:
    assert site.fault(row) == ""


@pytest.mark.parametrize(
    ("language", "playbook"), sorted({(row.language, row.playbook) for row in ROWS})
)
def test_a_playbook_is_in_the_language_of_its_source(
    language: str, playbook: str, site: Site
) -> None:
    pages = sorted((site.folder / CLIENT / language / playbook).rglob("*.html"))
    assert pages
    assert all(f'<html lang="{language}"' in page.read_text(encoding="utf-8") for page in pages)


def test_the_table_is_whole() -> None:
    assert {row.source for row in ROWS} == set("ABCDE")
    assert [row for row, count in Counter(ROWS).items() if count > 1] == []
    assert all(row.found and row.says and row.frm for row in ROWS)
    assert {row.shown for row in ROWS} == {"yes", "no"}


def test_the_guide_tells_how_many_rows_there_are() -> None:
    guide = (ROOT / "site" / "docs" / "explanation" / "tested.md").read_text(encoding="utf-8")
    assert f"{len(ROWS)} statements" in guide
    for line in guide.splitlines():
        if line.startswith(("| A:", "| B:", "| C:", "| D:", "| E:")):
            told = line.strip("| ").split(" | ")[-1]
            assert int(told) == sum(row.source == line[2] for row in ROWS)


@pytest.mark.parametrize("row", TECHNOLOGY_ROWS, ids=lambda row: row.page)
def test_a_technology_has_its_sales_types_and_its_owner(row: Row, site: Site) -> None:
    part = site.part(row)
    assert part
    name, *types, owner = row.found.split(" | ")
    facts = {normal(name): normal(said) for name, said in part.facts}
    assert part.text.startswith(normal(name) + " ")
    category, *chips = (normal(chip) for chip in part.chips)
    assert category
    assert chips == [normal(type_) for type_ in types]
    assert facts[normal(OWNER)] == normal(owner.removeprefix(OWNER))


def test_each_category_has_its_technologies_and_there_are_23(site: Site) -> None:
    page = site.page("ru", "technology-catalogue", "technologies")
    folder = site.folder / CLIENT / "ru" / "technology-catalogue" / "technologies"
    pages = {f"technologies/{path.name}" for path in folder.iterdir() if path.is_dir()}
    assert pages == {row.page for row in TECHNOLOGY_ROWS}
    assert len(pages) == 23
    for category, count in TECHNOLOGIES.items():
        rows = [row for row in TECHNOLOGY_ROWS if row.frm.endswith(category)]
        within = page.parts[f"categories.{category}"].text
        assert len(rows) == count
        assert all(row.texts[0] in within for row in rows)
        owners = {row.found.rpartition(" | ")[2] for row in rows}
        assert len(owners) == 1
        assert (owners == {OWNER + NO_OWNER}) == (category == "marketing")


def test_a_text_taken_from_a_page_is_missed(site: Site) -> None:
    for row in ROWS:
        part = site.part(row)
        assert part
        for text in row.texts:
            if row.shown == "yes":
                assert not stands(row, part.text.replace(text, ""))
            else:
                assert stands(row, f"{part.text} {text}")


TAKEN_OUT: tuple[tuple[str, KeyPath, set[str]], ...] = (
    ("process-and-methodology", ("glossary", "diagram"), {"what the diagram is for"}),
    ("classic-six-stages", ("gaps", 2), {"three techniques are announced and lost"}),
    ("joint-process", ("handovers", "qualified-lead", "reject", 2), {"criteria of rejection"}),
    (
        "seven-steps",
        ("meetings", "weekly-catch-up", "agenda", 2),
        {"weekly catch-up on new and recurring concerns"},
    ),
    ("technology-catalogue", ("technologies", "deal-plan", "owner"), {"technology: deal plan"}),
)
"""A statement of each example, and what the rows say that must miss it."""


def test_a_statement_taken_from_a_playbook_is_missed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "playbookgen.yaml", tmp_path)
    shutil.copytree(ROOT / "playbooks", tmp_path / "playbooks")
    for playbook, path, _ in TAKEN_OUT:
        file = tmp_path / "playbooks" / playbook / "playbook.yaml"
        cut = written(file.read_text(encoding="utf-8")).cut(path)
        assert cut
        file.write_text(cut.text, encoding="utf-8")
    less = build(tmp_path, tmp_path / "public")
    missed = {(row.playbook, row.says) for row in ROWS if less.fault(row)}
    assert missed == {(playbook, one) for playbook, _, says in TAKEN_OUT for one in says}
