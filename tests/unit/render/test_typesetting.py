"""PNG and PDF with the fonts of this machine or with named ones, or a problem with its cure."""

from __future__ import annotations

import random
import struct
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader

from playbookgen.problems import EngineError
from playbookgen.render import Engine, dot_source, engine_report, pdf_of, png_of, svg_document
from playbookgen.render import fonts as font_search
from playbookgen.render.fonts import Font, fonts_for, strong_faces
from tests.sample_fonts import write_font
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


def first_column(png: bytes) -> list[int]:
    """The red of the first pixel of each row: as each of PNG's filters keeps it."""
    width, _ = size_of(png)
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        data += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    raw, above, reds = zlib.decompress(data), 0, []
    for row in range(0, len(raw), 4 * width + 1):
        # Nothing stands to the left of it, so that the filters up (2) and Paeth (4) are the same.
        added = {0: 0, 1: 0, 2: above, 3: above // 2, 4: above}[raw[row]]
        above = (raw[row + 1] + added) % 256
        reds.append(above)
    return reds


@needs_latin
@pytest.mark.parametrize("height", [33.0, 100.3, 100.5, 613.9, 1015.36])
@pytest.mark.parametrize("width", [17.0, 40.0, 1120.0])
def test_no_row_of_pixels_is_lost_or_shown_twice(width: float, height: float) -> None:
    stripes = "".join(
        f'<rect x="0" y="{2 * row}" width="{width}" height="1" fill="#000000"/>'
        for row in range(520)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{stripes}</svg>'
    )
    reds = first_column(png_of(svg, pixels=round(width)))
    assert [red < 128 for red in reds] == [row % 2 == 0 for row in range(len(reds))]


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


def test_semibold_text_is_set_in_a_bold_face_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular, bold = (tmp_path / f"Plain-{style}.ttf" for style in ("Regular", "Bold"))
    write_font(regular, "x", family="Plain")
    write_font(bold, "x", family="Plain", weight=700)
    found = {"Plain-Regular": regular}
    monkeypatch.setattr(font_search, "_font_files", lambda: found)
    (font,) = fonts_for("x", named=[regular])
    assert strong_faces([font]) == ()
    found["Plain-Bold"] = bold
    assert [face.path for face in strong_faces([font])] == [bold]


def test_a_file_that_is_no_font_is_said(tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_text("no font")
    with pytest.raises(EngineError) as caught:
        fonts_for("x", named=[path])
    assert caught.value.problems[0].code == "PB509"


def test_a_damaged_font_is_said_whatever_is_damaged(tmp_path: Path) -> None:
    whole = write_font(tmp_path / "whole.ttf", "abc").read_bytes()
    chosen = random.Random(7)  # noqa: S311 # a fixed seed, for the same damage each time
    codes = set()
    for number in range(300):
        data = bytearray(whole)
        for _ in range(8):
            data[chosen.randrange(len(data))] = chosen.choice((0, 127, 255))
        path = tmp_path / f"{number}.ttf"
        path.write_bytes(data[: chosen.randint(len(data) // 2, len(data) * 2)])
        try:
            fonts_for("", named=[path])
        except EngineError as error:
            codes.add(error.problems[0].code)
    assert codes == {"PB509"}


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
