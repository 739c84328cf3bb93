"""A whole source file in its canonical layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from playbookgen.edit.layout.comments import Around, Comments, Note
from playbookgen.edit.layout.texts import (
    STEP,
    WIDTH,
    as_written,
    columns,
    in_flow,
    laid_out_text,
)
from playbookgen.model.source import KeyPath
from playbookgen.model.written import Entry, Style, WrittenFile, WrittenNode

KeyOrder = Callable[[KeyPath], Sequence[str]]
"""The keys of the mapping at a path in their order; nothing where the author's order counts."""


class CannotLayOut(Exception):  # noqa: N818 # a file that is left as it is, and no failure
    """Raised, with the reason, for a file that could lose something."""


def laid_out(file: WrittenFile, order: KeyOrder) -> str:
    """The text of the file in its canonical layout; says the same, comments included."""
    _check_form(file)
    writer = _Writer(Comments(file), order)
    return "\n".join([*_start(file), *writer.file(file.root)]) + "\n"


def _check_form(file: WrittenFile) -> None:
    if file.root.style is not Style.BLOCK:
        raise CannotLayOut("it is written in braces as a whole")
    for entry in file.root.walk():
        if "?" in file.lines[entry.at.line][: entry.at.column]:
            raise CannotLayOut(f"line {entry.at.line + 1} has a key with a question mark")
        value = entry.value
        if value.is_block_text and "+" in value.spelling.partition("\n")[0].partition("#")[0]:
            raise CannotLayOut(
                f"the text in line {value.start.line + 1} keeps its last blank lines"
            )
    if any(line.startswith("...") for line in file.lines[file.root.end.line + 1 :]):
        raise CannotLayOut("it ends with a line of three dots")


def _start(file: WrittenFile) -> list[str]:
    """The line of three hyphens, if the file has one."""
    first = file.root.start.line
    if any(line.startswith("---") and line.strip() != "---" for line in file.lines[: first + 1]):
        raise CannotLayOut("its line of three hyphens says more")
    return ["---"] if any(line.startswith("---") for line in file.lines[:first]) else []


class _Writer:
    """Writes nodes as lines."""

    def __init__(self, comments: Comments, order: KeyOrder) -> None:
        self._comments = comments
        self._order = order

    def file(self, root: WrittenNode) -> list[str]:
        """The lines of the whole file: a blank one around each section."""
        lines = _noted(self._comments.header, 0)
        if lines and self._comments.after_blank(root.entries[0].at.line):
            lines.append("")
        was_section = False
        for number, (entry, path) in enumerate(self._sorted(root, ())):
            written = self.entry(entry, 0, path)
            keys = [line for line in written if not line.startswith("#")]
            is_section = not entry.value.is_text and len(keys) > 1
            if number and (is_section or was_section or self._after_blank(entry)):
                lines.append("")
            lines += written
            was_section = is_section
        return lines + self._end(root, 0)

    def entries(self, node: WrittenNode, indent: int, path: KeyPath) -> list[str]:
        """The lines of a collection in block style."""
        lines: list[str] = []
        for entry, below in self._sorted(node, path):
            if lines and self._after_blank(entry):
                lines.append("")
            lines += self.entry(entry, indent, below)
        return lines + self._end(node, indent)

    def entry(self, entry: Entry, indent: int, path: KeyPath) -> list[str]:
        """The lines of an entry with the comments around it."""
        around = self._comments.around(entry)
        lead = " " * indent + (f"{entry.spelling}:" if entry.spelling else "-")
        written = self._value(entry, indent, lead, path)
        heads = [*around.above, *self._side(written, around, entry)]
        # Below a folded text a comment would become part of it.
        is_folded = written[0].startswith((">", "|"))
        below = [] if is_folded else around.below
        heads += around.below if is_folded else []
        first = f"{lead} {written[0]}".rstrip()
        lines = _noted(heads, indent)
        if around.above and self._comments.after_blank(entry.at.line):
            lines.append("")
        return [*lines, first, *written[1:], *_noted(below, indent + STEP)]

    def _value(self, entry: Entry, indent: int, lead: str, path: KeyPath) -> list[str]:
        """What follows the key or dash on its line, and the lines below."""
        value, inner = entry.value, indent + STEP
        room = WIDTH - columns(lead) - 1
        if value.is_text:
            return laid_out_text(value, indent=inner, room=room, column=entry.at.column)
        if value.style is Style.FLOW:
            if self._comments.inside(value):
                return as_written(value, inner)
            one_line = self._flow(value, path)
            if one_line is None:
                return as_written(value, inner)
            if columns(one_line) <= room or not value.entries:
                return [one_line]
        lines = self.entries(value, inner, path)
        if not entry.spelling and not lines[0].lstrip().startswith("#") and not self._dashed(entry):
            return [lines[0].lstrip(), *lines[1:]]
        return ["", *lines]

    def _side(self, written: list[str], around: Around, entry: Entry) -> list[Note]:
        """Puts the comment beside the entry into `written`; gives those that find no place."""
        if not around.beside:
            return []
        *others, last = around.beside
        at_end = entry.value.is_text and not written[0].startswith((">", "|"))
        line = len(written) - 1 if at_end else 0
        written[line] = f"{written[line]}  {last}" if written[line] else f" {last}"
        return [Note(other, False) for other in others]

    def _dashed(self, entry: Entry) -> bool:
        """Whether a comment stands beside the dash itself."""
        return bool(self._comments.around(entry).beside)

    def _flow(self, node: WrittenNode, path: KeyPath) -> str | None:
        """A text or flow collection on one line, or None if it has none."""
        if node.is_text:
            return in_flow(node)
        parts = []
        for entry, below in self._sorted(node, path):
            value = self._flow(entry.value, below)
            if value is None or "\n" in entry.spelling:
                return None
            parts.append(f"{entry.spelling}: {value}" if entry.spelling else value)
        body = ", ".join(parts)
        return f"[{body}]" if node.is_list else f"{{{body}}}"

    def _sorted(self, node: WrittenNode, path: KeyPath) -> list[tuple[Entry, KeyPath]]:
        if node.is_list:
            return [(entry, (*path, number)) for number, entry in enumerate(node.entries)]
        order = {key: place for place, key in enumerate(self._order(path))}
        entries = sorted(node.entries, key=lambda entry: order.get(entry.key, len(order)))
        return [(entry, (*path, entry.key)) for entry in entries]

    def _after_blank(self, entry: Entry) -> bool:
        above = self._comments.around(entry).above
        return above[0].after_blank if above else self._comments.after_blank(entry.at.line)

    def _end(self, node: WrittenNode, indent: int) -> list[str]:
        return _noted(self._comments.at_end(node), indent, first=False)


def _noted(notes: Sequence[Note], indent: int, *, first: bool = True) -> list[str]:
    """Comments on lines of their own; a blank line before the first one is another's to write."""
    lines: list[str] = []
    for note in notes:
        if note.after_blank and (lines or not first):
            lines.append("")
        lines.append(" " * indent + note.text)
    return lines
