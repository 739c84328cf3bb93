"""The classic theme: calm pastel fills, slate lines, green and red events, orange decisions."""

from __future__ import annotations

from playbookgen.model.diagram import EdgeKind, TextRole
from playbookgen.render.themes.slots import Ink, Palette, Slot, Stroke, Theme

_LIGHT = Palette(
    ground="#ffffff",
    slots={
        Slot.BEGIN: Ink("#2e8555", "#2e8555", "#1f2933"),
        Slot.FINISH: Ink("#27364a", "#27364a", "#1f2933"),
        Slot.GOOD: Ink("#d9f0df", "#2e8555", "#173d29"),
        Slot.MUTED: Ink("#f1f3f5", "#68768a", "#333f4d"),
        Slot.WAIT: Ink("#fdf1d7", "#b07812", "#4d3608"),
        Slot.STEP: Ink("#f2f6fd", "#6f87b0", "#1f2933"),
        Slot.TASK: Ink("#ffffff", "#7586a0", "#1f2933"),
        Slot.DECISION: Ink("#fffaf2", "#c9780c", "#1f2933"),
        Slot.CRITERION: Ink("#fdfbee", "#948432", "#3b3517"),
        Slot.BAD: Ink("#fde2e1", "#bf4a46", "#4f1a18"),
        Slot.BARE: Ink("none", "none", "#1f2933"),
        Slot.STATE: Ink("#e4ecf9", "#6c86b8", "#1f2f4d"),
        Slot.GOOD_SOLID: Ink("#2e8555", "#2e8555", "#1f2933"),
        Slot.BAD_SOLID: Ink("#bf4a46", "#bf4a46", "#1f2933"),
        Slot.HANDOVER: Ink("#e6eefb", "#2f62b0", "#14305c"),
        Slot.LINK: Ink("#ffffff", "#64748b", "#333f4d"),
        Slot.GAP: Ink("#fff7f6", "#c2736f", "#7a2f2b"),
        Slot.STRONG: Ink("#3d5a8c", "#3d5a8c", "#ffffff"),
        Slot.ACCENT: Ink("#d6e4f8", "#5f82bd", "#16294a"),
        Slot.SOFT: Ink("#e9eef6", "#738aad", "#27364a"),
        Slot.FAINT: Ink("#f6f8fb", "#7f8ca0", "#414d5c"),
        Slot.CARD: Ink("#ffffff", "#7f8ca0", "#1f2933"),
    },
    edges={
        EdgeKind.FORWARD: "#64748b",
        EdgeKind.LOOP: "#8a6d3b",
        EdgeKind.HANDOVER: "#4a6fa5",
        EdgeKind.AXIS: "#41526a",
        EdgeKind.TIE: "#64748b",
        EdgeKind.TIE_NONE: "#64748b",
    },
    texts={
        TextRole.LABEL: "#1f2933",
        TextRole.NOTE: "#56616f",
        TextRole.EDGE: "#4a5563",
        TextRole.BAND: "#56616f",
        TextRole.STATUS: "#1f2f4d",
        TextRole.LEGEND: "#4a5563",
        TextRole.ACTION: "#1f2933",
        TextRole.TITLE: "#1f2933",
    },
    bands=("#eef3fb", "#f0f7f0", "#fdf6ec", "#f5f1fa"),
    band_line="#d5dbe5",
    mark=Ink("#ffffff", "#56657a", "#56657a"),
    focus="#1a5fd0",
)

_DARK = Palette(
    ground="#1e2129",
    slots={
        Slot.BEGIN: Ink("#4cae79", "#4cae79", "#e6ebf2"),
        Slot.FINISH: Ink("#cbd5e1", "#cbd5e1", "#e6ebf2"),
        Slot.GOOD: Ink("#1d3b2b", "#5fbf8a", "#dcf3e4"),
        Slot.MUTED: Ink("#2d323c", "#98a4b5", "#dbe1ea"),
        Slot.WAIT: Ink("#3b3119", "#d6a545", "#f8e9c6"),
        Slot.STEP: Ink("#2a3346", "#8ea6cf", "#e6ebf2"),
        Slot.TASK: Ink("#282d38", "#93a1b7", "#e6ebf2"),
        Slot.DECISION: Ink("#33291a", "#e0993a", "#f5ead9"),
        Slot.CRITERION: Ink("#322f1e", "#b9a954", "#f0ebd0"),
        Slot.BAD: Ink("#452424", "#e0807b", "#fbe3e1"),
        Slot.BARE: Ink("none", "none", "#e6ebf2"),
        Slot.STATE: Ink("#27344f", "#86a1d4", "#dfe8f8"),
        Slot.GOOD_SOLID: Ink("#5fbf8a", "#5fbf8a", "#e6ebf2"),
        Slot.BAD_SOLID: Ink("#e0807b", "#e0807b", "#e6ebf2"),
        Slot.HANDOVER: Ink("#1f3154", "#7ea6e8", "#dfe8f8"),
        Slot.LINK: Ink("#1e2129", "#93a1b7", "#dbe1ea"),
        Slot.GAP: Ink("#2d2328", "#c9837f", "#f5d5d3"),
        Slot.STRONG: Ink("#8fb0e6", "#8fb0e6", "#14203a"),
        Slot.ACCENT: Ink("#2b4066", "#7f9fd4", "#e3ecfb"),
        Slot.SOFT: Ink("#2c3442", "#7c8ca6", "#dbe1ea"),
        Slot.FAINT: Ink("#242a35", "#6f7d93", "#c0c9d6"),
        Slot.CARD: Ink("#2a303c", "#748299", "#e6ebf2"),
    },
    edges={
        EdgeKind.FORWARD: "#93a1b7",
        EdgeKind.LOOP: "#c9a86a",
        EdgeKind.HANDOVER: "#8fb0e6",
        EdgeKind.AXIS: "#b4c0d2",
        EdgeKind.TIE: "#93a1b7",
        EdgeKind.TIE_NONE: "#93a1b7",
    },
    texts={
        TextRole.LABEL: "#e6ebf2",
        TextRole.NOTE: "#b3bdcb",
        TextRole.EDGE: "#c0c9d6",
        TextRole.BAND: "#b3bdcb",
        TextRole.STATUS: "#dfe8f8",
        TextRole.LEGEND: "#c0c9d6",
        TextRole.ACTION: "#e6ebf2",
        TextRole.TITLE: "#e6ebf2",
    },
    bands=("#232938", "#22302b", "#312a22", "#2b2636"),
    band_line="#3b4252",
    mark=Ink("#1e2129", "#b3bdcb", "#b3bdcb"),
    focus="#8ab4ff",
)

OUTLINES = {
    Slot.HANDOVER: Stroke(1.8),
    Slot.GAP: Stroke(1.2, "2 3"),
    Slot.FAINT: Stroke(1.0),
    Slot.CARD: Stroke(1.0),
}
LINES = {
    EdgeKind.FORWARD: Stroke(1.3),
    EdgeKind.LOOP: Stroke(1.3),
    EdgeKind.HANDOVER: Stroke(1.6),
    EdgeKind.AXIS: Stroke(2.4),
    EdgeKind.TIE: Stroke(1.2),
    EdgeKind.TIE_NONE: Stroke(1.2, "5 4"),
}
CLASSIC = Theme(
    name="classic",
    light=_LIGHT,
    dark=_DARK,
    outline=Stroke(1.2),
    outlines=OUTLINES,
    lines=LINES,
)
