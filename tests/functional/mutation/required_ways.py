"""What the rules on ways require: each stage and task is reached, each fork says when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.functional.mutation.mutant import Example, Finding, Mutant
from tests.functional.mutation.text import Path

Ways = dict[str, list[str]]


def stage_ways(example: Example) -> Iterator[Mutant]:
    """Without each way that alone leads to a stage, or alone leads on to an end."""
    data = example.data
    stages = list(data.get("stages", {}))
    if not stages:
        return
    won = [id_ for id_, one in data.get("outcomes", {}).items() if one["kind"] == "won"]
    ways = _ways(stages, data.get("transitions", {}), [*won, "end"][0])
    start = data.get("start", stages[0])
    for source, written in data.get("transitions", {}).items():
        place = ("transitions", source)
        for target in written if isinstance(written, dict) else ():
            found = _broken(ways, start, source, target)
            findings = {
                "unreached": [Finding("PB311", ("stages", target), target)],
                "stuck": [Finding("PB312", place, source)],
            }
            if found:
                kind = f"only way between stages: {found}"
                yield from example.without(kind, (*place, target), findings[found])


def task_ways(example: Example) -> Iterator[Mutant]:
    """Without each way that alone leads to a task, or alone leads on to the stage's exit."""
    for stage_id, stage in example.data.get("stages", {}).items():
        tasks = {id_: one if isinstance(one, dict) else {} for id_, one in stage["tasks"].items()}
        written = {id_: one["next"] for id_, one in tasks.items() if "next" in one}
        ways = _ways(list(tasks), written, "exit")
        for source, targets in written.items():
            path: Path = ("stages", stage_id, "tasks", source, "next")
            for target in targets if isinstance(targets, dict) else ():
                found = _broken(ways, next(iter(tasks)), source, target)
                findings = {
                    "unreached": [Finding("PB313", ("stages", stage_id, "tasks", target), target)],
                    "stuck": [Finding("PB313", path, source)],
                }
                if found:
                    kind = f"only way between tasks: {found}"
                    yield from example.without(kind, (*path, target), findings[found])


def _ways(ids: list[str], written: dict[str, Any], last: str) -> Ways:
    following = dict(zip(ids, [*ids[1:], last], strict=True))
    ways = {}
    for id_ in ids:
        there = written.get(id_, following[id_])
        ways[id_] = [there] if isinstance(there, str) else list(there)
    return ways


def _broken(ways: Ways, start: str, source: str, target: str) -> str:
    """What one way less breaks: something unreached or stuck, or nothing."""
    if len(ways[source]) == 1:
        return ""  # without a word on it, the order of the stages or tasks holds again
    left = {**ways, source: [one for one in ways[source] if one != target]}
    if set(left) - _reached(left, start):
        return "unreached"
    return "" if _reached(left, source) - set(left) else "stuck"


def _reached(ways: Ways, start: str) -> set[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for target in ways.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def conditions(example: Example) -> Iterator[Mutant]:
    """Without each condition at a fork between stages."""
    for source, written in example.data.get("transitions", {}).items():
        if isinstance(written, dict) and len(written) > 1:
            for target in written:
                path = ("transitions", source, target)
                cut = example.written.blank(path)
                if cut:
                    found = [Finding("PB411", path, "condition")]
                    yield example.mutant("condition at a fork", path, cut, found)
