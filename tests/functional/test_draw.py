"""What draw's options do to the file that it writes, and what it says of those that cannot be."""

from __future__ import annotations

import os
import re
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from playbookgen import pipeline
from playbookgen.problems import ExitCode, PlaybookgenError, Problem, UsageError
from playbookgen.render import engine_report

HERE = {found.script for found in engine_report().fonts if found.families}
needs_latin = pytest.mark.skipif("Latin" not in HERE, reason="no Latin font is installed")
SETTINGS = """\
format: 1
title: Own
owner: own
clients:
  own: Own
  acme: {title: Acme, brand: {colours: ["#0a5c8f", "#e07a1f"]}}
"""
PLAYBOOK = """\
format: 1
title: Sales
summary: From the first call to the contract.
client: acme
language: en
status: draft
roles: {rep: Sales representative}
sales_types: [traditional, project]
stages:
  call:
    title: Call
    responsible: rep
    purpose: Learn what is needed.
    entry: A request has arrived.
    exit: The need is written down.
    tasks:
      ask: Ask what is needed
      visit: {title: Visit the site, sales_types: project}
  tender:
    title: Write the tender
    sales_types: project
    responsible: rep
    purpose: Offer what was asked for.
    entry: The need is written down.
    exit: The tender is handed in.
  close:
    title: Close
    responsible: rep
    purpose: Agree.
    entry: The buyer wants it.
    exit: The contract is signed.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "playbooks" / "sales"
    folder.mkdir(parents=True)
    (tmp_path / "playbookgen.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "playbook.yaml").write_text(PLAYBOOK, encoding="utf-8")
    return tmp_path


Draw = Callable[..., bytes]


@pytest.fixture
def draw(workspace: Path) -> Draw:
    """Draws a map of the workspace and gives the file's content."""

    def drawn(ending: str = "svg", **options: object) -> bytes:
        output = workspace / f"map.{ending}"
        order = pipeline.DrawOrder(playbook="sales", kind="process", output=output)
        pipeline.draw(workspace, replace(order, **options))  # type: ignore[arg-type] # some of them
        return output.read_bytes()

    return drawn


def problem_of(action: Callable[[], object], kind: type[PlaybookgenError]) -> Problem:
    with pytest.raises(kind) as caught:
        action()
    (problem,) = caught.value.problems
    return problem


def test_themes_change_the_colours_and_the_clients_own_brand_is_the_usual_one(draw: Draw) -> None:
    usual, brand = draw(), draw(theme="brand")
    assert usual == brand
    colours = {name: re.findall(rb'fill="(#\w+)"', draw(theme=name)) for name in ("print",)}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours["print"])
    assert len({usual, draw(theme="classic"), draw(theme="contrast"), draw(theme="print")}) == 4
    assert draw("dot", theme="classic") != draw("dot", theme="contrast")


def test_a_brand_that_nobody_stated_is_said_with_its_cure(draw: Draw, workspace: Path) -> None:
    plain = SETTINGS.replace(', brand: {colours: ["#0a5c8f", "#e07a1f"]}', "")
    (workspace / "playbookgen.yaml").write_text(plain, encoding="utf-8")
    problem = problem_of(lambda: draw(theme="brand"), UsageError)
    assert problem.code == "PB812"
    assert "playbookgen.yaml" in problem.cure


def texts_of(svg: bytes) -> list[str]:
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg.decode())]


def test_a_file_says_what_it_shows_and_which_version_unless_told_not_to(
    draw: Draw, workspace: Path
) -> None:
    stated = PLAYBOOK.replace(
        "title: Sales\n",
        "title: Sales <b>& more</b>\nversion: '1.4'\neffective: 2026-03-01\n",
        1,
    )
    (workspace / "playbooks/sales/playbook.yaml").write_text(stated, encoding="utf-8")
    header = [
        "Process map: Sales <b>& more</b>",
        "Acme · Version 1.4 · draft · In force from 1\u00a0March 2026",
    ]
    assert [text for text in texts_of(draw()) if text in header] == header
    bare = draw(has_title=False)
    assert not set(header) & set(texts_of(bare))
    assert height_of(draw()) > height_of(bare)


def test_a_map_of_the_whole_workspace_has_a_title_too(workspace: Path) -> None:
    output = workspace / "all.svg"
    pipeline.draw(workspace, pipeline.DrawOrder("", "portfolio", output))
    assert any("Own" in text for text in texts_of(output.read_bytes()))


def height_of(svg: bytes) -> float:
    found = re.search(rb' height="([\d.]+)"', svg)
    assert found
    return float(found.group(1))


def width_of(svg: bytes) -> float:
    found = re.search(rb' width="([\d.]+)"', svg)
    assert found
    return float(found.group(1))


def test_the_map_is_laid_out_for_the_room_that_is_asked_for(draw: Draw) -> None:
    assert width_of(draw(width=360)) <= 360 < width_of(draw(width=1120)) <= 1120


@needs_latin
def test_a_png_is_as_wide_as_asked_and_a_page_as_large(draw: Draw, workspace: Path) -> None:
    natural = width_of(draw())
    assert struct.unpack(">I", draw("png", pixels=777)[16:20])[0] == 777
    assert struct.unpack(">I", draw("png", scale=0.5)[16:20])[0] == round(natural / 2)
    assert struct.unpack(">I", draw("png")[16:20])[0] == round(natural * 2)
    for scale in (1.0, 1.5):
        draw("pdf", scale=scale)
        (page,) = PdfReader(workspace / "map.pdf").pages
        assert float(page.mediabox.width) == pytest.approx(natural * 0.75 * scale, abs=0.5)


@pytest.mark.parametrize(
    ("ending", "options", "code", "words"),
    [
        ("svg", {"pixels": 400}, "PB813", "--width"),
        ("svg", {"scale": 2.0}, "PB813", "Leave"),
        ("png", {"pixels": 400, "scale": 2.0}, "PB813", "one of the two"),
        ("svg", {"language": "fr"}, "PB810", "It is written in: en."),
        ("svg", {"sales_type": "projct"}, "PB811", "Did you mean “project”?"),
        ("svg", {"playbook": "", "kind": "portfolio", "sales_type": "project"}, "PB813", "Leave"),
        ("svg", {"playbook": "", "kind": "portfolio", "language": "ru"}, "PB810", "en"),
        ("svg", {"kind": "stage:tender", "sales_type": "traditional"}, "PB802", "stage:"),
    ],
)
def test_what_cannot_be_is_wrong_usage_with_a_cure(
    draw: Draw, ending: str, options: dict[str, object], code: str, words: str
) -> None:
    problem = problem_of(lambda: draw(ending, **options), UsageError)
    assert problem.code == code
    assert words in problem.cure


def test_a_sales_type_keeps_what_holds_for_it(draw: Draw) -> None:
    assert b"tender" in draw(sales_type="project")
    traditional = draw(sales_type="traditional")
    assert b"tender" not in traditional
    assert b"pg-from-stages.call pg-to-stages.close" in traditional
    assert b"Visit" not in draw(kind="stage:call", sales_type="traditional")
    assert b"Visit" in draw(kind="stage:call", sales_type="project")
    assert b"Visit" in draw(kind="stage:call", language="en")


def test_a_kind_with_a_map_for_each_sales_type_needs_no_further_name(
    repository: Path, tmp_path: Path
) -> None:
    output = tmp_path / "map.svg"
    order = pipeline.DrawOrder("field-service", "technologies", output, sales_type="project")
    pipeline.draw(repository, order)
    short = output.read_bytes()
    pipeline.draw(repository, replace(order, kind="technologies:project", sales_type=""))
    assert output.read_bytes() == short


def test_a_font_of_the_workspace_that_is_none_stops_a_picture_but_no_svg(
    draw: Draw, workspace: Path
) -> None:
    settings = workspace / "playbookgen.yaml"
    settings.write_text(SETTINGS + "fonts: [playbookgen.yaml]\n", encoding="utf-8")
    problem = problem_of(lambda: draw("png"), PlaybookgenError)
    assert (problem.code, problem.location.path) == ("PB129", "playbookgen.yaml")
    assert draw("svg")


@needs_latin
def test_the_fonts_of_the_workspace_are_used(draw: Draw, workspace: Path) -> None:
    from playbookgen.render.fonts import fonts_for, strong_faces

    usual = fonts_for("x")
    without = draw("png")
    faces = (*usual, *strong_faces(usual))
    for number, face in enumerate(faces):
        (workspace / f"own{number}.ttf").write_bytes(face.path.read_bytes())
    settings = workspace / "playbookgen.yaml"
    named = ", ".join(f"own{number}.ttf" for number in range(len(faces)))
    settings.write_text(f"{SETTINGS}fonts: [{named}]\n", encoding="utf-8")
    assert draw("png") == without


@needs_latin
def test_names_are_set_in_the_regular_face_where_no_other_is_named(
    draw: Draw, workspace: Path
) -> None:
    from playbookgen.render.fonts import fonts_for

    (usual,) = fonts_for("x")
    assert draw("pdf", fonts=(usual.path,))
    (page,) = PdfReader(workspace / "map.pdf").pages
    assert "Call" in page.extract_text()


@pytest.fixture
def watching(workspace: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that draws the process map again at each change."""
    command = [sys.executable, "-m", "playbookgen", "draw", "sales", "process"]
    with (workspace / "said.txt").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [*command, "-o", "map.svg", "--watch"],
            cwd=workspace,
            env={**os.environ, "PYTHONUTF8": "1"},
            stderr=said,
            text=True,
        )
        yield process
        if process.poll() is None:
            process.kill()
            process.wait()


def until(holds: Callable[[], bool], *, seconds: float = 60) -> None:
    """Waits for something that another process does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="its interruption would reach the tests, too")
def test_watching_draws_at_each_change_and_survives_mistakes(
    watching: subprocess.Popen[str], workspace: Path
) -> None:
    playbook = workspace / "playbooks" / "sales" / "playbook.yaml"
    picture, said = workspace / "map.svg", workspace / "said.txt"

    def drawn(words: bytes) -> Callable[[], bool]:
        return lambda: picture.is_file() and words in picture.read_bytes()

    until(lambda: "Watching" in said.read_text(encoding="utf-8"))
    assert drawn(b"Write the tender")()
    playbook.write_text(PLAYBOOK.replace("Write the tender", "Answer the call"), encoding="utf-8")
    until(drawn(b"Answer the call"))
    playbook.write_text(PLAYBOOK.replace("  responsible: rep", "  responsible: rpe"), "utf-8")
    until(lambda: "rpe\n" in said.read_text(encoding="utf-8"))
    assert drawn(b"Answer the call")()
    playbook.write_text(PLAYBOOK.replace("Write the tender", "Hand it in"), encoding="utf-8")
    until(drawn(b"Hand it in"))
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=60) == ExitCode.INTERRUPTED
    assert "Did you mean “rep”?" in said.read_text(encoding="utf-8")
    assert said.read_text(encoding="utf-8").endswith("Stopped watching\n")
