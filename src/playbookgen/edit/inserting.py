"""A new entry in a source file: everything that is there stays byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from playbookgen.edit.stubs import Stub
from playbookgen.model.written import Entry, Style, WrittenFile, WrittenNode


class CannotInsert(Exception):  # noqa: N818 # a file that is left as it is, and no failure
    """Raised, with the reason, where no place for the entry can be found."""


def inserted(
    file: WrittenFile, stub: Stub, id_: str, *, after: str = "", order: Sequence[str]
) -> str:
    """The text of the file with the entry `id_` in the stub's section, last or after another.

    `order` names the sections in their order, for a file that does not have this one yet.
    """
    if file.root.style is not Style.BLOCK:
        raise CannotInsert("the file is written in braces as a whole")
    section = _entry(file.root, stub.section)
    if section is None:
        return _with_section(file, stub, id_, order)
    if section.value.is_text or not section.value.entries:
        return _with_first(file, section, stub, id_)
    if section.value.style is Style.FLOW:
        raise CannotInsert(f"{stub.section} is written in braces: write it on lines of its own")
    entries = section.value.entries
    before = _entry(section.value, after) if after else entries[-1]
    if before is None:
        raise CannotInsert(f"{stub.section} has no “{after}”")
    indent = entries[0].at.column
    step = _step(before, indent)
    lines = _lines(stub, id_, indent, step)
    # Stages are long: the second one is set off even where nothing shows what the author likes.
    if _is_spaced(file, entries) if len(entries) > 1 else stub.section == "stages":
        lines = ["", *lines]
    return _put(file, _end(file, before) + 1, lines)


def _with_section(file: WrittenFile, stub: Stub, id_: str, order: Sequence[str]) -> str:
    """With a new section after the nearest one that stands before it."""
    place = {key: number for number, key in enumerate(order)}
    mine = place.get(stub.section, len(order))
    before = [entry for entry in file.root.entries if place.get(entry.key, -1) < mine]
    last = before[-1] if before else file.root.entries[-1]
    at = _end(file, last) + 1
    lines = ["", f"{stub.section}:", *_lines(stub, id_, 2, 2)]
    if at < len(file.lines) and file.lines[at].strip():
        lines.append("")
    return _put(file, at, lines)


def _with_first(file: WrittenFile, section: Entry, stub: Stub, id_: str) -> str:
    """With the first entry of a section that is there and empty: `stages:` or `stages: {}`."""
    value = section.value
    if value.text or value.is_list:
        raise CannotInsert(f"{stub.section} is no mapping")
    lines = list(file.lines)
    if value.spelling:
        line = lines[value.start.line]
        rest = lines[value.end.line][value.end.column :]
        lines[value.start.line : value.end.line + 1] = [line[: value.start.column].rstrip() + rest]
    changed = WrittenFile(file.path, tuple(lines), file.root)
    return _put(changed, value.start.line + 1, _lines(stub, id_, 2, 2))


def _lines(stub: Stub, id_: str, indent: int, step: int) -> list[str]:
    lines = [f"{' ' * indent}{id_}:"]
    for line in stub.lines:
        content = line.lstrip(" ")
        depth = (len(line) - len(content)) // 2
        is_below_dash = depth == 2
        # What stands below a dash is two columns further than the dash, whatever the step.
        inner = step * (depth - is_below_dash) + 2 * is_below_dash
        lines.append(f"{' ' * (indent + step + inner)}{content}")
    return lines


def _put(file: WrittenFile, at: int, lines: Sequence[str]) -> str:
    whole = list(file.lines)
    if whole and whole[-1]:
        whole.append("")  # the file's last line has no line end: it gets one
    return "\n".join([*whole[:at], *lines, *(whole[at:] or [""])])


def _entry(node: WrittenNode, key: str) -> Entry | None:
    return next((entry for entry in node.entries if entry.key == key), None)


def _end(file: WrittenFile, entry: Entry) -> int:
    """The last line of an entry, with the comments that are indented more than it."""
    last = entry.value.end.line
    for line in range(last + 1, len(file.lines)):
        text = file.lines[line]
        if not text.strip():
            continue
        is_comment = text.lstrip().startswith("#")
        if not is_comment or len(text) - len(text.lstrip()) <= entry.at.column:
            break
        last = line
    return last


def _step(entry: Entry, indent: int) -> int:
    """How much further than its id an item of this file is indented."""
    value = entry.value
    is_below = value.style is Style.BLOCK and bool(value.entries)
    return max(1, value.entries[0].at.column - indent) if is_below else 2


def _is_spaced(file: WrittenFile, entries: Sequence[Entry]) -> bool:
    """Whether blank lines part the entries."""
    second = entries[1].at.line
    first_end = entries[0].value.end.line
    return any(not line.strip() for line in file.lines[first_end + 1 : second])
