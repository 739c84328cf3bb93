"""Brands, themes and fonts of a workspace: what is refused, where, and whose maps get which."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen import pipeline
from playbookgen.model.definition import WorkspaceDefinition
from playbookgen.pipeline.looks import named_theme, theme_of
from playbookgen.problems import PlaybookgenError, Problem, Severity

ACME, GLOBEX, OWN = ["#0a5c8f", "#e07a1f"], ["#b71c5c", "#ffd54f"], ["#1b5e20", "#00acc1"]


def found(folder: Path, looks: str) -> tuple[Problem, ...]:
    """The problems of a workspace whose settings say `looks`."""
    (folder / "playbooks").mkdir()
    settings = f"format: 1\ntitle: Test\n{looks}\n"
    (folder / "playbookgen.yaml").write_text(settings, encoding="utf-8")
    try:
        return pipeline.check(folder).problems
    except PlaybookgenError as error:
        return tuple(error.problems)


@pytest.mark.parametrize(
    ("looks", "code", "line", "words"),
    [
        ('brand: {colours: ["#0a5c8f", "blue"]}', "PB203", 3, "hexadecimal"),
        ("brand:\n  colours:\n    - #0a5c8f\n    - '#fff'", "PB203", 5, "“#” begins a comment"),
        ('brand: {colours: ["#0a5c8f"]}', "PB203", 3, "A brand has two colours"),
        ('brand: {colours: ["#111", "#222", "#333"]}', "PB203", 3, "A brand has two colours"),
        ("brand: {colors: [111111, 222222]}", "PB201", 3, "colours"),
        ("theme: clasic", "PB203", 3, "classic"),
        ("theme: brand", "PB207", 3, "brand: {colours"),
        ("clients:\n  acme: {title: Acme, theme: brand}", "PB207", 4, "brand: {colours"),
        ("fonts: [../font.ttf]", "PB129", 3, ".ttf"),
        ("fonts:\n- none.ttf", "PB129", 4, ".ttf"),
        ("fonts:\n- playbookgen.yaml", "PB129", 4, ".ttf"),
        ("fonts: [/font.ttf]", "PB129", 3, ".ttf"),
    ],
)
def test_mistakes_are_found_at_their_line_with_a_cure(
    tmp_path: Path, looks: str, code: str, line: int, words: str
) -> None:
    every = found(tmp_path, looks)
    (problem,) = [each for each in every if each.severity is Severity.ERROR]
    assert (problem.code, problem.location.line) == (code, line)
    assert words in problem.cure


def test_a_font_behind_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.ttf").write_bytes(b"OTTO")
    (tmp_path / "link.ttf").symlink_to(tmp_path / "real.ttf")
    (problem,) = found(tmp_path, "fonts: [real.ttf, link.ttf]")
    assert "link.ttf is a symbolic link" in problem.message


def test_colours_may_be_short_in_capitals_and_without_their_sign(tmp_path: Path) -> None:
    assert found(tmp_path, 'brand: {colours: [0A5C8F, "#FFF"]}') == ()
    checked = pipeline.check(tmp_path)
    assert checked.workspace.brand
    assert checked.workspace.brand.colours == ["#0a5c8f", "#ffffff"]


def workspace(**settings: object) -> WorkspaceDefinition:
    said = {"format": "1", "title": "Test", "owner": "own", **settings}
    return WorkspaceDefinition.model_validate(said)


def strong(theme: object) -> str:
    """The colour by which a theme is known."""
    return str(theme.light.slots["strong"].fill)  # type: ignore[attr-defined]


def test_a_client_gets_its_own_brand_and_never_another_clients() -> None:
    clients = {
        "acme": {"title": "Acme", "brand": {"colours": ACME}},
        "globex": {"title": "Globex", "brand": {"colours": GLOBEX}, "theme": "print"},
        "plain": {"title": "Plain"},
    }
    settings = workspace(clients=clients)
    assert strong(theme_of(settings, "acme")) == ACME[0]
    assert theme_of(settings, "globex").name == "print"
    assert theme_of(settings, "plain").name == "classic"
    assert theme_of(settings, "unnamed").name == "classic"
    assert named_theme(settings, "plain", "brand") is None
    assert strong(named_theme(settings, "globex", "brand")) == GLOBEX[0]


def test_the_workspaces_own_brand_is_for_clients_that_have_none() -> None:
    clients = {
        "acme": {"title": "Acme", "brand": {"colours": ACME}},
        "plain": {"title": "Plain"},
        "calm": {"title": "Calm", "theme": "contrast"},
    }
    settings = workspace(clients=clients, brand={"colours": OWN})
    assert strong(theme_of(settings, "acme")) == ACME[0]
    assert strong(theme_of(settings, "plain")) == OWN[0]
    assert theme_of(settings, "calm").name == "contrast"
    assert theme_of(workspace(theme="print"), "plain").name == "print"
