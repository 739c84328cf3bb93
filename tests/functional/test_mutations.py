"""Any one required statement taken out of an example is missed: by that name, at the right line.

What is required is read off the schema (the keys of each class, the ids that lead somewhere) and
the registry of rules, and so is what must be found then: see `tests/functional/mutation/`. Where
a declaration is taken out to which several places refer, there is a finding at each of them; all
of them name it.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from playbookgen import pipeline
from playbookgen.problems import Location, Problem
from playbookgen.validate import RULES
from tests.functional.mutation import required_keys, required_rules, required_ways
from tests.functional.mutation.mutant import Example, Expected, Mutant
from tests.functional.mutation.text import Path as KeyPath
from tests.functional.mutation.text import written

ROOT = Path(__file__).parents[2]
PLAYBOOKS = sorted(path.parent.name for path in ROOT.glob("playbooks/*/playbook.yaml"))
KINDS: tuple[Callable[[Example], Iterator[Mutant]], ...] = (
    required_keys.required_keys,
    required_keys.declarations,
    required_keys.tasks_named_next,
    required_rules.stage_keys,
    required_rules.exits,
    required_rules.handovers,
    required_rules.starts_and_losses,
    required_rules.upkeep,
    required_rules.deal_stages,
    required_rules.method,
    required_rules.technologies,
    required_rules.glossary,
    required_ways.stage_ways,
    required_ways.task_ways,
    required_ways.conditions,
)
NOT_BY_ONE_DELETION = {
    "PB303": "asks that client and audience are known, not that they are there",
    "PB305": "asks that an id does not stand twice",
    "PB312": "each stage of the examples has more than one way to an end",
    "PB331": "judges an exception or a weight that is written",
    "PB332": "judges an exception or a weight that is written",
    "PB333": "judges an exception that is written",
    "PB334": "judges an exception that is written",
    "PB403": "weighs who does how much",
    "PB409": "counts stages; without a whole stage, what leads to it dangles as well",
    "PB412": "compares probabilities",
    "PB414": "compares durations",
    "PB421": "asks for a deal stage less",
    "PB423": "judges the wording of a status",
    "PB424": "judges the wording of a status",
    "PB431": "each letter in the examples is answered by more than one stage",
    "PB451": "compares days",
}
"""The rules that no statement less than before can break in an example, and why."""


def library_in(language: str) -> dict[str, dict[str, Any]]:
    """The library's items by section and id, those of the language before the others."""
    files = [_data(one.read_text("utf-8")) for one in sorted(ROOT.glob("playbooks/library/*.yaml"))]
    library: dict[str, dict[str, Any]] = {}
    for file in sorted(files, key=lambda one: bool(one["language"] == language)):
        for section, items in file.items():
            if isinstance(items, dict):
                library.setdefault(section, {}).update(items)
    return library


@cache
def example(playbook: str) -> Example:
    source = written((ROOT / "playbooks" / playbook / "playbook.yaml").read_text("utf-8"))
    return Example(playbook, source, library_in(source.data["language"]))


@cache
def mutants_of(playbook: str) -> list[Mutant]:
    """Every mutant of an example."""
    return [mutant for kind in KINDS for mutant in kind(example(playbook))]


@cache
def sample() -> list[Mutant]:
    """One mutant of each kind, of the examples in turn."""
    by_kind: dict[str, dict[str, list[Mutant]]] = {}
    for playbook in PLAYBOOKS:
        for mutant in mutants_of(playbook):
            by_kind.setdefault(mutant.kind, {}).setdefault(playbook, []).append(mutant)
    chosen = []
    for number, (_, by_playbook) in enumerate(sorted(by_kind.items())):
        mutants = list(by_playbook.values())[number % len(by_playbook)]
        chosen.append(mutants[number % len(mutants)])
    return chosen


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str, str], list[Problem]]:
    """What is found in a text that stands in the place of an example, beside the library."""
    shutil.copy(ROOT / "playbookgen.yaml", tmp_path)
    shutil.copytree(ROOT / "playbooks" / "library", tmp_path / "playbooks" / "library")

    def run(playbook: str, text: str) -> list[Problem]:
        file = tmp_path / "playbooks" / playbook / "playbook.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        problems = list(pipeline.check(tmp_path).problems)
        shutil.rmtree(file.parent)
        return problems

    return run


def fault(mutant: Mutant, problems: list[Problem]) -> str:
    """What is wrong with the findings on a mutant; nothing if they are those that it calls for."""
    silent = [one for one in mutant.expected if not any(meets(one, it) for it in problems)]
    others = [it for it in problems if not any(meets(one, it) for one in mutant.expected)]
    if not silent and not others:
        return ""
    missed = [f"{one.code} at line {min(one.lines)} with {one.says!r}" for one in silent]
    shown = [f"{it.code} at line {it.location.line}: {it.message}" for it in others]
    path = ".".join(str(step) for step in mutant.path)
    return f"{mutant.playbook} without {path} ({mutant.kind}): missed {missed}, besides {shown}"


def meets(expected: Expected, problem: Problem) -> bool:
    """Whether it is the finding that was to be made."""
    return (
        problem.code == expected.code
        and problem.location.line in expected.lines
        and expected.says in problem.message + problem.cure
    )


@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_an_example_as_it_is_has_no_problem(
    playbook: str, check: Callable[[str, str], list[Problem]]
) -> None:
    assert check(playbook, example(playbook).written.text) == []


def test_a_mutant_of_each_kind_is_missed_by_name(
    check: Callable[[str, str], list[Problem]],
) -> None:
    faults = [fault(mutant, check(mutant.playbook, mutant.text)) for mutant in sample()]
    assert len(faults) >= 60
    assert [one for one in faults if one] == []


def test_a_mutant_lacks_one_statement_and_nothing_else() -> None:
    for mutant in sample():
        whole = deepcopy(example(mutant.playbook).data)
        assert _data(mutant.text) in _less(whole, mutant.path)


def test_all_that_rules_require_is_taken_out() -> None:
    mutants = [mutant for playbook in PLAYBOOKS for mutant in mutants_of(playbook)]
    codes = {one.code for mutant in mutants for one in mutant.expected}
    assert len(mutants) >= 300
    assert codes & set(NOT_BY_ONE_DELETION) == set()
    assert {rule.code for rule in RULES} <= codes | set(NOT_BY_ONE_DELETION)


def test_the_guide_tells_how_many_there_are() -> None:
    guide = (ROOT / "site" / "docs" / "explanation" / "tested.md").read_text(encoding="utf-8")
    told = re.search(r"more than ([\d,]+) of them", guide)
    assert told
    number = int(told[1].replace(",", ""))
    assert number < sum(len(mutants_of(playbook)) for playbook in PLAYBOOKS) < 1.25 * number


@pytest.mark.slow
@pytest.mark.parametrize("playbook", PLAYBOOKS)
def test_every_mutant_is_missed_by_name(
    playbook: str, check: Callable[[str, str], list[Problem]], record_property: Any
) -> None:
    mutants = mutants_of(playbook)
    faults = [fault(mutant, check(playbook, mutant.text)) for mutant in mutants]
    counts = Counter(mutant.kind for mutant in mutants)
    record_property("mutants", dict(sorted(counts.items())))
    assert [one for one in faults if one] == [], (
        f"{counts.total()} mutants: {sorted(counts.items())}"
    )
    for mutant in mutants:
        assert _data(mutant.text) in _less(deepcopy(example(playbook).data), mutant.path)


def finding(code: str, line: int, message: str) -> Problem:
    return Problem(code, message, Location("playbook.yaml", line, 1))


@pytest.mark.parametrize(
    "problems",
    [
        [],
        [finding("PB453", 8, "Nobody owns “weekly”")],
        [finding("PB454", 7, "Nobody owns “weekly”")],
        [finding("PB453", 7, "Nobody owns “monthly”")],
        [finding("PB453", 7, "Nobody owns “weekly”"), finding("PB452", 9, "“CRM” is not told")],
    ],
    ids=["silent", "wrong line", "wrong code", "wrong name", "another one besides"],
)
def test_a_fault_is_seen(problems: list[Problem]) -> None:
    expected = Expected("PB453", frozenset({7}), "weekly")
    mutant = Mutant("one", "owner", ("meetings", "weekly", "owner"), "", frozenset({expected}))
    assert fault(mutant, [finding("PB453", 7, "Nobody owns “weekly”")]) == ""
    assert fault(mutant, problems)


def _data(text: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 (makes text only)
    return data


def _less(data: dict[str, Any], path: KeyPath) -> list[dict[str, Any]]:
    """The data without what stands at a path, and with nothing in its place."""
    *steps, last = path
    here: Any = data
    for step in steps:
        here = here if step == 0 and isinstance(here, dict) else here[step]
    if isinstance(here, list) and isinstance(last, str):
        last = here.index(last)
    blank = deepcopy(data)
    del here[last]
    return [data, _blanked(blank, path)]


def _blanked(data: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    here: Any = data
    for step in path[:-1]:
        here = here if step == 0 and isinstance(here, dict) else here[step]
    if isinstance(here, dict):
        here[path[-1]] = ""
    return data
