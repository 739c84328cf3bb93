"""A source file as read: plain data, and for each key path the place it was written at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from playbookgen.problems import Location

KeyPath = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where a key and its value were written (1-based lines and code-point columns)."""

    key_line: int
    key_column: int
    key_end: int
    value_line: int
    value_column: int
    value_end: int
    """One past the last column of the value on its first line; of a mapping, of its first key."""


FIRST_CHARACTER = Mark(1, 1, 1, 1, 1, 1)


class SourceMap(dict[str, Any]):
    """A mapping of the source, in order, that remembers a `Mark` for each key."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, Mark] = {}


class SourceList(list[Any]):
    """A sequence of the source that remembers a `Mark` for each item (the key part is its dash)."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One parsed YAML file: `SourceMap`, `SourceList` and text, nothing else."""

    path: str
    """As messages show it: relative to the workspace, with forward slashes."""
    text: str
    data: SourceMap
    root: Mark = FIRST_CHARACTER
    """Where the first key stands: the place of what is missing at the top."""
    lines: tuple[str, ...] = field(default=(), repr=False)

    def locate(self, path: KeyPath, *, key: bool = False) -> Location:
        """The place of the value (or key) at `path`; of its nearest written ancestor if absent."""
        mark, exact = self._mark(path)
        if key or not exact:
            return self.location(mark.key_line, mark.key_column, mark.key_end)
        return self.location(mark.value_line, mark.value_column, mark.value_end)

    def location(self, line: int, column: int, end_column: int | None = None) -> Location:
        """A place in this file, with the text of its line."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Location(self.path, line, column, end_column or column, text)

    def _mark(self, path: KeyPath) -> tuple[Mark, bool]:
        node: Any = self.data
        mark = self.root
        for step in path:
            match node, step:
                case SourceMap(), str() if step in node:
                    mark, node = node.marks[step], node[step]
                case SourceList(), int() if 0 <= step < len(node):
                    mark, node = node.marks[step], node[step]
                case SourceList(), str() if step in node:
                    # A list of ids stands for a mapping with these keys.
                    return _as_key(node.marks[node.index(step)]), True
                case SourceMap(), 0:
                    continue  # one mapping, written for the list that would hold it alone
                case SourceMap() | SourceList(), _:
                    return mark, False
                case _:
                    # Below a short form: the scalar stands for the whole long form.
                    return (_as_key(mark) if step == node else mark), True
        return mark, bool(path)


def _as_key(mark: Mark) -> Mark:
    """The mark of a text that is written as a value and means a key."""
    return Mark(*mark[3:], *mark[3:])


@dataclass(frozen=True, slots=True)
class SourceSet:
    """A playbook's own file, and the library files of what it uses, by section and id."""

    own: SourceDocument
    library: Mapping[tuple[str, str], SourceDocument] = field(default_factory=dict)

    def locate(self, path: KeyPath, *, key: bool = False) -> Location:
        """The place of the value (or key) at `path`, in the file that says it."""
        document = self.own
        if len(path) >= 2 and isinstance(path[0], str) and isinstance(path[1], str):
            document = self.library.get((path[0], path[1]), self.own)
        return document.locate(path, key=key)
