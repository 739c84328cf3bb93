"""Comparisons with positions: cards, and right-angled lines that cross as little as they can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbookgen.layout.comparison.cards import Cards
from playbookgen.layout.comparison.frame import MARGIN, frame_of
from playbookgen.layout.comparison.tracks import Trunk, tracks_of
from playbookgen.layout.legend import with_legend
from playbookgen.model.diagram import Comparison, Edge, PlacedDiagram, PlacedEdge

Point = tuple[float, float]


def place_comparison(comparison: Comparison, *, width: float) -> PlacedDiagram:
    """Both lists side by side, or by turns with the second set in, and what becomes of what."""
    tracks = tracks_of(_trunks(comparison.edges, Cards(comparison, frame_of(width, tracks=1))))
    cards = Cards(comparison, frame_of(width, tracks=_count(tracks)))
    tracks = tracks_of(_trunks(comparison.edges, cards))
    placed = PlacedDiagram(
        ref=comparison.ref,
        title=comparison.title,
        description=comparison.description,
        language=comparison.language,
        width=round(cards.frame.right + MARGIN, 2),
        height=round(cards.bottom + MARGIN, 2),
        nodes=tuple(card.placed() for card in cards.by_ref.values()),
        edges=tuple(_edges(comparison.edges, cards, tracks)),
        texts=tuple(cards.captions),
    )
    return with_legend(placed, comparison.legend)


def _count(tracks: Mapping[str, int]) -> int:
    return max(tracks.values(), default=-1) + 1


def _trunks(edges: Sequence[Edge], cards: Cards) -> list[Trunk]:
    """The upright line of each source of which an edge is not straight."""
    heights: dict[str, list[float]] = {}
    for edge in edges:
        port = cards.arrivals[edge.source, edge.target]
        if port != cards.by_ref[edge.source].port:
            heights.setdefault(edge.source, []).append(port)
    return [
        _trunk(source, cards.by_ref[source].port, tuple(ports), is_beside=cards.frame.is_beside)
        for source, ports in heights.items()
    ]


def _trunk(source: str, port: float, ports: tuple[float, ...], *, is_beside: bool) -> Trunk:
    if is_beside:
        return Trunk(source, (port,), ports)
    return Trunk(source, (), (port, *ports))


def _edges(edges: Sequence[Edge], cards: Cards, tracks: Mapping[str, int]) -> Iterator[PlacedEdge]:
    count = _count(tracks)
    for edge in edges:
        source, target = cards.by_ref[edge.source], cards.by_ref[edge.target]
        begin = (source.right if cards.frame.is_beside else source.left, source.port)
        end = (target.left, cards.arrivals[edge.source, edge.target])
        x = cards.frame.line(tracks[edge.source], count) if begin[1] != end[1] else 0.0
        bends = [(x, begin[1]), (x, end[1])] if begin[1] != end[1] else []
        points = tuple((round(x, 2), round(y, 2)) for x, y in (begin, *bends, end))
        yield PlacedEdge(edge.ref, edge.kind, edge.source, edge.target, points)
