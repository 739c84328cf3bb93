"""The heights at which edges end at a card: clear of those at which others leave theirs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

Ends = tuple[str, str]
_SHIFTS = (0.0, 9.0, -9.0)
"""Where else an edge may end, so that it does not run on another."""
_NEAR = 8.0


class Leaving:
    """The heights at which edges leave the cards of the left list."""

    def __init__(self, ends: Sequence[Ends], ports: Mapping[str, float]) -> None:
        self.ports = ports
        self._counts = Counter(source for source, _ in ends)
        self._heights = sorted((port, source) for source, port in ports.items())
        self._sources: dict[str, set[str]] = defaultdict(set)
        for source, target in ends:
            self._sources[target].add(source)

    def clear(self, port: float, target: str) -> float:
        """The first of some heights near a port that keeps away from those that are taken."""
        shifted = (round(port + shift, 2) for shift in _SHIFTS)
        return next((y for y in shifted if not self._is_taken(y, port, target)), port)

    def _is_taken(self, y: float, port: float, target: str) -> bool:
        """Whether an edge leaves near this height that is not straight to the target itself."""
        first = bisect_right(self._heights, y - _NEAR, key=lambda item: item[0])
        last = bisect_left(self._heights, y + _NEAR, key=lambda item: item[0])
        return any(
            not self._is_level(source, port, target) for _, source in self._heights[first:last]
        )

    def _is_level(self, source: str, port: float, target: str) -> bool:
        """Whether a source has a straight edge to the target; one that forks needs its height."""
        is_straight = self.ports[source] == port and source in self._sources[target]
        return is_straight and self._counts[source] == 1
