"""The canonical layout: it loses nothing, says the same, and does not change a second time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbookgen import load, validate
from playbookgen.edit import CannotLayOut
from playbookgen.model.definition import LibraryDefinition, PlaybookDefinition
from playbookgen.model.fields import Entity
from playbookgen.pipeline.fmt import laid_out_bytes

ROOT = Path(__file__).parents[3]
WRITTEN = [
    *sorted(ROOT.glob("playbooks/*/playbook.yaml")),
    *sorted(ROOT.glob("playbooks/library/*.yaml")),
    *sorted(ROOT.glob("tests/definitions/valid/*.yaml")),
]


def laid_out(text: str, model: type[Entity] = PlaybookDefinition) -> str:
    return laid_out_bytes(text.encode(), model, shown="playbook.yaml").decode()


def data(text: str) -> object:
    loaded = load.parse_document(text.encode(), shown="playbook.yaml")
    assert loaded.document is not None, loaded.problems
    return loaded.document.data


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_written_says_the_same_laid_out(path: Path) -> None:
    model = LibraryDefinition if path.parent.name == "library" else PlaybookDefinition
    text = path.read_text(encoding="utf-8")
    once = laid_out(text, model)
    assert data(once) == data(text)
    assert laid_out(once, model) == once
    if model is PlaybookDefinition:
        assert definition(once) == definition(text)


def definition(text: str) -> object:
    document = load.parse_document(text.encode(), shown="playbook.yaml").document
    assert document is not None
    return validate.validate_playbook(document).definition


KEYS = st.sampled_from(["title", "summary", "stages", "roles", "tasks", "exit", "text", "extra"])
KINDS = st.sampled_from(["text", "text", "map", "list", "items"])
TEXTS = st.sampled_from(
    [
        "plain words",
        '"in quotes"',
        "'yes'",
        '"a: b"',
        '"say \\"hi\\" # no comment"',
        "'it''s # here'",
        "12",
        '"1.10"',
        "",
        "見積書を送る",
        "見積書を\n{i}送る",
        "one\n{i}and two",
        '"first\n{i}second"',
        ">-\n{i}folded\n{i}text",
        ">-\n{i}折り返した\n{i}文",
        ">\n{i}kept end",
        "|\n{i}# text, no comment\n{i}  deeper",
        "|2-\n{j}  spaced\n{j} less",
        ">-\n{i}" + "many words to fold again " * 8 + "end",
        "a long line that says quite a lot " * 5 + "end",
        "長い文章は決して折り返さない。" * 12,
        "[one, 'two', \"three: 3\"]",
        "{title: short, summary: 'yes'}",
        "{summary: " + "long words " * 12 + "end, title: T}",
        "[one,\n{i}two]",
        "[one, # inside\n{i}two]",
        "{}",
        "[]",
    ]
)


@st.composite
def blocks(draw: st.DrawFn, indent: int = 0, depth: int = 0) -> list[str]:
    """The lines of a random mapping, with comments of all kinds between and beside them."""
    lines: list[str] = []
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    step = draw(st.integers(1, 4))
    for key in keys:
        lines += draw(st.lists(st.sampled_from(["", "# c"]), max_size=2))
        if draw(st.booleans()):
            lines.append(" " * indent + "# at " + key)
        kind = draw(KINDS) if depth < 3 else "text"
        remark = draw(st.sampled_from(["", "", " # beside"]))
        lead = " " * indent + key + ":"
        if kind == "text":
            lines += scalar(lead, draw(TEXTS), indent, remark)
        elif kind == "map":
            lines += [lead + remark, *draw(blocks(indent=indent + step, depth=depth + 1))]
        elif kind == "list":
            place = indent + draw(st.sampled_from([0, step]))
            texts = draw(st.lists(TEXTS, min_size=1, max_size=3))
            lines.append(lead + remark)
            for text in texts:
                lines += scalar(" " * place + "-", text, place, remark)
        else:
            place = indent + step
            inner = draw(blocks(indent=place + 2, depth=depth + 1))
            at = next(i for i, line in enumerate(inner) if line and "#" not in line.lstrip()[:1])
            inner[at] = " " * place + "- " + inner[at].lstrip()
            lines += [lead + remark, *inner]
        if draw(st.booleans()):
            lines.append(" " * (indent + draw(st.integers(0, 6))) + "# after")
    return lines


def scalar(lead: str, text: str, indent: int, remark: str) -> list[str]:
    if remark and "\n" not in text:
        text += remark
    text = text.replace("{i}", " " * (indent + 3)).replace("{j}", " " * (indent + 2))
    return f"{lead} {text}".rstrip(" ").split("\n")


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks())
def test_random_files_lose_nothing_and_settle_at_once(lines: list[str]) -> None:
    numbered = iter(range(1000))
    # Each comment gets a number, so that one that goes and one that comes twice are both seen.
    text = re.sub(r"# (c|at \w+|beside|after|inside)$", lambda m: f"{m[0]} {next(numbered)}",
                  "\n".join(lines) + "\n", flags=re.MULTILINE)  # fmt: skip
    loaded = load.parse_document(text.encode(), shown="playbook.yaml")
    if loaded.document is None or loaded.problems:
        return  # two texts may meet so that they make no file; that is the loader's test
    once = laid_out(text)
    assert data(once) == data(text)
    assert comments(once) == comments(text)
    assert laid_out(once) == once


def comments(text: str) -> list[str]:
    document = load.parse_document(text.encode(), shown="playbook.yaml").document
    assert document is not None
    return sorted(remark.text for remark in load.written_form(document).remarks)


def test_keys_stand_in_the_order_of_the_model_and_ids_in_the_author_s() -> None:
    text = "title: T\nformat: 1\nroles:\n    zed: {team: A, title: Z}\n    abe: {title: B}\n"
    assert laid_out(text) == (
        "format: 1\ntitle: T\n\nroles:\n  zed: {title: Z, team: A}\n  abe: {title: B}\n"
    )


def test_comments_move_with_their_items() -> None:
    text = """\
# yaml-language-server: $schema=../playbook.schema.json
format: 1
stages:
    one:
        # Why it is there.
        purpose: P   # short
        title: One
        # Nothing more.
    # All stages.
roles: # people
  rep: Rep
"""
    assert (
        laid_out(text)
        == """\
# yaml-language-server: $schema=../playbook.schema.json
format: 1

roles:  # people
  rep: Rep

stages:
  one:
    title: One
    # Why it is there.
    purpose: P  # short
    # Nothing more.
  # All stages.
"""
    )


def test_long_texts_fold_but_never_where_scripts_know_no_spaces() -> None:
    long = "word " * 30 + "end"
    folded = laid_out(f"summary: {long}\n")
    assert folded.startswith("summary: >-\n  word")
    assert max(map(len, folded.splitlines())) <= 100
    japanese = f"summary: {'長い文 ' * 40}終\n"
    assert laid_out(japanese) == japanese
    by_hand = "summary: >-\n  見積書を送る。\n  返事を待つ。\n"
    assert laid_out(by_hand) == by_hand


def test_quotes_stay_where_others_would_read_no_text() -> None:
    text = "version: '1.0'\ntitle: 'Plain'\nowner: \"a: b\"\nclient: 'no'\n"
    assert laid_out(text) == 'title: Plain\nclient: "no"\nowner: "a: b"\nversion: "1.0"\n'


def test_line_ends_stay_and_a_byte_order_mark_goes() -> None:
    data = b"\xef\xbb\xbftitle: T\r\nformat: 1\r\n"
    result = laid_out_bytes(data, PlaybookDefinition, shown="x.yaml")
    assert result == b"format: 1\r\ntitle: T\r\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("? title\n: T\n", "question mark"),
        ("{title: T}\n", "braces"),
        ("title: |+\n  T\n\n", "blank lines"),
        ("title: T\n...\n", "three dots"),
    ],
)
def test_what_cannot_be_promised_is_left_alone(text: str, reason: str) -> None:
    with pytest.raises(CannotLayOut, match=reason):
        laid_out(text)
