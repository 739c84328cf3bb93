"""Texts of a source file: quotes only where needed, long ones folded where that loses nothing."""

from __future__ import annotations

import re
import unicodedata

from playbookgen.model.written import Style, WrittenNode

WIDTH = 100
STEP = 2

_NOT_PLAIN = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=~]|^\.\.\.|^<<$|: | #|\t|\s$|:$")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}]|:")
# What other readers of YAML take for a number, a flag, nothing or a date.
_NOT_TEXT = re.compile(
    r"(?i)^(?:|null|true|false|yes|no|on|off|y|n|[-+.]?[\d.][\d_.,:eE+\-xob/a-f]*"
    r"|[-+]?\.(?:inf|nan)|\d{4}-\d\d?-\d\d?(?:[tT\s].*)?)$"
)
_EXPLICIT_INDENT = re.compile(r"\d")


def columns(text: str) -> int:
    """How many columns a text takes: full-width characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def quoted(text: str, *, in_flow: bool = False) -> str | None:
    """A text on one line as it may stand in YAML, in quotes only where it needs them."""
    if _is_plain(text, in_flow=in_flow) and not _NOT_TEXT.match(text):
        return text
    if not text.isprintable():
        return None
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def in_flow(node: WrittenNode) -> str | None:
    """A text as it stands in a flow collection, on one line; None if it cannot."""
    if node.style is Style.PLAIN and node.text:
        return node.text
    one_line = quoted(node.text, in_flow=True)
    if one_line is None and "\n" not in node.spelling:
        return node.spelling
    return one_line


def laid_out_text(node: WrittenNode, *, indent: int, room: int, column: int) -> list[str]:
    """The lines of a text: the first follows its key, which has `room` columns left.

    `indent` is that of the lines below, `column` where the key or dash stands in the source.
    """
    if node.is_block_text and (node.style is Style.LITERAL or not _may_fold(node.text)):
        return _block_as_written(node, indent, column)
    wrapped = "\n" in node.spelling
    one_line = _one_line(node)
    if one_line is None or (wrapped and _has_wide(node.text)):
        return as_written(node, indent)
    if columns(one_line) > room and _may_fold(node.text) and " " in node.text:
        return [">-", *_filled(node.text, indent)]
    return [one_line]


def _one_line(node: WrittenNode) -> str | None:
    if "\n" in node.text:
        return node.spelling if "\n" not in node.spelling else None
    if node.style is Style.PLAIN:
        return node.text
    one_line = quoted(node.text)
    if one_line is None and "\n" not in node.spelling:
        return node.spelling
    return one_line


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if not text.isprintable() or _NOT_PLAIN.search(text):
        return False
    return not (in_flow and _NOT_PLAIN_IN_FLOW.search(text))


def _may_fold(text: str) -> bool:
    """Whether lines of it, joined by spaces again, give the very same text."""
    return (
        "" not in text.split(" ")
        and not any(sign in "\n\t" for sign in text)
        and not _has_wide(text)
    )


def _has_wide(text: str) -> bool:
    """Whether it has characters of scripts written without spaces."""
    return any("\u2e80" <= sign <= "\uff60" or sign > "\U0001afff" for sign in text)


def _filled(text: str, indent: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and columns(longer) > WIDTH - indent:
            lines.append(line)
            longer = word
        line = longer
    return [" " * indent + each for each in (*lines, line)]


def _block_as_written(node: WrittenNode, indent: int, column: int) -> list[str]:
    """A text below a header, moved to its new indentation."""
    header, *lines = node.spelling.split("\n")
    header = header.partition(" ")[0].rstrip()
    digit = _EXPLICIT_INDENT.search(header)
    if digit:
        base = column + int(digit[0])
        header = header.replace(digit[0], str(STEP))
    else:
        base = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    moved = [
        " " * indent + line[base:] if line[base:].strip(" ") else line[base:] for line in lines
    ]
    return [header, *("" if not line.strip() else line for line in moved)]


def as_written(node: WrittenNode, indent: int) -> list[str]:
    """A text or collection of several lines with its own line breaks."""
    first, *lines = node.spelling.split("\n")
    return [
        first.rstrip(),
        *(" " * indent + line.strip(" \t") if line.strip() else "" for line in lines),
    ]
