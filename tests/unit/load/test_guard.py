"""What may not stand in a file: each guard with its words and its place, all in one run."""

from __future__ import annotations

import pytest

from playbookgen.load import LoadResult, parse_document
from playbookgen.load.codes import MAX_BYTES, MAX_DEPTH, MAX_NODES
from playbookgen.load.findings import MAX_FINDINGS
from playbookgen.problems import Severity


def load(text: str) -> LoadResult:
    return parse_document(text.encode("utf-8", "surrogatepass"), shown="playbook.yaml")


def found(result: LoadResult) -> list[str]:
    """Each problem as `code line:column-end message`."""
    return [
        f"{problem.code} {place.line}:{place.column}-{place.end_column} {problem.message}"
        for problem in result.problems
        for place in [problem.location]
    ]


REFUSED = {
    "a: !x y\n": "PB106 1:4-8 A tag (“!”) may not stand in a definition",
    "a: !!python/object/apply:os.system [x]\n": (
        "PB106 1:4-37 A tag (“!”) may not stand in a definition"
    ),
    "!!str a: x\n": "PB106 1:1-8 A tag (“!”) may not stand in a definition",
    "a: !foo!bar y\n": "PB106 1:4-4 “!” makes a tag here",
    "a: &x y\n": "PB107 1:4-8 An anchor (“&”) may not stand in a definition",
    "a: *x\n": "PB107 1:4-6 An alias (“*”) may not stand in a definition",
    "a: **bold**\n": "PB107 1:4-4 “*” makes an alias here",
    "a:\n  <<: b\n": "PB108 2:3-5 A merge key (“<<”) may not stand in a definition",
    "# x\n%YAML 1.1\n---\na: b\n": ("PB109 2:1-2 A directive (“%”) may not stand in a definition"),
    "%TAG ! tag:x,2000:\n---\na: b\n": (
        "PB109 1:1-2 A directive (“%”) may not stand in a definition"
    ),
    "%YAML 9.9\n---\na: b\n": "PB109 1:1-1 A directive (“%”) stands here",
    "日: x\u202ey\n": "PB104 1:5-6 U+202E (right-to-left override) may not stand in a definition",
    "日: x\0y\n": "PB104 1:5-6 U+0000 (control character) may not stand in a definition",
    "a: x\x85y\n": "PB104 1:5-6 U+0085 (control character) may not stand in a definition",
    "a: x\u2028y\n": "PB104 1:5-6 U+2028 (line separator) may not stand in a definition",
    "a: x\ufeffy\n": "PB104 1:5-6 U+FEFF (zero width no-break space) may not stand in a definition",
    "a: 😀\U0010ffff\n": "PB104 1:5-6 U+10FFFF (not a character) may not stand in a definition",
    'a: "日\\u2066"\n': "PB104 1:6-12 U+2066 (left-to-right isolate) may not stand in a definition",
    'a: "日\\e"\n': "PB104 1:6-8 U+001B (control character) may not stand in a definition",
    'a: "日\n  \\0"\n': "PB104 2:3-5 U+0000 (control character) may not stand in a definition",
    '"\\x07": b\n': "PB104 1:2-6 U+0007 (control character) may not stand in a definition",
    'a: "\\ud800"\n': "PB104 1:7-7 This escape stands for no character",
}

WRONG = {
    "a: 1\nb: 2\na: 3\n": "PB102 3:1-2 “a” stands here a second time; the first is in line 1",
    "a:\n\tb: c\n": "PB105 2:1-1 A tab stands where the line is indented",
    "a:\n  \tb: c\n": "PB105 2:3-3 A tab stands where the line is indented",
    "a: |\n\tb\n": "PB105 2:1-1 A tab stands where the line is indented",
    "a: b\n---\nc: d\n": "PB110 2:1-4 A second document begins here",
    "? [a, b]\n: c\n": "PB111 1:3-4 A list, a mapping or an alias cannot be a key",
    ": c\n": "PB111 1:1-1 The key before this colon is empty",
    '"": c\n': "PB111 1:1-3 The key before this colon is empty",
    "": "PB115 1:1-1 This file is empty",
    "# nothing\n": "PB115 1:1-1 This file is empty",
    "---\n": "PB115 1:1-1 This file is empty",
    "- a\n": "PB116 1:1-1 This file does not hold a mapping of keys to values",
    "text\n": "PB116 1:1-5 This file does not hold a mapping of keys to values",
}

SYNTAX = {
    "a: b: c\n": "1:5 “:” makes a key here, where a text is going on",
    "日: 値\n 月: c\n": "2:3 “:” makes a key here, where the text of the line above goes on",
    "title:Foo\nb: c\n": "1:6 A space is missing after this colon",
    "a: b\ntitle:Foo\nb: c\n": "2:6 A space is missing after this colon",
    "a: b\nc\nd: e\n": "2:1 This is neither “key: value” nor a list item",
    "a:\n  b: c\n d: e\n": "3:2 This line is indented unlike the keys beside it",
    "a: '日's'\n": "1:7 Text stands after the closing quote",
    "a: 'b\nc: d\n": "1:4 This text begins with a quote that is never closed",
    'a: "b\n---\n': "1:4 This text begins with a quote that is never closed",
    "a: [x, y\nb: c\n": "1:4 This list is not closed",
    "a: {x: y\nb: c\n": "1:4 This mapping is not closed",
    'a: ["x" "y"]\n': "1:9 A comma is missing before this",
    "a: [\n": "1:5 A “[” or “{” is not closed before the file ends",
    "a: @b\n": "1:4 A text cannot begin with “@”",
    "a: ]\n": "1:4 A text cannot begin with “]”",
    "a: - b\n": "1:4 A list cannot begin in the middle of a line",
    "a: ? b\n": "1:4 “?” makes a key here, where a text stands",
    "- a\nb: c\n": "2:1 This line is indented like the list above it but does not begin with “- ”",
    'a: "\\q"\n': "1:5 This escape is not known",
    'a: "\\xzz"\n': "1:7 This escape needs hexadecimal digits",
    "a: >- text\n": "1:7 A text cannot stand on the same line as “|” or “>”",
    "a: |0\n x\n": "1:5 The number after “|” or “>” must be 1 to 9",
    "{a: b}\nc: d\n": "2:1 This does not belong to what stands above it",
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_what_is_unsafe_is_refused_at_its_place(text: str, expected: str) -> None:
    result = load(text)
    assert found(result) == [expected]
    assert result.refused
    assert result.document is None


@pytest.mark.parametrize(("text", "expected"), WRONG.items())
def test_what_is_wrong_is_said_at_its_place(text: str, expected: str) -> None:
    result = load(text)
    assert found(result) == [expected]
    assert not result.refused


@pytest.mark.parametrize(("text", "expected"), SYNTAX.items())
def test_broken_syntax_is_explained_in_plain_words(text: str, expected: str) -> None:
    result = load(text)
    assert [
        f"{problem.location.line}:{problem.location.column} {problem.message}"
        for problem in result.problems
    ] == [expected]
    assert result.problems[0].code == "PB101"
    assert result.document is None


@pytest.mark.parametrize("text", [*REFUSED, *WRONG, *SYNTAX])
def test_every_problem_has_a_cure(text: str) -> None:
    assert all(problem.cure.endswith((".", '\\".')) for problem in load(text).problems)


def test_the_first_of_two_keys_is_named_and_kept() -> None:
    result = load("stages:\n  first: a\n  first: b\n")
    (related,) = result.problems[0].related
    assert (related.location.line, related.location.column, related.location.end_column) == (
        2,
        3,
        8,
    )
    assert related.location.text == "  first: a"
    assert result.document
    assert result.document.data == {"stages": {"first": "a"}}


def test_all_findings_come_in_one_run() -> None:
    text = (
        "a: step #1\na: &x 2\nb: *x\n<<: {c: !d e}\n? [f]\n: g\n"
        'h: "\\u202e"\ni: \u2028\nj: "never closed\n'
    )
    assert [line.split()[0:2] for line in found(load(text))] == [
        ["PB102", "2:1-2"],
        ["PB107", "2:4-8"],
        ["PB107", "3:4-6"],
        ["PB108", "4:1-3"],
        ["PB106", "4:9-13"],
        ["PB111", "5:3-4"],
        ["PB104", "7:5-11"],
        ["PB104", "8:4-5"],
        ["PB101", "9:4-4"],
        ["PB117", "1:9-11"],  # warnings come after the errors of their file
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("日: step #3", "1:9-11"),
        ("a: step #the next", "1:9-18"),
        ("a: 値 #値", "1:6-8"),
        ("a: #3", "1:4-6"),
        ("- #3", "1:3-5"),
        ("a: [step #3\n  ]", "1:10-12"),
    ],
)
def test_text_lost_after_a_number_sign_is_a_warning(line: str, place: str) -> None:
    result = load(line if not line.startswith("-") else f"a:\n{line}")
    where = place if not line.startswith("-") else place.replace("1:", "2:", 1)
    assert found(result) == [f"PB117 {where} From “#” on this is a comment, not text"]
    assert result.problems[0].severity is Severity.WARNING
    assert "double quotes" in result.problems[0].cure
    assert result.document


@pytest.mark.parametrize(
    "text",
    [
        "a: b # a comment\n",
        "a: b  #aligned\n",
        "a: b\t#aligned\n",
        "#a\na: b\n #c\n",
        "a: 'b' #c\n",
        'a: "b #3"\n',
        "a: 'b #3'\n",
        "a: |\n  b #3\n",
        "a: >-\n  b #3\n",
        "a: b#3\n",
        "a:  #todo\n  b: c\n",
    ],
)
def test_comments_and_quoted_number_signs_are_no_findings(text: str) -> None:
    assert found(load(text)) == []


NOT_UTF_8 = "This file is not UTF-8: it has bytes that stand for no character"


@pytest.mark.parametrize(
    ("data", "message", "column"),
    [
        (b"a: \xe9t\xe9\n", NOT_UTF_8, 4),
        ("値: é".encode() + b"\xff", NOT_UTF_8, 5),
        (b"a: \xed\xa0\x80\n", NOT_UTF_8, 4),
        ("a: b\n".encode("utf-16"), "This file is not UTF-8 but UTF-16", 1),
    ],
)
def test_only_utf_8_is_read(data: bytes, message: str, column: int) -> None:
    result = parse_document(data, shown="playbook.yaml")
    assert [(each.code, each.message, each.location.column) for each in result.problems] == [
        ("PB103", message, column)
    ]
    assert result.refused


def nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def test_depth_is_limited() -> None:
    assert found(load(nested(MAX_DEPTH))) == []
    result = load(nested(MAX_DEPTH + 1))
    assert found(result) == ["PB112 1:67-68 This is nested too deeply"]
    assert result.refused


def test_the_number_of_nodes_is_limited() -> None:
    # The root, its key and its list are three.
    most = MAX_NODES - 3
    assert found(load("a: [" + "b," * most + "]\n")) == []
    result = load("a:\n" + "- b\n" * (most + 1))
    assert found(result) == [f"PB113 {most + 2}:3-4 This file holds too many keys and values"]
    assert result.refused


def test_the_size_is_limited() -> None:
    filler = "#" * (MAX_BYTES - 5)
    assert found(load(f"a: b\n{filler}")) == []
    result = load(f"a: b\n{filler}#")
    assert found(result) == ["PB114 1:1-1 This file is too large"]
    assert result.refused


def test_a_thousand_warnings_do_not_hide_an_error() -> None:
    result = load("".join(f"k{number}: x #1\n" for number in range(1000)) + "k0: x\n")
    warnings = [each for each in result.problems if each.severity is Severity.WARNING]
    assert len(warnings) == MAX_FINDINGS
    assert [each.code for each in result.problems if each.severity is Severity.ERROR] == ["PB102"]


def test_messages_and_excerpts_hold_no_control_characters() -> None:
    for text in ('"a\\n::error::": 1\n"a\\n::error::": 2\n', "a: \x1b[31m\x07\n", "a: \x1b\xff"):
        data = text.encode("latin-1")
        result = parse_document(data, shown="play\nbook.yaml")
        for problem in result.problems:
            shown = problem.message + problem.location.text + problem.location.path
            assert shown.isprintable(), shown
