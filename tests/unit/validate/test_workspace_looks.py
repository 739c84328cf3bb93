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
        ("theme: brand\nbrand: {footer: Words}", "PB207", 3, "brand: {colours"),
        ("brand: {confidentiality: {intern: Words}}", "PB208", 3, "internal"),
        ("brand: {confidentiality: {en: Words}}", "PB208", 3, "internal"),
        ("clients:\n  a: {title: A, site_url: {pub: 'https://a.example/'}}", "PB208", 4, "public"),
        ("site_url: playbooks.example.com", "PB203", 3, "https://"),
        ("site_url: 'javascript:alert(1)'", "PB203", 3, "https://"),
        ("site_url: 'https://a.example/\"><script>'", "PB203", 3, "https://"),
        ("site_url: https://me:secret@a.example/", "PB203", 3, "https://"),
        ("brand: {logo: ../logo.svg}", "PB131", 3, "brand/logo.svg"),
        ("brand: {logo: 'https://a.example/logo.svg'}", "PB131", 3, "brand/logo.svg"),
        ("brand: {favicon: none.png}", "PB131", 3, "brand/logo.svg"),
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


def test_a_logo_behind_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    (problem,) = found(tmp_path, "brand: {logo: link.svg}")
    assert "link.svg is a symbolic link" in problem.message


@pytest.mark.parametrize("name", ["a" * 5000, "a/" * 3000 + "b", "circle/logo.svg"])
def test_a_path_that_the_system_cannot_follow_is_a_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    problems = found(tmp_path, f"brand: {{logo: {name}}}\nfonts: [{name}]")
    assert [problem.code for problem in problems] == ["PB131", "PB129"]


def test_a_logo_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG" + bytes(300_000))
    (problem,) = found(tmp_path, "brand: {logo: logo.png}")
    assert "larger than 256 KiB" in problem.message


def test_a_mistake_in_a_logo_is_found_at_its_own_line(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script/></svg>'
    (tmp_path / "logo.svg").write_text(svg, encoding="utf-8")
    (problem,) = found(tmp_path, "clients:\n  acme: {title: Acme, brand: {logo: logo.svg}}")
    assert (problem.code, str(problem.location)) == ("PB512", "logo.svg:2:1")


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
    return str(theme.light.slots["strong"].fill)  # type: ignore[attr-defined] # it is a Theme


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


def test_what_a_clients_brand_leaves_out_is_the_workspaces_but_for_name_and_logo() -> None:
    shared = {"colours": OWN, "name": "We", "logo": "we.svg", "footer": "Ours"}
    acme = {"title": "Acme", "brand": {"name": "Acme", "confidentiality": "For Acme"}}
    settings = workspace(clients={"acme": acme, "plain": {"title": "Plain"}}, brand=shared)
    own, plain = settings.brand_of("acme"), settings.brand_of("plain")
    assert (own.name, own.logo, own.colours) == ("Acme", None, OWN)
    assert (own.footer, own.confidentiality) == ({"all": "Ours"}, {"all": {"all": "For Acme"}})
    assert (plain.name, plain.logo) == ("We", "we.svg")


def test_a_client_may_have_an_address_of_its_own_for_all_or_for_an_audience() -> None:
    clients = {
        "acme": {"title": "Acme", "site_url": "https://acme.example/playbook"},
        "globex": {"title": "Globex", "site_url": {"client": "https://globex.example"}},
    }
    settings = workspace(clients=clients, site_url="https://own.example/")
    assert settings.address_of("acme", "client") == "https://acme.example/playbook/client/"
    assert settings.address_of("globex", "client") == "https://globex.example/"
    assert settings.address_of("globex", "internal") == "https://own.example/globex/internal/"
    assert workspace().address_of("acme", "client") == ""
