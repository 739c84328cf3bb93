"""Fonts for readers: the glyphs that are needed and no others, the same bytes, or a refusal."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from playbookgen.model.web_fonts import WebFont
from playbookgen.problems import Location, RefusedError, Severity
from playbookgen.render import faces_of, lacking, web_fonts
from tests.sample_fonts import write_font

LATIN = "".join(map(chr, range(0x20, 0x7F))) + "ăâîșț"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
PLACE = Location("playbookgen.yaml", 3, 8)


def made(files: Sequence[Path], **texts: str) -> tuple[WebFont, ...]:
    faces = faces_of(files, [PLACE] * len(files))
    return web_fonts({name: frozenset(map(ord, text)) for name, text in texts.items()}, faces)


def glyphs(font: WebFont) -> str:
    with TTFont(io.BytesIO(font.data)) as read:
        return "".join(map(chr, sorted(read.getBestCmap())))


def test_each_language_gets_the_glyphs_that_its_pages_need(tmp_path: Path) -> None:
    file = write_font(tmp_path / "a.ttf", LATIN + CYRILLIC)
    russian, romanian = made([file], ru="щука", ro="țară")
    found = {font.language: glyphs(font) for font in (russian, romanian)}
    assert set("щука") <= set(found["ru"])
    assert not set("ț") & set(found["ru"])
    assert set("țară") <= set(found["ro"])
    assert not set(CYRILLIC) & set(found["ro"])
    assert {font.family for font in (russian, romanian)} == {"pb-ro-1", "pb-ru-1"}


def test_the_first_family_that_has_a_glyph_gives_it(tmp_path: Path) -> None:
    first = write_font(tmp_path / "a.ttf", LATIN, family="First")
    second = write_font(tmp_path / "b.ttf", LATIN + "販売", family="Second")
    one, two = made([first, second], ja="A販売")
    assert ord("A") in one.characters
    assert {chr(code) for code in two.characters} == set("販売")


def test_weights_of_a_family_share_its_name_and_its_glyphs(tmp_path: Path) -> None:
    regular = write_font(tmp_path / "r.ttf", LATIN)
    bold = write_font(tmp_path / "b.ttf", LATIN, weight=700)
    one, two = made([regular, bold], en="A")
    assert (one.family, one.weight) == (two.family, "400")
    assert two.weight == "700"
    assert one.characters == two.characters


def test_the_licence_goes_with_the_font(tmp_path: Path) -> None:
    (font,) = made([write_font(tmp_path / "a.ttf", LATIN)], en="A")
    assert font.data.startswith(b"wOF2")
    with TTFont(io.BytesIO(font.data)) as read:
        assert read["name"].getDebugName(13) == "For tests"


def test_the_same_font_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    file = write_font(tmp_path / "a.ttf", LATIN + CYRILLIC)
    program = (
        "import sys, hashlib; from pathlib import Path\n"
        "from playbookgen.render import faces_of, web_fonts\n"
        "from playbookgen.problems import Location\n"
        "faces = faces_of([Path(sys.argv[1])], [Location('x')])\n"
        "made = web_fonts({'ru': frozenset(map(ord, 'щука')), 'en': frozenset()}, faces)\n"
        "print([(font.language, hashlib.sha256(font.data).hexdigest()) for font in made])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program, str(file)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert b"'ru'" in runs.pop()


@pytest.mark.parametrize(
    ("embedding", "words"), [(2, "embedded"), (0x100, "in part"), (0x200, "outlines")]
)
def test_a_font_that_may_not_be_given_away_is_refused(
    tmp_path: Path, embedding: int, words: str
) -> None:
    file = write_font(tmp_path / "a.ttf", LATIN, embedding=embedding)
    with pytest.raises(RefusedError) as refused:
        made([file], en="A")
    (problem,) = refused.value.problems
    assert (problem.code, problem.location) == ("PB513", PLACE)
    assert words in problem.message
    assert "Open Font License" in problem.cure


@pytest.mark.parametrize("data", [b"OTTO", b"\0\1\0\0" + b"\xff" * 200, b"ttcf" + b"\1" * 40])
def test_what_begins_like_a_font_and_is_none_is_refused_at_its_place(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.ttf").write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        made([tmp_path / "a.ttf"], en="A")
    (problem,) = refused.value.problems
    assert (problem.code, problem.location) == ("PB513", PLACE)
    assert str(tmp_path) not in problem.message


def test_letters_that_no_font_has_are_warned_of_and_symbols_are_not(tmp_path: Path) -> None:
    faces = faces_of([write_font(tmp_path / "a.ttf", LATIN)], [PLACE])
    (problem,) = lacking(map(ord, "Az 販→✓"), faces, PLACE)
    assert (problem.code, problem.severity) == ("PB514", Severity.WARNING)
    assert "販" in problem.message
    assert "→" not in problem.message
    assert "Japanese" in problem.cure
    assert lacking(map(ord, "Az →✓"), faces, PLACE) == ()


def test_a_font_says_nothing_in_the_terminal(tmp_path: Path) -> None:
    file = write_font(tmp_path / "a.ttf", LATIN)
    with TTFont(file) as font:
        # The name of a table that no reader knows is printed with a warning: here an order.
        font["\x1b[2J"] = DefaultTable("\x1b[2J")
        font["\x1b[2J"].data = b"1234"
        font.save(file)
    program = (
        "import sys; from pathlib import Path\n"
        "from playbookgen.render import faces_of, web_fonts\n"
        "from playbookgen.problems import Location\n"
        "web_fonts({'en': frozenset()}, faces_of([Path(sys.argv[1])], [Location('x')]))"
    )
    command = [sys.executable, "-c", program, str(file)]
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""
