"""Sections: runs of steps in one lane or group, each with its title at its top left corner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from playbookgen.layout.flowchart.frame import MARGIN, band_ref
from playbookgen.layout.flowchart.narrow.column_sequence import Step
from playbookgen.layout.flowchart.narrow.sizes import LINE_GAP, PAD, WIDER, Room
from playbookgen.layout.text import widest_word, wrap
from playbookgen.model.diagram import Group, Lane, PlacedBand, PlacedEdge, PlacedText, TextRole

_ABOVE_TITLE = 6.0
_BELOW_TITLE = 8.0
_FOOT = 12.0
_BETWEEN = 8.0
"""Between the last step of a section and one in none."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of steps; without a ref, one of steps that lie in no lane or group."""

    ref: str
    turn: int
    count: int
    """How many steps it has."""
    title: PlacedText
    """The title, with no place yet, as it fits left of the main line."""
    whole: PlacedText
    """The same where no word of it breaks, if it is not too wide for the right of the line."""
    room: Room

    @property
    def head(self) -> float:
        """The room above its first step."""
        if not self.title.lines:
            return PAD if self.ref else _BETWEEN
        return _ABOVE_TITLE + max(self.title.height, self.whole.height) + _BELOW_TITLE

    @property
    def foot(self) -> float:
        """The room below its last step."""
        return _FOOT if self.ref else _FOOT / 2

    @property
    def pad(self) -> float:
        """The room right of all that it holds."""
        return self.room.left - PAD / 2 if self.room.left > MARGIN else MARGIN

    @property
    def right(self) -> float:
        """How far its title reaches."""
        if self.whole.width <= self.title.width:
            return self.room.left + self.title.width
        return min(self.room.line + WIDER * self.whole.width + 2 * LINE_GAP, self.room.right)


def sections_of(
    steps: Sequence[Step], parts: Sequence[Lane | Group], room: Room
) -> tuple[Section, ...]:
    """The sections of a column, from top to bottom."""
    titles = {part.ref: part.title for part in parts}
    tones = (at if part.tone is None else part.tone for at, part in enumerate(parts))
    turns = dict(zip(titles, tones, strict=True))
    return tuple(
        _section(ref, turns.get(ref, 0), len(list(run)), titles.get(ref, ""), room)
        for ref, run in groupby(steps, key=lambda step: step.section)
    )


def _section(ref: str, turn: int, count: int, title: str, room: Room) -> Section:
    left = (room.line - room.left - LINE_GAP) / WIDER
    word = widest_word(title, role=TextRole.BAND, limit=room.right - room.left)
    width = max(left, room.right - room.line - 2 * LINE_GAP) if word > left else left
    return Section(ref, turn, count, _wrapped(title, left), _wrapped(title, width), room)


def _wrapped(title: str, width: float) -> PlacedText:
    lines = wrap(title, role=TextRole.BAND, width=width)
    return PlacedText(0.0, 0.0, lines, TextRole.BAND, "start")


def bands_of(
    sections: Sequence[Section],
    tops: Sequence[float],
    bottom: float,
    width: float,
    edges: Sequence[PlacedEdge],
) -> Iterator[PlacedBand]:
    """The lanes and groups behind their steps; each run of steps is a band of its own."""
    seen: Counter[str] = Counter()
    for section, top, end in zip(sections, tops, [*tops[1:], bottom], strict=False):
        if not section.ref:
            continue
        seen[section.ref] += 1
        number = seen[section.ref]
        yield PlacedBand(
            ref=band_ref(section.ref, number - 1),
            x=MARGIN,
            y=round(top, 2),
            width=round(width - 2 * MARGIN, 2),
            height=round(end - top, 2),
            text=_titled(section, top, width, edges),
            part=section.ref,
            turn=section.turn,
        )


def _titled(
    section: Section, top: float, width: float, edges: Sequence[PlacedEdge]
) -> PlacedText | None:
    """The title at the top left corner; one with a long word right of the main line, if it can."""
    if not section.title.lines:
        return None
    whole = _at(section.whole, section.room.left, top)
    x = _free(whole, edges, width - MARGIN)
    if x is None:
        return _at(section.title, section.room.left, top)
    return replace(whole, x=round(x, 2))


def _at(text: PlacedText, x: float, top: float) -> PlacedText:
    return replace(text, x=x, y=round(top + _ABOVE_TITLE + text.height / 2, 2))


def _free(text: PlacedText, edges: Sequence[PlacedEdge], right: float) -> float | None:
    """Where a title fits between upright lines: at the left, or else as far right as it can."""
    top, bottom = text.y - text.height / 2, text.y + text.height / 2
    lines = {
        a[0]
        for edge in edges
        for a, b in pairwise(edge.points)
        if min(a[1], b[1]) < bottom and top < max(a[1], b[1])
    }
    borders = [text.x - LINE_GAP, *sorted(x for x in lines if x > text.x), right]
    first, *others = pairwise(borders)
    need = text.width + 2 * LINE_GAP
    if first[1] - first[0] >= need:
        return text.x
    # At the right border, so that it is not taken for the label of a line.
    free = (b - WIDER * text.width - LINE_GAP for a, b in reversed(others) if b - a >= need * WIDER)
    return next(free, None)
