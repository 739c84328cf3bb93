"""The DOT of a map: outlines alone for the engine, and all of it for a user."""

from __future__ import annotations

import re
from dataclasses import replace

import pygraphviz

from playbookgen.model.diagram import PlacedDiagram
from playbookgen.render import dot_source
from tests.unit.render.sample_maps import swimlane, text, timeline


def test_the_engine_gets_no_text_at_all() -> None:
    for placed in (swimlane(), timeline()):
        dot = dot_source(placed, labels=False)
        words = {line.text for node in placed.nodes for text in node.texts for line in text.lines}
        assert words
        assert not any(word in dot for word in words)
        assert "stages." not in dot


def test_users_get_every_text_and_place() -> None:
    graph = pygraphviz.AGraph(string=dot_source(swimlane(), labels=True))
    assert graph.get_node("n1").attr["label"] == "Define\\ncustomer"
    assert graph.get_node("n1").attr["pos"] == "170,185"
    assert graph.get_edge("n3", "n4").attr["label"] == "no"
    lanes = [graph.get_subgraph(f"cluster_b{i}").graph_attr["label"] for i in range(3)]
    assert lanes == ["Buyer", "Marketing", "Sales"]


def test_captions_hang_below_their_circles() -> None:
    placed = swimlane()
    end = replace(placed.nodes[-1], texts=(text(1350, 190, "The end"),))
    changed = replace(placed, nodes=(*placed.nodes[:-1], end))
    graph = pygraphviz.AGraph(string=dot_source(changed, labels=True))
    assert graph.get_node("n12").attr["label"] == ""
    assert graph.get_node("t0").attr["label"] == "The end"
    assert graph.get_node("t0").attr["pos"] == "1350,155"


def test_given_dot_keeps_its_places_when_it_is_drawn() -> None:
    for placed in (swimlane(), timeline()):
        graph = pygraphviz.AGraph(string=dot_source(placed, labels=True))
        svg = graph.draw(format="svg", prog="nop2").decode()
        size = re.search(r'width="(\d+)pt" height="(\d+)pt"', svg)
        assert size
        assert abs(int(size.group(1)) - placed.width) <= 1
        assert abs(int(size.group(2)) - placed.height) <= 1


def test_no_user_value_reaches_an_attribute_but_a_label() -> None:
    marker = "user-value"

    def marked(placed: PlacedDiagram) -> PlacedDiagram:
        nodes = tuple(replace(node, target=marker, title=marker) for node in placed.nodes)
        return replace(
            placed, ref=marker, title=marker, description=marker, language=marker, nodes=nodes
        )

    for labels in (True, False):
        assert marker not in dot_source(marked(swimlane()), labels=labels)
