"""The same map gives the same bytes, whatever the machine, the folder and the number of jobs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCRIPT = """
import hashlib, sys
from playbookgen.render import Engine, dot_source, svg_document
from tests.unit.render.sample_maps import swimlane, timeline
maps = [swimlane(), timeline()] * 3
with Engine(jobs=int(sys.argv[1])) as engine:
    drawn = list(engine.draw((m.ref, dot_source(m, labels=False)) for m in maps))
for placed, item in zip(maps, drawn, strict=True):
    for alone in (True, False):
        svg = svg_document(placed, item.svg, links={}, prefix="m", standalone=alone)
        print(hashlib.sha256(svg.encode()).hexdigest())
    print(hashlib.sha256(dot_source(placed, labels=True).encode()).hexdigest())
"""


def run(folder: Path, *, jobs: int, **environment: str) -> str:
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(jobs)],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_bytes_do_not_depend_on_where_and_how_they_are_made(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    first = run(ROOT, jobs=1, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    second = run(
        tmp_path,
        jobs=2,
        PYTHONHASHSEED="2",
        LC_ALL="de_DE.UTF-8",
        TZ="Asia/Tokyo",
        FONTCONFIG_FILE=str(fonts),
        HOME=str(tmp_path),
    )
    assert len(first.split()) == 18
    assert first == second
