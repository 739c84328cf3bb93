"""Matrices: rows against columns, such as technologies, roles or principles against stages."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from playbookgen.model.diagram.meaning import LegendEntry, Node


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a row at one column, or across several that follow one another."""

    columns: tuple[str, ...]
    """Refs of columns, in their order, without one between them left out."""
    nodes: tuple[Node, ...]
    """Letters and dots stand side by side; anything else is one alone, and fills the cell."""
    level: Fraction | None = None
    """A share from 0 to 1 that is drawn as a bar, on the room that the node has for it."""
    caption: str = ""
    """What its columns are called together; if all cells say it, they stand one below the other
    where a page is narrow."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its head."""

    head: Node
    cells: tuple[Cell, ...]
    group: str = ""
    """The caption that it stands under together with its neighbours of the same group."""
    tone: int | None = None
    """Which of the theme's fills it has on every map, as a role or team; by its group if None."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against columns; broken into numbered blocks of columns where a page is narrow."""

    ref: str
    title: str
    description: str
    language: str
    columns: tuple[Node, ...]
    rows: tuple[Row, ...]
    shorts: tuple[str, ...] = ()
    """What stands for each column where a page has no room for their heads, such as numbers."""
    corner: str = ""
    """The words above the heads of rows."""
    is_thread: bool = False
    """Whether a line runs through the cells of each row."""
    legend: tuple[LegendEntry, ...] = ()
