"""The guide's first playbook, done as it is written: each block applied, each answer compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbookgen.model.definition import PlaybookDefinition

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "site" / "docs" / "tutorial" / "first-playbook.md"
HOME = "/home/ana"
"""What stands in the guide for the folder in which the walk began."""

_FENCE = re.compile(r"^```(?P<info>.+)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SECTION = re.compile(r"([a-z_]+):")
_GONE = re.compile(r"^([a-z_]+):\n  # ([a-z0-9-]+) goes$", re.MULTILINE)
_ENTRY = re.compile(r"  ([a-z0-9-]+):")

Sections = dict[str, dict[str, str]]
"""The text of a file by section and entry; the section's own line has the key ""."""


@dataclass(frozen=True)
class Block:
    """A fenced block of the guide."""

    language: str
    attributes: dict[str, str]
    body: str
    span: tuple[int, int]


def blocks(guide: str) -> Iterator[Block]:
    """The blocks of the guide, in order."""
    for found in _FENCE.finditer(guide):
        info = found["info"]
        attributes = dict(_ATTRIBUTE.findall(info))
        yield Block(info.split()[0], attributes, found["body"], found.span("body"))


def sections(text: str) -> Sections:
    """A file taken apart by its left edge and by the ids below it."""
    parts: Sections = {"": {"": ""}}
    section = entry = ""
    for line in text.splitlines(keepends=True):
        if found := _SECTION.match(line):
            section, entry = found[1], ""
            parts[section] = {"": ""}
        elif found := _ENTRY.match(line):
            entry = found[1]
        parts[section][entry] = parts[section].get(entry, "") + line
    return parts


def changed(file: str, block: Block) -> str:
    """The file after a block: a whole file, or entries that replace those of the same id."""
    change = sections(_GONE.sub(r"\1:", block.body))
    if "format" in change:
        return block.body
    parts = sections(file)
    for section, entries in change.items():
        parts.setdefault(section, {}).update(entries)
    for section, entry in _GONE.findall(block.body):
        del parts[section][entry]
    return "".join(text for entries in parts.values() for text in entries.values())


@dataclass
class Walk:
    """A user at a terminal, who does what the guide says."""

    home: Path
    here: Path = field(init=False)

    def __post_init__(self) -> None:
        self.here = self.home

    def edit(self, block: Block) -> None:
        """Writes what the block says into its file."""
        path = self.here / block.attributes["title"]
        before = path.read_text(encoding="utf-8")
        path.write_text(changed(before, block), encoding="utf-8")

    def type(self, body: str) -> str:
        """The block as the terminal shows it: each command with the answer it gets here."""
        shown = ""
        for line in body.splitlines():
            if line.startswith("$ "):
                shown += f"{line}\n{self._answer(shlex.split(line[2:]))}"
        return shown

    def _answer(self, command: list[str]) -> str:
        if command[0] == "cd":
            self.here /= command[1]
            return ""
        assert command[0] == "playbookgen", command
        done = subprocess.run(
            [sys.executable, "-m", "playbookgen", *command[1:]],
            cwd=self.here,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "100", "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        failed = re.search(r"checked: \d+ error", done.stdout)
        assert done.returncode == (1 if failed else 0), done.stdout
        return done.stdout.replace(str(self.home), HOME)


@pytest.fixture(scope="module")
def walk(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Walk, list[tuple[str, str]]]:
    """The walk when it is over, with what the guide shows and what was shown here."""
    walk = Walk(tmp_path_factory.mktemp("walk").resolve())
    guide = GUIDE.read_text(encoding="utf-8")
    answers = []
    for block in blocks(guide):
        if block.language == "yaml":
            walk.edit(block)
        elif block.language == "console":
            answers.append((block, walk.type(block.body)))
    if request.config.getoption("--update-golden"):
        for block, shown in reversed(answers):
            start, end = block.span
            guide = guide[:start] + shown + guide[end:]
        GUIDE.write_text(guide, encoding="utf-8")
        return walk, [(shown, shown) for _block, shown in answers]
    return walk, [(block.body, shown) for block, shown in answers]


@pytest.fixture(scope="module")
def written(walk: tuple[Walk, Any]) -> PlaybookDefinition:
    """The playbook at the end of the walk."""
    path = walk[0].here / "playbooks" / "first" / "playbook.yaml"
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)
    return PlaybookDefinition.model_validate(data)


def test_every_answer_is_what_the_guide_shows(walk: tuple[Walk, list[tuple[str, str]]]) -> None:
    """Nothing in the guide is made up; accept new answers with --update-golden."""
    for expected, shown in walk[1]:
        assert shown == expected


def test_mistakes_on_the_way_are_the_ones_that_the_text_explains(
    walk: tuple[Walk, list[tuple[str, str]]],
) -> None:
    """Each lesson shows its finding, and the last check shows none."""
    shown = [answer for _expected, answer in walk[1]]
    lessons = ["PB201", "PB409", "PB301", "PB411", "PB421", "PB453"]
    assert [code for code in lessons if any(code in answer for answer in shown)] == lessons
    assert "1 playbook checked: no problems" in shown[-1]
    assert "Published" in shown[-1]


def test_it_is_a_whole_playbook(written: PlaybookDefinition) -> None:
    """Seven stages with all that a stage needs, ends, a journey and deal stages."""
    assert len(written.stages) == 7
    assert written.status == "current"
    for stage in written.stages.values():
        assert stage.entry
        assert stage.exit
        assert stage.tasks
        assert stage.responsible
        assert stage.resources
        assert stage.metrics
    assert {outcome.kind for outcome in written.outcomes.values()} == {"won", "lost"}
    assert list(written.deal_stages) == ["visit-agreed", "coffee-tasted", "contract-signed"]


def test_the_site_is_there(walk: tuple[Walk, Any]) -> None:
    """The last command has published a page for each stage, and the map was drawn."""
    site = walk[0].here / "site" / "public" / "own" / "internal" / "en" / "first"
    assert len(list(site.glob("stages/*/index.html"))) == 7
    assert "<svg" in (site / "index.html").read_text(encoding="utf-8")
    assert "Prospecting" in (walk[0].here / "process.svg").read_text(encoding="utf-8")
