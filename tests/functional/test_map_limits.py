"""Maps that are too large, simplified or not laid out: what is said, and what is published."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from playbookgen import layout, pipeline
from playbookgen.cli import main
from playbookgen.locales import words_for
from playbookgen.pipeline.live_sites import Front, LiveSites
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.map_problems import origin_of
from playbookgen.problems import ExitCode, Problem, Severity
from playbookgen.publish.live import LiveTree, WarmBuilder
from playbookgen.render import ENGINE_BY_NAME
from playbookgen.render.engine import Drawn, Engine
from playbookgen.render.failures import hung
from tests.functional.built_pages import page_at
from tests.functional.map_limits import (
    break_layout,
    limit_steps,
    playbook,
    simplify,
    workspace,
)

DRAW_FOR_ONE = (
    "Draw it for one sales type (--sales-type traditional), or divide the playbook into "
    "smaller ones."
)
LANGUAGES = ("en", "ja", "ro", "ru")
TOO_LARGE = """\
playbooks/big/playbook.yaml:7:1: CODE PB516: \
The map “Process map: Process en” (big process) is too large to draw: \
it has 6 steps (at most 5 can be drawn)
  7 | stages:
    | ^^^^^^
  Cure: Divide the playbook into smaller ones.
"""
SIMPLIFIED = """\
playbooks/big/playbook.yaml:7:1: warning PB515: \
The map “Process map: Process en” (big process) has a simplified layout: \
with 6 steps and 5 connections, the search for a better one ran out of its budget
  7 | stages:
    | ^^^^^^
  Cure: Divide the playbook into smaller ones.
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code of a command, and what it says on either stream."""
    with pytest.raises(SystemExit) as ended:
        main([*arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def about_maps(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(item.code, item.message) for item in problems if item.code.startswith("PB5")]


def test_a_map_that_is_too_large_leaves_a_note_in_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    big = {f"big-{language}": playbook(language) for language in LANGUAGES}
    folder = workspace(tmp_path, **big, small=playbook("en", stages=2))
    limit_steps(monkeypatch, 5)
    built = pipeline.build(folder)
    assert (built.exit_code, built.held_back) == (ExitCode.OK, ())
    assert [code for code, _ in about_maps(built.problems)] == ["PB516"] * 4
    for language in LANGUAGES:
        site = built.published[0] / language / f"big-{language}"
        text = (site / "index.html").read_text(encoding="utf-8")
        assert text.count(words_for(language)["map_left_out"]) == 1
        assert "data-playbookgen-picture" not in text
        assert "stage number 3" in page_at(site, "").parts["stages"].text
        stage = (site / "stages" / "step-0" / "index.html").read_text(encoding="utf-8")
        assert re.search(r'data-playbookgen-picture="[^"]*/stages\.step-0"[^<>]*><svg', stage)
        handbook = (site / "handbook" / "index.html").read_text(encoding="utf-8")
        assert words_for(language)["map_left_out"] in handbook
    small = (built.published[0] / "en" / "small" / "index.html").read_text(encoding="utf-8")
    assert words_for("en")["map_left_out"] not in small
    assert 'data-playbookgen-picture="small/en/process"' in small


def test_a_build_warns_with_place_and_cure_and_draw_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace(tmp_path, big=playbook("en")))
    limit_steps(monkeypatch, 5)
    code, _, said = run(capsys, "build", "--no-color")
    assert code == ExitCode.OK
    assert TOO_LARGE.replace("CODE", "warning") in said
    assert "Published" in said
    code, _, said = run(capsys, "draw", "big", "process", "-o", "map.svg")
    assert code == ExitCode.REFUSED
    assert said == TOO_LARGE.replace("CODE", "error") + "\n1 error found\n"
    assert not (tmp_path / "map.svg").exists()
    assert run(capsys, "draw", "big", "stage:step-1", "-o", "stage.svg")[0] == ExitCode.OK


@pytest.mark.parametrize("format_", ["json", "github", "sarif"])
def test_reports_for_programs_carry_the_warning(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    format_: str,
) -> None:
    monkeypatch.chdir(workspace(tmp_path, big=playbook("en")))
    limit_steps(monkeypatch, 5)
    code, out, _ = run(capsys, "build", "--format", format_)
    assert code == ExitCode.OK
    if format_ == "github":
        place = "::warning file=playbooks/big/playbook.yaml,line=7,col=1,endColumn=7,"
        assert f"{place}title=playbookgen PB516::The map “Process map: Process en”" in out
        return
    data = json.loads(out)
    found = data["problems"] if format_ == "json" else data["runs"][0]["results"]
    key, weight = ("code", "severity") if format_ == "json" else ("ruleId", "level")
    (one,) = [item for item in found if item[key] == "PB516"]
    assert one[weight] == "warning"


def test_a_simplified_map_is_said_once_for_all_widths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace(tmp_path, big=playbook("en")))
    simplify(monkeypatch, "process")
    code, _, said = run(capsys, "build", "--no-color")
    assert code == ExitCode.OK
    assert SIMPLIFIED in said
    assert said.count("PB515") == 1
    code, _, said = run(capsys, "draw", "big", "process", "-o", "map.svg")
    assert code == ExitCode.OK
    assert SIMPLIFIED in said
    assert (tmp_path / "map.svg").exists()


def test_the_cure_names_what_there_is_to_divide_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "sales_types: [traditional, project]\n"
    folder = workspace(tmp_path, big=playbook("en", more=more))
    simplify(monkeypatch, "process", "stages.step-2")
    built = pipeline.build(folder)
    found = [item for item in built.problems if item.code == "PB515"]
    assert [(item.location.line, item.cure) for item in found] == [
        (8, DRAW_FOR_ONE),
        (11, "Split the stage into several: its map shows all of its tasks."),
    ]


def test_a_fault_in_the_layout_costs_one_site_and_is_a_bug_in_draw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    second = playbook("en", client="acme")
    monkeypatch.chdir(workspace(tmp_path, big=playbook("ro"), other=second))
    break_layout(monkeypatch, "Process ro")
    code, _, said = run(capsys, "build", "--no-color")
    assert code == ExitCode.ENGINE
    assert "Published" in said
    assert "Held back own/internal" in said
    assert "playbooks/big/playbook.yaml:7:1: error PB517: The map “Harta procesului" in said
    assert "(big process) cannot be laid out: ZeroDivisionError" in said
    assert "playbookgen draw big process --width 1120 -o map.svg" in said
    assert "Traceback" not in said
    code, _, said = run(capsys, "draw", "big", "process", "-o", "map.svg")
    assert code == ExitCode.BUG
    assert "This is a bug in playbookgen" in said


def test_what_goes_into_another_site_is_limited_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace(tmp_path, big=playbook("en"), plain=playbook("en", stages=2))
    limit_steps(monkeypatch, 5)
    simplify(monkeypatch, "stages.step-1")
    first = pipeline.host_pages(folder, client="own", audience="internal")
    said = about_maps(first.problems)
    assert [code for code, _ in said] == ["PB516", "PB515", "PB515"]
    assert words_for("en")["map_left_out"] in first.hosted.pages["en/big/index.md"]
    # What is not drawn again is still said.
    monkeypatch.setattr(layout, "place", None)
    again = pipeline.host_pages(folder, client="own", audience="internal", before=first)
    assert about_maps(again.problems) == said
    assert all(item.severity is Severity.WARNING for item in again.problems)


def test_a_map_of_the_whole_workspace_is_limited_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace(tmp_path, one=playbook("en"), two=playbook("en", client="acme"))
    simplify(monkeypatch, "portfolio")
    built = pipeline.build(folder)
    (one,) = [item for item in built.problems if item.code == "PB515"]
    assert one.location.path == "playbookgen.yaml"
    assert one.message.startswith("The map “Portfolio: Sales” (portfolio) has a simplified layout")
    assert built.exit_code == ExitCode.OK


def test_serve_says_the_same_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = workspace(tmp_path, big=playbook("en"), plain=playbook("en", stages=2))
    limit_steps(monkeypatch, 5)
    simplify(monkeypatch, "process")
    tree = LiveTree("token")
    said: list[list[str]] = []
    complete = threading.Event()

    def problems(found: Sequence[Problem]) -> None:
        said.append([code for code, _ in about_maps(tuple(found))])
        if "PB515" in said[-1]:
            complete.set()

    front = Front(str, problems, lambda _: None, lambda _: None)
    work = tmp_path / "work"
    work.mkdir()
    with ENGINE_BY_NAME["bundled"](jobs=1) as drawing, WarmBuilder(work) as builder:
        sites = LiveSites(folder, front, tree, drawing, builder, work)
        sites.update()
        assert said == [["PB516"]]
        page = sites.sites["own/internal"].file("en/big/index.html") or b""
        assert words_for("en")["map_left_out"] in page.decode()
        with sites.completing():
            assert complete.wait(120)
    assert said[-1] == ["PB516", "PB515"]


class Hanging(Engine):
    """An engine that finishes no map of a process."""

    def draw(self, sources: Iterable[tuple[object, str]]) -> Iterator[Drawn]:
        """Draws the others."""
        for drawn in super().draw(sources):
            is_process = "process" in str(drawn.key)
            yield Drawn(drawn.key, None, hung(drawn.key, seconds=20)) if is_process else drawn


def test_a_map_that_the_engine_does_not_draw_is_named_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace(tmp_path, big=playbook("en")))
    monkeypatch.setattr("playbookgen.render.ENGINE_BY_NAME", {"bundled": Hanging})
    code, _, said = run(capsys, "build", "--no-color")
    assert code == ExitCode.ENGINE
    assert (
        "playbooks/big/playbook.yaml:7:1: error PB503: The map “Process map: Process en” "
        "(big process) is not drawn: the drawing engine did not finish this map within 20 s\n"
    ) in said
    assert "Held back own/internal" in said


def test_every_kind_of_map_has_its_place_in_the_definition(repository: Path) -> None:
    checked = pipeline.check(repository)
    found: dict[str, set[str]] = {}
    for edition in checked.editions:
        for chosen in map_names(edition):
            origin = origin_of(edition, chosen, checked.sources)
            found.setdefault(chosen.kind, set()).add(origin.location.text.split(":")[0])
    ids = {stage.id for edition in checked.editions for stage in edition.stages}
    assert {text.strip() for text in found.pop("stage")} == ids
    assert found == {
        "process": {"stages"},
        "swimlane": {"stages"},
        "timeline": {"journey"},
        "buying-centre": {"buying_centre"},
        "decision-cycle": {"buying_centre"},
        "funnel": {"stages"},
        "pipeline": {"deal_stages"},
        "as-is": {"as_is"},
        "technologies": {"technologies"},
        "responsibilities": {"roles"},
        "methodology": {"methodology"},
        "qualification": {"qualification"},
    }
