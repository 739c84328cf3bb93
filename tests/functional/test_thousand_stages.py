"""A process of a thousand stages, from its file to its pages, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.map_limits import playbook, workspace

STAGES = 1000
MOST_MEMORY = 1500
"""MiB for everything but the engine's own processes, which have a limit of theirs."""
PAGES = """\
import json, resource, sys
from pathlib import Path
import pytest
from playbookgen import pipeline
from tests.functional.map_limits import limit_steps
with pytest.MonkeyPatch.context() as patch:
    limit_steps(patch, int(sys.argv[2]))
    made = pipeline.host_pages(Path(sys.argv[1]), client="own", audience="internal")
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
codes = [item.code for item in made.problems if item.code.startswith("PB5")]
keys = [key for key in made.pictures if "/stages." not in key]
print(json.dumps([codes, len(made.pictures), keys, memory]))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is POSIX's")
@pytest.mark.parametrize(
    "most",
    [
        pytest.param(100, id="left-out"),
        pytest.param(4000, id="drawn"),
    ],
)
def test_its_pages_are_made_in_bounded_memory(tmp_path: Path, repository: Path, most: int) -> None:
    folder = workspace(tmp_path, huge=playbook("en", stages=STAGES))
    done = subprocess.run(
        [sys.executable, "-c", PAGES, str(folder), str(most)],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    codes, pictures, others, memory = json.loads(done.stdout)
    assert memory < MOST_MEMORY
    if most < STAGES:
        assert (codes, pictures, others) == (["PB516"], 2 * STAGES, [])
        return
    assert not {"PB516", "PB517"} & {*codes}
    assert others == ["huge/en/process", "huge/en/process/narrow"]
    assert pictures == 2 * STAGES + 2
