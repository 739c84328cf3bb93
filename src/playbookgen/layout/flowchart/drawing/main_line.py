"""The main line: the connectors that the eye is to follow first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from playbookgen.model.diagram import EdgeKind, PlacedDiagram


def with_main_line(diagram: PlacedDiagram, main_line: Sequence[str]) -> PlacedDiagram:
    """The diagram with the connectors marked that join the steps of its main line."""
    pairs = frozenset(pairwise(main_line))
    edges = tuple(
        replace(edge, is_main=True)
        if edge.kind is not EdgeKind.LOOP and (edge.source, edge.target) in pairs
        else edge
        for edge in diagram.edges
    )
    return replace(diagram, edges=edges)
