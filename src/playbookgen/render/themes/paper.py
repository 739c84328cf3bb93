"""The theme for paper: black on white, kinds told apart by strokes, dashes and two greys."""

from __future__ import annotations

from playbookgen.model.diagram import EdgeKind, TextRole
from playbookgen.render.themes.slots import Ink, Palette, Slot, Stroke, Theme

_BLACK, _WHITE = "#000000", "#ffffff"
_PALE, _GREY = "#e6e6e6", "#c4c4c4"

_OUTLINED = Ink(_WHITE, _BLACK, _BLACK)
_PALE_FILLED = Ink(_PALE, _BLACK, _BLACK)
_SOLID = Ink(_BLACK, _BLACK, _BLACK)

_PAPER = Palette(
    ground=_WHITE,
    slots=dict.fromkeys(Slot, _OUTLINED)
    | dict.fromkeys((Slot.BEGIN, Slot.FINISH, Slot.GOOD_SOLID), _SOLID)
    | dict.fromkeys((Slot.MUTED, Slot.STATE, Slot.DECISION), _PALE_FILLED)
    | {
        Slot.ACCENT: Ink(_GREY, _BLACK, _BLACK),
        Slot.STRONG: Ink(_BLACK, _BLACK, _WHITE),
        Slot.BARE: Ink("none", "none", _BLACK),
    },
    edges=dict.fromkeys(EdgeKind, _BLACK),
    texts=dict.fromkeys(TextRole, _BLACK),
    bands=(_WHITE, "#f2f2f2") * 4,
    band_line="#8c8c8c",
    mark=_OUTLINED,
    focus=_BLACK,
    accent=_BLACK,
)

PRINT = Theme(
    name="print",
    light=_PAPER,
    dark=_PAPER,
    outline=Stroke(1.2),
    main=Stroke(2.6),
    outlines={
        Slot.GOOD: Stroke(2.4),
        Slot.OUTSIDE: Stroke(1.6, "8 3"),
        Slot.OUTSIDE_TICK: Stroke(1.6),
        Slot.WAIT: Stroke(1.4, "1.5 2.5"),
        Slot.STEP: Stroke(1.6),
        Slot.TASK: Stroke(0.9),
        Slot.DECISION: Stroke(2.0),
        Slot.CRITERION: Stroke(0.9),
        Slot.HANDOVER: Stroke(2.8),
        Slot.GAP: Stroke(1.2, "2 3"),
        Slot.FAINT: Stroke(0.8),
        Slot.CARD: Stroke(0.9),
    },
    lines={
        EdgeKind.FORWARD: Stroke(1.3),
        EdgeKind.LOOP: Stroke(1.3, "7 3"),
        EdgeKind.HANDOVER: Stroke(2.2),
        EdgeKind.AXIS: Stroke(2.6),
        EdgeKind.TIE: Stroke(1.1),
        EdgeKind.TIE_NONE: Stroke(1.1, "4 3"),
    },
)
