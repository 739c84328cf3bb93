"""Boards: columns of cards, such as deal stages, clients or centres of decision."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from playbookgen.model.diagram.meaning import LegendEntry, Node


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column: its head, facts in small print below it, cards, and what ends it."""

    head: Node
    facts: tuple[Node, ...] = ()
    cards: tuple[Node, ...] = ()
    foot: tuple[Node, ...] = ()
    """Stand on one line with those of the neighbours, below all cards."""
    share: Fraction | None = None
    """From 0 to 1, drawn as a bar over the facts, which say it in words."""


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of cards, in rows of as many columns as the page holds."""

    ref: str
    title: str
    description: str
    language: str
    columns: tuple[BoardColumn, ...]
    is_sequence: bool = False
    """Whether the columns follow one another in time."""
    legend: tuple[LegendEntry, ...] = ()
