"""How long the layout takes, beside a `dot` process for the same graph, measured in one run.

Run: python -m bench.layout.speed [--every N] [--write]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from bench.layout.guide import PAGE
from bench.layout.profiling import profile
from bench.layout.timed_sets import LIMIT, Dense, dense_times, example_sets, random_sets
from bench.layout.timing import Times
from tests.layouts.random_processes import COUNT

_HEAD = (
    "maps", "number", "mean ÷ dot's mean", "95 of 100 within ÷ mean", "slowest ÷ dot's slowest",
    "crossings", "bends", "area in megapixels",
)  # fmt: skip
_DENSE_HEAD = ("map", "÷ dot's mean over the processes", "÷ dot on the same graph")


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that must not be exceeded."""

    name: str
    found: float | None
    most: float
    unit: str = ""

    def __str__(self) -> str:
        if self.found is None:
            return f"{self.name}: NOT MEASURED, there is no dot"
        said = "met" if self.found <= self.most else "MISSED"
        return (
            f"{self.name}: {self.found:.2f}{self.unit} of at most {self.most:g}{self.unit}, {said}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.layout.speed", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each so-many-th process")
    parser.add_argument("--write", action="store_true", help="put table and profile in the guide")
    options = parser.parse_args()
    sets = random_sets(range(0, COUNT, options.every))
    for times in sets:
        print(_in_milliseconds(times), flush=True)
    print("\n".join(map(str, targets(sets))), flush=True)
    numbers = range(0, COUNT, 10 * options.every)
    parts: dict[str, Callable[[], str]] = {
        "Beside dot": lambda: table([*sets, *example_sets()]),
        "Dense maps": lambda: dense_table(dense_times(), sets[0]),
        "Where the time goes": lambda: profile(numbers),
    }
    sections = {}
    for heading, measure in parts.items():
        sections[heading] = measure()
        print(f"\n### {heading}\n\n{sections[heading]}", flush=True)
    if options.write:
        _write(sections)


def targets(sets: Sequence[Times]) -> Iterator[Target]:
    """What is asked of the random processes, and what was found."""
    page, lanes, row, row_lanes = sets
    yield Target("page, mean ÷ dot's", _ratio(page), 0.8)
    yield Target("swimlanes for a page, mean ÷ dot's", _ratio(lanes), 1.2)
    yield Target("one row, mean ÷ dot's", _ratio(row), 1.2)
    yield Target("swimlanes in one row, mean ÷ dot's", _ratio(row_lanes), 2.0)
    for times in sets:
        yield Target(f"{times.name}, 95 of 100 ÷ mean", times.p95 / times.mean, 4.0)
    for times in (page, lanes):
        yield Target(f"{times.name}, slowest", 1000 * max(times.ours), 200.0, " ms")


def _ratio(times: Times) -> float | None:
    return times.mean / mean(times.dot) if times.dot else None


def _in_milliseconds(times: Times) -> str:
    found = {"mean": times.mean, "95 of 100": times.p95, "slowest": max(times.ours)}
    if times.dot:
        found |= {"dot's mean": mean(times.dot), "dot's slowest": max(times.dot)}
    said = ", ".join(f"{name} {1000 * seconds:.0f} ms" for name, seconds in found.items())
    return f"{times.name}: {said}"


def table(sets: Iterable[Times]) -> str:
    """The sets as a Markdown table of ratios and sums."""
    return _markdown(_HEAD, map(_row, sets))


def _row(times: Times) -> tuple[str, ...]:
    return (
        times.name,
        f"{len(times.ours):,}",
        f"{times.mean / mean(times.dot):.2f}" if times.dot else "",
        f"{times.p95 / times.mean:.1f}",
        f"{max(times.ours) / max(times.dot):.2f}" if times.dot else "",
        f"{times.crossings:,}",
        f"{times.bends:,}",
        f"{times.area / 1e6:.1f}",
    )


def dense_table(dense: Iterable[Dense], yardstick: Times) -> str:
    """The dense maps beside what `dot` needs for a random process, and for the same graph."""
    return _markdown(_DENSE_HEAD, (_dense_row(item, yardstick) for item in dense))


def _dense_row(dense: Dense, yardstick: Times) -> tuple[str, ...]:
    if dense.ours is None:
        return dense.name, f"not ready after {LIMIT:.0f} s", ""
    beside = f"{dense.ours / mean(yardstick.dot):.1f}" if yardstick.dot else ""
    return dense.name, beside, f"{dense.ours / dense.dot:.2f}" if dense.dot else ""


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _write(sections: dict[str, str]) -> None:
    """Puts each text below its heading in the guide, in place of all up to the next heading."""
    guide = PAGE.read_text(encoding="utf-8")
    for heading, text in sections.items():
        found = re.search(rf"(?ms)^### {re.escape(heading)}\n(.*?)(?=^##)", guide)
        if not found:
            raise ValueError(f"{PAGE.name} has no heading “{heading}”")
        guide = f"{guide[: found.start(1)]}\n{text}\n\n{guide[found.end() :]}"
    PAGE.write_text(guide, encoding="utf-8")


if __name__ == "__main__":
    main()
