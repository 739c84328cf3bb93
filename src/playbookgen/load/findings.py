"""The problems of one file as they are found, each at its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from playbookgen.load.codes import Kind
from playbookgen.problems import Location, Problem, Related, Severity, printable

MAX_FINDINGS = 100
"""So many errors and so many warnings of one file are kept: a hostile file has millions."""
MAX_NAME = 60

_LINE_BREAK = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    """Where something stands: lines and code-point columns from 1."""

    line: int
    column: int
    end_column: int = 0


class Findings:
    """Collects what is wrong with one file whose text is known."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = tuple(split_lines(text))
        self.problems: list[Problem] = []
        self.refused = False
        self._kept = dict.fromkeys(Severity, 0)

    def add(
        self,
        kind: Kind,
        message: str,
        place: Place,
        *,
        cure: str = "",
        related: tuple[Place, str] | None = None,
    ) -> None:
        """Keeps a problem of this kind."""
        self.refused |= kind.refused
        self._kept[kind.severity] += 1
        if self._kept[kind.severity] > MAX_FINDINGS:
            return
        second = (Related(self.location(related[0]), related[1]),) if related else ()
        where = self.location(place)
        self.problems.append(
            Problem(kind.code, message, where, cure or kind.cure, kind.severity, second)
        )

    def location(self, place: Place) -> Location:
        """The place with its line; what lies past the end is moved to the end of the last line."""
        line, column, end = place
        if line > len(self.lines):
            line, column, end = len(self.lines), len(self.lines[-1]) + 1, 0
        return Location(self.path, line, column, max(end, column), self.lines[line - 1])

    def place(self, offset: int, length: int = 1) -> Place:
        """The place of the characters that begin at this offset of the text."""
        line = bisect_right(self._line_starts, offset)
        column = offset - self._line_starts[line - 1] + 1
        return Place(line, column, column + length)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]


def split_lines(text: str) -> list[str]:
    """The lines as YAML 1.2 breaks them, without a last empty one."""
    lines = _LINE_BREAK.split(text) if "\r" in text else text.split("\n")
    if len(lines) > 1 and not lines[-1]:
        del lines[-1]
    return lines


def name_of(key: str) -> str:
    """A key as it may stand in a message."""
    return printable(key if len(key) <= MAX_NAME else f"{key[: MAX_NAME - 1]}…")
