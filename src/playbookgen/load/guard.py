"""What may not stand in a definition: each YAML event is looked at before it becomes data."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from yaml.events import ScalarEvent

from playbookgen.load.characters import check_escapes
from playbookgen.load.codes import (
    ALIAS,
    DEPTH,
    DUPLICATE_KEY,
    EMPTY,
    KEY,
    LOST_TEXT,
    MAX_DEPTH,
    MAX_NODES,
    MERGE_KEY,
    NODES,
    TAG,
    Kind,
)
from playbookgen.load.findings import Findings, Place, name_of
from playbookgen.model.source import SourceMap

# `step #3` is most likely one text; `step # why` and `step  #why` are most likely comments.
_LOST_TEXT = re.compile(r" #(?=\w)")


# Lines of a folded text are joined by a space; scripts that are written without spaces want none.
_WIDE = "[\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]"
_FOLD_BETWEEN_WIDE = re.compile(f"(?<={_WIDE}) (?={_WIDE})")


class Unreadable(Exception):  # noqa: N818  # it ends the reading of a file, and is no failure
    """Raised when the rest of a file is not looked at; the reason is among the findings."""


class Guard:
    """Looks at the events of one file and keeps what it finds."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._nodes = 0
        self._escapes = "\\" in findings.text
        self._lost = {match.start() for match in _LOST_TEXT.finditer(findings.text)}

    def scalar(self, event: Any) -> str:
        """The text of a scalar."""
        value: str = event.value
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(event)
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        if self._escapes and event.style == '"':
            check_escapes(value, event.start_mark.index, event.end_mark.index, self._findings)
        elif self._lost and not event.style and event.end_mark.index in self._lost:
            self._lost_text(event)
        if self._folds(event):
            return _FOLD_BETWEEN_WIDE.sub("", value)
        return value

    def _folds(self, event: Any) -> bool:
        """Whether lines were joined by spaces to give this text."""
        lines: bool = event.start_mark.line != event.end_mark.line
        return lines and event.style != "|"

    def collection(self, event: Any, depth: int) -> None:
        """Looks at the start of a mapping or list."""
        self._properties(event)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(event)
        if depth > MAX_DEPTH:
            self.stop(DEPTH, "This is nested too deeply", event)

    def key(self, event: Any, node: SourceMap) -> str | None:
        """The text of a key, or None (reported) if its value is not to be kept."""
        if event.__class__ is not ScalarEvent:
            self.report(KEY, "A list, a mapping or an alias cannot be a key", event)
            return None
        key = self.scalar(event)
        if key in node:
            self._second(event, key, node)
        elif not key:
            self.report(KEY, "The key before this colon is empty", event)
        elif key == "<<" and not event.style:
            self.report(MERGE_KEY, "A merge key (“<<”) may not stand in a definition", event)
        else:
            return key
        return None

    def report(self, kind: Kind, message: str, event: Any) -> None:
        """Keeps a problem at the place of the event."""
        self._findings.add(kind, message, place_of(event))

    def stop(self, kind: Kind, message: str, event: Any) -> NoReturn:
        """Keeps a problem and ends the reading of this file."""
        self.report(kind, message, event)
        raise Unreadable

    def empty(self) -> NoReturn:
        """Ends the reading of a file that says nothing."""
        self._findings.add(EMPTY, "This file is empty", Place(1, 1))
        raise Unreadable

    def _too_many(self, event: Any) -> NoReturn:
        self.stop(NODES, "This file holds too many keys and values", event)

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.report(ALIAS, "An anchor (“&”) may not stand in a definition", event)
        if event.tag is not None:
            self.report(TAG, "A tag (“!”) may not stand in a definition", event)

    def _second(self, event: Any, key: str, node: SourceMap) -> None:
        first = node.marks[key]
        self._findings.add(
            DUPLICATE_KEY,
            f"“{name_of(key)}” stands here a second time; the first is in line {first.key_line}",
            place_of(event),
            related=(Place(*first[:3]), f"“{name_of(key)}” stands here first"),
        )

    def _lost_text(self, event: Any) -> None:
        sign = event.end_mark
        line = self._findings.lines[sign.line].rstrip()
        place = Place(sign.line + 1, sign.column + 2, len(line) + 1)
        self._findings.add(LOST_TEXT, "From “#” on this is a comment, not text", place)


def place_of(event: Any) -> Place:
    """Where an event stands; one of several lines by its first character."""
    start, end = event.start_mark, event.end_mark
    end_column = end.column if end.line == start.line else start.column + 1
    return Place(start.line + 1, start.column + 1, end_column + 1)
