"""What the Nu HTML Checker says of every kind of page: no error that the theme's pages lack.

Two kinds of messages are left out. What the theme's own pages are told, word for word, is the
theme's. And pages are read as files here, for which `'self'` in a policy means nothing: the
browser's tests hold that the policy lets in what it should.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import left_out
from tests.browser.kinds import KINDS, bare_site
from tests.browser.survey import Served

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"

pytestmark = pytest.mark.web


def messages(*pages: Path) -> list[dict[str, Any]]:
    """What the checker says of pages."""
    java = shutil.which("java")
    if not java or not JAR.is_file():
        left_out("there is no vnu: install Java and run make web")
    command = [java, "-Xss4m", "-jar", str(JAR), "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, *map(str, pages)], capture_output=True, check=True, text=True)
    found: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    return [item for item in found if "Content Security Policy" not in item["message"]]


def test_no_kind_of_page_has_an_error_of_ours(served: Served, tmp_path: Path) -> None:
    of_theme = {item["message"] for item in messages(*bare_site(tmp_path).rglob("*.html"))}
    pages = [served.folder / path / "index.html" for path in KINDS.values()]
    roots = [served.folder / "index.html", served.folder / "examples/internal/index.html"]
    found = [item for item in messages(*pages, *roots) if item["message"] not in of_theme]
    assert [(item.get("url"), item["message"], item.get("extract")) for item in found] == []


def test_the_checker_is_awake(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>t</title><p><div></p>", encoding="utf-8")
    assert [item for item in messages(page) if item["type"] == "error"]
