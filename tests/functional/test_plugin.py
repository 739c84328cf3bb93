"""The MkDocs plugin in real builds of a small site of somebody else's."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from playbookgen.publish.links import check_links

THEMES = {"material": "{name: material, font: false}", "default": "{name: mkdocs}"}
PLAYBOOK = """\
format: 1
title: "Selling <b>&</b> more"
summary: How a request becomes an offer. {{ 7 * 191 }}
client: CLIENT
audience: internal
language: en
status: draft
stages:
  first-meeting: {title: First meeting, purpose: "Find the *reason* --8<-- now."}
  offer: {title: Offer, purpose: The customer holds an offer.}
transitions:
  first-meeting: offer
"""


def host(folder: Path, theme: str = "material", client: str = "acme") -> Path:
    """A site with two pages, and a workspace with two clients beside it."""
    for name, text in {
        "docs/index.md": "# Handbook\n\n[Playbooks](playbooks/index.md)\n",
        "docs/holidays.md": "# Holidays\n\nTwenty-five days.\n",
        "mkdocs.yml": "site_name: Host\n"
        f"theme: {THEMES[theme]}\n"
        "markdown_extensions: [pymdownx.snippets, smarty]\n"
        "plugins:\n  - search\n"
        f"  - playbookgen: {{client: {client}, audience: internal, workspace: sales}}\n",
        "sales/playbookgen.yaml": "format: 1\ntitle: Sales\nlanguage: en\nowner: acme\n"
        "clients: {acme: Acme, globex: Globex}\n",
        "sales/playbooks/ours/playbook.yaml": PLAYBOOK.replace("CLIENT", "acme"),
        "sales/playbooks/theirs/playbook.yaml": PLAYBOOK.replace("CLIENT", "globex"),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", "out"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )


@pytest.fixture(scope="module", params=THEMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = host(tmp_path_factory.mktemp("host"), request.param)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_pages_have_their_maps_looks_and_scripts(built: Path) -> None:
    page = (built / "playbooks/en/ours/index.html").read_text(encoding="utf-8")
    assert re.search(r'data-playbookgen-picture="ours/en/process"[^<>]*><svg', page)
    assert "../../javascripts/playbookgen-maps.js" in page
    assert (built / "playbooks/javascripts/playbookgen-maps.js").is_file()
    look = re.search(r'href="\.\./\.\./(stylesheets/[\w-]+\.css)"', page)
    assert look
    assert ".pb-map" in (built / "playbooks" / look[1]).read_text(encoding="utf-8")
    assert 'class="' in page
    assert "md-typeset" in page


def test_no_link_of_ours_is_broken(built: Path) -> None:
    tree = {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in built.rglob("*")
        if path.is_file()
    }
    ours = [item for item in check_links(tree) if "playbooks/" in item.location.path]
    broken = [item.message for item in ours if "leads to no" in item.message]
    # The default theme links what it would fetch from elsewhere, which is the site's affair.
    assert broken == []


def test_text_of_a_client_is_nothing_but_text(built: Path) -> None:
    for path in built.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not re.search("[\ue000\ue001]", page), path
        assert "Selling <b>" not in page, path
    page = (built / "playbooks/en/ours/stages/first-meeting/index.html").read_text("utf-8")
    assert "*reason* --8&lt;-- now." in page
    assert "{{ 7 * 191 }}" in (built / "playbooks/en/ours/index.html").read_text("utf-8")


def test_the_search_of_the_site_finds_the_pages(built: Path) -> None:
    text = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert not re.search("[\ue000\ue001]", text)
    docs = json.loads(text)["docs"]
    found = [item["location"] for item in docs if "holds an offer" in item["text"]]
    assert any(place.startswith("playbooks/en/ours/stages/offer/") for place in found)


def test_no_other_client_is_named(built: Path) -> None:
    files = [path for path in built.rglob("*") if path.suffix in (".html", ".json", ".xml")]
    assert any("playbooks" in path.parts for path in files)
    for path in files:
        text = path.read_text(encoding="utf-8").lower()
        assert "globex" not in text, path
        assert "theirs/" not in text, path


def test_a_mistake_ends_the_build_with_its_place_and_cure(tmp_path: Path) -> None:
    folder = host(tmp_path)
    source = folder / "sales/playbooks/ours/playbook.yaml"
    source.write_text(source.read_text("utf-8").replace("stages:", "stagess:"), encoding="utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "playbooks/ours/playbook.yaml:8:1: error PB201" in done.stderr
    assert "Did you mean “stages”?" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_of_another_client_is_not_this_ones(tmp_path: Path) -> None:
    folder = host(tmp_path)
    source = folder / "sales/playbooks/theirs/playbook.yaml"
    source.write_text(source.read_text("utf-8").replace("stages:", "stagess:"), encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "theirs" not in done.stderr + done.stdout


def test_a_client_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = build(host(tmp_path, client="nobody"))
    assert done.returncode == 1
    assert "PB815" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_of_the_site_in_the_way_is_said(tmp_path: Path) -> None:
    folder = host(tmp_path)
    (folder / "docs/playbooks").mkdir()
    (folder / "docs/playbooks/index.md").write_text("# Mine\n", encoding="utf-8")
    done = build(folder)
    assert done.returncode == 1
    assert "playbooks/index.md is in your docs already" in done.stderr


def changed(folder: Path, old: str, new: str) -> Path:
    """The site with other words in its settings."""
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert old in text
    settings.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_addresses_without_folders_are_refused_with_the_cure(tmp_path: Path) -> None:
    done = build(changed(host(tmp_path), "site_name", "use_directory_urls: false\nsite_name"))
    assert done.returncode == 1
    assert "playbookgen needs use_directory_urls: true" in done.stderr
    assert "Traceback" not in done.stderr


def test_pages_join_a_navigation_that_is_given(tmp_path: Path) -> None:
    nav = "nav: [{Home: index.md}, {Time off: holidays.md}]\nsite_name"
    folder = changed(host(tmp_path), "site_name", nav)
    assert build(folder).returncode == 0
    found = re.findall(r'href="([^"]*)" class="md-nav__link"', page_of(folder, "index.html"))
    assert found[-1].startswith("playbooks/")
    assert "holidays/" in found


def test_a_navigation_by_hand_places_them_itself(tmp_path: Path) -> None:
    nav = "nav: [{Home: index.md}, {How we sell: playbooks/en/ours/index.md}]\nsite_name"
    folder = changed(host(tmp_path), "site_name", nav)
    changed(folder, "workspace: sales", "workspace: sales, nav: false, folder: playbooks")
    assert build(folder).returncode == 0
    assert "How we sell" in page_of(folder, "index.html")
    assert "Selling" not in re.sub(r"(?s).*<body", "", page_of(folder, "holidays/index.html"))
    assert page_of(folder, "playbooks/en/ours/stages/offer/index.html")


def page_of(folder: Path, path: str) -> str:
    """A page of the built site."""
    return (folder / "out" / path).read_text(encoding="utf-8")
