"""The engine draws in order, survives crashes and hangs, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from playbookgen.problems import EngineError
from playbookgen.render import ENGINE_BY_NAME, DotProcessEngine, Engine, dot_source, svg_document
from tests.unit.render.sample_maps import swimlane, timeline

SMALL = 'digraph map { n0 [id="n0", label="", pos="4,4", width=%s]; }'
FAKE = """
import os, struct, sys, time
def answer(body):
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()
while len(head := sys.stdin.buffer.read(4)) == 4:
    word = sys.stdin.buffer.read(struct.unpack(">I", head)[0]).decode()
    match word:
        case "crash": os.abort()
        case "hang": time.sleep(60)
        case "half": answer(b"+<svg")
        case "empty": answer(b"+")
        case "huge": sys.stdout.buffer.write(struct.pack(">I", 2**31)); sys.stdout.flush()
        case "torn": sys.stdout.buffer.write(b"\\x00\\x00"); sys.stdout.flush(); sys.exit()
        case "refuse": answer(b"-ValueError: no\\nsecond line")
        case "env": answer(("+<svg>" + repr(sorted(os.environ)) + os.getcwd() + "</svg>").encode())
        case "pid": answer(f"+<svg>{os.getpid()}</svg>".encode())
        case _: answer(f"+<svg>{word}</svg>".encode())
"""


@pytest.fixture
def fake(tmp_path: Path) -> list[str]:
    """A worker that behaves as each frame tells it to."""
    script = tmp_path / "fake.py"
    script.write_text(FAKE, encoding="utf-8")
    return [sys.executable, "-I", str(script)]


def test_drawings_come_in_the_order_asked_for() -> None:
    with Engine(jobs=2) as engine:
        keys = [drawn.key for drawn in engine.draw((i, SMALL % (i % 3 + 1)) for i in range(30))]
    assert keys == list(range(30))


def test_real_maps_are_drawn_whole() -> None:
    maps = [swimlane(), timeline()]
    with Engine(jobs=1) as engine:
        drawn = list(engine.draw((m.ref, dot_source(m, labels=False)) for m in maps))
    assert [item.problem for item in drawn] == [None, None]
    assert all(item.svg and b"<text" not in item.svg for item in drawn)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("crash", "PB502"),
        ("hang", "PB503"),
        ("torn", "PB502"),
        ("huge", "PB502"),
        ("refuse", "PB504"),
        ("half", "PB505"),
        ("empty", "PB505"),
    ],
)
def test_a_failed_map_is_reported_and_the_rest_is_drawn(
    fake: list[str], word: str, code: str
) -> None:
    with Engine(jobs=1, timeout=1.5, command=fake) as engine:
        drawn = list(engine.draw([("a", "one"), ("b", word), ("c", "three")]))
    assert [item.svg for item in drawn] == [b"<svg>one</svg>", None, b"<svg>three</svg>"]
    problem = drawn[1].problem
    assert problem
    assert problem.code == code
    assert problem.location.path == "b"
    assert "second line" not in problem.message


def test_a_worker_sees_an_empty_folder_and_a_bare_environment(
    fake: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hunter2")
    with Engine(jobs=1, command=fake) as engine:
        (drawn,) = engine.draw([("", "env")])
    assert drawn.svg
    assert b"SECRET_TOKEN" not in drawn.svg
    assert str(Path.cwd()).encode() not in drawn.svg


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal on Windows")
def test_no_process_outlives_the_engine(fake: list[str]) -> None:
    with Engine(jobs=1, command=fake) as engine:
        (drawn,) = engine.draw([("", "pid")])
    assert drawn.svg
    pid = int(drawn.svg.removeprefix(b"<svg>").removesuffix(b"</svg>"))
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no interrupt for one process")
def test_an_interrupt_ends_a_run_at_once(fake: list[str], tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        textwrap.dedent(f"""
            from playbookgen.render import Engine
            with Engine(jobs=1, timeout=60, command={fake!r}) as engine:
                (drawn,) = engine.draw([("", "pid")])
                print(drawn.svg.decode(), flush=True)
                list(engine.draw([("", "hang")]))
        """),
        encoding="utf-8",
    )
    run = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout
    pid = int(run.stdout.readline().strip().removeprefix(b"<svg>").removesuffix(b"</svg>"))
    time.sleep(0.3)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=20)
    assert b"KeyboardInterrupt" in errors
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_map_that_eats_memory_is_reported() -> None:
    greedy = 'digraph map { n0 [id="n0", label="' + "x" * 40_000_000 + '"]; }'
    with Engine(jobs=1, memory=256 * 1024**2) as engine:
        drawn = list(engine.draw([("big", greedy), ("small", SMALL % 1)]))
    assert drawn[0].problem
    assert drawn[1].svg


def test_malformed_dot_is_a_problem_and_no_crash_of_ours() -> None:
    with Engine(jobs=1) as engine:
        drawn = list(engine.draw([("bad", "digraph {{{"), ("good", SMALL % 1)]))
    assert drawn[0].problem
    assert drawn[1].svg


def test_processes_start_only_when_there_is_something_to_draw() -> None:
    engine = Engine(jobs=2)
    assert list(engine.draw([])) == []
    assert not engine._workers
    engine.close()
    with pytest.raises(EngineError, match="closed"):
        list(engine.draw([("", SMALL % 1)]))


def test_the_engine_names_its_graphviz() -> None:
    with Engine(jobs=1) as engine:
        assert engine.version[0].isdigit()
    assert set(ENGINE_BY_NAME) == {"bundled", "dot"}


def test_a_missing_dot_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with DotProcessEngine(jobs=1) as engine, pytest.raises(EngineError) as caught:
        list(engine.draw([("", SMALL % 1)]))
    assert caught.value.problems[0].code == "PB501"
    assert "--engine" in caught.value.problems[0].cure


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_dot_on_the_path_is_held_to_the_same_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "dot"
    program.write_text(
        '#!/bin/sh\nread word\ncase "$word" in\n'
        "hang) /bin/sleep 60;;\ncrash) kill -9 $$;;\nfail) exit 1;;\nhalf) echo '<svg';;\n"
        '*) echo "<svg>$word</svg>";;\nesac\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    words = ["one", "hang", "crash", "fail", "half", "two"]
    with DotProcessEngine(jobs=1, timeout=1.5) as engine:
        drawn = list(engine.draw((word, word + "\n") for word in words))
    codes = [item.problem.code if item.problem else "" for item in drawn]
    assert codes == ["", "PB503", "PB502", "PB504", "PB505", ""]


@pytest.mark.foreign_dot
@pytest.mark.skipif(not shutil.which("dot"), reason="there is no `dot` on PATH to compare with")
def test_dot_on_the_path_draws_what_we_draw() -> None:
    placed = swimlane()
    with DotProcessEngine(jobs=1) as engine:
        (drawn,) = engine.draw([("", dot_source(placed, labels=False))])
    assert drawn.svg, drawn.problem
    svg = svg_document(placed, drawn.svg, links={}, prefix="m", standalone=False)
    assert svg.count("pg-arrow") == len(placed.edges)
