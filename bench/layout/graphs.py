"""What every tool is given: the same nodes, edges, lanes and broken lines of text."""

from __future__ import annotations

from dataclasses import dataclass

from playbookgen.layout.text import wrap_evenly
from playbookgen.model.diagram import Flowchart, Node, NodeKind, TextRole

STEP_WIDTH = 136.0
"""How wide the text of a step may be in px; most tools break no lines themselves."""
LABEL_WIDTH = 132.0


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node as other tools are told of it."""

    id: str
    shape: str
    """step, decision, start or end."""
    lines: tuple[str, ...]
    lane: str


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A connection as other tools are told of it."""

    id: str
    source: str
    target: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A process with ids that every tool accepts."""

    number: int
    language: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    lanes: tuple[tuple[str, str], ...]
    """Ids and titles, from top to bottom."""


def graph_of(number: int, chart: Flowchart) -> Graph:
    """The graph of a process."""
    ids = {node.ref: f"n{at}" for at, node in enumerate(chart.nodes)}
    lanes = {lane.ref: f"c{at}" for at, lane in enumerate(chart.lanes)}
    return Graph(
        number,
        chart.language,
        tuple(
            GraphNode(ids[node.ref], _shape(node), _lines_of(node), lanes.get(node.lane, ""))
            for node in chart.nodes
        ),
        tuple(
            GraphEdge(
                f"e{at}",
                ids[edge.source],
                ids[edge.target],
                _broken(edge.label, TextRole.EDGE, LABEL_WIDTH),
            )
            for at, edge in enumerate(chart.edges)
        ),
        tuple((lanes[lane.ref], lane.title) for lane in chart.lanes),
    )


def _shape(node: Node) -> str:
    match node.kind:
        case NodeKind.DECISION:
            return "decision"
        case NodeKind.START:
            return "start"
        case NodeKind.STAGE | NodeKind.TASK:
            return "step"
        case _:
            return "end"


def _lines_of(node: Node) -> tuple[str, ...]:
    parts = [node.label, *node.note.split("\n")]
    lines = [line for part in parts for line in _broken(part, TextRole.LABEL, STEP_WIDTH)]
    return tuple(lines)


def _broken(text: str, role: TextRole, width: float) -> tuple[str, ...]:
    return tuple(line.text for line in wrap_evenly(text, role=role, width=width))
