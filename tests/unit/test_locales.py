"""The tool's own words are complete in every language, and none is left in English."""

from __future__ import annotations

from string import Formatter

import pytest

from playbookgen.locales import WORDS_BY_LANGUAGE, en, words_for

SAME_AS_ENGLISH = {
    "ro": {
        "document",
        "manual",
        "map_in_stage",
        "map_mark_document",
        "map_said",
        "view_hour_many",
        "view_hour_one",
        "view_list",
        "view_min_many",
        "view_min_one",
        "view_title",
    },
    "ru": {"map_said", "view_list", "view_title"},
    "ja": set(),
}
"""Words that are rightly written as in English."""
TRANSLATED = sorted(SAME_AS_ENGLISH)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_is_covered_here() -> None:
    assert sorted(WORDS_BY_LANGUAGE) == sorted(["en", *TRANSLATED])


@pytest.mark.parametrize("language", TRANSLATED)
def test_same_keys(language: str) -> None:
    assert WORDS_BY_LANGUAGE[language].keys() == en.WORDS.keys()


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_in_english(language: str) -> None:
    words = WORDS_BY_LANGUAGE[language]
    same = {key for key, text in en.WORDS.items() if words[key] == text}
    assert same == SAME_AS_ENGLISH[language]


@pytest.mark.parametrize("language", TRANSLATED)
def test_same_placeholders(language: str) -> None:
    words = WORDS_BY_LANGUAGE[language]
    differing = [
        key for key, text in en.WORDS.items() if placeholders(words[key]) != placeholders(text)
    ]
    assert not differing


@pytest.mark.parametrize("language", sorted(WORDS_BY_LANGUAGE))
def test_no_word_is_empty(language: str) -> None:
    assert all(text.strip() for text in WORDS_BY_LANGUAGE[language].values())


def test_romanian_is_written_with_commas_below() -> None:
    assert not set("".join(words_for("ro").values())) & set("şţŞŢ")


def test_a_region_falls_back_to_its_language_and_others_to_english() -> None:
    assert words_for("ro-MD") is WORDS_BY_LANGUAGE["ro"]
    assert words_for("fi") == en.WORDS
