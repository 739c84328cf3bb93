"""The guide of a workspace: published beside the sites, from hand-written pages that are data."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from playbookgen.cli.group import run
from playbookgen.problems import OutputError
from playbookgen.publish import guide_site, publish_guide

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f00038601809b4b3aa20000000049454e44ae426082"
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"%s>'


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs-of-ours"
    assert run(["init", str(folder), "-q"]) == 0
    docs = folder / "site" / "docs"
    (docs / "tutorial").mkdir(parents=True)
    (docs / "index.md").write_text("# Our guide\n\n[First](tutorial/first.md)\n", "utf-8")
    (docs / "tutorial" / "first.md").write_text("# First steps\n\nWords.\n", "utf-8")
    return docs


def build(docs: Path, output: Path | None = None) -> tuple[int, Path]:
    out = output or docs.parent / "public"
    return run(["build", str(docs.parents[1]), "-o", str(out), "-q"]), out / "guide"


def page(docs: Path, text: str) -> None:
    (docs / "tutorial" / "first.md").write_text(f"# First steps\n\n{text}\n", "utf-8")


def test_a_workspace_without_a_guide_publishes_none(tmp_path: Path) -> None:
    folder = tmp_path / "clients"
    assert run(["init", str(folder), "-q"]) == 0
    assert run(["build", str(folder), "-q"]) == 0
    assert not (folder / "site" / "public" / "guide").exists()
    assert "guide/" not in (folder / "site" / "public" / "index.html").read_text("utf-8")


def test_the_guide_holds_pages_and_pictures_and_nothing_else(docs: Path) -> None:
    (docs / "picture.png").write_bytes(PIXEL)
    page(docs, "![A picture](../picture.png)")
    (docs / "secret.txt").write_text("secret", "utf-8")
    (docs / "run.js").write_text("alert(1)", "utf-8")
    (docs / ".hidden.md").write_text("# Hidden\n", "utf-8")
    (docs / "_draft").mkdir()
    (docs / "_draft" / "page.md").write_text("# Draft\n", "utf-8")
    # A configuration of theirs, which could name code, is not read.
    (docs.parents[1] / "mkdocs.yml").write_text("hooks: [run.py]\n", "utf-8")
    code, guide = build(docs)
    assert code == 0
    own = {path.relative_to(guide).as_posix() for path in guide.rglob("*") if path.is_file()}
    ours = {path for path in own if not path.startswith("assets/")}
    assert ours == {
        ".playbookgen-manifest.json",
        "index.html",
        "picture.png",
        "javascripts/playbookgen-search.js",
        "search/en.js",
        "sitemap.xml",
        "stylesheets/playbookgen.css",
        "tutorial/first/index.html",
    }
    root = (guide.parent / "index.html").read_text("utf-8")
    portal = (guide.parent / "own" / "internal" / "index.html").read_text("utf-8")
    assert 'href="guide/index.html"' in root
    assert 'href="../../guide/index.html"' in portal


def test_html_in_a_page_is_shown_and_not_run(docs: Path) -> None:
    page(docs, "<script>alert(1)</script>\n\nand <img src=x onerror=alert(2)> *here*")
    (docs / "index.md").write_text("# Our <b>guide</b>\n\nWords.\n", "utf-8")
    code, guide = build(docs)
    assert code == 0
    text = (guide / "tutorial" / "first" / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "<em>here</em>" in text
    assert "<b>guide" not in (guide / "index.html").read_text("utf-8")


def test_links_that_fail_hold_back_the_guide_alone(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page(
        docs,
        "[gone](gone.md) [nowhere](../index.md#nowhere) [run](javascript:alert) "
        "![far](https://example.org/far.png)",
    )
    exit_code, guide = build(docs)
    assert exit_code == 5
    found = capsys.readouterr().err
    assert found.count("PB911") == 2
    assert found.count("PB912") == 2
    assert found.count("site/docs/tutorial/first.md") == 4
    assert not guide.exists()
    assert (guide.parent / "own" / "internal" / "index.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_the_folder_is_refused(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n", "utf-8")
    (docs / "secret.md").symlink_to(tmp_path / "secret.md")
    code, guide = build(docs)
    assert code == 3
    assert not guide.exists()


def publish(pages: dict[str, str], out: Path, **pictures: bytes) -> Path:
    images = {name.replace("_", "."): data for name, data in pictures.items()}
    return publish_guide(guide_site(pages, images, title="Guide"), out).folder


@pytest.mark.parametrize(
    "svg",
    [
        SVG % ' onload="alert(1)"',
        SVG % "><script/></svg",
        SVG % '><use href="x.svg#a"/></svg',
        SVG % ' xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg',
        SVG % ' xmlns:h="http://www.w3.org/1999/xhtml"',
        SVG % r'><style>@\69mport "https://example.org/a.css"</style></svg',
        (SVG % ' onload="alert(1)"').encode("utf-16"),
        ("<?xml version='1.0' encoding='cp037'?>" + SVG % ' onload="alert(1)"').encode("cp037"),
        "<?xml version='1.0' encoding='utf-7'?>" + SVG % ' +AG8-nload="alert(1)"',
    ],
)
def test_a_picture_that_could_run_something_is_refused(tmp_path: Path, svg: str | bytes) -> None:
    data = svg if isinstance(svg, bytes) else svg.encode()
    with pytest.raises(OutputError, match="more than shapes"):
        publish({"index.md": "# Guide"}, tmp_path, drawing_svg=data)
    assert not (tmp_path / "guide").exists()


def test_the_first_lines_of_a_page_are_no_settings(tmp_path: Path) -> None:
    first = "title: <script>alert(1)</script>\ntemplate: redirect.html\n\n# Guide\n"
    text = (publish({"index.md": first}, tmp_path) / "index.html").read_text("utf-8")
    assert "<script>alert" not in text
    assert "template: redirect.html" in text


def test_what_is_no_address_is_found_on_its_page(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as failed:
        publish({"index.md": "# Guide\n\n[a](https://[) ![b](//[x)\n"}, tmp_path)
    places = [(problem.code, problem.location.path) for problem in failed.value.problems]
    assert places == [("PB912", "site/docs/index.md")] * 2


def test_a_guide_without_start_page_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no start page"):
        publish({"first.md": "# First"}, tmp_path)


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    pages = {
        "index.md": "# Guide\n",
        "tutorial/first.md": "# First: `steps`\n\n```yaml\na: b\n```\n",
    }
    one, two = (publish(pages, tmp_path / name, dot_png=PIXEL) for name in ("one", "two"))
    assert contents(one) == contents(two)
    assert contents(one)["dot.png"] == PIXEL


def contents(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
