"""The rebuilt picture: our ids, links, words and classes, in both of its forms."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree

from playbookgen.locales import words_for
from playbookgen.model.diagram import NodeKind, PlacedDiagram, PlacedNode, Shape, TextRole
from playbookgen.problems import EngineError, RefusedError
from playbookgen.render import Engine, dot_source, svg_document, theme_css
from playbookgen.render.elements import ATTRIBUTES, ELEMENTS, element
from playbookgen.render.links import element_id, safe_href
from playbookgen.render.marks import GLYPHS
from playbookgen.render.spoken import KIND_WORDS
from playbookgen.render.themes import THEME_BY_NAME, Theme
from tests.unit.render.sample_maps import node as made_node
from tests.unit.render.sample_maps import swimlane, timeline

SVG = "{http://www.w3.org/2000/svg}"
LINKS = {"stages.call": "../stages/call/"}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(jobs=1) as running:
        yield running


def drawn(engine: Engine, placed: PlacedDiagram) -> bytes:
    (item,) = engine.draw([(placed.ref, dot_source(placed, labels=False))])
    assert item.svg, item.problem
    return item.svg


def picture(engine: Engine, placed: PlacedDiagram, *, standalone: bool = False) -> str:
    svg = drawn(engine, placed)
    return svg_document(placed, svg, links=LINKS, prefix="map", standalone=standalone)


def by_id(root: Element, name: str) -> Element:
    (found,) = [item for item in root.iter() if item.get("id") == name]
    return found


@pytest.mark.parametrize("standalone", [True, False])
def test_names_alone_are_semibold(engine: Engine, standalone: bool) -> None:
    call = made_node("a", NodeKind.STAGE, 80, 80, "Call", note="Rep", role=TextRole.NAME)
    named = PlacedDiagram("m", "M", "", "en", 200, 160, (call,), ())
    root = ElementTree.fromstring(picture(engine, named, standalone=standalone))
    assert {text.text: text.get("font-weight") for text in root.iter(f"{SVG}text")} == {
        "Call": "600",
        "Rep": None,
    }


@pytest.mark.parametrize("theme", THEME_BY_NAME.values(), ids=lambda theme: theme.name)
def test_the_main_line_has_the_accent_in_both_forms(engine: Engine, theme: Theme) -> None:
    whole = swimlane()
    first, *others = whole.edges
    placed = replace(whole, edges=(replace(first, is_main=True), *others))
    svg = svg_document(
        placed, drawn(engine, placed), theme=theme, links={}, prefix="m", standalone=True
    )
    (main,) = [
        group
        for group in ElementTree.fromstring(svg).iter(f"{SVG}g")
        if "pg-main" in group.get("class", "").split()
    ]
    (line,) = [part for part in main if part.get("class") == "pg-line"]
    assert line.get("stroke") == theme.light.accent
    assert line.get("stroke-width") == f"{theme.main.width:g}"
    assert f"--pg-accent: {theme.dark.accent};" in theme_css(theme)


@pytest.mark.parametrize("standalone", [True, False])
@pytest.mark.parametrize("placed", [swimlane(), timeline()], ids=lambda placed: placed.ref)
def test_only_listed_elements_and_attributes_and_unique_ids(
    engine: Engine, placed: PlacedDiagram, standalone: bool
) -> None:
    text = picture(engine, placed, standalone=standalone)
    root = ElementTree.fromstring(text)
    assert {item.tag.removeprefix(SVG) for item in root.iter()} <= ELEMENTS
    xml = "{http://www.w3.org/XML/1998/namespace}"
    names = {key.replace(xml, "xml:") for item in root.iter() for key in item.attrib}
    assert names <= ATTRIBUTES
    ids = [item.attrib["id"] for item in root.iter() if "id" in item.attrib]
    assert len(ids) == len(set(ids))
    assert all(name == "map" or name.startswith("map-") for name in ids)
    assert "graphviz" not in text.lower()
    assert "<!" not in text
    numbers = re.findall(r' (?:d|x|y|[cr][xy]|width|height)="([^"]*)"', text)
    assert not re.search(r"-0(?![.\d])|\d\.\d{3}", " ".join(numbers))


def test_nodes_link_and_say_what_they_are(engine: Engine) -> None:
    root = ElementTree.fromstring(picture(engine, swimlane()))
    call = by_id(root, "map-stages.call")
    assert call.tag == f"{SVG}a"
    assert call.get("href") == "../stages/call/"
    assert call.findtext(f"{SVG}title") == "Call within 24 h · automated · meeting"
    assert len([item for item in call if item.get("class") == "pg-disc"]) == 2
    assert by_id(root, "map-stages.icp").tag == f"{SVG}g"
    decision = by_id(root, "map-d1").findtext(f"{SVG}title")
    assert decision == "Lead meets criteria? · Decision"
    webinar = by_id(root, "map-stages.webinar")
    assert "pg-optional" in webinar.get("class", "").split()
    assert webinar.findtext(f"{SVG}title") == "Invite to webinar · optional"


def test_the_map_is_named_and_described_for_those_who_do_not_see_it(engine: Engine) -> None:
    root = ElementTree.fromstring(picture(engine, timeline()))
    assert root.get("role") == "group"
    named = [by_id(root, name).text for name in root.attrib["aria-labelledby"].split()]
    assert named == ["Călătoria", "Evenimente și acțiuni."]
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ro"
    tick = by_id(root, "map-ev.a.tick")
    assert tick.get("aria-hidden") == "true"


def test_edges_name_their_ends_and_tell_their_conditions(engine: Engine) -> None:
    placed = swimlane()
    root = ElementTree.fromstring(picture(engine, placed))
    for edge in placed.edges:
        group = by_id(root, f"map--edge-{edge.ref}")
        ends = {f"pg-from-{edge.source}", f"pg-to-{edge.target}"}
        assert ends <= set(group.get("class", "").split())
        for end in ends:
            by_id(root, "map-" + end.split("-", 2)[2])
        assert (group.get("role") == "img") == (edge.text is not None)
        assert (group.get("aria-hidden") == "true") == (edge.text is None)
    told = by_id(root, "map--edge-d1--stages.call").findtext(f"{SVG}title")
    assert told == "Lead meets criteria? → Call within 24 h: yes"
    axis = by_id(
        ElementTree.fromstring(picture(engine, timeline())), "map--edge-axis-start--axis-end"
    )
    assert axis.get("class") == "pg-edge pg-edge-axis"


def test_dots_and_gates_say_what_they_mean_and_samples_of_the_legend_do_not(
    engine: Engine,
) -> None:
    placed = swimlane()
    first, second, third, *others = placed.nodes
    dot = replace(first, kind=NodeKind.APPLIED, texts=(), title="Ask first holds in Call")
    gate = replace(second, kind=NodeKind.HANDOVER, title="To delivery")
    sample = replace(third, ref="legend.stage", texts=(), title="A stage")
    edges = tuple(edge for edge in placed.edges if third.ref not in (edge.source, edge.target))
    changed = replace(placed, nodes=(dot, gate, sample, *others), edges=edges)
    root = ElementTree.fromstring(picture(engine, changed))
    assert by_id(root, f"map-{dot.ref}").findtext(f"{SVG}title") == dot.title
    assert by_id(root, f"map-{gate.ref}").findtext(f"{SVG}title") == "To delivery · handover"
    assert by_id(root, "map-legend.stage").get("aria-hidden") == "true"


@pytest.mark.parametrize("language", ["en", "ja", "ro", "ru"])
def test_what_outlines_and_marks_mean_has_words_in_every_language(language: str) -> None:
    words = words_for(language)
    assert {*KIND_WORDS.values(), *GLYPHS, "optional"} <= words.keys()


def test_a_mark_of_the_legend_stands_at_its_place(engine: Engine) -> None:
    marks = ("manual", "automated", "decision", "document", "meeting")
    nodes = tuple(
        PlacedNode(
            f"legend.{mark}", NodeKind.TASK, Shape.PLAIN, 20 + 30 * i, 20, 26, 16, (), (mark,)
        )
        for i, mark in enumerate(marks)
    )
    root = ElementTree.fromstring(
        picture(engine, PlacedDiagram("m", "M", "", "en", 200, 40, nodes, ()))
    )
    for node in nodes:
        (disc, *glyph) = by_id(root, f"map-{node.ref}")
        assert (float(disc.attrib["cx"]), float(disc.attrib["cy"])) == (node.x, node.y)
        assert glyph


def test_the_mark_of_a_decision_touches_its_slanted_edge(engine: Engine) -> None:
    placed = swimlane()
    marked = tuple(
        replace(node, marks=("automated", "document")) if node.ref == "d1" else node
        for node in placed.nodes
    )
    root = ElementTree.fromstring(picture(engine, replace(placed, nodes=marked)))
    decision = next(node for node in placed.nodes if node.ref == "d1")
    discs = [item for item in by_id(root, "map-d1") if item.get("class") == "pg-disc"]
    assert len(discs) == 2
    width, height = decision.width / 2, decision.height / 2
    for disc in discs:
        across = abs(float(disc.attrib["cx"]) - decision.x)
        up = decision.y - float(disc.attrib["cy"])
        outside = (across / width + up / height - 1) * width * height / math.hypot(width, height)
        assert 0 < outside < float(disc.attrib["rx"])


def test_texts_keep_their_measured_widths_and_places(engine: Engine) -> None:
    placed = swimlane()
    root = ElementTree.fromstring(picture(engine, placed))
    written = {item.text: item for item in root.iter(f"{SVG}text")}
    label = placed.nodes[3].texts[0]
    upper, lower = (written[line.text] for line in label.lines)
    assert float(upper.attrib["textLength"]) == label.lines[0].width
    assert upper.get("text-anchor") == "middle"
    middle = (float(upper.attrib["y"]) + float(lower.attrib["y"])) / 2
    assert middle == pytest.approx(label.y + 14 * 0.35, abs=0.02)


def test_outlines_stand_where_they_were_placed(engine: Engine) -> None:
    placed = swimlane()
    root = ElementTree.fromstring(picture(engine, placed))
    for node in placed.nodes:
        xs, ys = extent(by_id(root, f"map-{node.ref}"))
        assert min(xs) == pytest.approx(node.x - node.width / 2, abs=0.6), node.ref
        assert max(xs) == pytest.approx(node.x + node.width / 2, abs=0.6), node.ref
        assert min(ys) == pytest.approx(node.y - node.height / 2, abs=0.6), node.ref
        assert max(ys) == pytest.approx(node.y + node.height / 2, abs=0.6), node.ref


def test_chevrons_keep_their_height(engine: Engine) -> None:
    placed = timeline()
    deal = next(node for node in placed.nodes if node.ref == "ev.b.deal")
    for height in (20.0, 24.0, 30.0, 44.0):
        changed = replace(
            placed,
            nodes=tuple(
                replace(node, height=height) if node is deal else node for node in placed.nodes
            ),
        )
        root = ElementTree.fromstring(picture(engine, changed))
        _, ys = extent(by_id(root, "map-ev.b.deal"))
        assert max(ys) - min(ys) == pytest.approx(height, abs=0.6)


def extent(group: Element) -> tuple[list[float], list[float]]:
    """The horizontal and vertical coordinates of a node's outline."""
    xs: list[float] = []
    ys: list[float] = []
    for shape in group:
        if "pg-shape" not in shape.get("class", ""):
            continue
        if shape.tag == f"{SVG}ellipse":
            cx, cy, rx, ry = (float(shape.attrib[key]) for key in ("cx", "cy", "rx", "ry"))
            xs += [cx - rx, cx + rx]
            ys += [cy - ry, cy + ry]
        else:
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.attrib["d"])]
            xs += numbers[::2]
            ys += numbers[1::2]
    return xs, ys


def test_arrows_end_at_their_targets_with_rounded_corners(engine: Engine) -> None:
    placed = swimlane()
    root = ElementTree.fromstring(picture(engine, placed))
    line, arrow = list(by_id(root, "map--edge-d1--stages.call").iter(f"{SVG}path"))
    assert line.attrib["d"].startswith("M520 200L520 272C")
    tips = [float(n) for n in re.findall(r"-?[\d.]+", arrow.attrib["d"])][::2]
    assert max(tips) == pytest.approx(654, abs=2)


def test_pages_get_classes_and_files_get_colours(engine: Engine) -> None:
    inline = picture(engine, swimlane())
    alone = picture(engine, swimlane(), standalone=True)
    assert "<style" not in inline
    assert not re.search(r'(fill|stroke)="', inline)
    for kind in ("rect", "path", "ellipse", "text"):
        for item in ElementTree.fromstring(alone).iter(f"{SVG}{kind}"):
            assert item.get("fill"), kind
    assert "prefers-color-scheme: dark" in alone
    assert "var(" not in alone


def test_every_class_of_a_map_has_a_rule_in_the_style_sheet(engine: Engine) -> None:
    sheet = theme_css()
    classes: set[str] = set()
    for placed in (swimlane(), timeline()):
        root = ElementTree.fromstring(picture(engine, placed))
        classes.update(*(item.get("class", "").split() for item in root.iter()))
    plain = {name for name in classes if not name.startswith(("pg-from-", "pg-to-"))}
    # These two only gather others.
    assert {name for name in plain if f".{name} " not in sheet} == {"pg-band", "pg-edge"}


def test_every_variable_of_the_style_sheet_has_a_value_in_light_and_dark() -> None:
    sheet = theme_css()
    light, dark = sheet.splitlines()[:2]
    for name in set(re.findall(r"var\((--[\w-]+)\)", sheet)):
        assert f"{name}:" in light
        assert f"{name}:" in dark


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        b'<!DOCTYPE x [<!ENTITY e "e">]><svg xmlns="http://www.w3.org/2000/svg">&e;</svg>',
    ],
)
def test_a_drawing_that_is_not_ours_is_refused(svg: bytes) -> None:
    with pytest.raises(EngineError) as caught:
        svg_document(swimlane(), svg, links={}, prefix="m", standalone=True)
    assert caught.value.problems[0].code == "PB505"


def test_a_drawing_with_a_part_missing_is_refused(engine: Engine) -> None:
    placed = swimlane()
    svg = drawn(engine, placed).replace(b'id="n5"', b'id="zz"')
    with pytest.raises(EngineError, match="1 parts are missing"):
        svg_document(placed, svg, links={}, prefix="m", standalone=True)


def test_a_drawing_whose_coordinates_are_no_numbers_is_refused(engine: Engine) -> None:
    placed = swimlane()
    svg = drawn(engine, placed).replace(b' d="M', b' d="Mjavascript:', 1)
    with pytest.raises(EngineError, match="something else than numbers"):
        svg_document(placed, svg, links={}, prefix="m", standalone=True)


def test_a_map_that_reaches_beyond_its_extent_is_refused(engine: Engine) -> None:
    placed = swimlane()
    outside = replace(placed.nodes[0], x=-200.0)
    moved = replace(placed, nodes=(outside, *placed.nodes[1:]))
    with pytest.raises(EngineError, match="outside"):
        picture(engine, moved)


@pytest.mark.parametrize(
    "href",
    ["../a/", "a/b.html#c", "#x", "?q=1", "https://a.example/", "mailto:a@b.example", "a/b:c"],
)
def test_safe_links_stay_as_they_are(href: str) -> None:
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", " javascript:x", "data:text/html,x",
     "//evil.example", "/\\evil.example", "vbscript:x", "file:///etc/passwd", "x:y", "", ":x",
     "java\u200bscript:x", "\u202ehttps://a"],
)  # fmt: skip
def test_other_links_are_refused(href: str) -> None:
    with pytest.raises(RefusedError) as caught:
        safe_href(href)
    assert caught.value.problems[0].code == "PB507"


def test_ids_differ_where_refs_differ() -> None:
    refs = ["a b", "a_b", "a-b", "a.b", 'a"b', "a_20_b", "é"]
    ids = [element_id("m", ref) for ref in refs]
    assert len(set(ids)) == len(refs)
    assert all(re.fullmatch(r"[\w.-]+", name, re.ASCII) for name in ids)


def test_unlisted_names_are_a_bug() -> None:
    with pytest.raises(ValueError, match="script"):
        element("script", {})
    with pytest.raises(ValueError, match="onclick"):
        element("g", {"onclick": "x"})
