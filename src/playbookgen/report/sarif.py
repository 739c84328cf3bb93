"""Problems as SARIF 2.1.0 (OASIS), for code-scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from playbookgen import __version__
from playbookgen.problems import Problem


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF log with one run."""
    driver = {
        "name": "playbookgen",
        "version": __version__,
        "rules": [{"id": code} for code in sorted({problem.code for problem in problems})],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(problem: Problem) -> dict[str, Any]:
    where = problem.location
    text = f"{problem.message}. {problem.cure}" if problem.cure else problem.message
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(where.path)}}
    if where.line:
        physical["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endColumn": max(where.column, where.end_column),
        }
    return {
        "ruleId": problem.code,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [{"physicalLocation": physical}],
    }
