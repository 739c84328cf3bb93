"""Milliseconds per map, warm: our engine on a 13-node swimlane, and a `dot` process if any.

Run: python bench/draw.py [MAPS]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from playbookgen.render import DotProcessEngine, DrawingEngine, Engine, dot_source, svg_document
from tests.unit.render.sample_maps import swimlane


def milliseconds(engine: DrawingEngine, maps: int) -> float:
    dot = dot_source(swimlane(), labels=False)
    list(engine.draw([(i, dot) for i in range(8)]))  # warm: every process has drawn once
    start = perf_counter()
    drawn = list(engine.draw((i, dot) for i in range(maps)))
    assert not any(item.problem for item in drawn)
    return (perf_counter() - start) / maps * 1000


def rebuilding(maps: int) -> float:
    placed = swimlane()
    with Engine(jobs=1) as engine:
        (item,) = engine.draw([("", dot_source(placed, labels=False))])
    start = perf_counter()
    for _ in range(maps):
        dot_source(placed, labels=False)
        svg_document(placed, item.svg or b"", links={}, prefix="m", standalone=False)
    return (perf_counter() - start) / maps * 1000


def main(maps: int) -> None:
    results = {}
    for jobs in (1, 2):
        with Engine(jobs=jobs) as engine:
            results[f"bundled engine, {jobs} process(es)"] = milliseconds(engine, maps)
    if shutil.which("dot"):
        with DotProcessEngine(jobs=1) as process:
            results["dot, a process for each map"] = milliseconds(process, max(8, maps // 20))
    else:
        print("no `dot` on PATH to compare with")
    first = next(iter(results.values()))
    for name, value in results.items():
        print(f"{name:36} {value:8.2f} ms  ×{value / first:.1f}")
    print(f"{'DOT and rebuilding, in this process':36} {rebuilding(maps // 4):8.2f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 600)
