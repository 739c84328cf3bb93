"""Problems as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from playbookgen.problems import Location, Problem


def as_json(problems: Sequence[Problem]) -> str:
    """An object with the list `problems`, in the order of their places."""
    listed = [_problem(problem) for problem in problems]
    return json.dumps({"format": 1, "problems": listed}, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        **_location(problem.location),
        "cure": problem.cure,
        "related": [
            {"message": related.message, **_location(related.location)}
            for related in problem.related
        ],
    }


def _location(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_column": location.end_column,
    }
