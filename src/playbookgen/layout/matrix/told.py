"""The names of columns in words, below the cells of a row, where columns have no room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.layout.boxes import reserved
from playbookgen.layout.matrix.cells import SIGNS
from playbookgen.layout.matrix.frame import MARGIN, Block, Frame
from playbookgen.layout.matrix.needs import HEAD_PAD
from playbookgen.layout.matrix.pieces import Piece
from playbookgen.layout.text import wrap
from playbookgen.model.diagram import Matrix, NodeKind, PlacedText, TextRole

_BETWEEN = "\u00a0· "
"""Between two columns that are no neighbours; a line breaks after it alone."""
_UP_TO = "\u00a0– "
_MOST_RUNS = 3
"""Numbers are read faster than more names than these."""
_LETTERS = SIGNS - {NodeKind.APPLIED}


def told(matrix: Matrix, frame: Frame, pieces: Sequence[Piece], number: int) -> PlacedText:
    """Which columns the cells of a row stand in; no lines where it need not be told.

    Letters and shares mean something of their own in each column: above them stand numbers.
    """
    runs = list(_runs(pieces)) if _is_told(frame, pieces) else []
    is_short = len(runs) <= _MOST_RUNS and runs != [frame.blocks[number]]
    text = _BETWEEN.join(_name(matrix, *run) for run in runs) if is_short else ""
    room = frame.width_of(number) - 2 * HEAD_PAD
    width = reserved(text, role=TextRole.NOTE, room=room, spare=HEAD_PAD)
    lines = wrap(text, role=TextRole.NOTE, width=width)
    return PlacedText(MARGIN + HEAD_PAD, 0.0, lines, TextRole.NOTE, "start")


def _is_told(frame: Frame, pieces: Sequence[Piece]) -> bool:
    cells = [piece.cell for piece in pieces]
    kinds = {node.kind for cell in cells for node in cell.nodes}
    has_levels = any(cell.level is not None for cell in cells)
    return frame.has_shorts and not has_levels and not kinds & _LETTERS


def _runs(pieces: Sequence[Piece]) -> Iterator[Block]:
    """The columns of all cells, neighbours together."""
    run: Block | None = None
    for piece in sorted(pieces, key=lambda piece: piece.first):
        if run and run[1] == piece.first:
            run = run[0], piece.last
            continue
        if run:
            yield run
        run = piece.first, piece.last
    if run:
        yield run


def _name(matrix: Matrix, first: int, last: int) -> str:
    titles = (matrix.columns[first].label, matrix.columns[last - 1].label)
    return _UP_TO.join(titles[: min(2, last - first)])
