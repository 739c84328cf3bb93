"""A file that loads without errors, as it is written: for those who change it and lose nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from yaml import CSafeLoader
from yaml.events import ScalarEvent, SequenceEndEvent, SequenceStartEvent

from playbookgen.model.source import SourceDocument, SourceList
from playbookgen.model.written import Entry, Position, Remark, Style, WrittenFile, WrittenNode

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


def written_form(document: SourceDocument) -> WrittenFile:
    """The written form of a document that was read without errors; its lines end in LF."""
    lines = tuple(document.text.split("\n"))
    reader = _Reader(document.text, lines)
    root = reader.root(document.data)
    within = {
        line for text in reader.texts for line in range(text.start.line + 1, text.end.line + 1)
    }
    remarks = tuple(_remarks(lines, reader.texts))
    return WrittenFile(document.path, lines, root, remarks, frozenset(within))


class _Reader:
    """Reads nodes from events; the texts among them are kept in order."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self._text = text
        self._lines = lines
        self._next: Callable[[], Any] = CSafeLoader(text).get_event
        self._end: Any = None
        self.texts: list[WrittenNode] = []

    def root(self, data: Any) -> WrittenNode:
        """The node of the whole file, which says `data`."""
        self._next()
        self._next()
        return self._node(self._next(), data)

    def _node(self, event: Any, data: Any) -> WrittenNode:
        if isinstance(event, ScalarEvent):
            return self._scalar(event, data)
        is_list = isinstance(event, SequenceStartEvent)
        entries = tuple(self._items(data) if is_list else self._pairs(data))
        start = _position(event.start_mark)
        if not event.flow_style:
            end = entries[-1].value.end if entries else start
            return WrittenNode(Style.BLOCK, start, end, is_list=is_list, entries=entries)
        spelling = self._text[event.start_mark.index : self._end.index]
        end = _position(self._end)
        return WrittenNode(Style.FLOW, start, end, "", spelling, is_list, entries)

    def _pairs(self, data: Any) -> Iterator[Entry]:
        while (key := self._next()).__class__ is ScalarEvent:
            written = self._scalar(key, key.value)
            value = self._node(self._next(), data[key.value])
            yield Entry(written.start, key.value, written.spelling, value)
        self._end = key.end_mark

    def _items(self, data: SourceList) -> Iterator[Entry]:
        event, index = self._next(), 0
        while not isinstance(event, SequenceEndEvent):
            dash = data.marks[index]
            value = self._node(event, data[index])
            yield Entry(Position(dash.key_line - 1, dash.key_column - 1), "", "", value)
            event, index = self._next(), index + 1
        self._end = event.end_mark

    def _scalar(self, event: Any, text: str) -> WrittenNode:
        style, start = Style(event.style or ""), _position(event.start_mark)
        if style in (Style.LITERAL, Style.FOLDED):
            end, spelling = self._block_text(start, _position(event.end_mark))
        else:
            end = _position(event.end_mark)
            spelling = self._text[event.start_mark.index : event.end_mark.index]
        node = WrittenNode(style, start, end, text, spelling)
        self.texts.append(node)
        return node

    def _block_text(self, start: Position, end: Position) -> tuple[Position, str]:
        """Where a text below a header ends, and its spelling; blank lines after it are not its."""
        last = end.line if end.column else end.line - 1
        header = self._lines[start.line][start.column :]
        if "+" not in header.partition("#")[0]:
            while last > start.line and not self._lines[last].strip():
                last -= 1
        spelling = "\n".join((header, *self._lines[start.line + 1 : last + 1]))
        return Position(last, len(self._lines[last])), spelling


def _remarks(lines: Sequence[str], texts: Sequence[WrittenNode]) -> Iterator[Remark]:
    starts = [text.start for text in texts]
    for number, line in enumerate(lines):
        for sign in _SIGN.finditer(line):
            at = Position(number, sign.start())
            before = bisect_right(starts, at) - 1
            if before < 0 or not _covers(texts[before], at):
                alone = not line[: at.column].strip()
                yield Remark(at, line[at.column :].rstrip(), alone)
                break


def _covers(text: WrittenNode, at: Position) -> bool:
    first = Position(text.start.line + 1, 0) if text.is_block_text else text.start
    return first <= at < text.end


def _position(mark: Any) -> Position:
    return Position(mark.line, mark.column)
