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
    """The same as it fits right of the main line, if titles are there."""
    is_right: bool
    """Whether titles are at the right border, as all of a column are if one has a long word."""
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
        if not self.is_right:
            return self.room.left + self.title.width
        return min(self.room.line + WIDER * self.whole.width + 2 * LINE_GAP, self.room.right)


@dataclass(frozen=True, slots=True)
class Run:
    """Steps one after the other in one lane or group, with the title that they are given."""

    ref: str
    count: int
    title: str
    role: TextRole


def runs_of(steps: Sequence[Step], parts: Sequence[Lane | Group]) -> Iterator[Run]:
    """The runs of a column, from top to bottom; those in no lane or group have no title."""
    known = {part.ref: part for part in parts}
    seen: set[str] = set()
    for ref, run in groupby(steps, key=lambda step: step.section):
        yield Run(ref, len(list(run)), *_named(known.get(ref), is_again=ref in seen))
        seen.add(ref)


def sections_of(
    runs: Sequence[Run], parts: Sequence[Lane | Group], room: Room
) -> tuple[Section, ...]:
    """The sections of a column, from top to bottom."""
    turns = {part.ref: at if part.tone is None else part.tone for at, part in enumerate(parts)}
    is_right = any(_word(run, room) > _left(room) for run in runs)
    return tuple(
        Section(
            run.ref,
            turns.get(run.ref, 0),
            run.count,
            *_texts(run.title, run.role, room, is_right=is_right),
            is_right,
            room,
        )
        for run in runs
    )


def _named(part: Lane | Group | None, *, is_again: bool) -> tuple[str, TextRole]:
    """The title of a section; that of a group that goes on is in small print."""
    if isinstance(part, Group) and is_again and part.continued:
        return part.continued, TextRole.NOTE
    return part.title if part else "", TextRole.BAND


def _left(room: Room) -> float:
    """The room for words left of the main line, in a reader's font."""
    return (room.line - room.left - LINE_GAP) / WIDER


def _word(run: Run, room: Room) -> float:
    return widest_word(run.title, role=run.role, limit=room.right - room.left)


def _texts(
    title: str, role: TextRole, room: Room, *, is_right: bool
) -> tuple[PlacedText, PlacedText]:
    """A title as it fits left of the main line, and as it fits where the titles are."""
    right = (room.right - room.line - 2 * LINE_GAP) / WIDER
    widths = (_left(room), max(_left(room), right) if is_right else _left(room))
    lines = (wrap(title, role=role, width=width) for width in widths)
    left, whole = (PlacedText(0.0, 0.0, broken, role, "start") for broken in lines)
    return left, whole


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
    """The title at the top left corner; at the right, if titles are there and nothing else is."""
    if not section.title.lines:
        return None
    whole = _at(section.whole, section.room.left, top)
    free = _free(whole, edges, width - MARGIN) if section.is_right else None
    return free or _at(section.title, section.room.left, top)


def _at(text: PlacedText, x: float, top: float) -> PlacedText:
    return replace(text, x=x, y=round(top + _ABOVE_TITLE + text.height / 2, 2))


def _free(text: PlacedText, edges: Sequence[PlacedEdge], right: float) -> PlacedText | None:
    """A title where it fits between upright lines: as far right as it can, or else at the left."""
    borders = [text.x - LINE_GAP, *sorted(_lines_at(text, edges)), right]
    first, *others = pairwise(borders)
    need = text.width + 2 * LINE_GAP
    # At the right border, so that it is not taken for the label of a line.
    rooms = reversed(others or [first])
    ends = (round(b - LINE_GAP, 2) for a, b in rooms if b - a >= need * WIDER)
    if end := next(ends, None):
        return replace(text, x=end, anchor="end")
    return text if first[1] - first[0] >= need else None


def _lines_at(text: PlacedText, edges: Sequence[PlacedEdge]) -> set[float]:
    """Where upright lines right of the beginning of a text run at its height."""
    top, bottom = text.y - text.height / 2, text.y + text.height / 2
    pairs = (pair for edge in edges for pair in pairwise(edge.points))
    lines = {a[0] for a, b in pairs if min(a[1], b[1]) < bottom and top < max(a[1], b[1])}
    return {x for x in lines if x > text.x}
