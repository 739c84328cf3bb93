"""A source file as it is written: nodes with style and place, and the comments between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Style(StrEnum):
    """How a node is written."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"
    FLOW = "{"
    BLOCK = "-"


class Position(NamedTuple):
    """A place between characters, line and column counted from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, from its number sign to the end of its line."""

    at: Position
    text: str
    alone: bool
    """Whether it has its line to itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A key with its value, or an item of a list, which has no key."""

    at: Position
    """Where the key or the dash stands."""
    key: str
    """The key's text; empty for an item."""
    spelling: str
    """The key as it is written, quotes included."""
    value: WrittenNode


@dataclass(frozen=True, slots=True, eq=False)
class WrittenNode:
    """A text, a mapping or a list, as it is written."""

    style: Style
    start: Position
    end: Position
    """One past its last character; of block collections, the end of the last entry's value."""
    text: str = ""
    """What a text says."""
    spelling: str = ""
    """A text or flow collection as it is written."""
    is_list: bool = False
    entries: tuple[Entry, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it is a single text."""
        return self.style not in (Style.FLOW, Style.BLOCK)

    @property
    def is_block_text(self) -> bool:
        """Whether it is a text below a header such as `>-`."""
        return self.style in (Style.LITERAL, Style.FOLDED)

    def walk(self) -> Iterator[Entry]:
        """The entries at and below it that are written in block style, in order."""
        if self.style is Style.BLOCK:
            for entry in self.entries:
                yield entry
                yield from entry.value.walk()


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The written form of one file."""

    path: str
    lines: tuple[str, ...]
    """Without their line ends."""
    root: WrittenNode
    remarks: tuple[Remark, ...] = ()
    within_texts: frozenset[int] = field(default_factory=frozenset)
    """The lines that belong to a text of several lines, blank ones among them."""
