"""Every theme in Chromium: in a page and as a file, light and dark, each part has its own ink."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    EdgeKind,
    NodeKind,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    Shape,
    TextRole,
)
from playbookgen.render import (
    THEME_BY_NAME,
    Engine,
    Theme,
    brand_theme,
    dot_source,
    svg_document,
    theme_css,
)
from playbookgen.render.themes import Palette
from tests.unit.render.sample_maps import text

THEMES = [*THEME_BY_NAME.values(), brand_theme("#0a5c8f", "#e07a1f")]
_LOOK = """() => Object.fromEntries([...document.querySelectorAll("[id]")].flatMap(part =>
  [["shape", ".pg-shape, .pg-line"], ["label", "text.pg-text-label"], ["note", "text.pg-text-note"]]
    .map(([name, where]) => [name, part.querySelector(where)]).filter(pair => pair[1])
    .map(([name, item]) => {
      const look = getComputedStyle(item);
      return [`${part.id} ${name}`,
        [look.fill, look.stroke, look.strokeWidth, look.strokeDasharray].join(" | ")];
    })))"""
Looks = dict[str, str]


def specimen() -> PlacedDiagram:
    """A node of every kind with a label and a note, and an edge of every kind."""
    nodes = []
    for index, kind in enumerate(NodeKind):
        x, y = 100.0 + 170 * (index % 6), 60.0 + 90 * (index // 6)
        texts = (text(x, y - 8, "Ab"), text(x, y + 12, "cd", role=TextRole.NOTE))
        shape = SHAPE_BY_KIND[kind]
        width = 60 if shape in (Shape.CIRCLE, Shape.DOUBLE_CIRCLE) else 140
        nodes.append(PlacedNode(str(kind), kind, shape, x, y, width, 60, texts, (), "", "Ab"))
    edges = tuple(
        PlacedEdge(f"e--{kind}", kind, "e", str(index), ((20, y), (400, y)), arrow=False)
        for index, kind in enumerate(EdgeKind)
        for y in (640.0 + 12 * index,)
    )
    return PlacedDiagram("all", "All", "", "en", 1100, 740, tuple(nodes), edges)


@pytest.fixture(scope="module")
def drawn() -> bytes:
    with Engine(jobs=1) as engine:
        (item,) = engine.draw([("all", dot_source(specimen(), labels=False))])
    assert item.svg, item.problem
    return item.svg


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def in_page(page: Page, drawn: bytes, theme: Theme, *, scheme: str) -> Looks:
    """The looks of the map inside a page of Material's."""
    svg = svg_document(specimen(), drawn, theme=theme, links={}, prefix="m", standalone=False)
    style = f"<style>{theme_css(theme)}</style>"
    page.set_content(f'{style}<body data-md-color-scheme="{scheme}">{svg}</body>')
    looks: Looks = page.evaluate(_LOOK)
    return looks


def as_file(page: Page, drawn: bytes, theme: Theme, *, dark: bool) -> Looks:
    """The looks of the map as a file of its own."""
    svg = svg_document(specimen(), drawn, theme=theme, links={}, prefix="m", standalone=True)
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.set_content(svg)
    looks: Looks = page.evaluate(_LOOK)
    return looks


def rgb(colour: str) -> str:
    if colour == "none":
        return colour
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def check(looks: Looks, palette: Palette, theme: Theme) -> None:
    for kind, ink in palette.nodes.items():
        assert looks[f"m-{kind} label"].startswith(f"{rgb(ink.text)} |"), kind
        assert looks[f"m-{kind} note"].startswith(f"{rgb(palette.notes[kind])} |"), kind
        if f"m-{kind} shape" in looks:
            fill, line, width, dash = looks[f"m-{kind} shape"].split(" | ")
            stroke = theme.outline_of(kind)
            assert (fill, line, width) == (rgb(ink.fill), rgb(ink.line), f"{stroke.width:g}px")
            assert (dash != "none") == bool(stroke.dash), kind
    for edge, colour in palette.edges.items():
        fill, line, width, dash = looks[f"m--edge-e--{edge} shape"].split(" | ")
        stroke = theme.lines[edge]
        assert (fill, line, width) == ("none", rgb(colour), f"{stroke.width:g}px"), edge
        assert (dash != "none") == bool(stroke.dash), edge


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_pages_and_files_show_the_inks_of_the_theme_in_light_and_dark(
    page: Page, drawn: bytes, theme: Theme
) -> None:
    check(in_page(page, drawn, theme, scheme="default"), theme.light, theme)
    check(in_page(page, drawn, theme, scheme="slate"), theme.dark, theme)
    check(as_file(page, drawn, theme, dark=False), theme.light, theme)
    check(as_file(page, drawn, theme, dark=True), theme.dark, theme)


def test_paper_gets_the_light_inks(page: Page, drawn: bytes) -> None:
    theme = THEME_BY_NAME["classic"]
    page.emulate_media(media="print")
    check(in_page(page, drawn, theme, scheme="slate"), theme.light, theme)
