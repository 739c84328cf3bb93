"""What maps mean: nodes, edges, flowcharts, timelines; no positions, no looks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from playbookgen.model.diagram.kinds import EdgeKind, NodeKind


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on a map."""

    ref: str
    """The model's path of ids, unique on the map, such as `stages.closing`."""
    kind: NodeKind
    label: str
    note: str = ""
    """Small print below the label: who, with what, how long; a line each."""
    items: tuple[str, ...] = ()
    """Statements listed below the label, one under the other, such as criteria."""
    marks: tuple[str, ...] = ()
    """Of a closed list: automated, manual, document, meeting, optional, draft,
    influence_none."""
    target: str = ""
    """The ref whose page or anchor the node leads to; empty for none."""
    lane: str = ""
    """The ref of the lane that it lies in; empty in a map without lanes."""
    spoken: str = ""
    """What assistive technology says of it in a matrix; the label where empty."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A connection of two nodes, by their refs."""

    source: str
    target: str
    label: str = ""
    kind: EdgeKind = EdgeKind.FORWARD

    @property
    def ref(self) -> str:
        """Unique on the map: there is one edge at most from a node to another."""
        return f"{self.source}--{self.target}"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind of node, a mark on nodes or a kind of edge, and what it means in words."""

    kind: NodeKind
    text: str
    mark: str = ""
    edge: EdgeKind | None = None
    """The kind of edge that is explained, if it is none of nodes."""
    is_main: bool = False
    """Whether it explains the edges of the main line."""
    label: str = ""
    """What stands in the sample, such as a letter."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of a swimlane map: a role, a team or a phase."""

    ref: str
    title: str
    tone: int | None = None
    """Which of the theme's fills it has on every map; its place among the lanes if not said."""


@dataclass(frozen=True, slots=True)
class Group:
    """Steps that belong together, such as those of a half-process, in the order of the process."""

    ref: str
    title: str
    members: tuple[str, ...]
    """Refs of nodes; no node is in two groups."""
    tone: int | None = None
    """As of a lane."""
    continued: str = ""
    """The title where steps of it come again in a later row, such as "Sales (continued)"."""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """Steps and the ways between them, in the order of the process."""

    ref: str
    """What it shows, unique in the edition: `process`, `stages.closing`."""
    title: str
    description: str
    """The map in a sentence or two of text, for those who do not see it."""
    language: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    legend: tuple[LegendEntry, ...] = ()
    lanes: tuple[Lane, ...] = ()
    """From top to bottom; none for a map without lanes."""
    groups: tuple[Group, ...] = ()
    """Drawn behind their steps, in a map without lanes."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event above the time axis, the deal stages over it, our actions below."""

    node: Node
    at: str
    deal_stages: tuple[Node, ...]
    actions: tuple[Node, ...]
    share: Fraction | None = None
    """How much of the journey's time has gone by, from 0 to 1; None where it is not said."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A journey's time, against which events stand to scale."""

    title: str
    marks: tuple[tuple[Fraction, str], ...]
    """Round times: their share of the whole, from 0 to 1, and their words."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The buyer's journey on an axis of time."""

    ref: str
    title: str
    description: str
    language: str
    events: tuple[TimelineEvent, ...]
    captions: tuple[str, str, str]
    """The words for its three rows: deal stages, the buyer, we."""
    legend: tuple[LegendEntry, ...] = ()
    scale: TimeScale | None = None
    """None where too few events say when they happen."""
