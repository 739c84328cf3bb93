"""Problems for people: place, code, what is wrong, the line with a caret, the cure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from playbookgen.problems import Location, Problem, Severity, printable

MOST_PER_FILE = 20
_WIDEST_EXCERPT = 100

# Rich markup is not used: text of clients stands in these lines. The marks below are ours.
_STYLES = {"error": "1;31", "warning": "1;33", "cure": "32", "place": "1", "caret": "1;36"}


def as_text(problems: Sequence[Problem], *, color: bool = False) -> str:
    """All problems, at most 20 a file, each with its excerpt and cure."""
    shown: Counter[str] = Counter()
    blocks = []
    for problem in problems:
        path = problem.location.path
        shown[path] += 1
        if shown[path] <= MOST_PER_FILE:
            blocks.append("\n".join(_lines(problem, color=color)))
    blocks += [
        f"{path}: {count - MOST_PER_FILE} more problems are not shown; mend these first."
        for path, count in sorted(shown.items())
        if count > MOST_PER_FILE
    ]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(problem: Problem, *, color: bool) -> Iterator[str]:
    severity = _paint(problem.severity.value, problem.severity.value, color=color)
    place = _paint(str(problem.location), "place", color=color)
    yield f"{place}: {severity} {problem.code}: {_line(problem.message)}"
    yield from _excerpt(problem.location, color=color)
    for related in problem.related:
        yield f"  {related.location}: {_line(related.message)}"
        yield from _excerpt(related.location, color=color)
    if problem.cure:
        yield f"  {_paint('Cure:', 'cure', color=color)} {_line(problem.cure)}"


def _line(text: str) -> str:
    return printable(text)


def _excerpt(location: Location, *, color: bool) -> Iterator[str]:
    if not location.text.strip():
        return
    text, column, end = _cut(printable(location.text.replace("\t", " ")), location)
    gutter = f"  {location.line} | "
    indent = " " * (len(gutter) - 2) + "| " + " " * columns_wide(text[: column - 1])
    carets = "^" * max(1, columns_wide(text[column - 1 : end - 1]))
    yield gutter + text
    yield indent + _paint(carets, "caret", color=color)


def _cut(text: str, location: Location) -> tuple[str, int, int]:
    """The part of a long line that shows the place, and the columns in that part."""
    column = max(1, location.column)
    end = max(column + 1, location.end_column)
    if len(text) <= _WIDEST_EXCERPT:
        return text, column, min(end, len(text) + 2)
    start = max(0, min(column - 1 - _WIDEST_EXCERPT // 3, len(text) - _WIDEST_EXCERPT))
    part = text[start : start + _WIDEST_EXCERPT]
    lead = "…" if start else ""
    tail = "…" if start + _WIDEST_EXCERPT < len(text) else ""
    shift = len(lead) - start
    return lead + part + tail, column + shift, min(end + shift, len(lead + part) + 1)


def columns_wide(text: str) -> int:
    """How many columns of a terminal `text` takes: two for full-width, none for combining."""
    return sum(_wide(character) for character in text)


def _wide(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _paint(text: str, style: str, *, color: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color else text


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    counts = Counter(problem.severity for problem in problems)
    parts = [
        f"{counts[severity]} {severity.value}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(parts) or "no problems"
