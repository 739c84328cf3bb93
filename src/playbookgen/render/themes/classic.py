"""The classic theme: calm pastel fills, slate lines, green and red events, orange decisions."""

from __future__ import annotations

from playbookgen.model.diagram import EdgeKind, NodeKind, TextRole
from playbookgen.render.themes.slots import Ink, Palette, Theme

_LIGHT = Palette(
    ground="#ffffff",
    nodes={
        NodeKind.START: Ink("#2e8555", "#2e8555", "#1f2933"),
        NodeKind.END: Ink("#27364a", "#27364a", "#1f2933"),
        NodeKind.WON: Ink("#d9f0df", "#2e8555", "#173d29"),
        NodeKind.LOST: Ink("#f1f3f5", "#68768a", "#333f4d"),
        NodeKind.NURTURING: Ink("#fdf1d7", "#b07812", "#4d3608"),
        NodeKind.STAGE: Ink("#f2f6fd", "#6f87b0", "#1f2933"),
        NodeKind.TASK: Ink("#ffffff", "#7586a0", "#1f2933"),
        NodeKind.DECISION: Ink("#fffaf2", "#c9780c", "#1f2933"),
        NodeKind.CRITERION: Ink("#fdfbee", "#948432", "#3b3517"),
        NodeKind.EVENT_OURS: Ink("#d9f0df", "#2e8555", "#173d29"),
        NodeKind.EVENT_NONE: Ink("#fde2e1", "#bf4a46", "#4f1a18"),
        NodeKind.ACTION: Ink("none", "none", "#1f2933"),
        NodeKind.DEAL_STAGE: Ink("#e4ecf9", "#6c86b8", "#1f2f4d"),
        NodeKind.TICK_OURS: Ink("#2e8555", "#2e8555", "#1f2933"),
        NodeKind.TICK_NONE: Ink("#bf4a46", "#bf4a46", "#1f2933"),
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
    },
    bands=("#eef3fb", "#f0f7f0", "#fdf6ec", "#f5f1fa"),
    band_line="#d5dbe5",
    mark=Ink("#ffffff", "#56657a", "#56657a"),
    focus="#1a5fd0",
)

_DARK = Palette(
    ground="#1e2129",
    nodes={
        NodeKind.START: Ink("#4cae79", "#4cae79", "#e6ebf2"),
        NodeKind.END: Ink("#cbd5e1", "#cbd5e1", "#e6ebf2"),
        NodeKind.WON: Ink("#1d3b2b", "#5fbf8a", "#dcf3e4"),
        NodeKind.LOST: Ink("#2d323c", "#98a4b5", "#dbe1ea"),
        NodeKind.NURTURING: Ink("#3b3119", "#d6a545", "#f8e9c6"),
        NodeKind.STAGE: Ink("#2a3346", "#8ea6cf", "#e6ebf2"),
        NodeKind.TASK: Ink("#282d38", "#93a1b7", "#e6ebf2"),
        NodeKind.DECISION: Ink("#33291a", "#e0993a", "#f5ead9"),
        NodeKind.CRITERION: Ink("#322f1e", "#b9a954", "#f0ebd0"),
        NodeKind.EVENT_OURS: Ink("#1d3b2b", "#5fbf8a", "#dcf3e4"),
        NodeKind.EVENT_NONE: Ink("#452424", "#e0807b", "#fbe3e1"),
        NodeKind.ACTION: Ink("none", "none", "#e6ebf2"),
        NodeKind.DEAL_STAGE: Ink("#27344f", "#86a1d4", "#dfe8f8"),
        NodeKind.TICK_OURS: Ink("#5fbf8a", "#5fbf8a", "#e6ebf2"),
        NodeKind.TICK_NONE: Ink("#e0807b", "#e0807b", "#e6ebf2"),
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
    },
    bands=("#232938", "#22302b", "#312a22", "#2b2636"),
    band_line="#3b4252",
    mark=Ink("#1e2129", "#b3bdcb", "#b3bdcb"),
    focus="#8ab4ff",
)

CLASSIC = Theme(
    name="classic",
    light=_LIGHT,
    dark=_DARK,
    node_line=1.2,
    edge_lines={
        EdgeKind.FORWARD: 1.3,
        EdgeKind.LOOP: 1.3,
        EdgeKind.HANDOVER: 1.6,
        EdgeKind.AXIS: 2.4,
        EdgeKind.TIE: 1.2,
        EdgeKind.TIE_NONE: 1.2,
    },
    edge_dashes={EdgeKind.TIE_NONE: "5 4"},
    optional_dash="6 4",
)
