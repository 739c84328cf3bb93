"""Mermaid in Chromium: a flowchart, the same with lanes as subgraphs, and its swimlanes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from bench.layout.graphs import Graph

LIBRARY = Path(__file__).parent / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
_BRACKETS = {"step": '["{}"]', "decision": '{{"{}"}}', "start": '(["{}"])', "end": '["{}"]'}
_CONFIG = """mermaid.initialize({
  startOnLoad: false, maxTextSize: 1e6, maxEdges: 1e4, fontFamily: "Noto Sans",
  flowchart: { useMaxWidth: false },
})"""


def drawings(page: Page, graphs: Sequence[Graph], *, lanes: bool, keyword: str) -> Iterator[str]:
    """The SVG of each graph."""
    page.set_content("<!doctype html><html><body></body></html>")
    page.add_script_tag(path=LIBRARY)
    page.evaluate(_CONFIG)
    for graph in graphs:
        text = source(graph, lanes=lanes, keyword=keyword)
        yield page.evaluate("async text => (await mermaid.render('picture', text)).svg", text)


def version() -> str:
    """The version installed; empty without it."""
    package = LIBRARY.parents[1] / "package.json"
    if not package.is_file():
        return ""
    found: str = json.loads(package.read_text(encoding="utf-8"))["version"]
    return found


def source(graph: Graph, *, lanes: bool, keyword: str) -> str:
    """The graph in Mermaid's words."""
    nodes = {node.id: _BRACKETS[node.shape].format(_text(node.lines)) for node in graph.nodes}
    body = [f"{keyword} LR"]
    if lanes:
        for id_, title in graph.lanes:
            body.append(f'subgraph {id_}["{_text([title])}"]')
            body += (f"{node.id}{nodes[node.id]}" for node in graph.nodes if node.lane == id_)
            body.append("end")
    else:
        body += (f"{id_}{label}" for id_, label in nodes.items())
    for edge in graph.edges:
        label = f'|"{_text(edge.lines)}"|' if edge.lines else ""
        body.append(f"{edge.source} {edge.id}@-->{label} {edge.target}")
    return "\n".join(body)


def _text(lines: Sequence[str]) -> str:
    return "<br>".join(line.replace("&", "&amp;").replace('"', "#quot;") for line in lines)
