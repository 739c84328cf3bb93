"""One id of the library may be written in several languages; a playbook gets its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen import load, resolve, validate

LIBRARY = """\
format: 1
language: {language}
glossary:
  lead: {text}
"""
PLAYBOOK = """\
format: 1
title: Words
summary: A glossary alone.
client: own
language: {language}
uses: {{glossary: lead}}
"""


def library(folder: Path, texts: list[tuple[str, str]]) -> tuple[resolve.Library, list[str]]:
    files = []
    for index, (language, text) in enumerate(texts):
        path = folder / f"{index}.yaml"
        path.write_text(LIBRARY.format(language=language, text=text), encoding="utf-8")
        document = load.load_document(path, shown=path.name).document
        assert document
        definition = validate.validate_library(document).definition
        assert definition
        files.append((document, definition))
    found, problems = resolve.library_of(files)
    return found, [f"{one.location.path if one.location else ''} {one.code}" for one in problems]


@pytest.mark.parametrize(
    ("language", "definition", "file"),
    [("en", "A chance.", "0.yaml"), ("ru", "Шанс.", "1.yaml"), ("ja", "A chance.", "0.yaml")],
)
def test_the_playbooks_language_goes_first(
    tmp_path: Path, language: str, definition: str, file: str
) -> None:
    """The item in the playbook's language; where there is none, the first one."""
    found, problems = library(tmp_path, [("en", "A chance."), ("ru", "Шанс.")])
    assert problems == []
    path = tmp_path / "playbook.yaml"
    path.write_text(PLAYBOOK.format(language=language), encoding="utf-8")
    document = load.load_document(path, shown=path.name).document
    assert document
    own = validate.validate_playbook(document).definition
    assert own
    composed = resolve.with_library(document, own, found)
    assert composed.definition.glossary["lead"].definition == definition
    assert composed.sources.locate(("glossary", "lead")).path == file


def test_one_language_says_it_once(tmp_path: Path) -> None:
    """Two files of one language that declare the same id are a mistake in the second."""
    texts = [("en", "A chance."), ("ru", "Шанс."), ("en", "Another.")]
    found, problems = library(tmp_path, texts)
    assert problems == ["2.yaml PB322"]
    assert found.ids("glossary") == ["lead"]
