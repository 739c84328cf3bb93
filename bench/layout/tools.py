"""The tools that are compared, each with how it draws and whether it draws lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Page

from bench.layout import d2, elk, graphviz, mermaid, plantuml
from bench.layout.graphs import Graph

Draw = Callable[[Sequence[Graph]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in one of its ways to draw."""

    name: str
    lanes: bool
    adapter: str
    draw: Draw
    version: Callable[[], str]


def tools(page: Page) -> list[Tool]:
    """All tools; Mermaid draws in `page`."""
    swimlane = partial(mermaid.drawings, page, lanes=True, keyword="swimlane-beta")
    return [
        _graphviz("dot", lanes=False, ortho=False),
        _graphviz("dot, right-angled", lanes=False, ortho=True),
        _mermaid(page, "Mermaid flowchart", lanes=False),
        _d2("D2, dagre", "dagre", lanes=False),
        _d2("D2, ELK", "elk", lanes=False),
        _plantuml("PlantUML", lanes=False, ortho=False),
        _plantuml("PlantUML, right-angled", lanes=False, ortho=True),
        _elk("ELK", lanes=False),
        _graphviz("dot, clusters", lanes=True, ortho=False),
        _graphviz("dot, clusters, right-angled", lanes=True, ortho=True),
        Tool("Mermaid swimlanes", True, "mermaid", swimlane, mermaid.version),
        _mermaid(page, "Mermaid flowchart, subgraphs", lanes=True),
        _d2("D2, dagre, containers", "dagre", lanes=True),
        _d2("D2, ELK, containers", "elk", lanes=True),
        _plantuml("PlantUML, rectangles", lanes=True, ortho=False),
        _plantuml("PlantUML, rectangles, right-angled", lanes=True, ortho=True),
        _elk("ELK, children", lanes=True),
    ]


def _graphviz(name: str, *, lanes: bool, ortho: bool) -> Tool:
    draw = partial(graphviz.drawings, lanes=lanes, ortho=ortho)
    return Tool(name, lanes, "graphviz", draw, graphviz.version)


def _mermaid(page: Page, name: str, *, lanes: bool) -> Tool:
    draw = partial(mermaid.drawings, page, lanes=lanes, keyword="flowchart")
    return Tool(name, lanes, "mermaid", draw, mermaid.version)


def _d2(name: str, engine: str, *, lanes: bool) -> Tool:
    return Tool(name, lanes, "d2", partial(d2.drawings, lanes=lanes, engine=engine), d2.version)


def _plantuml(name: str, *, lanes: bool, ortho: bool) -> Tool:
    draw = partial(plantuml.drawings, lanes=lanes, ortho=ortho)
    return Tool(name, lanes, "plantuml", draw, plantuml.version)


def _elk(name: str, *, lanes: bool) -> Tool:
    return Tool(name, lanes, "graphviz", partial(elk.drawings, lanes=lanes), elk.version)
