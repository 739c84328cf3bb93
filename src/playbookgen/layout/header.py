"""The header of a map that stands alone: its title, and whose and which it is, above it."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.layout.text import wrap
from playbookgen.model.diagram import PlacedDiagram, PlacedText, TextRole

_MARGIN = 16.0
_LEAST_WIDTH = 320.0
_GAP = 3.0
"""Between the title and the small print below it."""
_WIDER = 1.12
"""How much wider than measured a line may be in a reader's font."""


def with_header(diagram: PlacedDiagram, particulars: str = "") -> PlacedDiagram:
    """The diagram below a header with its title and these particulars."""
    width = max(diagram.width, _LEAST_WIDTH)
    texts = [
        PlacedText(_MARGIN, 0.0, wrap(text, role=role, width=(width - 2 * _MARGIN) / _WIDER), role)
        for text, role in ((diagram.title, TextRole.TITLE), (particulars, TextRole.LEGEND))
    ]
    bottom, header = _MARGIN, []
    for text in texts:
        if text.lines:
            middle = round(bottom + text.height / 2, 2)
            header.append(replace(text, y=middle, anchor="start"))
            bottom += text.height + _GAP
    moved = _lowered(diagram, round(bottom - _GAP, 2))
    return replace(moved, width=round(width, 2), texts=(*header, *moved.texts))


def _lowered(diagram: PlacedDiagram, by: float) -> PlacedDiagram:
    """The whole diagram so much lower, its own margin now below the header."""
    return replace(
        diagram,
        height=round(diagram.height + by, 2),
        nodes=tuple(
            replace(node, y=round(node.y + by, 2), texts=tuple(_low(it, by) for it in node.texts))
            for node in diagram.nodes
        ),
        edges=tuple(
            replace(
                edge,
                points=tuple((x, round(y + by, 2)) for x, y in edge.points),
                text=_low(edge.text, by) if edge.text else None,
            )
            for edge in diagram.edges
        ),
        bands=tuple(
            replace(band, y=round(band.y + by, 2), text=_low(band.text, by) if band.text else None)
            for band in diagram.bands
        ),
        texts=tuple(_low(text, by) for text in diagram.texts),
    )


def _low(text: PlacedText, by: float) -> PlacedText:
    return replace(text, y=round(text.y + by, 2))
