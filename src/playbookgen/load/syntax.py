"""Syntax errors of the YAML parser to problems, with the place that helps most."""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError

from playbookgen.load import sayings
from playbookgen.load.codes import TAB
from playbookgen.load.findings import Findings, Place
from playbookgen.load.sayings import SAYING_BY_CONTEXT, SAYING_BY_PROBLEM, Saying
from playbookgen.problems import printable

_LINES_BACK = 200
_OPEN_QUOTE = re.compile(r"""(?:[:,\[{-])\s+(?P<quote>["'])(?:(?!(?P=quote)).)*$""")
_TIGHT_COLON = re.compile(r"\s*(?:- )?[A-Za-z][\w-]*:(?=[^\s/])")


def report_syntax(error: YAMLError, findings: Findings) -> None:
    """Adds what the parser stumbled over."""
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    saying = SAYING_BY_CONTEXT.get(str(context)) or SAYING_BY_PROBLEM.get(str(problem))
    broken = _place(getattr(error, "problem_mark", None))
    begun = _place(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    line = _line(findings, broken.line)
    saying = _closer(saying or sayings.UNKNOWN, line, broken, begun)
    place = begun if saying.at_start else broken
    if saying is sayings.AFTER_QUOTE and (opened := _open_quote(findings, broken.line)):
        saying, place = sayings.QUOTE_OVER_LINES, opened
    elif saying is sayings.NO_COLON and (wide := _wide_colon(findings, place.line)):
        saying, place = sayings.WIDE_COLON, wide
    if any(known.location.line == place.line for known in findings.problems):
        return  # what is wrong in this line is said already, and made the parser stumble
    if saying in (sayings.NEW_KEY, sayings.NO_COLON):
        # The parser took `key:value` for a text, and stumbled over what follows it.
        tight = _tight_colon(findings, place.line) or _tight_colon(findings, place.line - 1)
        saying, place = (sayings.NO_SPACE, tight) if tight else (saying, place)
    if saying.kind is TAB:
        place = Place(broken.line, line.find("\t") + 1 or broken.column)
    character = printable(line[broken.column - 1 : broken.column])
    message = saying.message.replace("{character}", character)
    findings.add(saying.kind, message, place, cure=saying.cure)


def _closer(saying: Saying, line: str, broken: Place, begun: Place) -> Saying:
    """Closer words than the parser's, where the line tells more."""
    before, character = line[: broken.column - 1], line[broken.column - 1 : broken.column]
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in (*indentation, character):
        return sayings.TAB_INDENTS
    if saying is sayings.KEY_IN_TEXT and ": " not in before:
        return sayings.NEW_KEY
    if saying is sayings.NO_KEY and character == ":":
        return sayings.EMPTY_KEY
    if saying is sayings.NO_KEY and before.strip():
        return sayings.AFTER_QUOTE
    if saying is sayings.NO_TEXT and not character:
        return sayings.OPEN_BRACKET
    if saying in (sayings.OPEN_LIST, sayings.OPEN_MAPPING) and broken.line == begun.line:
        return sayings.NO_COMMA
    return saying


def _open_quote(findings: Findings, line: int) -> Place | None:
    """The quote of an earlier line that was meant to end there, and went on to a later one."""
    for number in range(line, max(0, line - _LINES_BACK), -1):
        match = _OPEN_QUOTE.search(_line(findings, number))
        if match and number < line:
            return Place(number, match.start("quote") + 1)
    return None


def _wide_colon(findings: Findings, line: int) -> Place | None:
    column = _line(findings, line).find("\uff1a") + 1
    return Place(line, column, column + 1) if column else None


def _tight_colon(findings: Findings, line: int) -> Place | None:
    match = _TIGHT_COLON.match(_line(findings, line))
    return Place(line, match.end()) if match else None


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _line(findings: Findings, number: int) -> str:
    return findings.lines[number - 1] if 0 < number <= len(findings.lines) else ""
