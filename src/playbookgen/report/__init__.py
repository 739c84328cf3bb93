"""Problems shown to people and to other tools; a new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from playbookgen.problems import Problem
from playbookgen.report.as_json import as_json
from playbookgen.report.github import as_github
from playbookgen.report.sarif import as_sarif
from playbookgen.report.text import as_text

__all__ = ["REPORTER_BY_FORMAT", "as_text"]

REPORTER_BY_FORMAT: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
