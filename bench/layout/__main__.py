"""The 300 random processes drawn by us and by other tools, measured by the same audit.

Run: python -m bench.layout [--every N] [--only WORDS] [--write]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.layout import guide, own
from bench.layout.graphs import Graph, graph_of
from bench.layout.sums import Sums, table
from bench.layout.tools import Tool, tools
from tests.browser.conftest import FLAGS
from tests.browser.layout_audit import measured, prepare
from tests.layouts.random_processes import COUNT, random_process

_CURE = "run npm ci --ignore-scripts in bench/layout, and apt install plantuml"
ADAPTERS = (Path(__file__).parent / "adapters.js").read_text(encoding="utf-8")


def main() -> None:
    options = _options()
    numbers = range(0, COUNT, options.every)
    with sync_playwright() as playwright:
        chromium = os.environ.get("PLAYBOOKGEN_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = prepare(browser.new_page())
        page.evaluate(ADAPTERS)
        drawing = browser.new_page()
        results = [_ours(page, way, numbers) for way in own.WAYS if _wanted(way.name, options.only)]
        chosen = (tool for tool in tools(drawing) if _wanted(tool.name, options.only))
        results += (_measured(page, tool, numbers) for tool in chosen)
        for lanes in (False, True):
            print(f"\n{'With' if lanes else 'Without'} lanes\n")
            print(table([sums for sums in results if sums.lanes is lanes]))
        if options.write:
            guide.write(browser, results)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.layout", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each so-many-th process")
    parser.add_argument("--only", default="", help="tools whose names hold these words")
    parser.add_argument("--write", action="store_true", help="put tables and pictures in the guide")
    return parser.parse_args()


def _wanted(name: str, only: str) -> bool:
    return only.lower() in name.lower()


def _ours(page: Page, way: own.Way, numbers: Sequence[int]) -> Sums:
    sums = Sums(way.name, way.lanes)
    for number, svg, ends in own.drawings(way, numbers):
        found = measured(page, svg, edges=ends)
        missing = own.missing(number, found)
        if missing:
            sums.void.append(f"{number}: {missing}")
        sums.add(number, found)
    _say(sums)
    return sums


def _measured(page: Page, tool: Tool, numbers: Sequence[int]) -> Sums:
    """The sums of a tool; loud words where it is missing or a drawing is incomplete."""
    sums = Sums(tool.name, tool.lanes, tool.version())
    if not sums.version:
        print(f"!!! {tool.name} IS MISSING: {_CURE}", file=sys.stderr)
        return sums
    graphs = [graph_of(number, random_process(number)) for number in numbers]
    drawn = tool.draw(graphs)
    for graph in graphs:
        try:
            svg = next(drawn)
        except Exception as error:  # noqa: BLE001 - whatever a tool does, the others are measured
            sums.void.append(f"{graph.number} and all after it: {error}")
            break
        _add(sums, page, tool, graph, svg)
    _say(sums)
    return sums


def _add(sums: Sums, page: Page, tool: Tool, graph: Graph, svg: str) -> None:
    ends = {edge.id: (edge.source, edge.target) for edge in graph.edges}
    found = measured(page, svg, adapter=tool.adapter, edges=ends)
    nodes = sorted(found["nodes"]) == sorted(node.id for node in graph.nodes)
    edges = sorted(edge[0] for edge in found["edges"] if edge[3]) == sorted(ends)
    if not nodes or not edges:
        sums.void.append(f"{graph.number}: {'connections' if nodes else 'nodes'} not found")
    sums.add(graph.number, found)


def _say(sums: Sums) -> None:
    print(f"{sums.name}: {sums.crossings} crossings, {sums.bends} bends", file=sys.stderr)
    for line in sums.void[:3]:
        print(f"!!! VOID {sums.name} {line}", file=sys.stderr)


if __name__ == "__main__":
    main()
