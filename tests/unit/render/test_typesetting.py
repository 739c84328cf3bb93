"""PNG and PDF with the fonts of this machine or with named ones, or a problem with its cure."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from pypdf import PdfReader

from playbookgen.problems import EngineError
from playbookgen.render import Engine, dot_source, engine_report, pdf_of, png_of, svg_document
from playbookgen.render import fonts as font_search
from playbookgen.render.fonts import Font, fonts_for
from tests.unit.render.sample_maps import swimlane, timeline

HERE = {found.script for found in engine_report().fonts if found.families}
needs_fonts = pytest.mark.skipif(
    not {"Latin", "Cyrillic", "Japanese"} <= HERE, reason="fonts for all scripts are not installed"
)
needs_latin = pytest.mark.skipif("Latin" not in HERE, reason="no Latin font is installed")


@pytest.fixture(scope="module")
def pictures() -> dict[str, str]:
    """Standalone SVGs by name."""
    maps = [swimlane(), timeline()]
    with Engine(jobs=1) as engine:
        drawn = list(engine.draw((m.ref, dot_source(m, labels=False)) for m in maps))
    return {
        m.ref: svg_document(m, item.svg or b"", links={}, prefix="m", standalone=True)
        for m, item in zip(maps, drawn, strict=True)
    }


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@needs_latin
def test_png_has_the_size_asked_for_and_the_same_bytes_each_time(pictures: dict[str, str]) -> None:
    svg = pictures["process"]
    assert size_of(png_of(svg)) == (1400, 345)
    assert size_of(png_of(svg, scale=2)) == (2800, 690)
    assert size_of(png_of(svg, pixels=1000)) == (1000, 246)
    assert png_of(svg) == png_of(svg)
    with pytest.raises(EngineError) as caught:
        png_of(svg, scale=100)
    assert caught.value.problems[0].code == "PB511"
    with pytest.raises(EngineError, match="14400 pt"):
        pdf_of(svg, scale=20)


@needs_fonts
def test_pdf_has_selectable_text_in_every_script(pictures: dict[str, str], tmp_path: Path) -> None:
    made = pdf_of(pictures["timeline"])
    assert made == pdf_of(pictures["timeline"])
    path = tmp_path / "map.pdf"
    path.write_bytes(made)
    reader = PdfReader(path)
    text = reader.pages[0].extract_text()
    for written in ("記事を読む", "契約に署名する", "Completează", "Сравнивает варианты"):
        assert written in text
    assert reader.metadata
    assert reader.metadata.title == "Călătoria"
    assert not reader.metadata.get("/CreationDate")


@needs_latin
def test_a_named_font_is_used(pictures: dict[str, str]) -> None:
    (found,) = fonts_for("x")
    assert png_of(pictures["process"], fonts=[found.path]) == png_of(pictures["process"])


def test_a_file_that_is_no_font_is_said(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_text("no font")
    with pytest.raises(EngineError) as caught:
        fonts_for("x", named=[path])
    assert caught.value.problems[0].code == "PB509"


@pytest.mark.parametrize(
    ("text", "package"),
    [
        ("Ș", "fonts-noto-core"),
        ("Ж", "fonts-noto-core"),
        ("販", "fonts-noto-cjk"),
        ("ש", "fonts-noto"),
    ],
)
def test_a_script_without_a_font_is_a_problem_with_its_cure(
    text: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_search, "font_folders", lambda: ())
    font_search._font_files.cache_clear()
    try:
        with pytest.raises(EngineError) as caught:
            fonts_for(text)
    finally:
        font_search._font_files.cache_clear()
    problem = caught.value.problems[0]
    assert problem.code == "PB508"
    assert text in problem.message
    assert package in problem.cure
    assert "--font" in problem.cure
    assert "fonts:" in problem.cure


def test_the_first_font_that_covers_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    latin = Font(Path("a"), "A", frozenset(range(0x20, 0x250)))
    both = Font(Path("b"), "B", frozenset(range(0x20, 0x500)))
    monkeypatch.setattr(font_search, "_candidates", lambda: iter([latin, both]))
    assert fonts_for("abc \u200d\t") == (latin,)
    assert fonts_for("abc Ж") == (latin, both)


def test_something_that_is_no_map_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        png_of("<html/>")
    assert caught.value.problems[0].code == "PB510"
