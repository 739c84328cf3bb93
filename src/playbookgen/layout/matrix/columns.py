"""How the columns of a matrix share a page: beside the heads of rows, or below each of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, inf

from playbookgen.layout.matrix.frame import MARGIN, SIDE, Block, Frame, floored, levelled
from playbookgen.layout.matrix.needs import LONG_WORD, Needs
from playbookgen.model.diagram import Matrix

_NARROW = 560.0
"""A page on which the heads of rows stand above their cells."""
_HEAD_SHARE = 0.3
"""How much of the page the heads of rows may take."""
_SQUEEZED = 0.62
"""How much narrower heads of rows may be than they like, for columns to keep their titles."""


def frame_of(matrix: Matrix, *, width: float) -> Frame:
    """The grid in one block if the page has room for it, else in blocks of like width.

    No word is broken where the page has room for it unbroken.
    """
    room = width - 2 * MARGIN
    whole, needs = Needs(matrix, longest=inf), Needs(matrix, longest=LONG_WORD)
    if room < _NARROW and _is_captioned(matrix):
        column = floored((room - 2 * SIDE) / needs.count)
        return Frame(((0, needs.count),), 0.0, (column,) * needs.count, is_list=True)
    beside = _beside(whole, room - SIDE) or _beside(needs, room - SIDE)
    if beside:
        return beside
    return _in_blocks(needs, room - SIDE) if room >= _NARROW else _stacked(needs, room)


def _is_captioned(matrix: Matrix) -> bool:
    """Whether all cells tell themselves which columns they are for."""
    cells = [cell for row in matrix.rows for cell in row.cells]
    return bool(cells) and all(cell.caption for cell in cells)


def _beside(needs: Needs, room: float) -> Frame | None:
    """One block with the heads of rows at the left, if these and all columns have room.

    Where titles of columns leave too little to the heads of rows, numbers stand for them.
    """
    for heads, columns, has_shorts in _tries(needs, room):
        if heads + sum(columns) <= room:
            widths = levelled(columns, room - heads, most=needs.most)
            return Frame(((0, needs.count),), floored(heads), widths, has_shorts)
    return None


def _tries(needs: Needs, room: float) -> Iterator[tuple[float, list[float], bool]]:
    """Heads of rows and columns in the order in which they are liked."""
    wish = max(needs.least_head, min(needs.head, room * _HEAD_SHARE))
    rest = room - sum(needs.titled)
    yield wish, needs.titled, False
    yield max(needs.least_head, _SQUEEZED * wish, min(wish, rest)), needs.titled, False
    if needs.shorts and room >= _NARROW:
        yield wish, needs.numbered, True
    yield max(needs.least_head, min(wish, rest)), needs.titled, False


def _in_blocks(needs: Needs, room: float) -> Frame:
    """Blocks with the heads of rows repeated at the left of each.

    Numbers stand for titles of columns where these would make twice as many blocks.
    """
    heads = floored(max(needs.least_head, min(needs.head, room * 0.2)))
    titled, numbered = (
        _blocks(needs.count, _fitting(room - heads, max(columns)))
        for columns in (needs.titled, needs.numbered)
    )
    has_shorts = bool(needs.shorts) and 2 * len(numbered) <= len(titled)
    blocks = numbered if has_shorts else titled
    column = floored(min(needs.most, (room - heads) / blocks[0][1]))
    return Frame(blocks, heads, (column,) * needs.count, has_shorts)


def _fitting(room: float, column: float) -> int:
    """How many columns of this width stand side by side, one at least."""
    return max(1, int(room // column))


def _stacked(needs: Needs, room: float) -> Frame:
    """Heads of rows above their cells; numbers for the columns where their heads need more."""
    if sum(needs.titled) <= room - 2 * SIDE:
        widths = levelled(needs.titled, room - 2 * SIDE, most=room)
        return Frame(((0, needs.count),), 0.0, widths)
    least = max(needs.cells if needs.shorts else needs.titled)
    blocks = _blocks(needs.count, _fitting(room, least))
    spaced = _blocks(needs.count, _fitting(room - 2 * SIDE, least))
    side = SIDE if len(spaced) == len(blocks) else 0.0
    column = floored((room - 2 * side) / blocks[0][1])
    has_shorts = bool(needs.shorts) and column < max(needs.titles)
    return Frame(blocks, 0.0, (column,) * needs.count, has_shorts, side=side)


def _blocks(count: int, most: int) -> tuple[Block, ...]:
    """Blocks of at most so many columns, the first as wide as any."""
    size = ceil(count / ceil(count / most))
    return tuple((first, min(count, first + size)) for first in range(0, count, size))
