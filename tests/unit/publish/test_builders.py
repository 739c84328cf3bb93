"""The same pages by every builder that is installed: none lost, same titles, same links, search."""

from __future__ import annotations

import html
import json
import re
import warnings
from importlib.util import find_spec
from pathlib import Path

import pytest

from playbookgen.problems import EngineError, ExitCode
from playbookgen.publish import BUILDER_BY_NAME, build_parts, builders, publish_compartment
from playbookgen.render.pages import site_of
from tests.unit.pages import sample_site as sample

OTHERS = [name for name in BUILDER_BY_NAME if name != "material"]
Tree = dict[str, str]


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

    folder = publish_compartment(site, out, map_css="", build=build).folder
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".js")
    }


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return built_by("material", tmp_path_factory.mktemp("material"))


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return built_by(request.param, tmp_path_factory.mktemp(request.param))


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
