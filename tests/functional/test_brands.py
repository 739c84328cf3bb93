"""Each client's site shows the client's own brand, and nothing of another's."""

from __future__ import annotations

import html
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from playbookgen import pipeline
from playbookgen.pipeline.build import Built
from tests.sample_fonts import write_font

PLAYBOOK = """\
format: 1
title: How {client} sells
summary: From the first call to the contract.
client: {client}
audience: {audience}
language: {language}
status: draft
roles: {{rep: Sales representative}}
stages:
  call:
    title: Call
    responsible: rep
    purpose: Learn what is needed.
    entry: A request has arrived.
    exit: The need is written down.
"""
HOSTILE = "</p><script>alert(1)</script> \"' &amp; {{ 7 * 7 }} ${x} `"
SETTINGS = """\
format: 1
title: Consultants
owner: own
site_url: https://playbooks.example.com/
brand: {{footer: Built by the consultants, confidentiality: {{internal: For the team alone}}}}
clients:
  own: Consultants
  acme:
    title: Acme
    site_url: https://acme.example/sales
    brand:
      colours: ["#0a5c8f", "#e07a1f"]
      name: Acme playbook
      logo: brands/acme.svg
      favicon: brands/acme-icon.svg
      footer: {{en: Acme Ltd of Somewhere, ru: Общество Акме}}
      confidentiality: {{internal: Acme staff only, client: Acme and its partners}}
  globex:
    title: Globex
    brand:
      colours: ["#b71c5c", "#5c8f0a"]
      name: {name}
      logo: brands/globex.svg
      footer: {footer}
fonts: [fonts/boxes.ttf]
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 {size}">'
    '<path d="M0 0h{size}z" fill="#fff"/></svg>'
)
SITES = (
    ("acme", "internal", "en"),
    ("acme", "client", "ru"),
    ("globex", "internal", "en"),
)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def make(root: Path) -> Path:
    settings = SETTINGS.format(name=quoted(f"Globex {HOSTILE}"), footer=quoted(HOSTILE))
    (root / "brands").mkdir(parents=True)
    (root / "playbookgen.yaml").write_text(settings, encoding="utf-8")
    for size, name in ((11, "acme"), (12, "acme-icon"), (13, "globex")):
        (root / "brands" / f"{name}.svg").write_text(LOGO.format(size=size), encoding="utf-8")
    for client, audience, language in SITES:
        folder = root / "playbooks" / f"sales-{client}-{audience}"
        folder.mkdir(parents=True)
        text = PLAYBOOK.format(client=client, audience=audience, language=language)
        (folder / "playbook.yaml").write_text(text, encoding="utf-8")
    latin = "".join(map(chr, range(0x20, 0x7F)))
    write_font(root / "fonts" / "boxes.ttf", latin)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    done = pipeline.build(make(tmp_path_factory.mktemp("workspace")), jobs=1)
    assert not done.held_back
    return done


@pytest.fixture(scope="module")
def sites(built: Built) -> Path:
    return built.root / "site" / "public"


def everything(site: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file())


def pages(site: Path) -> list[str]:
    found = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    assert found
    return found


@pytest.mark.parametrize(
    ("client", "own", "foreign"),
    [
        (
            "acme",
            (b"#0a5c8f", b"0 0 40 11", b"0 0 40 12", b"Acme Ltd", b"Acme staff only"),
            (b"#b71c5c", b"#5c8f0a", b"0 0 40 13", b"globex", b"example.com", b"consultants"),
        ),
        (
            "globex",
            (b"#b71c5c", b"0 0 40 13", b"For the team alone"),
            (b"#0a5c8f", b"#e07a1f", b"0 0 40 11", b"0 0 40 12", b"acme", b"consultants"),
        ),
        (
            "own",
            (b"#3d5a8c", b"Built by the consultants"),
            (b"#0a5c8f", b"#e07a1f", b"#b71c5c", b"#5c8f0a", b"0 0 40", b"Acme staff"),
        ),
    ],
)
def test_a_brand_reaches_the_site_of_its_client_alone(
    sites: Path, client: str, own: tuple[bytes, ...], foreign: tuple[bytes, ...]
) -> None:
    content = everything(sites / client).lower()
    assert [each for each in own if each.lower() not in content] == []
    assert [each for each in foreign if each.lower() in content] == []


def test_every_page_wears_name_logo_and_favicon(sites: Path) -> None:
    for page in pages(sites / "acme"):
        assert re.search(r"<title>[^<]*Acme playbook</title>", page)
        assert "Consultants" not in page
        assert len(re.findall(r'class="pb-logo" src="(?:\.\./)*brand/logo\.svg"', page)) == 2
        assert len(re.findall(r'<link rel="icon" href="(?:\.\./)*brand/favicon\.svg">', page)) == 1


def test_a_logo_serves_as_favicon_where_there_is_no_other(sites: Path) -> None:
    folder = sites / "globex" / "internal" / "brand"
    assert (folder / "favicon.svg").read_bytes() == (folder / "logo.svg").read_bytes()


def test_each_audience_and_language_reads_its_own_lines(sites: Path) -> None:
    for page in pages(sites / "acme" / "internal" / "en"):
        assert page.count("Acme staff only") == 2
        assert "Acme Ltd of Somewhere" in page
        assert "Acme and its partners" not in page
    for page in pages(sites / "acme" / "client" / "ru"):
        assert page.count("Acme and its partners") == 2
        assert "Общество Акме" in page
        assert "Acme staff only" not in page
        assert "Acme Ltd" not in page


class Tags(HTMLParser):
    """The scripts of a page, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts = 0
        self.said = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        assert not any(name.startswith("on") for name, _ in attrs), attrs

    def handle_data(self, data: str) -> None:
        self.said += data


def test_the_words_of_a_brand_are_text_and_nothing_else(sites: Path) -> None:
    for hostile, plain in zip(
        pages(sites / "globex" / "internal"), pages(sites / "acme" / "internal"), strict=True
    ):
        seen = Tags(hostile)
        assert seen.scripts == Tags(plain).scripts
        assert HOSTILE in seen.said
        assert "49" not in html.unescape(hostile).replace(HOSTILE, "").split("pb-brand")[-1]


@pytest.mark.parametrize(
    ("site", "address"),
    [
        ("acme/client", "https://acme.example/sales/client/"),
        ("globex/internal", "https://playbooks.example.com/globex/internal/"),
    ],
)
def test_addresses_are_those_of_the_client(sites: Path, site: str, address: str) -> None:
    folder = sites / site
    listed = re.findall("<loc>([^<]*)</loc>", (folder / "sitemap.xml").read_text("utf-8"))
    for path in folder.rglob("*.html"):
        own = address + path.relative_to(folder).as_posix().removesuffix("index.html")
        assert f'<link rel="canonical" href="{own}">' in path.read_text("utf-8")
        assert own in listed
    assert all(each.startswith(address) for each in listed)


def test_fonts_are_shipped_by_language_and_what_they_lack_is_said(
    built: Built, sites: Path
) -> None:
    folder = sites / "acme" / "client" / "stylesheets"
    css = (folder / "playbookgen.css").read_text("utf-8")
    named = re.findall(r'url\("(fonts/[^"]+)"\)', css)
    assert sorted(named) == sorted(f"fonts/{path.name}" for path in (folder / "fonts").iterdir())
    assert all((folder / name).read_bytes().startswith(b"wOF2") for name in named)
    assert "html:lang(ru) body" in css
    warnings = [problem for problem in built.problems if problem.code == "PB514"]
    (warning,) = [problem for problem in warnings if "Cyrillic" in problem.cure]
    assert warning.location.path == "playbookgen.yaml"
    assert warning.location.line > 1
    assert built.exit_code == 0


def test_two_builds_give_the_same_bytes(built: Built, sites: Path, tmp_path: Path) -> None:
    pipeline.build(built.root, output=tmp_path / "again", jobs=1)
    for client in ("acme", "globex", "own"):
        assert everything(sites / client) == everything(tmp_path / "again" / client)


def test_a_fault_in_one_brand_holds_that_client_back_alone(built: Built, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("public"))
    (root / "brands" / "acme.svg").write_text("<svg><script/></svg>", encoding="utf-8")
    done = pipeline.build(root, jobs=1)
    assert set(done.held_back) == {"acme/internal", "acme/client"}
    assert (root / "site" / "public" / "globex" / "internal" / "index.html").is_file()
    assert not (root / "site" / "public" / "acme").exists()
    assert done.exit_code != 0
    assert [problem.code for problem in done.problems if problem.severity == "error"] == ["PB512"]


def test_a_fault_in_a_font_holds_every_site_back(built: Built, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("public"))
    (root / "fonts" / "boxes.ttf").write_bytes(b"OTTO" + b"\xff" * 100)
    done = pipeline.build(root, jobs=1)
    assert not done.published
    assert done.exit_code != 0
    assert [problem.code for problem in done.problems if problem.severity == "error"] == ["PB513"]
