"""Text in boxes: how wide it is, and how it breaks into lines."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, inf

from playbookgen.layout.characters import advance
from playbookgen.layout.pieces import Pieces, pieces_of, plain, within
from playbookgen.model.diagram import LINE_HEIGHT, STRONG_ROLES, TEXT_SIZE, TextLine, TextRole

_STEP = 2.0
_MEMORY = 8192
"""Texts of which widths and lines are kept: those of some maps, each asked for many times."""


@lru_cache(_MEMORY)
def measure(text: str, *, role: TextRole) -> float:
    """The width of `text` on one line, in px."""
    return _in_px(advance(plain(text), is_bold=role in STRONG_ROLES), TEXT_SIZE[role])


def _in_px(length: int, size: float) -> float:
    return round(length * size / 1000, 2)


def _reach(width: float, size: float) -> int:
    """The longest advance that is within `width` px once it is rounded."""
    reach = int((width + 0.01) * 1000 / size)
    while round(reach * size / 1000, 2) > width:
        reach -= 1
    return reach


def line_height(role: TextRole) -> float:
    """The distance of two baselines, in px."""
    return TEXT_SIZE[role] * LINE_HEIGHT


@lru_cache(_MEMORY)
def widest_word(text: str, *, role: TextRole, limit: float) -> float:
    """The widest part of `text` that no line break may divide, of those within `limit`."""
    pieces, size = pieces_of(text, role in STRONG_ROLES), TEXT_SIZE[role]
    widest = _in_px(pieces.widest, size)
    if widest <= limit:
        return widest
    reach = _reach(limit, size)
    return _in_px(max((need for need in pieces.needs if need <= reach), default=0), size)


def wrap(
    text: str, *, role: TextRole, width: float, max_lines: int | None = None
) -> tuple[TextLine, ...]:
    """The lines of `text` in a box of `width`; the width gives way where lines run out."""
    lines = _filled(text, role, width)
    while max_lines and len(lines) > max_lines:
        width *= 1.1
        lines = _filled(text, role, width)
    return lines


@lru_cache(_MEMORY)
def _filled(text: str, role: TextRole, width: float) -> tuple[TextLine, ...]:
    """Lines filled one after the other, as many pieces in each as fit."""
    size = TEXT_SIZE[role]
    reach = _reach(width, size)
    pieces = within(pieces_of(text, role in STRONG_ROLES), reach)
    return _lines(pieces, _starts(pieces, reach)[0], size)


@lru_cache(_MEMORY)
def wrap_evenly(text: str, *, role: TextRole, width: float) -> tuple[TextLine, ...]:
    """The lines of `text` in as few lines as `wrap` needs, but of like length."""
    pieces, size = pieces_of(text, role in STRONG_ROLES), TEXT_SIZE[role]
    reach = _reach(width, size)
    if pieces.total <= reach:
        return _one_line(text, role)
    count = len(_starts(within(pieces, reach), reach)[0])
    limit = width if pieces.widest > reach else inf
    needed, lines = _evenly(text, role, count, limit)
    return lines if needed < width else _filled(text, role, width)


@lru_cache(_MEMORY)
def _one_line(text: str, role: TextRole) -> tuple[TextLine, ...]:
    pieces = pieces_of(text, role in STRONG_ROLES)
    return _lines(pieces, [0], TEXT_SIZE[role])


@lru_cache(_MEMORY)
def _evenly(
    text: str, role: TextRole, count: int, limit: float
) -> tuple[float, tuple[TextLine, ...]]:
    """The least width, in steps, at which a text takes `count` lines, and these lines.

    `limit` is the width of the box where words are wider than it.
    """
    pieces, size = pieces_of(text, role in STRONG_ROLES), TEXT_SIZE[role]
    narrow = max(_in_px(pieces.total, size) / count, widest_word(text, role=role, limit=limit))
    while narrow < limit:
        reach = _reach(narrow, size)
        fitting = within(pieces, reach)
        starts, wanted = _starts(fitting, reach)
        if len(starts) <= count:
            return narrow, _lines(fitting, starts, size)
        # Until the line that wants least more has it, all lines stay as they are.
        steps = 1 if fitting.is_split else ceil((_in_px(wanted, size) - narrow) / _STEP)
        narrow += _STEP * max(1, steps)
    return limit, ()


def _starts(pieces: Pieces, reach: int) -> tuple[list[int], int]:
    """The pieces that begin lines, and the least reach at which they would be others."""
    starts, start, filled, wanted = [0], 0, 0, pieces.total
    for at, need in enumerate(pieces.needs):
        if filled + need > reach and at > start:
            wanted = min(wanted, filled + need)
            starts.append(at)
            start, filled = at, 0
        filled += pieces.advances[at]
    return starts, wanted


def _lines(pieces: Pieces, starts: list[int], size: float) -> tuple[TextLine, ...]:
    """The lines of which these pieces are the first."""
    lines = []
    for start, end in zip(starts, (*starts[1:], len(pieces.texts)), strict=True):
        texts = pieces.texts[start:end]
        if texts:
            length = sum(pieces.advances[start : end - 1]) + pieces.lasts[end - 1]
            lines.append(TextLine("".join(texts).rstrip(" "), round(length * size / 1000, 2)))
    return tuple(lines)
