"""Steps as drawn: outline, leaves and connectors, with heights from the step's own middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbookgen.layout.boxes import Box
from playbookgen.layout.flowchart.narrow.sizes import WIDER, span_of, unbroken
from playbookgen.layout.text import widest_word, wrap_evenly
from playbookgen.model.diagram import Edge, PlacedText, TextRole

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An end or a link, by its middle."""

    box: Box
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnConnector:
    """A connector with its label; one to a step below has no end yet."""

    edge: Edge
    points: tuple[Point, ...]
    text: PlacedText | None
    target: str


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A step with all that belongs to it."""

    box: Box
    x: float
    leaves: tuple[Leaf, ...]
    connectors: tuple[DrawnConnector, ...]
    open: tuple[DrawnConnector, ...]
    """The connectors to steps below."""
    above: float
    """How far it reaches above its middle."""
    below: float
    right: float


@dataclass(frozen=True, slots=True)
class Fork:
    """The connectors that leave a step to leaves, and the one that parts from the main line."""

    leaves: tuple[Leaf, ...] = ()
    connectors: tuple[DrawnConnector, ...] = ()
    parting: tuple[DrawnConnector, ...] = ()
    above: float = 0.0
    below: float = 0.0
    right: float = 0.0
    clear: float = 1e9
    """What lies below the step lies right of this."""


def label_in(text: str, room: float, *, spare: float) -> PlacedText | None:
    """A label in a room, from left to right; `spare` is what is free right of the room."""
    if not text:
        return None
    word = widest_word(text, role=TextRole.EDGE, limit=room)
    lines = wrap_evenly(
        text, role=TextRole.EDGE, width=max(word, min(room, (room + spare) / WIDER))
    )
    return PlacedText(0.0, 0.0, lines, TextRole.EDGE, "start")


def longest_word(text: str) -> float:
    """The width of the longest word of a label, of those that need not break."""
    return unbroken(text, role=TextRole.EDGE, limit=140.0)


def rights(leaves: Sequence[Leaf], connectors: Sequence[DrawnConnector]) -> Iterator[float]:
    """How far leaves, lines and labels reach to the right."""
    for leaf in leaves:
        yield leaf.x - leaf.box.width / 2 + span_of(leaf.box)
    for connector in connectors:
        yield from (x for x, _ in connector.points)
        if connector.text and connector.text.anchor == "start":
            yield connector.text.x + connector.text.width


def plain(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners of a line, without those that it does not turn in."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept.pop()
        kept.append(point)
    return tuple(kept)
