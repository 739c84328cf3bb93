"""Every key and value knows its place: lines and columns in code points, from 1."""

from __future__ import annotations

import pytest

from playbookgen.load import parse_document
from playbookgen.model.source import KeyPath, Mark, SourceDocument


def read(text: str) -> SourceDocument:
    result = parse_document(text.encode(), shown="playbook.yaml")
    assert result.problems == ()
    assert result.document
    return result.document


def underlined(document: SourceDocument, path: KeyPath, *, key: bool = False) -> str:
    """What a caret line would mark in the source."""
    place = document.locate(path, key=key)
    return place.text[place.column - 1 : place.end_column - 1]


WIDE = """\
title: 販売段階の定義😀
"😀鍵": "値👩‍💻です"
段階:
  - первый этап
  - 二番目: 値😀
    次: "ș ț"
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), "title", "販売段階の定義😀"),
        (("😀鍵",), '"😀鍵"', '"値👩‍💻です"'),
        (("段階",), "段階", "-"),
        (("段階", 0), "-", "первый этап"),
        (("段階", 1), "-", "二番目"),
        (("段階", 1, "二番目"), "二番目", "値😀"),
        (("段階", 1, "次"), "次", '"ș ț"'),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_full_width_and_astral_text_is_marked_exactly(
    path: KeyPath, key: str, value: str, line_break: str
) -> None:
    document = read(WIDE.replace("\n", line_break))
    assert underlined(document, path, key=True) == key
    assert underlined(document, path) == value


def test_lines_and_columns_count_from_one_whatever_the_line_breaks() -> None:
    for line_break in ("\n", "\r\n", "\r"):
        document = read(f"a: 1{line_break}{line_break}b:{line_break}  c: 2{line_break}")
        assert document.data.marks["b"] == Mark(3, 1, 2, 4, 3, 4)
        assert document.data["b"].marks["c"] == Mark(4, 3, 4, 4, 6, 7)


def test_a_byte_order_mark_at_the_start_takes_no_column() -> None:
    document = read("\ufefftitle: x\n")
    assert document.data == {"title": "x"}
    assert document.data.marks["title"] == Mark(1, 1, 6, 1, 8, 9)


def test_an_empty_value_stands_right_after_its_colon_or_dash() -> None:
    document = read("a:\nb:   # nothing yet\nc:\n  -\n  - x\n")
    assert document.data == {"a": "", "b": "", "c": ["", "x"]}
    assert document.data.marks["a"] == Mark(1, 1, 2, 1, 3, 3)
    assert document.data.marks["b"] == Mark(2, 1, 2, 2, 3, 3)
    assert document.data["c"].marks[0] == Mark(4, 3, 4, 4, 4, 4)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a: plain  # why\n", "plain"),
        ("a: 'quoted # text'   # why\n", "'quoted # text'"),
        ("a: two\n  lines\n", "two"),
        ('a: "two  \n  lines"\n', '"two'),
        ("a: >-   # why\n  folded\n", ">-"),
        ("a: |2\n   kept\n", "|2"),
        ("a: {b: c}\n", "{"),
        ("a: [b, c]\n", "["),
        ("a: []\n", "["),
        ('a:\n  "first key": c\n', '"first key"'),
        ("a:\n- b\n", "-"),
        ("a:\n# - no\n  - b\n", "-"),
    ],
)
def test_a_value_is_marked_on_its_first_line(text: str, marked: str) -> None:
    assert underlined(read(text), ("a",)) == marked


@pytest.mark.parametrize(
    ("text", "index", "line", "column"),
    [
        ("a:\n- x\n- y\n", 1, 3, 1),
        ("a:\n    - x\n\n    # z\n    - y\n", 1, 5, 5),
        ("a:\n  -\n    b: c\n", 0, 2, 3),
        ("a:\n  - x\n  -\n# - not this\n    b: c\n", 1, 3, 3),
        ("a:\n  - - x\n    - y\n  - z\n", 1, 4, 3),
        ("a:\n  - >-\n    x\n  - y\n", 1, 4, 3),
    ],
)
def test_the_key_of_an_item_is_its_dash(text: str, index: int, line: int, column: int) -> None:
    place = read(text).locate(("a", index), key=True)
    assert (place.line, place.column, place.end_column) == (line, column, column + 1)


def test_the_key_of_an_item_in_brackets_is_the_item() -> None:
    document = read("a: [x, yes]\n")
    assert underlined(document, ("a", 1), key=True) == "yes"
    assert underlined(document, ("a", 1)) == "yes"


SHORT_FORMS = """\
# a comment first
format: 1
stages:
  first:
    title: First
    tasks:
      call: Call back
      mail: ""
    resources: phone
transitions:
  first: second
  second: [third, end]
"""


@pytest.mark.parametrize(
    ("path", "line", "key", "value"),
    [
        ((), 2, "format", "format"),
        (("client",), 2, "format", "format"),
        (("stages", "first", "purpose"), 4, "first", "first"),
        (("stages", "first", "metrics", "speed", "title"), 4, "first", "first"),
        (("stages", "second", "title"), 3, "stages", "stages"),
        (("stages", "first", "tasks", "call", "title"), 7, "call", "Call back"),
        (("stages", "first", "tasks", "call", "responsible", 0), 7, "call", "Call back"),
        (("stages", "first", "tasks", "mail", "title"), 8, "mail", '""'),
        (("stages", "first", "resources", 0), 9, "resources", "phone"),
        (("transitions", "first", "second"), 11, "second", "second"),
        (("transitions", "first", "second", "when"), 11, "second", "second"),
        (("transitions", "second", "end"), 12, "end", "end"),
        (("transitions", "second", "end", "when"), 12, "end", "end"),
        (("transitions", "second", "fourth"), 12, "second", "second"),
        (("transitions", "second", 7), 12, "second", "second"),
    ],
)
def test_what_is_not_written_is_found_at_what_stands_for_it(
    path: KeyPath, line: int, key: str, value: str
) -> None:
    document = read(SHORT_FORMS)
    assert document.locate(path).line == line
    assert underlined(document, path, key=True) == key
    assert underlined(document, path) == value


def test_a_location_names_the_file_and_holds_the_line() -> None:
    place = read("a: b\n").locate(("a",))
    assert str(place) == "playbook.yaml:1:4"
    assert place.text == "a: b"
