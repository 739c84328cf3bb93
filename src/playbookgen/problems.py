"""What can be wrong and where: the one vocabulary of findings, and the one exception root."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum

UNSAFE = "\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
"""Controls, those of lines and directions too, surrogates and non-characters: a regex class."""
UNSAFE_ASTRAL = "".join(
    chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
"""The non-characters above U+FFFF, apart: in one class with the others they make it slow."""
_UNSAFE = re.compile(f"[{UNSAFE}{UNSAFE_ASTRAL}]")


class Severity(StrEnum):
    """How much a problem weighs: an error holds a playbook back, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class ExitCode(IntEnum):
    """The process exit codes, as the README documents them."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    ENGINE = 4
    OUTPUT = 5
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file; line and column count from 1, columns in code points.

    Line 0 means the path as a whole: a folder, a picture, a whole file.
    """

    path: str
    line: int = 0
    column: int = 0
    end_column: int = 0
    """One past the last code point of what is meant; `column` or less means a single caret."""
    text: str = ""
    """The whole source line, for the excerpt; empty where there is none to show."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """A second place that a problem speaks of, such as the first of two duplicate keys."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a stable code, what is wrong, where, and the cure."""

    code: str
    message: str
    location: Location
    cure: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()

    @property
    def sort_key(self) -> tuple[str, bool, int, int, str, str]:
        """Orders problems by file, errors before warnings, then by place and code."""
        where = self.location
        lighter = self.severity is not Severity.ERROR
        return (where.path, lighter, where.line, where.column, self.code, self.message)


def sort_problems(problems: list[Problem]) -> list[Problem]:
    """The problems by file, errors before warnings, in the order of their places, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key)


class PlaybookgenError(Exception):
    """Root of every failure that a user can cause; carries problems and an exit code."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class UsageError(PlaybookgenError):
    """The command was called wrongly."""

    exit_code = ExitCode.USAGE


class RefusedError(PlaybookgenError):
    """Input that is unsafe or over a limit."""

    exit_code = ExitCode.REFUSED


class EngineError(PlaybookgenError):
    """A drawing engine or another tool failed."""

    exit_code = ExitCode.ENGINE


class OutputError(PlaybookgenError):
    """An output folder, lock or disk does not let us write."""

    exit_code = ExitCode.OUTPUT


def printable(text: str) -> str:
    """Text from a source as it may stand in a message: on one line, as many characters long."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)
