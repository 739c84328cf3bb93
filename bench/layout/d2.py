"""D2 in Node.js: with its dagre and ELK engines, with and without lanes as containers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.layout.graphs import Graph
from bench.layout.node import answers, version_of

PROGRAM = "d2.mjs"
_SHAPES = {"step": "rectangle", "decision": "diamond", "start": "oval", "end": "rectangle"}


def drawings(graphs: Sequence[Graph], *, lanes: bool, engine: str) -> Iterator[str]:
    """The SVG of each graph."""
    sources = (source(graph, lanes=lanes) for graph in graphs)
    for answer in answers(PROGRAM, sources, engine):
        yield answer["svg"]


def version() -> str:
    """The version of D2; empty without it."""
    return version_of(PROGRAM, "dagre")


def source(graph: Graph, *, lanes: bool) -> str:
    """The graph in D2's words."""
    path = {node.id: f"{node.lane}.{node.id}" if lanes else node.id for node in graph.nodes}
    body = ["direction: right"]
    if lanes:
        body += (f"{id_}: {_text([title])}" for id_, title in graph.lanes)
    body += (
        f"{path[node.id]}: {_text(node.lines)} {{shape: {_SHAPES[node.shape]}}}"
        for node in graph.nodes
    )
    for edge in graph.edges:
        label = f": {_text(edge.lines)}" if edge.lines else ""
        body.append(f"{path[edge.source]} -> {path[edge.target]}{label}")
    return "\n".join(body)


def _text(lines: Sequence[str]) -> str:
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'
