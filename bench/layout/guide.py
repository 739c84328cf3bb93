"""The comparison in the guide: its tables, and pictures of the same process by several tools."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.layout import own
from bench.layout.graphs import graph_of
from bench.layout.sums import Sums, table
from bench.layout.tools import Tool, tools
from tests.layouts.random_processes import random_process

DOCS = Path(__file__).parents[2] / "site" / "docs"
PAGE = DOCS / "explanation" / "layout.md"
PICTURES: Mapping[int, tuple[str, ...]] = {
    54: ("dot", "Mermaid flowchart", "D2, ELK", "PlantUML"),
    75: ("dot, clusters, right-angled", "Mermaid swimlanes", "D2, ELK, containers"),
    92: ("dot, clusters, right-angled", "Mermaid swimlanes", "PlantUML, rectangles"),
}
"""By the number of the process: which tools are shown beside us."""
_WIDTH = 1120
_TABLE = r"(## {} lanes\n(?:(?!\|).*\n)*)((?:\|.*\n)+)"
_STYLE = """body { margin: 0; font: 15px 'Noto Sans', 'Noto Sans CJK JP'; background: #fff }
figure { margin: 0; padding: 8px 4px 14px; border-bottom: 1px solid #d5dae3 }
figcaption { padding: 0 0 8px; color: #334155 } img { max-width: 1112px; display: block }"""

_AS_XML = """source => {
  const stage = document.createElement("div");
  stage.innerHTML = source;
  return new XMLSerializer().serializeToString(stage.querySelector("svg"));
}"""


def write(browser: Browser, results: Sequence[Sums]) -> None:
    """Puts tables and pictures where the guide shows them; who was not measured keeps its row."""
    text = PAGE.read_text(encoding="utf-8")
    for words, lanes in (("Without", False), ("With", True)):
        text = _with_rows(text, words, [sums for sums in results if sums.lanes is lanes])
    PAGE.write_text(text, encoding="utf-8")
    by_name = {tool.name: tool for tool in tools(browser.new_page())}
    page = browser.new_page(viewport={"width": _WIDTH, "height": 400})
    for number, names in PICTURES.items():
        chosen = [by_name[name] for name in names]
        shown = "".join(_figure(page, *drawn) for drawn in _drawings(number, chosen))
        page.set_content(f"<!doctype html><style>{_STYLE}</style>{shown}")
        page.screenshot(path=DOCS / "images" / f"layout-{number}.png", full_page=True)


def _with_rows(text: str, words: str, results: Sequence[Sums]) -> str:
    found = re.search(_TABLE.format(words), text)
    if not found:
        raise ValueError(f"{PAGE.name} has no table below “{words} lanes”")
    head, below, *measured = table(results).splitlines()
    rows = {_name(row): row for row in [*found[2].splitlines()[2:], *measured]}
    lines = "\n".join([head, below, *rows.values(), ""])
    return text[: found.start(2)] + lines + text[found.end() :]


def _name(row: str) -> str:
    return row.split("|")[1].strip()


def _drawings(number: int, chosen: Sequence[Tool]) -> Iterator[tuple[str, str]]:
    """The names and pictures of one process."""
    way = next(way for way in own.WAYS if way.width == own.PAGE and way.lanes is chosen[0].lanes)
    (drawn,) = own.drawings(way, [number])
    yield "playbookgen", drawn[1]
    graph = graph_of(number, random_process(number))
    for tool in chosen:
        yield tool.name, next(iter(tool.draw([graph])))


def _figure(page: Page, name: str, svg: str) -> str:
    """A picture in an element of its own, since ids and styles of several would meet."""
    source = b64encode(page.evaluate(_AS_XML, svg[svg.index("<svg") :]).encode()).decode()
    image = f'<img src="data:image/svg+xml;base64,{source}">'
    return f"<figure><figcaption>{escape(name)}</figcaption>{image}</figure>"
