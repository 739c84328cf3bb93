"""PlantUML with Java: a deployment diagram, the kind of it that takes any graph and containers.

Its activity diagrams know no ways back to an arbitrary step, and its states' choices no text.
Decisions are ovals: it has no diamond that holds text.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.layout.graphs import Graph

_ELEMENTS = {"step": "rectangle", "decision": "storage", "start": "storage", "end": "rectangle"}


def drawings(graphs: Sequence[Graph], *, lanes: bool, ortho: bool) -> Iterator[str]:
    """The SVG of each graph, by one Java process."""
    # PlantUML draws a message for a graph that it fails at; the audit then misses the nodes.
    with TemporaryDirectory() as folder:
        files = [Path(folder, f"{graph.number}.puml") for graph in graphs]
        for file, graph in zip(files, graphs, strict=True):
            file.write_text(source(graph, lanes=lanes, ortho=ortho), encoding="utf-8")
        command = ["plantuml", "-tsvg", "-nometadata", "-charset", "UTF-8", *map(str, files)]
        subprocess.run(command, capture_output=True, check=True)
        for file in files:
            yield file.with_suffix(".svg").read_text(encoding="utf-8")


def version() -> str:
    """The versions of PlantUML and of the Graphviz that it calls; empty without them."""
    if not shutil.which("plantuml") or not shutil.which("dot"):
        return ""
    said = subprocess.run(["plantuml", "-version"], capture_output=True, text=True, check=False)
    dot = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=False)
    found = re.search(r"version ([\d.]+)", said.stdout), re.search(r"version ([\d.]+)", dot.stderr)
    return " on Graphviz ".join(match.group(1) for match in found if match)


def source(graph: Graph, *, lanes: bool, ortho: bool) -> str:
    """The graph in PlantUML's words."""
    nodes = {
        node.id: f"{_ELEMENTS[node.shape]} {_text(node.lines)} as {node.id}" for node in graph.nodes
    }
    body = ["@startuml", "left to right direction", "skinparam defaultFontName Noto Sans"]
    body += ["skinparam linetype ortho"] if ortho else []
    if lanes:
        for id_, title in graph.lanes:
            body.append(f"rectangle {_text([title])} as {id_} {{")
            body += (nodes[node.id] for node in graph.nodes if node.lane == id_)
            body.append("}")
    else:
        body += nodes.values()
    for edge in graph.edges:
        label = " : " + "\\n".join(edge.lines) if edge.lines else ""
        body.append(f"{edge.source} --> {edge.target}{label}")
    return "\n".join([*body, "@enduml"])


def _text(lines: Sequence[str]) -> str:
    return '"' + "\\n".join(line.replace('"', "''") for line in lines) + '"'
