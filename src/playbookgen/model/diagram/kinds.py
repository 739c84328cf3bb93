"""The closed lists of maps: kinds of nodes, edges and texts, outlines, type sizes."""

from __future__ import annotations

from enum import StrEnum


class _Kind(StrEnum):
    """A closed list whose members are looked up by the thousand in every layout."""

    __hash__ = str.__hash__  # Enum's own is a function of Python, and ten times as slow.


class NodeKind(_Kind):
    """What a node stands for; themes give each kind its look."""

    START = "start"
    END = "end"
    WON = "won"
    LOST = "lost"
    NURTURING = "nurturing"
    STAGE = "stage"
    TASK = "task"
    DECISION = "decision"
    CRITERION = "criterion"
    EVENT_OURS = "event-ours"
    EVENT_NONE = "event-none"
    ACTION = "action"
    DEAL_STAGE = "deal-stage"
    TICK_OURS = "tick-ours"
    TICK_NONE = "tick-none"
    HANDOVER = "handover"
    """The gate at which one half-process hands its result to the next."""
    LINK = "link"
    """Where the way goes on in another row: BPMN's link event."""
    HEADING = "heading"
    """The head of a column or row."""
    TECHNOLOGY = "technology"
    GAP = "gap"
    """A place where something is missing."""
    RESPONSIBLE = "responsible"
    ACCOUNTABLE = "accountable"
    CONSULTED = "consulted"
    INFORMED = "informed"
    APPLIED = "applied"
    """A dot: what the row says holds in the column."""
    ORPHAN = "orphan"
    """What nothing refers to."""
    METER = "meter"
    """A bar as long as a share."""
    METER_ROOM = "meter-room"
    """The room of a bar, behind it."""
    CARD = "card"
    FACT = "fact"
    """A line of small print without outline."""
    DECIDER = "decider"
    """Who decides or approves at the customer."""
    BUYER_STEP = "buyer-step"
    """A step of the customer's decision."""
    FUNNEL = "funnel"
    TODAY = "today"
    """A stage of the process as it is."""
    GIVEN_UP = "given-up"
    """A stage of the process as it is that nothing replaces."""
    NEW = "new"
    """A stage of the process to be that replaces nothing."""


class Shape(_Kind):
    """The outlines that maps are drawn with."""

    ROUNDED = "rounded"
    BOX = "box"
    DIAMOND = "diamond"
    CIRCLE = "circle"
    DOUBLE_CIRCLE = "double-circle"
    CHEVRON = "chevron"
    NOTE = "note"
    PLAIN = "plain"


SHAPE_BY_KIND = {
    NodeKind.START: Shape.CIRCLE,
    NodeKind.END: Shape.DOUBLE_CIRCLE,
    NodeKind.WON: Shape.ROUNDED,
    NodeKind.LOST: Shape.BOX,
    NodeKind.NURTURING: Shape.ROUNDED,
    NodeKind.STAGE: Shape.ROUNDED,
    NodeKind.TASK: Shape.ROUNDED,
    NodeKind.DECISION: Shape.DIAMOND,
    NodeKind.CRITERION: Shape.NOTE,
    NodeKind.EVENT_OURS: Shape.ROUNDED,
    NodeKind.EVENT_NONE: Shape.BOX,
    NodeKind.ACTION: Shape.PLAIN,
    NodeKind.DEAL_STAGE: Shape.CHEVRON,
    NodeKind.TICK_OURS: Shape.CIRCLE,
    NodeKind.TICK_NONE: Shape.DIAMOND,
    NodeKind.HANDOVER: Shape.DIAMOND,
    NodeKind.LINK: Shape.ROUNDED,
    NodeKind.HEADING: Shape.PLAIN,
    NodeKind.TECHNOLOGY: Shape.ROUNDED,
    NodeKind.GAP: Shape.BOX,
    NodeKind.RESPONSIBLE: Shape.ROUNDED,
    NodeKind.ACCOUNTABLE: Shape.ROUNDED,
    NodeKind.CONSULTED: Shape.ROUNDED,
    NodeKind.INFORMED: Shape.ROUNDED,
    NodeKind.APPLIED: Shape.CIRCLE,
    NodeKind.ORPHAN: Shape.BOX,
    NodeKind.METER: Shape.BOX,
    NodeKind.METER_ROOM: Shape.BOX,
    NodeKind.CARD: Shape.ROUNDED,
    NodeKind.FACT: Shape.PLAIN,
    NodeKind.DECIDER: Shape.ROUNDED,
    NodeKind.BUYER_STEP: Shape.CHEVRON,
    NodeKind.FUNNEL: Shape.BOX,
    NodeKind.TODAY: Shape.ROUNDED,
    NodeKind.GIVEN_UP: Shape.ROUNDED,
    NodeKind.NEW: Shape.ROUNDED,
}


class EdgeKind(_Kind):
    """What an arrow or line stands for."""

    FORWARD = "forward"
    LOOP = "loop"
    HANDOVER = "handover"
    AXIS = "axis"
    TIE = "tie"
    """A line without direction, as between an event and the time axis."""
    TIE_NONE = "tie-none"
    """The same to what we have no influence on, or do not know."""


class TextRole(_Kind):
    """What a text is for; themes give each role its colour."""

    LABEL = "label"
    NAME = "name"
    """What a step is called: the eye finds these first."""
    QUESTION = "question"
    """What a gate decides."""
    NOTE = "note"
    EDGE = "edge"
    BAND = "band"
    STATUS = "status"
    LEGEND = "legend"
    ACTION = "action"
    TITLE = "title"
    """What stands over a whole column or list."""


TEXT_SIZE = {
    TextRole.LABEL: 14.0,
    TextRole.NAME: 14.0,
    TextRole.QUESTION: 12.5,
    TextRole.NOTE: 12.0,
    TextRole.EDGE: 12.0,
    TextRole.BAND: 12.5,
    TextRole.STATUS: 12.5,
    TextRole.LEGEND: 12.0,
    TextRole.ACTION: 12.5,
    TextRole.TITLE: 16.0,
}
"""Type sizes in px: part of the meaning of a role, since boxes are sized by them."""
SEMIBOLD = 600
STRONG_ROLES = frozenset([TextRole.NAME, TextRole.TITLE])
"""Roles set semibold; all others are of regular weight. Widths are measured for these two alone."""
BUYER_TONE = 2
NOBODY_TONE = 7
TEAM_TONES = (0, 1, 3, 4, 5, 6)
"""Which fills of a theme stand for the buyer, for nobody, and for teams in their order."""
LINE_HEIGHT = 1.3
"""Distance of baselines, in type sizes."""
