"""Syntax errors of the YAML parser to problems, with the place that helps most."""

from __future__ import annotations

from typing import Any

from yaml import YAMLError

from playbookgen.load import sayings
from playbookgen.load.codes import TAB
from playbookgen.load.findings import Findings, Place
from playbookgen.load.sayings import SAYING_BY_CONTEXT, SAYING_BY_PROBLEM, Saying
from playbookgen.problems import printable


def report_syntax(error: YAMLError, findings: Findings) -> None:
    """Adds what the parser stumbled over."""
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    saying = SAYING_BY_CONTEXT.get(str(context)) or SAYING_BY_PROBLEM.get(str(problem))
    broken = _place(getattr(error, "problem_mark", None))
    begun = _place(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    line = _line(findings, broken)
    saying = _closer(saying or sayings.UNKNOWN, line, broken, begun)
    place = begun if saying.at_start else broken
    if saying.kind is TAB:
        place = Place(broken.line, line.find("\t") + 1)
    character = printable(line[broken.column - 1 : broken.column])
    message = saying.message.replace("{character}", character)
    findings.add(saying.kind, message, place, cure=saying.cure)


def _closer(saying: Saying, line: str, broken: Place, begun: Place) -> Saying:
    """Closer words than the parser's, where the line tells more."""
    before = line[: broken.column - 1]
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation:
        return sayings.TAB_INDENTS
    if saying is sayings.KEY_IN_TEXT and ": " not in before:
        return sayings.NEW_KEY
    if saying is sayings.NO_KEY and before.strip():
        return sayings.AFTER_QUOTE
    if saying is sayings.NO_TEXT and not line:
        return sayings.OPEN_BRACKET
    if saying in (sayings.OPEN_LIST, sayings.OPEN_MAPPING) and broken.line == begun.line:
        return sayings.NO_COMMA
    return saying


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _line(findings: Findings, place: Place) -> str:
    return findings.lines[place.line - 1] if place.line <= len(findings.lines) else ""
