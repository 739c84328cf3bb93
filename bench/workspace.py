"""Milliseconds per step of checking workspaces of growing size, how they grow, and a profile.

The playbooks have twelve stages and use every part of the format: they are the English example,
lengthened, and they share the examples' library. Run: python bench/workspace.py [PLAYBOOKS]
"""

from __future__ import annotations

import cProfile
import io
import math
import pstats
import resource
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

import yaml

from playbookgen import load, pipeline, resolve, validate
from playbookgen.pipeline.check import has_errors

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "playbooks" / "field-service" / "playbook.yaml"
STAGES = 12
PROFILED = 22

# Twelve stages are more than the tool advises; all its other rules are asked as ever.
SETTINGS = """\
format: 1
title: Many playbooks
clients: {examples: Examples}
rules: {PB409: "off"}
"""

T = TypeVar("T")


def write_workspace(root: Path, playbooks: int) -> None:
    """A workspace with that many playbooks, each of its own text, always the same."""
    shutil.copytree(ROOT / "playbooks" / "library", root / "playbooks" / "library")
    (root / "playbookgen.yaml").write_text(SETTINGS, encoding="utf-8")
    data = _lengthened(yaml.load(EXAMPLE.read_text("utf-8"), yaml.CBaseLoader))  # noqa: S506  # our own file, all as text
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100)
    for number in range(playbooks):
        folder = root / "playbooks" / f"playbook-{number:04}"
        folder.mkdir()
        changed = text.replace("Wrenfield", f"Wrenfield {number:04}")
        (folder / "playbook.yaml").write_text(changed, encoding="utf-8")


def _lengthened(data: dict[str, Any]) -> dict[str, Any]:
    """The example with as many stages more as are wanted, one after another behind its last."""
    stages, ways = data["stages"], data["transitions"]
    last = [*stages][-1]
    half = next(each for each in data["half_processes"].values() if last in each["stages"])
    end = ways[last]
    for number in range(STAGES - len(stages)):
        added, previous = f"care-{number + 1}", [*stages][-1]
        stages[added] = {**deepcopy(stages[last]), "title": f"Care, part {number + 1}"}
        stages[added]["optional"] = "true"  # so that the durations still sum to the cycle
        stages[added]["metrics"] = {"care": {"title": "Calls made", "unit": "%", "target": "95"}}
        half["stages"].append(added)
        ways[previous], ways[added] = added, end
    return data


class Steps:
    """Processor seconds by step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, work: Callable[[], T]) -> T:
        """What `work` gives; its time is added to the step."""
        start = process_time()
        result = work()
        self.seconds[name] += process_time() - start
        return result


def step_by_step(root: Path) -> dict[str, float]:
    """Each step by itself, as `pipeline.check` takes them, one playbook after another."""
    steps = Steps()
    found = steps.timed("find", lambda: load.find_workspace(root))
    settings = found.settings.document
    assert settings
    workspace = validate.validate_workspace(settings).definition
    files = [load.load_document(file.path, shown=file.shown).document for file in found.library]
    shared = [(one, validate.validate_library(one).definition) for one in files if one]
    library, _ = steps.timed("library", lambda: resolve.library_of(shared))
    for file in found.playbooks:
        path, shown = file.path, file.shown
        document = steps.timed("load", lambda: load.load_document(path, shown=shown)).document  # noqa: B023  # called at once
        assert document
        one = document
        definition = steps.timed("schema", lambda: validate.validate_playbook(one)).definition  # noqa: B023  # called at once
        whole = steps.timed("library", lambda: resolve.with_library(one, definition, library))  # noqa: B023  # called at once
        problems = steps.timed(
            "rules",
            lambda: validate.apply_rules(whole.sources, whole.definition, workspace),  # noqa: B023  # called at once
        )
        assert not has_errors(problems), problems[0]
        steps.timed("resolve", lambda: resolve.edition_of(file.id, whole.definition))  # noqa: B023  # called at once
    return steps.seconds


def checked(root: Path, playbooks: int) -> float:
    """Processor seconds of the whole of `pipeline.check`."""
    start = process_time()
    result = pipeline.check(root)
    seconds = process_time() - start
    assert len(result.editions) == playbooks, result.problems[:3]
    assert {len(edition.process.stages) for edition in result.editions if edition.process} == {
        STAGES
    }
    return seconds


def growth(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The exponent of the power by which time grows with size: 1 is linear (least squares)."""
    xs, ys = [math.log(size) for size in sizes], [math.log(each) for each in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mean_x) ** 2 for x in xs)


def profile(root: Path) -> str:
    """The functions in which a check spends its time."""
    profiler = cProfile.Profile()
    profiler.runcall(pipeline.check, root)
    out = io.StringIO()
    pstats.Stats(profiler, stream=out).strip_dirs().sort_stats("tottime").print_stats(PROFILED)
    return out.getvalue()


def main(largest: int) -> None:
    """Prints the milliseconds per playbook of each step and size, how they grow, and a profile."""
    sizes = [largest // 8, largest // 4, largest // 2, largest]
    measured: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            root = Path(folder, str(size))
            (root / "playbooks").mkdir(parents=True)
            write_workspace(root, size)
            steps = step_by_step(root)
            steps["check, whole"] = checked(root, size)
            measured.append(steps)
        lines = (root / "playbooks/playbook-0000/playbook.yaml").read_text("utf-8").count("\n")
        print(f"workspaces of {sizes} playbooks, each of {STAGES} stages and {lines} lines")
        print(f"{'ms per playbook':14}" + "".join(f"{size:>9}" for size in sizes) + "   growth")
        for name in measured[-1]:
            seconds = [steps[name] for steps in measured]
            each = "".join(
                f"{one / size * 1000:9.2f}" for one, size in zip(seconds, sizes, strict=True)
            )
            print(f"{name:14} {each}  n^{growth(sizes, seconds):.2f}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"peak memory: {peak / 1024:.0f} MB, {peak / 1024 / largest:.2f} MB a playbook")
        print(profile(root))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
