"""What to do next: many problems as a few steps, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playbookgen.problems import Problem, Severity, printable

ENOUGH_TO_READ = 3
MOST_STEPS = 3


def next_steps(problems: Sequence[Problem], titles: Mapping[str, str]) -> list[str]:
    """At most five lines, by rule; none where the problems are few. `titles` are those of rules."""
    if len(problems) <= ENOUGH_TO_READ:
        return []
    groups = _groups(problems)
    lines = [
        f"{'Then' if index else 'Next'}: {_step(group, titles)}"
        for index, group in enumerate(groups[:MOST_STEPS])
    ]
    rest = groups[MOST_STEPS:]
    if rest:
        count = sum(len(group) for group in rest)
        kinds = f"{len(rest)} other kind{'' if len(rest) == 1 else 's'}"
        lines.append(f"{count} problem{'' if count == 1 else 's'} of {kinds} can wait until then.")
    explained = [group[0].code for group in groups if group[0].code in titles]
    if explained:
        lines.append(f"“playbookgen rules {explained[0]}” explains a rule, with an example.")
    return lines


def _groups(problems: Sequence[Problem]) -> list[list[Problem]]:
    """The problems by code: errors before warnings, soundness before quality, many before few."""
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)

    def weight(group: list[Problem]) -> tuple[bool, bool, int, str]:
        light = all(problem.severity is Severity.WARNING for problem in group)
        code = group[0].code
        return (light, "PB4" <= code < "PB5", -len(group), code)

    return sorted(by_code.values(), key=weight)


def _step(group: list[Problem], titles: Mapping[str, str]) -> str:
    first = group[0]
    asked = titles.get(first.code, first.message).rstrip(".")
    times = f", {len(group)} times" if len(group) > 1 else ""
    where = f"{first.location.path}:{first.location.line}"
    return f"{printable(asked)} ({first.code}{times}, {'first ' if times else ''}at {where})"
