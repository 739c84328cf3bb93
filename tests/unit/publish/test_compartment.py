"""A compartment from pages to a built site: whole, self-contained, the same bytes every time."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from playbookgen.model.site import Site
from playbookgen.problems import EngineError, OutputError
from playbookgen.publish import fill, publish_compartment
from playbookgen.publish.links import BROKEN_LINK
from playbookgen.publish.manifest import MANIFEST
from playbookgen.render.pages import site_of
from tests.unit.pages import sample_site as sample

MAP_CSS = ".map-of-the-test { color: red; }"


def sample_site() -> Site:
    compartment = sample.compartment()
    return site_of(compartment, sample.pictures(compartment))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    return publish_compartment(sample_site(), out, map_css=MAP_CSS).folder


def pages(folder: Path) -> dict[str, str]:
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
    }
    assert found
    return found


class Page(HTMLParser):
    """The title, scripts and headings of a page, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: dict[str, str] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs), attrs

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.texts[self.tags[-1]] = self.texts.get(self.tags[-1], "") + data


def test_pages_stand_at_their_addresses(published: Path) -> None:
    assert published.parts[-2:] == ("acme", "internal")
    assert set(pages(published)) >= {
        "index.html",
        "ja/index.html",
        "ja/seven-steps/index.html",
        "ja/seven-steps/stages/closing/index.html",
        "ru/technologies-of-sales/technologies/index.html",
        "ro/parcurs/journey/index.html",
    }


def test_nothing_is_left_beside_the_compartment(published: Path) -> None:
    out = published.parent.parent
    assert [path.name for path in out.iterdir()] == ["acme"]


def test_hostile_titles_come_out_as_text(published: Path) -> None:
    own = "/javascripts/playbookgen-"
    scripts = {
        Page(text).tags.count("script") - text.count(own) for text in pages(published).values()
    }
    assert len(scripts) <= 2, "what the theme brings, and nothing that a title adds"
    found = Page(pages(published)["en/hostile/index.html"])
    assert found.texts["title"].startswith(sample.HOSTILE)
    assert sample.HOSTILE in found.texts["h1"]
    assert found.tags.count("title") == 1
    whole = pages(published)["en/hostile/stages/s/index.html"]
    assert "<script>alert" not in whole
    assert "<b>" not in whole
    assert not re.search("[\ue000\ue001]", whole)
    # Navigation, title bar, neighbours: each text that shows the title shows all of it.
    for shown in re.findall(r">([^<>]*alert[^<>]*)<", whole):
        assert sample.HOSTILE in html.unescape(shown)


def test_the_search_finds_hostile_titles_as_text(published: Path) -> None:
    script = (published / "search/en.js").read_text(encoding="utf-8")
    index = json.loads(script[script.index("push(") + 5 : script.rindex(");")])
    assert sample.HOSTILE in [title for _, title, _ in index["pages"]]
    assert sample.HOSTILE in [section[2] for section in index["sections"]]


def test_every_page_has_the_search_of_its_language(published: Path) -> None:
    for path, text in pages(published).items():
        folder = path.partition("/")[0]
        searched = folder if folder in ("en", "ja", "ro", "ru") else "en ja ro ru"
        assert text.count(f'data-indexes="{searched}"') == 1, path
        script = re.search(r'<script src="([./]*)javascripts/playbookgen-search\.js" defer>', text)
        assert script, path
        assert script[1] == "../" * path.count("/")
        assert f'data-base="{script[1] or "./"}"' in text


def test_pictures_stand_in_place_of_their_placeholders(published: Path) -> None:
    page = pages(published)["ja/seven-steps/index.html"]
    assert re.search(
        r'<div class="pb-map pb-map--wide" role="region" tabindex="0"'
        r' aria-labelledby="process-map"[^>]*><svg',
        page,
    )
    assert '<h2 id="process-map">' in page


def test_the_theme_stands_once(published: Path) -> None:
    bundles = list(published.rglob("bundle.*.js"))
    assert [path.parent for path in bundles] == [published / "assets" / "javascripts"]
    assert not list(published.rglob("*.map"))


def test_the_look_of_maps_is_added_to_that_of_pages(published: Path) -> None:
    text = (published / "stylesheets/playbookgen.css").read_text(encoding="utf-8")
    assert text.rstrip().endswith(MAP_CSS)
    assert ".pb-card" in text


def test_each_part_speaks_its_language(published: Path) -> None:
    for language in ("en", "ja", "ro", "ru"):
        assert f'<html lang="{language}"' in pages(published)[f"{language}/index.html"]


def test_no_page_tells_machine_or_time(published: Path) -> None:
    for path in published.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".json", ".xml", ".css"}:
            text = path.read_text(encoding="utf-8")
            assert str(Path.home()) not in text or str(Path.home()) == "/"
            assert "/tmp" not in text  # noqa: S108 # looked for, not written to
            assert "1970-" not in text


def test_an_address_gives_a_sitemap_without_dates_and_canonical_links(tmp_path: Path) -> None:
    result = publish_compartment(
        sample_site(), tmp_path, map_css="", site_url="https://example.org/a"
    )
    text = (result.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/a/en/hostile/stages/s/</loc>" in text
    assert text.count("<loc>") == len(pages(result.folder))
    assert "lastmod" not in text
    for path, page in pages(result.folder).items():
        address = f"https://example.org/a/{path.removesuffix('index.html')}"
        assert re.findall('<link rel="canonical" href="([^"]*)">', page) == [address]


def test_without_an_address_no_page_names_one(published: Path) -> None:
    assert not any('rel="canonical"' in page for page in pages(published).values())
    assert "<loc>" not in (published / "sitemap.xml").read_text(encoding="utf-8")


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from playbookgen.publish import publish_compartment\n"
        "from tests.unit.publish.test_compartment import sample_site\n"
        "publish_compartment(sample_site(), Path(sys.argv[1]), map_css='')"
    )
    repository = Path(__file__).parents[3]
    found = []
    for number, (zone, seed) in enumerate([("UTC", "1"), ("Asia/Tokyo", "2")]):
        out = tmp_path / f"place-{number * 1000}" / "out"
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        environment |= {"PYTHONPATH": str(repository), "SOURCE_DATE_EPOCH": str(10**9 * number)}
        out.parent.mkdir(parents=True)
        subprocess.run(
            [sys.executable, "-c", program, str(out)], env=environment, cwd=out.parent, check=True
        )
        paths = sorted(path for path in out.rglob("*") if path.is_file())
        found.append({path.relative_to(out).as_posix(): path.read_bytes() for path in paths})
    assert found[0] == found[1]
    assert any(name.endswith(MANIFEST) for name in found[0])


def broken_site() -> Site:
    site = sample_site()
    picture = '<svg width="1" height="1"><a href="../nowhere/"><text>x</text></a></svg>'
    return replace(site, pictures=dict.fromkeys(site.pictures, picture))


def test_a_broken_link_in_a_map_holds_the_site_back(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        publish_compartment(broken_site(), tmp_path, map_css="")
    assert {problem.code for problem in caught.value.problems} == {BROKEN_LINK}
    assert not list(tmp_path.iterdir())


def test_a_site_that_is_held_back_leaves_the_last_one_standing(tmp_path: Path) -> None:
    good = replace(sample_site(), parts=sample_site().parts[:1], pictures={}, outside=frozenset())
    start = good.parts[0].pages[0]
    page = replace(start, markdown="# First {#top}\n")
    good = replace(good, parts=(replace(good.parts[0], pages=(page,)),))
    folder = publish_compartment(good, tmp_path, map_css="").folder
    before = pages(folder)
    with pytest.raises(OutputError):
        publish_compartment(broken_site(), tmp_path, map_css="")
    assert pages(folder) == before


def test_a_linked_working_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "acme--internal"
    elsewhere.mkdir(parents=True)
    (elsewhere / "thesis.txt").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".playbookgen-work").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError):
        publish_compartment(sample_site(), tmp_path / "out", map_css="")
    assert (elsewhere / "thesis.txt").read_text() == "mine"


def test_a_failure_of_mkdocs_is_told_without_a_traceback(tmp_path: Path) -> None:
    site = sample_site()
    start = site.parts[0].pages[0]
    page = replace(start, markdown="# x\n\n[away](nowhere.md)\n")
    with pytest.raises(EngineError) as caught:
        publish_compartment(
            replace(site, parts=(replace(site.parts[0], pages=(page,)),)), tmp_path, map_css=""
        )
    message = caught.value.problems[0].message
    assert "nowhere.md" in message
    assert "Traceback" not in message
    assert not list(tmp_path.iterdir())


def test_a_picture_that_is_missing_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        fill('<div data-playbookgen-picture="a/en/process"></div>', {})


def test_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    text = '<p>&lt;div data-playbookgen-picture="a"></p><p title="data-playbookgen-picture=">x</p>'
    assert fill(text, {"a": "<svg/>"}) == text


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep to this limit")
def test_a_lower_limit_of_memory_stays_as_it_is() -> None:
    program = (
        "from resource import RLIMIT_AS, getrlimit, setrlimit\n"
        "from playbookgen.publish.builder import limit_memory\n"
        "setrlimit(RLIMIT_AS, (2**31, 2**31))\n"
        "limit_memory()\n"
        "print(getrlimit(RLIMIT_AS) == (2**31, 2**31))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "True\n"
