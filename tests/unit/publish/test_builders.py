"""The same pages by every builder that is installed: none lost, same titles, same links, search."""

from __future__ import annotations

import html
import json
import re
import warnings
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest

from playbookgen.problems import EngineError, ExitCode
from playbookgen.publish import (
    BUILDER_BY_NAME,
    build_parts,
    builders,
    guide_site,
    publish_compartment,
    publish_guide,
)
from playbookgen.render.pages import site_of
from tests.unit.pages import sample_site as sample

OTHERS = [name for name in BUILDER_BY_NAME if name != "material"]
Tree = dict[str, str]
GUIDE = {
    "index.md": "# Guide\n\n[Write](how-to/write.md), [why](how-to/why.md#words-count)\n",
    "how-to/write.md": "# Write *well*\n\n```yaml\nformat: 1\n```\n\n[Back](../index.md)\n",
    "how-to/why.md": "# Why\n\n## Words count\n\n| a | b |\n| --- | --- |\n| 1 | [2](why.md) |\n",
}


def built_by(name: str, out: Path) -> Tree:
    """The text files of the sample's site, built by this builder; publishing checks the links."""
    package = BUILDER_BY_NAME[name].package
    if find_spec(package) is None:
        warnings.warn(f"NOT COMPARED: the builder {name} is not installed", stacklevel=2)
        pytest.skip(f"the builder {name} is not installed: pip install playbookgen[{name}]")
    compartment = sample.compartment()
    site = site_of(compartment, sample.pictures(compartment))

    def build(*arguments: object, **options: object) -> dict[str, Path]:
        return build_parts(*arguments, **options, builder=name)  # type: ignore[arg-type] # as it was called

    return texts(publish_compartment(site, out, map_css="", build=build).folder)


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return built_by("material", tmp_path_factory.mktemp("material"))


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return built_by(request.param, tmp_path_factory.mktemp(request.param))


def guide_by(name: str, out: Path) -> Tree:
    """The text files of a small guide, built by this builder."""
    return texts(publish_guide(guide_site(GUIDE, {}, title="Guide"), out, builder=name).folder)


def texts(folder: Path) -> Tree:
    """The pages and scripts below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".js")
    }


def places(page: str, path: str) -> list[str]:
    """Where the links of an article lead, in their order."""
    return [urljoin(path, link) for link in links(article(page))]


def targets(page: str, path: str) -> set[str]:
    """The pages of the site that a page leads to, from whatever part of it."""
    found = (urljoin(path, link).partition("#")[0] for link in links(page))
    return {target for target in found if target.endswith(".html")} - {path}


def pages(tree: Tree) -> Tree:
    return {path: text for path, text in tree.items() if path.endswith(".html")}


def article(page: str) -> str:
    found = re.search(r"<article\b[^<>]*>(.*)</article>", page, re.DOTALL)
    assert found
    return found[1]


def links(page: str) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'<a\b[^<>]*\shref="([^"]*)"', page)]


def headings(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<h([1-6])\b[^<>]*\sid="([^"]*)"', page)
    return [(level, id_) for level, id_ in found]


def title(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert found
    return " ".join(html.unescape(found[1]).split())


def index(script: str) -> dict[str, list[list[object]]]:
    found = re.search(r"push\((.*)\);\n$", script, re.DOTALL)
    assert found
    data: dict[str, list[list[object]]] = json.loads(found[1])
    return data


def test_every_page_is_there_with_its_title(material: Tree, other: Tree) -> None:
    assert pages(other).keys() == pages(material).keys()
    assert len(pages(material)) > 20
    for path, page in pages(material).items():
        # A start page has the site's name alone as its title, or its own name before that.
        ends = r"(^| - )" if path.count("/") < 2 else "^"
        assert re.search(ends + re.escape(title(page)) + "$", title(pages(other)[path])), path


def test_articles_have_the_same_links_and_places(material: Tree, other: Tree) -> None:
    with_article = {path: page for path, page in pages(material).items() if "<article" in page}
    assert len(with_article) > 20
    for path, page in with_article.items():
        assert links(article(pages(other)[path])) == links(article(page)), path
        assert headings(article(pages(other)[path])) == headings(article(page)), path


def test_every_page_leads_to_the_same_pages(material: Tree, other: Tree) -> None:
    for path, page in pages(material).items():
        assert targets(pages(other)[path], path) == targets(page, path), path


def test_guides_have_the_same_pages_titles_and_links(
    request: pytest.FixtureRequest, other: Tree, tmp_path: Path
) -> None:
    name = request.node.callspec.params["other"]
    ours, theirs = (pages(guide_by(each, tmp_path / each)) for each in ("material", name))
    assert theirs.keys() == ours.keys()
    assert len(ours) == len(GUIDE)
    assert other, "so that it is left out where the builder is not installed"
    for path, page in ours.items():
        assert title(theirs[path]).endswith(title(page)), path
        assert places(theirs[path], path) == places(page, path), path
        assert headings(article(theirs[path])) == headings(article(page)), path


def test_the_search_knows_the_same_places(material: Tree, other: Tree) -> None:
    indexes = [path for path in material if re.fullmatch(r"search/\w+\.js", path)]
    assert indexes
    for path in indexes:
        ours, theirs = index(material[path]), index(other[path])
        assert theirs["pages"] == ours["pages"]
        assert [row[:4] for row in theirs["sections"]] == [row[:4] for row in ours["sections"]]


def test_every_page_has_box_scripts_and_policy(other: Tree) -> None:
    for path, page in pages(other).items():
        assert page.count('class="pb-search"') == 1, path
        assert page.count('http-equiv="Content-Security-Policy"') == 1, path
        assert ("playbookgen-maps.js" in page) == ("data-playbookgen-picture=" in page), path


def test_no_mark_and_no_script_of_a_client_is_left(other: Tree) -> None:
    for path, page in pages(other).items():
        assert not re.search("[\ue000\ue001]", page), path
        assert "<script>alert" not in page, path


def test_one_that_is_not_installed_is_named_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builders, "find_spec", lambda _: None)
    with pytest.raises(EngineError) as failure:
        BUILDER_BY_NAME["zensical"].require()
    assert failure.value.exit_code == ExitCode.ENGINE
    (problem,) = failure.value.problems
    assert problem.code == "PB902"
    assert 'pip install "playbookgen[zensical]"' in problem.cure
