"""The comments of a source file: each is put at the item that it speaks of, and moves with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from playbookgen.model.written import Entry, Remark, Style, WrittenFile, WrittenNode


class Note(NamedTuple):
    """A comment on a line of its own."""

    text: str
    after_blank: bool
    """Whether a blank line stands before it."""


@dataclass(slots=True)
class Around:
    """The comments of one entry."""

    above: list[Note] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    below: list[Note] = field(default_factory=list)
    """Indented more than the entry, which is a single text."""


class _Anchor(NamedTuple):
    entry: Entry
    holders: tuple[WrittenNode, ...]
    """The collections it stands in, from the outermost."""


class Comments:
    """Where each comment of a file belongs."""

    def __init__(self, file: WrittenFile) -> None:
        self._file = file
        self._anchors = list(_anchors(file.root, ()))
        self._lines = [anchor.entry.at.line for anchor in self._anchors]
        self._around: dict[int, Around] = {}
        self._ends: dict[int, list[Note]] = {}
        self._within: set[int] = set()
        self.header: list[Note] = []
        """Those before the first key: they stay at the top of the file."""
        least = len(self._anchors)
        run = -1
        for remark in file.remarks:
            after = bisect_left(self._lines, remark.at.line + (not remark.alone))
            if remark.alone and after != run:
                run, least = after, 64
            least = self._place(remark, after, least)

    def around(self, entry: Entry) -> Around:
        """The comments of an entry."""
        return self._around.setdefault(id(entry), Around())

    def at_end(self, holder: WrittenNode) -> list[Note]:
        """The comments after the last entry of a collection."""
        return self._ends.get(id(holder), [])

    def inside(self, node: WrittenNode) -> bool:
        """Whether a comment stands inside a flow collection."""
        return id(node) in self._within

    def after_blank(self, line: int) -> bool:
        """Whether a blank line, which belongs to no text, stands before a line."""
        before = line - 1
        return (
            before >= 0
            and not self._file.lines[before].strip()
            and before not in self._file.within_texts
        )

    def _place(self, remark: Remark, after: int, least: int) -> int:
        """Keeps the comment; the depth below which the next ones of its run may not stand."""
        note = Note(remark.text, self.after_blank(remark.at.line))
        if after == 0:
            self.header.append(note)
            return least
        before = self._anchors[after - 1]
        value = before.entry.value
        if value.style is Style.FLOW and value.start < remark.at < value.end:
            self._within.add(id(value))
            return least
        if not remark.alone:
            self.around(before.entry).beside.append(remark.text)
            return least
        if value.style is not Style.BLOCK and remark.at < value.start:
            self.around(before.entry).above.append(note)
            return least
        return self._place_between(remark, note, after, least)

    def _place_between(self, remark: Remark, note: Note, after: int, least: int) -> int:
        before = self._anchors[after - 1]
        following = self._anchors[after] if after < len(self._anchors) else None
        column = remark.at.column
        if following and column <= following.entry.at.column:
            self.around(following.entry).above.append(note)
            return 0
        depth = len(before.holders)
        is_below = column > before.entry.at.column and before.entry.value.style is not Style.BLOCK
        if is_below and least > depth:
            self.around(before.entry).below.append(note)
            return least
        shared = len(following.holders) if following else 0
        while depth > 1 and (depth > least or _column(before.holders[depth - 1]) > column):
            depth -= 1
        if following and depth <= shared:
            self.around(following.entry).above.append(note)
            return 0
        self._ends.setdefault(id(before.holders[depth - 1]), []).append(note)
        return depth


def _anchors(node: WrittenNode, holders: tuple[WrittenNode, ...]) -> Iterator[_Anchor]:
    if node.style is Style.BLOCK:
        for entry in node.entries:
            yield _Anchor(entry, (*holders, node))
            yield from _anchors(entry.value, (*holders, node))


def _column(holder: WrittenNode) -> int:
    return holder.entries[0].at.column
