"""Texts, links and ids that try to break out of a picture come out as plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from defusedxml import ElementTree

from playbookgen.model.diagram import PlacedDiagram
from playbookgen.problems import RefusedError
from playbookgen.render import Engine, dot_source, svg_document
from tests.unit.render.sample_maps import map_of_texts, swimlane

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "ends in a backslash \\",
    'a quote " and \\" another',
    '", URL="javascript:alert(1)", tooltip="',
    '\\", URL="javascript:alert(1)',
    "]]>",
    "</svg><script>alert(1)</script>",
    "<!-- comment --><!DOCTYPE x>",
    "<B>HTML label</B>",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "\\N \\G \\E \\T \\H \\L \\l \\r \\n",
    "&#x0; &#0; &amp; &#39; &lt;script&gt; &bogus;",
    "שלום עולם and العربية",
    "e\u0301\u0327 Z\u0351\u036b\u0343",
    "x" * 10_000,
    "販売" * 500,
    "  two  blanks  at  each  place  ",
    "{a|b} %s ${x} {{ y }} {% z %}",
    "_background [image=x]; n9 -> n10",
    "javascript:alert(1)",
    "@import url(//evil.example)",
]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(jobs=1) as running:
        yield running


def rebuilt(engine: Engine, placed: PlacedDiagram, **links: str) -> str:
    (item,) = engine.draw([(placed.ref, dot_source(placed, labels=False))])
    assert item.svg, item.problem
    return svg_document(placed, item.svg, links=links, prefix="m", standalone=True)


def test_hostile_texts_are_words_in_our_picture(engine: Engine) -> None:
    root = ElementTree.fromstring(rebuilt(engine, map_of_texts(HOSTILE)))
    written = {"".join(item.itertext()) for item in root.iter(f"{SVG}text")}
    assert set(HOSTILE) <= written
    assert not list(root.iter(f"{SVG}script"))
    assert not list(root.iter(f"{SVG}a"))


def test_hostile_texts_are_words_in_given_dot(engine: Engine) -> None:
    (item,) = engine.draw([("", dot_source(map_of_texts(HOSTILE), labels=True))])
    assert item.svg, item.problem
    root = ElementTree.fromstring(item.svg, forbid_dtd=False)
    drawn = {(text.text or "").replace("\u00a0", " ") for text in root.iter(f"{SVG}text")}
    assert set(HOSTILE) <= drawn
    assert not list(root.iter(f"{SVG}a"))
    assert not list(root.iter(f"{SVG}image"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_titles_descriptions_and_ids_are_words(engine: Engine, text: str) -> None:
    placed = swimlane()
    first = replace(placed.nodes[1], ref=text, title=text)
    edges = tuple(
        replace(
            edge,
            ref=edge.ref.replace("stages.icp", text),
            source=edge.source.replace("stages.icp", text),
            target=edge.target.replace("stages.icp", text),
        )
        for edge in placed.edges
    )
    hostile = replace(
        placed,
        ref=text,
        title=text,
        description=text,
        language=text,
        nodes=(placed.nodes[0], first, *placed.nodes[2:]),
        edges=edges,
    )
    root = ElementTree.fromstring(rebuilt(engine, hostile))
    assert root.findtext(f"{SVG}title") == text
    assert root.findtext(f"{SVG}desc") == text
    assert root.get("lang") == text
    assert not list(root.iter(f"{SVG}script"))
    names = [item.attrib["id"] for item in root.iter() if "id" in item.attrib]
    assert len(names) == len(set(names))
    assert not any(character in name for name in names for character in " <>\"'&")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//evil.example/"])
def test_a_hostile_link_stops_the_map(engine: Engine, href: str) -> None:
    with pytest.raises(RefusedError) as caught:
        rebuilt(engine, swimlane(), **{"stages.call": href})
    assert caught.value.problems[0].code == "PB507"


def test_quotes_in_links_stay_inside_their_attribute(engine: Engine) -> None:
    href = 'a/?q="onload="x"&y=<z>'
    root = ElementTree.fromstring(rebuilt(engine, swimlane(), **{"stages.call": href}))
    (link,) = root.iter(f"{SVG}a")
    assert link.get("href") == href
    assert set(link.attrib) == {"href", "id", "class"}
