"""A YAML file from which one statement can be cut, and the line of each statement before that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Path = tuple[str | int, ...]


class Cut(NamedTuple):
    """The text that is left, and which of its lines went (counted from 0)."""

    text: str
    first: int = 0
    gone: int = 0

    def line_after(self, line: int) -> int:
        """Where a line of the whole text stands in what is left."""
        return line - self.gone if line > self.first else line


class Written(NamedTuple):
    """The text of a file, its tree with marks, and its plain data."""

    text: str
    root: MappingNode
    data: dict[str, Any]

    def node(self, path: Path) -> Node | None:
        """The value at a path; None where there is none, or where it is written in short."""
        here: Node | None = self.root
        for step in path:
            here = _below(here, step)
        return here

    def place(self, path: Path, without: Path = ("",)) -> int:
        """The line (from 0) of the key or dash at a path, or of what holds it if it is cut."""
        line = _first_line(self.root, without)
        here: Node | None = self.root
        for length, step in enumerate(path, 1):
            if step == 0 and isinstance(here, MappingNode):
                continue  # one mapping, written for the list that would hold it alone
            key = _key_of(here, step)
            if key is None or path[:length] == without:
                break
            line, here = key.start_mark.line, _below(here, step)
        return line

    def as_written(self, path: Path) -> Path:
        """The path without the number of an item that stands alone, with no list around it."""
        if path and path[-1] == 0 and not isinstance(self.node(path[:-1]), SequenceNode):
            return path[:-1]
        return path

    def cut(self, path: Path) -> Cut | None:
        """The file without the entry at a path; None if it cannot be told apart from its holder."""
        holder = self.node(path[:-1])
        if not isinstance(holder, MappingNode | SequenceNode):
            return None
        ends = [_ends(entry) for entry in holder.value]
        index = _index(holder, path[-1])
        if holder.flow_style:
            return self._cut_flow(ends, index)
        if len(ends) > 1:
            return self._cut_block(holder.value[index], within_item=isinstance(holder, MappingNode))
        return self._emptied(holder)

    def blank(self, path: Path) -> Cut | None:
        """The file with nothing after the key at a path."""
        value = self.node(path)
        if not isinstance(value, ScalarNode) or value.start_mark.line != value.end_mark.line:
            return None
        start, end = value.start_mark.index, value.end_mark.index
        return Cut(self.text[:start].rstrip(" ") + " " + self.text[end:])

    def _cut_flow(self, ends: list[tuple[int, int]], index: int) -> Cut:
        start, end = ends[index]
        if index + 1 < len(ends):
            end = ends[index + 1][0]
        elif index:
            start = ends[index - 1][1]
        first = self.text.count("\n", 0, start)
        return Cut(self.text[:start] + self.text[end:], first, self.text.count("\n", start, end))

    def _cut_block(self, entry: Any, *, within_item: bool) -> Cut:
        lines = self.text.splitlines(keepends=True)
        key = entry[0] if isinstance(entry, tuple) else entry
        first, column = key.start_mark.line, key.start_mark.column
        before = lines[first][:column]
        margin = column if within_item else before.rindex("-")
        last = _last_line(lines, first, margin)
        rest = lines[last + 1 :]
        if within_item and "-" in before:  # the next key moves to the dash
            rest[0] = before + rest[0][column:]
        return Cut("".join(lines[:first] + rest), first, last + 1 - first)

    def _emptied(self, holder: MappingNode | SequenceNode) -> Cut | None:
        lines = self.text.splitlines(keepends=True)
        first = holder.start_mark.line
        if not lines[first - 1].rstrip().endswith(":"):
            return None
        last = _last_line(lines, first, holder.start_mark.column - 1)
        brackets = " {}\n" if isinstance(holder, MappingNode) else " []\n"
        kept = [*lines[: first - 1], lines[first - 1].rstrip() + brackets, *lines[last + 1 :]]
        return Cut("".join(kept), first, last + 1 - first)


def written(text: str) -> Written:
    """The file that says this text."""
    root = yaml.compose(text, yaml.CBaseLoader)
    assert isinstance(root, MappingNode)
    return Written(text, root, yaml.load(text, yaml.CBaseLoader))  # noqa: S506 (makes text only)


def scalars(text: str) -> Iterator[tuple[int, str]]:
    """Each text of a file with the line (from 0) on which it begins."""
    waiting: list[Node] = [written(text).root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node.start_mark.line, node.value
        elif isinstance(node, MappingNode):
            waiting += [value for _, value in node.value]
        else:
            waiting += node.value


def _last_line(lines: list[str], first: int, margin: int) -> int:
    """The last line of the entry that begins on `first`: those below are indented further."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= margin:
            break
        if line.strip():
            last = number
    return last


def _ends(entry: Any) -> tuple[int, int]:
    key, value = entry if isinstance(entry, tuple) else (entry, entry)
    return key.start_mark.index, value.end_mark.index


def _index(holder: MappingNode | SequenceNode, step: str | int) -> int:
    if isinstance(holder, SequenceNode):
        texts = [item.value for item in holder.value]
        return step if isinstance(step, int) else texts.index(step)
    return [key.value for key, _ in holder.value].index(step)


def _key_of(here: Node | None, step: str | int) -> Node | None:
    """What stands for a step in the text: a key, or an item of a list."""
    if isinstance(here, MappingNode):
        return next((key for key, _ in here.value if key.value == step), None)
    if isinstance(here, SequenceNode):
        items = here.value
        if isinstance(step, int):
            return items[step] if step < len(items) else None
        return next((item for item in items if item.value == step), None)
    return None


def _below(here: Node | None, step: str | int) -> Node | None:
    if isinstance(here, MappingNode):
        if step == 0:
            return here  # as above
        return next((value for key, value in here.value if key.value == step), None)
    if isinstance(here, SequenceNode) and isinstance(step, int):
        return here.value[step] if step < len(here.value) else None
    return None


def _first_line(root: MappingNode, without: Path) -> int:
    """The line of the first key that is left."""
    keys = [key for key, _ in root.value if (key.value,) != without]
    return int(keys[0].start_mark.line)
