"""Where the time of the layout goes: the modules of a profile, with the built-ins they call."""

from __future__ import annotations

import cProfile
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from pstats import Stats
from typing import Any

import playbookgen
from bench.layout.timed_sets import WAYS
from playbookgen.layout import place
from tests.layouts.random_processes import random_process, without_lanes

_ROOT = Path(playbookgen.__file__).parent
_OTHER = "elsewhere"
_DEPTH = 4
"""Through how many callers outside of the package time is followed into it."""
Function = tuple[str, int, str]


def profile(numbers: Sequence[int], *, most: int = 15) -> str:
    """The modules in which most time is spent over random processes, as a Markdown table."""
    profiler = cProfile.Profile()
    for number, way in product(numbers, WAYS):
        process = random_process(number)
        chart = process if way.lanes else without_lanes(process)
        profiler.runcall(place, chart, width=way.width)
    spent = _Blame(Stats(profiler).stats).by_module()  # type: ignore[attr-defined] # not typed
    whole = sum(spent.values())
    head = ["| module | share of the time |", "| --- | --- |"]
    return "\n".join(
        head + [f"| `{name}` | {100 * of / whole:.1f} % |" for name, of in spent.most_common(most)]
    )


class _Blame:
    """Whose time a function's own time is: its module's, or its callers' if it is not ours."""

    def __init__(self, stats: Mapping[Function, Any]) -> None:
        self.stats = stats

    def by_module(self) -> Counter[str]:
        """The time spent in each module of the package, with what it calls outside of it."""
        spent: Counter[str] = Counter()
        for function, (_, _, own, _, _) in self.stats.items():
            for module, share in self._shares(function, _DEPTH):
                spent[module] += own * share
        return spent

    def _shares(self, function: Function, depth: int) -> list[tuple[str, float]]:
        """The modules that a function's time belongs to, each with its part of one."""
        module = _module_of(function)
        calls = {caller: counts[0] for caller, counts in self.stats[function][4].items()}
        if module or not calls or not depth:
            return [(module or _OTHER, 1.0)]
        whole = sum(calls.values())
        return [
            (name, share * count / whole)
            for caller, count in calls.items()
            for name, share in self._shares(caller, depth - 1)
        ]


def _module_of(function: Function) -> str:
    """The module of the package that a function is in; empty for all others."""
    path = Path(function[0])
    if not path.is_relative_to(_ROOT):
        return ""
    return ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
