"""The frame of a flowchart: its margins, the titles of its lanes, the room for a row of steps."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.layout.text import widest_word, wrap_evenly
from playbookgen.model.diagram import Flowchart, PlacedText, TextRole

MARGIN = 12.0
NARROW = 520.0
"""Pages of less width have one column of steps."""
_HEAD_TEXT = 96.0
_HEAD_WORD = 150.0
"""How wide a word may be for which the titles get more room; longer ones break."""
_HEAD_PAD = 10.0
_LANE_PAD = 8.0
GROUP_PAD = 10.0
"""Between the frame of a group and what lies in it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page gives to the rows of a chart."""

    width: float
    titles: tuple[PlacedText, ...]
    """The titles of the lanes, with no place yet."""
    head: float
    """The width of the column that holds the titles; 0 without lanes."""
    pad: float
    """Between the right border of lanes or groups and the rows, also at the left of groups."""

    @property
    def room(self) -> float:
        """How wide a row may be."""
        return self.width - self.left - self.right

    @property
    def left(self) -> float:
        """Where rows begin."""
        return MARGIN + (self.head or self.pad)

    @property
    def right(self) -> float:
        """The room right of the rows."""
        return MARGIN + self.pad


def frame_of(chart: Flowchart, width: float) -> Frame:
    """The frame of a chart on a page of this width."""
    words = (widest_word(lane.title, role=TextRole.BAND, limit=_HEAD_WORD) for lane in chart.lanes)
    room = max([_HEAD_TEXT, *words])
    titles = tuple(_title(lane.title, room) for lane in chart.lanes)
    widest = max((title.width for title in titles), default=0.0)
    head = widest + 2 * _HEAD_PAD + 4.0 if chart.lanes else 0.0
    pad = _LANE_PAD if chart.lanes else GROUP_PAD if chart.groups else 0.0
    return Frame(width, titles, head, pad)


def _title(text: str, width: float) -> PlacedText:
    lines = wrap_evenly(text, role=TextRole.BAND, width=width)
    return PlacedText(0, 0, lines, TextRole.BAND, "start")


def band_ref(part: str, at: int) -> str:
    """The ref of a lane's or group's band in row `at`; no ref of the model has a tilde."""
    return f"{part}~{at + 1}" if at else part
