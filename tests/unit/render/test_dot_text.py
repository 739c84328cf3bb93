"""Any text that a user may write appears as written, in our SVG and in the DOT given out."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from random import Random
from xml.etree.ElementTree import Element

import pygraphviz
import pytest
from defusedxml import ElementTree
from graphviz import Digraph
from hypothesis import given, settings
from hypothesis import strategies as st

from playbookgen.problems import RefusedError
from playbookgen.render import Engine, dot_source, svg_document
from playbookgen.render.dot_text import label, writable
from tests.unit.render.sample_maps import map_of_texts

SVG = "{http://www.w3.org/2000/svg}"
BATCH = 40

# What the loader lets through: no control, surrogate, non-character or bidirectional override.
FORBIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
SYNTAX = [
    *"\\\"&;#<>'{}[]|/%$@-\u00a0 ",
    "\\N", "\\G", "\\E", "\\l", "\\r", "\\n", "\\\\", "&amp;", "&#39;", "&#x0;", "&nbsp;",
    "</svg>", "<script>", "]]>", "<!--", "-->", "<B>", "\u0301", "\u200d", "ș", "Я", "販", "ש",
    "👩",
]  # fmt: skip


def allowed(text: str) -> bool:
    # The two last code points of every plane are non-characters.
    return not FORBIDDEN.search(text) and all(ord(c) & 0xFFFE != 0xFFFE for c in text)


CHARACTERS = st.characters(exclude_categories=("Cc", "Cs")).filter(allowed)
TEXTS = st.lists(st.sampled_from(SYNTAX) | CHARACTERS, min_size=1, max_size=12).map("".join)


def texts_of(root: Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def as_graphviz_writes(text: str) -> str:
    """Graphviz writes the second of two blanks as a no-break space, so that none is lost."""
    return text.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(jobs=1) as running:
        yield running


def check_round_trips(engine: Engine, written: Sequence[str]) -> None:
    placed = map_of_texts(written)
    given_out = dot_source(placed, labels=True)
    bare = dot_source(placed, labels=False)
    first, second = engine.draw([("bare", bare), ("given", given_out)])
    assert first.svg
    assert second.svg, second.problem
    ours = svg_document(placed, first.svg, links={}, prefix="m", standalone=True)
    assert sorted(texts_of(ElementTree.fromstring(ours))) == sorted(expected(written))
    drawn = texts_of(ElementTree.fromstring(second.svg, forbid_dtd=False))
    assert sorted(map(as_graphviz_writes, drawn)) == sorted(
        map(as_graphviz_writes, filter(None, expected(written)))
    )


def expected(written: Sequence[str]) -> list[str]:
    """The texts of `map_of_texts`: each once, and an x in the nodes that show none."""
    return [*written, *("x" for index in range(len(written)) if index % 4)]


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=BATCH, max_size=BATCH))
def test_texts_appear_as_written(engine: Engine, written: list[str]) -> None:
    check_round_trips(engine, written)


@settings(max_examples=4, deadline=None)
@given(st.lists(TEXTS, min_size=BATCH, max_size=BATCH))
def test_given_dot_is_read_back_with_its_labels(written: list[str]) -> None:
    graph = pygraphviz.AGraph(string=dot_source(map_of_texts(written), labels=True))
    try:
        names = {node.attr["label"] for node in graph.nodes()}
        assert {as_parsed(label(text)) for text in written[::4]} <= names
        assert len(graph.nodes()) == len(written) + len(written[3::4])
        assert len(graph.edges()) == len(written[1::4])
    finally:
        graph.close()


def as_parsed(value: str) -> str:
    """A label as the parser keeps it: only the escaped quotes are resolved."""
    return re.sub(r"\\([\\\"])", lambda m: '"' if m.group(1) == '"' else "\\\\", value)


def in_dot(*lines: str) -> str:
    """A label as it stands in DOT, behind its equals sign."""
    graph = Digraph()
    graph.node("n", label(*lines))
    source: str = graph.source
    return source.removeprefix("digraph {\n\tn [label=").removesuffix("]\n}\n")


@given(st.lists(TEXTS, max_size=3))
def test_the_graph_adds_nothing_to_a_label_but_quotes(lines: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        written = in_dot(*lines)
    bare = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*|-?[0-9]*\.?[0-9]*", label(*lines))
    assert written == f'"{label(*lines)}"' or (bare and written == label(*lines))


@pytest.mark.slow
def test_a_hundred_thousand_texts_appear_as_written(engine: Engine) -> None:
    random = Random(20260101)  # noqa: S311 - a fixed sample, no secret
    for _ in range(500):
        check_round_trips(engine, [random_text(random) for _ in range(200)])


def random_text(random: Random) -> str:
    while True:
        parts = (
            random.choice(SYNTAX)
            if random.random() < 0.5
            else chr(random.randrange(0x20, random.choice((0x7F, 0x500, 0xD7FF, 0x10FFFF))))
            for _ in range(random.randint(1, 12))
        )
        if allowed(text := "".join(parts)):
            return text


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\ud800", "\ufffe", "\U0001ffff"])
def test_what_no_picture_can_carry_is_refused(character: str) -> None:
    with pytest.raises(RefusedError) as caught:
        label(f"before {character} after")
    problem = caught.value.problems[0]
    assert problem.code == "PB506"
    assert f"U+{ord(character):04X}" in problem.message
    assert character not in problem.message


def test_every_text_that_the_loader_allows_is_writable() -> None:
    ordinary = "Întâlnire & «сделка» 契約 👩\u200d💻 e\u0301"
    assert writable(ordinary) == ordinary


@pytest.mark.parametrize(
    ("written", "dot"),
    [
        ("ends in \\", '"ends in \\\\"'),
        ('"quoted"', '"\\"quoted\\""'),
        ("\\N", '"\\\\N"'),
        ("&amp;", '"&amp;amp;"'),
        ("<b>", '"<b>"'),
        ("<b>bold</b>", '"<b>bold</b>"'),
        ('a \\" b', '"a \\\\\\" b"'),
        ("two\nlines", '"two\\nlines"'),
        ("graph", '"graph"'),
        ("", '""'),
    ],
)
def test_labels_are_escaped(written: str, dot: str) -> None:
    assert in_dot(written) == dot
