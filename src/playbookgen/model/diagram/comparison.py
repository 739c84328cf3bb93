"""Comparisons: two lists side by side, and what becomes of what."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.model.diagram.meaning import Edge, LegendEntry, Node


@dataclass(frozen=True, slots=True)
class Comparison:
    """The stages as they are beside those to be."""

    ref: str
    title: str
    description: str
    language: str
    captions: tuple[str, str]
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    edges: tuple[Edge, ...]
    """From the left to the right."""
    legend: tuple[LegendEntry, ...] = ()
