"""YAML events to a tree with places: mappings, lists and text, nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from yaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from playbookgen.load.codes import ALIAS, DIRECTIVE, ROOT, SECOND_DOCUMENT
from playbookgen.load.findings import Findings
from playbookgen.load.guard import Guard
from playbookgen.model.source import Mark, SourceList, SourceMap

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")

# The generated constructor of a named tuple is written in Python and takes twice the time.
_new = tuple.__new__


class TreeBuilder:
    """Builds the tree of one file from its events."""

    def __init__(self, findings: Findings) -> None:
        self._guard = Guard(findings)
        self._lines = findings.lines
        self._next: Callable[[], Any] = CSafeLoader(findings.text).get_event

    def build(self) -> tuple[SourceMap, Mark]:
        """The tree, and the place of its first key. Raises Unreadable or yaml.YAMLError."""
        self._next()
        start = self._next()
        if start.__class__ is StreamEndEvent:
            self._guard.empty()
        if start.version or start.tags:
            self._guard.report(DIRECTIVE, "A directive (“%”) may not stand in a definition", start)
        first = self._next()
        value = self._value(first, 1)
        self._end()
        if not isinstance(value, SourceMap):
            if value == "" and not first.style:
                self._guard.empty()
            self._guard.stop(ROOT, "This file does not hold a mapping of keys to values", first)
        mark = next(iter(value.marks.values()), None) or _mark(first, first, value, self._lines)
        return value, Mark(*mark[:3], *mark[:3])

    def _end(self) -> None:
        self._next()
        event = self._next()
        if event.__class__ is DocumentStartEvent:
            self._guard.report(SECOND_DOCUMENT, "A second document begins here", event)

    def _value(self, event: Any, depth: int) -> Any:
        """What begins with this event; its further events are used up."""
        kind = event.__class__
        if kind is ScalarEvent:
            return self._guard.scalar(event)
        if kind is AliasEvent:
            self._guard.report(ALIAS, "An alias (“*”) may not stand in a definition", event)
            return ""
        self._guard.collection(event, depth)
        return self._mapping(depth) if kind is MappingStartEvent else self._list(event, depth)

    def _mapping(self, depth: int) -> SourceMap:
        node = SourceMap()
        lines, following, read_key, scalar = (
            self._lines,
            self._next,
            self._guard.key,
            self._guard.scalar,
        )
        while (key_event := following()).__class__ is not MappingEndEvent:
            key = read_key(key_event, node)
            if key_event.__class__ is not ScalarEvent:
                self._value(key_event, depth + 1)
            event = following()
            is_text = event.__class__ is ScalarEvent
            value = scalar(event) if is_text else self._value(event, depth + 1)
            if key is not None:
                node[key] = value
                node.marks[key] = _mark(key_event, event, value, lines)
        return node

    def _list(self, start: Any, depth: int) -> SourceList:
        node = SourceList()
        lines, following = self._lines, self._next
        dashes = None if start.flow_style else start.start_mark.column
        line = start.start_mark.line
        while (event := following()).__class__ is not SequenceEndEvent:
            value = self._value(event, depth + 1)
            mark = _mark(event, event, value, lines)
            if dashes is not None:
                line = _dash_line(lines, dashes, line, event.start_mark.line)
                mark = _new(Mark, (line + 1, dashes + 1, dashes + 2, *mark[3:]))
            node.append(value)
            node.marks.append(mark)
        return node


def _mark(key: Any, event: Any, value: Any, lines: Sequence[str]) -> Mark:
    """Where a key and its value stand."""
    key_start, key_end, start, end = key.start_mark, key.end_mark, event.start_mark, event.end_mark
    line, column = start.line, start.column
    if value.__class__ is not str:
        value_end = _first_key_end(value, column)
    elif end.line == line:
        value_end = end.column
    else:
        value_end = _first_line_end(event, lines)
    end_of_key = key_end.column if key_end.line == key_start.line else _first_line_end(key, lines)
    return _new(
        Mark,
        (
            key_start.line + 1,
            key_start.column + 1,
            end_of_key + 1,
            line + 1,
            column + 1,
            value_end + 1,
        ),
    )


def _first_key_end(value: Any, column: int) -> int:
    """Where the first key of a block mapping ends; of others, the end of the dash or bracket."""
    first = next(iter(value.marks.values()), None) if value.__class__ is SourceMap else None
    return first.key_end - 1 if first and first.key_column == column + 1 else column + 1


def _first_line_end(event: Any, lines: Sequence[str]) -> int:
    """Where a text of several lines ends on its first one."""
    start = event.start_mark
    line = lines[start.line]
    header = _BLOCK_HEADER.match(line, start.column) if event.style in ("|", ">") else None
    return header.end() if header else max(len(line.rstrip()), start.column)


def _dash_line(lines: Sequence[str], column: int, least: int, line: int) -> int:
    """The line of an item's dash: the item's own, or the nearest one above it."""
    while line > least:
        text = lines[line] if line < len(lines) else ""
        if text.startswith("-", column) and not text.lstrip().startswith("#"):
            break
        line -= 1
    return line
