"""What a theme has to say: inks by kind, in light and dark, and the widths of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from playbookgen.model.diagram import EdgeKind, NodeKind, TextRole
from playbookgen.render.themes.colour import contrast

READABLE = 4.5
"""The least contrast of a text with its ground: WCAG 2, level AA."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The three colours of a node, as #rrggbb or `none`."""

    fill: str
    line: str
    text: str


class Slot(StrEnum):
    """What a colour says, whatever wears it."""

    BEGIN = "begin"
    FINISH = "finish"
    GOOD = "good"
    GOOD_SOLID = "good-solid"
    OUTSIDE = "outside"
    """What happens without us: quiet, and told by outline and mark."""
    OUTSIDE_TICK = "outside-tick"
    WAIT = "wait"
    MUTED = "muted"
    STEP = "step"
    TASK = "task"
    DECISION = "decision"
    CRITERION = "criterion"
    STATE = "state"
    BARE = "bare"
    HANDOVER = "handover"
    LINK = "link"
    GAP = "gap"
    """What is missing: quieter than what is there."""
    STRONG = "strong"
    ACCENT = "accent"
    SOFT = "soft"
    FAINT = "faint"
    CARD = "card"


SLOT_BY_KIND: Mapping[NodeKind, Slot] = MappingProxyType(
    {
        NodeKind.START: Slot.BEGIN,
        NodeKind.END: Slot.FINISH,
        NodeKind.WON: Slot.GOOD,
        NodeKind.LOST: Slot.MUTED,
        NodeKind.NURTURING: Slot.WAIT,
        NodeKind.STAGE: Slot.STEP,
        NodeKind.TASK: Slot.TASK,
        NodeKind.DECISION: Slot.DECISION,
        NodeKind.CRITERION: Slot.CRITERION,
        NodeKind.EVENT_OURS: Slot.GOOD,
        NodeKind.EVENT_NONE: Slot.OUTSIDE,
        NodeKind.ACTION: Slot.BARE,
        NodeKind.DEAL_STAGE: Slot.STATE,
        NodeKind.TICK_OURS: Slot.GOOD_SOLID,
        NodeKind.TICK_NONE: Slot.OUTSIDE_TICK,
        NodeKind.HANDOVER: Slot.HANDOVER,
        NodeKind.LINK: Slot.LINK,
        NodeKind.HEADING: Slot.BARE,
        NodeKind.TECHNOLOGY: Slot.ACCENT,
        NodeKind.GAP: Slot.GAP,
        NodeKind.RESPONSIBLE: Slot.STRONG,
        NodeKind.ACCOUNTABLE: Slot.DECISION,
        NodeKind.CONSULTED: Slot.SOFT,
        NodeKind.INFORMED: Slot.FAINT,
        NodeKind.APPLIED: Slot.STRONG,
        NodeKind.ORPHAN: Slot.GAP,
        NodeKind.METER: Slot.ACCENT,
        NodeKind.METER_ROOM: Slot.FAINT,
        NodeKind.CARD: Slot.CARD,
        NodeKind.FACT: Slot.BARE,
        NodeKind.DECIDER: Slot.DECISION,
        NodeKind.BUYER_STEP: Slot.ACCENT,
        NodeKind.FUNNEL: Slot.ACCENT,
        NodeKind.TODAY: Slot.MUTED,
        NodeKind.GIVEN_UP: Slot.GAP,
        NodeKind.NEW: Slot.GOOD,
    }
)
"""The look of each kind of node, the same in every theme."""
CAPTIONED = (NodeKind.START, NodeKind.END, NodeKind.TICK_OURS, NodeKind.TICK_NONE)
"""Kinds whose words hang below them, on the map's ground."""


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of a theme, on light or on dark ground."""

    ground: str
    slots: Mapping[Slot, Ink]
    edges: Mapping[EdgeKind, str]
    texts: Mapping[TextRole, str]
    """Colours of texts outside nodes, and of notes inside them."""
    bands: tuple[str, ...]
    """Fills of lanes by tone; the last is for what belongs to nobody."""
    band_line: str
    mark: Ink
    focus: str
    accent: str
    """Of the main line of a process."""

    @property
    def nodes(self) -> Mapping[NodeKind, Ink]:
        """The ink of every kind of node."""
        return {kind: self.slots[slot] for kind, slot in SLOT_BY_KIND.items()}

    @property
    def notes(self) -> Mapping[NodeKind, str]:
        """The colour of notes inside every kind: the label's where their own cannot be read."""
        own = self.texts[TextRole.NOTE]
        return {
            kind: own if _is_readable(own, ink.fill) else ink.text
            for kind, ink in self.nodes.items()
            if kind not in CAPTIONED
        } | dict.fromkeys(CAPTIONED, own)


def _is_readable(text: str, fill: str) -> bool:
    return fill == "none" or contrast(text, fill) >= READABLE


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    width: float
    """In px."""
    dash: str = ""
    """The pattern as SVG writes it; empty for a solid line."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A named look."""

    name: str
    light: Palette
    dark: Palette
    outline: Stroke
    """Of the nodes whose slot is not in `outlines`."""
    outlines: Mapping[Slot, Stroke]
    lines: Mapping[EdgeKind, Stroke]
    main: Stroke = Stroke(2.2)
    """Of the main line of a process, whatever kind of connection its parts are."""
    optional_dash: str = "6 4"

    def outline_of(self, kind: NodeKind) -> Stroke:
        """The stroke of a kind's outline."""
        return self.outlines.get(SLOT_BY_KIND[kind], self.outline)
