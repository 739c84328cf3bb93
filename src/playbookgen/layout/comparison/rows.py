"""Which nodes of two lists stand side by side: rows that keep the order of both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row at the left and at the right, one below the other."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    is_apart: bool = False
    """Whether nothing in it has a counterpart."""

    @property
    def sides(self) -> tuple[list[str], list[str]]:
        """What stands at the left, and what at the right."""
        return self.left, self.right


def rows_of(
    left: Sequence[str], right: Sequence[str], edges: Iterable[tuple[str, str]]
) -> list[Row]:
    """Rows that begin with a pair wherever order allows; what has no counterpart stands apart."""
    known = list(edges)
    joined = {ref for edge in known for ref in edge}
    rows: list[Row] = []
    done = (0, 0)
    for pair in _pairs(left, right, known):
        _add(rows, left[done[0] : pair[0]], right[done[1] : pair[1]], joined)
        rows.append(Row([left[pair[0]]], [right[pair[1]]]))
        done = (pair[0] + 1, pair[1] + 1)
    _add(rows, left[done[0] :], right[done[1] :], joined)
    return rows


def _pairs(
    left: Sequence[str], right: Sequence[str], edges: Iterable[tuple[str, str]]
) -> list[Pair]:
    """The longest chain of edges of which none crosses another or shares an end, the first such."""
    places = {ref: at for refs in (left, right) for at, ref in enumerate(refs)}
    found = sorted({(places[source], places[target]) for source, target in edges})
    lengths = _lengths(found)
    needed = max(lengths.values(), default=0)
    chain: list[Pair] = []
    for pair in found:
        if lengths[pair] == needed and (not chain or _is_after(pair, chain[-1])):
            chain.append(pair)
            needed -= 1
    return chain


def _lengths(pairs: Iterable[Pair]) -> dict[Pair, int]:
    """The length of the longest chain that each pair begins.

    Pairs are taken from the last on, so that it takes but a search in the ends of chains so far:
    `ends` holds, for each length, how far right the chain of that length can begin at most.
    """
    lengths: dict[Pair, int] = {}
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        # Negative, so that they ascend.
        at = bisect_left(ends, -pair[1])
        ends[at : at + 1] = [-pair[1]]
        lengths[pair] = at + 1
    return lengths


def _is_after(pair: Pair, other: Pair) -> bool:
    return pair[0] > other[0] and pair[1] > other[1]


def _add(rows: list[Row], left: Sequence[str], right: Sequence[str], joined: set[str]) -> None:
    """Adds what lies between two pairs: to the row of the first, or to rows of its own."""
    first = len(rows) - 1
    for side, refs in enumerate((left, right)):
        at = first
        for ref in refs:
            is_apart = ref not in joined
            if at < 0 or rows[at].is_apart != is_apart:
                at = _next(rows, at, side, is_apart=is_apart)
            rows[at].sides[side].append(ref)


def _next(rows: list[Row], at: int, side: int, *, is_apart: bool) -> int:
    """The next row of the kind of which this side is still free, at the end if there is none."""
    for place in range(max(at + 1, 0), len(rows)):
        if rows[place].is_apart == is_apart and not rows[place].sides[side]:
            return place
    rows.append(Row(is_apart=is_apart))
    return len(rows) - 1
