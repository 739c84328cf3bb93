"""Problems as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from playbookgen.problems import Problem, printable


def as_github(problems: Sequence[Problem]) -> str:
    """One `::error` or `::warning` command a problem, escaped as GitHub documents it."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    where = problem.location
    properties = {"file": where.path}
    if where.line:
        properties["line"] = str(where.line)
        properties["col"] = str(where.column)
        properties["endColumn"] = str(max(where.column, where.end_column))
    properties["title"] = f"playbookgen {problem.code}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{problem.message}. {problem.cure}" if problem.cure else problem.message
    return f"::{problem.severity.value} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
