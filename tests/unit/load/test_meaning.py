"""What a file says is what was written: text as in YAML 1.2, never guessed at."""

from __future__ import annotations

import gc
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.load import parse_document
from playbookgen.load.codes import CHARACTER
from playbookgen.problems import UNSAFE, UNSAFE_ASTRAL


def data_of(text: str) -> object:
    result = parse_document(text.encode(), shown="playbook.yaml")
    assert result.document
    return result.document.data


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "null", "~", "1.10", "014", "0o14", "12:30", "1e3", ".nan", "2026-03-31"],
)
def test_plain_scalars_stay_the_text_they_are(written: str) -> None:
    assert data_of(f"value: {written}\n") == {"value": written}


def test_texts_of_several_lines_are_folded_or_kept() -> None:
    text = "a: one\n  two\nb: >-\n  one\n  two\nc: |\n  one\n  two\nd: 'it''s'\ne: \"a\\tb\\n\"\n"
    assert data_of(text) == {
        "a": "one two",
        "b": "one two",
        "c": "one\ntwo\n",
        "d": "it's",
        "e": "a\tb\n",
    }


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a: >-\n  次の段階へ\n  進む。\n  次", "次の段階へ進む。次"),
        ("a: 次の段階へ\n  進む", "次の段階へ進む"),
        ("a: >-\n  продажа\n  идёт", "продажа идёт"),
        ("a: >-\n  CRM の\n  使い方", "CRM の使い方"),
        ("a: 山田 太郎", "山田 太郎"),
        ("a: |-\n  山田 太郎\n  次", "山田 太郎\n次"),
    ],
)
def test_folded_lines_of_scripts_without_spaces_join_without_one(written: str, text: str) -> None:
    assert data_of(written) == {"a": text}


def test_json_is_read_too() -> None:
    value = {"title": 'A "b" \\ / c', "stages": {"first": ["x", {"y": "😀 値"}]}, "empty": ""}
    assert data_of(json.dumps(value, ensure_ascii=False)) == value


def test_keys_keep_their_order_and_any_quotes_are_no_part_of_them() -> None:
    assert list(data_of('z: 1\n"a": 2\n\'m\': 3\n"<<": 4\n')) == ["z", "a", "m", "<<"]  # type: ignore[call-overload] # a mapping, it says


def test_garbage_collection_is_as_it_was_before() -> None:
    parse_document(b"a: b\n", shown="x")
    assert gc.isenabled()
    gc.disable()
    try:
        parse_document(b"a: b\n", shown="x")
        assert not gc.isenabled()
    finally:
        gc.enable()


def quoted(text: str) -> str:
    """Text as YAML writes it between double quotes, on one line."""
    made = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\U{ord(c):08x}" if c in "\n\r\t\0" else c for c in made) + '"'


def is_safe(text: str) -> bool:
    return not any(
        character == "\r" or (character not in "\n\t" and _is_unsafe(character))
        for character in text
    )


def _is_unsafe(character: str) -> bool:
    ranges = UNSAFE.replace("-", "")
    alone = "\ufeff\ufffe\uffff" + UNSAFE_ASTRAL
    pairs = zip(ranges[: -len("\ufeff\ufffe\uffff") : 2], ranges[1::2], strict=False)
    return character in alone or any(low <= character <= high for low, high in pairs)


ANY_TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from('\u202e\u2028\x85\ufffe😀"\\#:'))


@given(ANY_TEXT)
def test_any_quoted_text_loads_back_exactly_or_is_refused(text: str) -> None:
    result = parse_document(f"before: 値😀\nvalue: {quoted(text)}\n".encode(), shown="x")
    if is_safe(text):
        assert result.problems == ()
        assert result.document
        assert result.document.data["value"] == text
        place = result.document.locate(("value",))
        assert place.text[place.column - 1 : place.end_column - 1] == quoted(text)
    else:
        assert result.refused
        assert result.document is None
        assert {problem.code for problem in result.problems} == {CHARACTER.code}


@given(ANY_TEXT)
def test_characters_made_by_escapes_are_held_to_the_same_rules(text: str) -> None:
    escapes = "".join(f"\\U{ord(character):08X}" for character in text)
    result = parse_document(f'value: "{escapes}"\n'.encode(), shown="x")
    if is_safe(text):
        assert result.document
        assert result.document.data == {"value": text}
    else:
        assert result.refused
        assert all(
            problem.location.text[problem.location.column - 1] == "\\"
            for problem in result.problems
        )


@given(st.text(st.sampled_from("ab:-#'\"[]{},&*!|>%@`?\\ \n\t\r日😀\x00\u2028"), max_size=40))
def test_whatever_is_written_gives_a_document_or_a_problem_at_a_place_in_the_file(
    text: str,
) -> None:
    result = parse_document(text.encode(), shown="x")
    assert (result.document is None) <= bool(result.problems)
    for problem in result.problems:
        assert problem.message
        assert problem.cure
        assert 1 <= problem.location.column <= len(problem.location.text) + 1
