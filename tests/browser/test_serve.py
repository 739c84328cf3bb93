"""Serving while writing, as a process and in Chromium: what is saved is seen, mistakes included."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

GENEROUS = 30_000
"""Milliseconds that a busy machine may take for what takes a blink elsewhere."""
LIVE = re.compile(r"<(?:link|script)\b[^<>]*__playbookgen/[^<>]*>(?:</script>)?\n")
HOME = "acme/internal/"
STAGE = f"{HOME}en/acme/stages/first-meeting/index.html"
PLAYBOOK = """\
format: 1
title: The way we sell
summary: How a request becomes an offer.
client: acme
language: en
status: draft
stages:
  first-meeting:
    title: First meeting
    purpose: Both sides know whether to go on.
    tasks:
      ask: Ask what is in the way
  offer:
    title: Offer
    purpose: The customer holds an offer.
transitions:
  first-meeting: offer
"""


@dataclass
class Running:
    """A served workspace."""

    process: subprocess.Popen[str]
    address: str
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def source(self) -> Path:
        return self.folder / "playbooks" / "acme" / "playbook.yaml"

    def save(self, text: str) -> None:
        """Saves as careful editors do: beside, then moved into its place."""
        beside = self.source.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.source)

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:  # noqa: S310 # ours
            return str(answer.read().decode())

    def status(self, path: str, **headers: str) -> int:
        """The status of a path that is sent as it is written here."""
        port = urlsplit(self.address).port
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        with contextlib.closing(connection):
            connection.putrequest("GET", path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            return connection.getresponse().status


def workspace(folder: Path, playbook: str = PLAYBOOK) -> Path:
    (folder / "playbooks" / "acme").mkdir(parents=True)
    (folder / "playbookgen.yaml").write_text(
        "format: 1\ntitle: Playbooks\nlanguage: en\nclients:\n  acme: Acme\n", encoding="utf-8"
    )
    (folder / "playbooks" / "acme" / "playbook.yaml").write_text(playbook, encoding="utf-8")
    return folder


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-m", "playbookgen", "serve", str(folder), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    said: list[str] = []
    started = threading.Event()

    def listen() -> None:
        for line in process.stderr or ():
            said.append(line)
            if "http://" in line:
                started.set()
        started.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        assert started.wait(120)
        found = re.search(r"http://127\.0\.0\.1:\d+/", "".join(said))
        assert found, "".join(said)
        yield Running(process, found[0], folder, said)
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with serving(workspace(tmp_path / "ws")) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(GENEROUS)
    found = context.new_page()
    yield found
    context.close()


def watched(page: Page) -> list[str]:
    """What the browser complains of, refusals by the pages' policy included."""
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    return errors


def test_a_save_is_seen_without_a_reload_by_hand(running: Running, page: Page) -> None:
    errors = watched(page)
    page.goto(running.address + STAGE)
    page.get_by_text("Both sides know whether to go on.").first.wait_for()
    running.save(PLAYBOOK.replace("Both sides know", "Everybody knows by now"))
    page.get_by_text("Everybody knows by now whether to go on.").first.wait_for()
    running.save(PLAYBOOK.replace("First meeting", "First talk"))
    page.locator("h1", has_text="First talk").wait_for()
    assert errors == []


def test_a_mistake_stands_in_the_page_until_the_next_save(running: Running, page: Page) -> None:
    errors = watched(page)
    page.goto(running.address + STAGE)
    running.save(
        PLAYBOOK.replace("    purpose: Both", "    purpos: <img src=x onerror=alert(1)>Both")
    )
    box = page.get_by_role("alert")
    box.wait_for()
    words = box.locator("pre").inner_text()
    assert "playbooks/acme/playbook.yaml:10:5: error PB201" in words
    assert "10 |     purpos: <img src=x onerror=alert(1)>Both" in words
    assert re.search(r"\n +\| +\^{6}\n", words)
    assert "Cure: Did you mean “purpose”?" in words
    assert page.locator(".pb-live img").count() == 0
    assert page.locator("h1").inner_text() == "First meeting", "the last good version is shown"
    page.reload()
    box.wait_for()
    page.keyboard.press("Escape")
    box.wait_for(state="hidden")
    running.save(PLAYBOOK.replace("First meeting", "First talk"))
    page.locator("h1", has_text="First talk").wait_for()
    assert box.count() == 0
    assert "error PB201" in "".join(running.said)
    assert errors == []


def test_a_workspace_may_start_with_a_mistake(tmp_path: Path, page: Page) -> None:
    folder = workspace(tmp_path / "ws", PLAYBOOK.replace("title: The way", "titel: The way"))
    with serving(folder) as running:
        page.goto(running.address)
        page.get_by_role("alert").wait_for()
        running.save(PLAYBOOK)
        page.get_by_text("The way we sell").first.wait_for()


def test_a_new_stage_appears_and_one_that_is_gone_is_gone(running: Running, page: Page) -> None:
    page.goto(f"{running.address}{HOME}en/acme/stages/pilot/index.html")
    page.locator("h1", has_text="no such page").wait_for()
    with_pilot = PLAYBOOK.replace(
        "  offer:\n", "  pilot: {title: Pilot, purpose: Try it.}\n  offer:\n"
    )
    with_pilot = with_pilot.replace("first-meeting: offer", "first-meeting: pilot")
    running.save(f"{with_pilot}  pilot: offer\n")
    page.locator("h1", has_text="Pilot").wait_for()
    running.save(PLAYBOOK)
    page.locator("h1", has_text="no such page").wait_for()


def test_search_finds_what_was_just_written(running: Running, page: Page) -> None:
    page.goto(running.address + STAGE)
    running.save(PLAYBOOK.replace("Ask what is in the way", "Walk through the warehouse"))
    page.get_by_text("Walk through the warehouse").first.wait_for()
    page.locator("input.md-search__input").fill("warehouse")
    page.locator("input.md-search__input").press("End")
    page.locator(".md-search-result__link").first.wait_for()
    found = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => a.href)")
    assert any("stages/first-meeting" in address for address in found)


def test_what_is_served_is_what_would_be_built(running: Running, tmp_path: Path) -> None:
    changed = PLAYBOOK.replace("title: Offer", "title: Our offer").replace("Ask what", "Ask who")
    running.save(changed)
    while "Our offer" not in running.get(f"{HOME}en/acme/index.html"):
        threading.Event().wait(0.2)  # what never comes, the test's own limit ends
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, "-m", "playbookgen", "build", str(running.folder), "-o", str(out)],
        check=True,
    )
    built = sorted(path for path in (out / "acme").rglob("*") if path.is_file())
    compared = 0
    for path in built:
        name = path.relative_to(out).as_posix()
        if path.suffix in (".html", ".css", ".js"):
            assert LIVE.sub("", running.get(name)) == path.read_text(encoding="utf-8"), name
            compared += 1
    assert compared > 10


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/acme/internal/../../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/acme/internal/%2e%2e/%2e%2e/playbookgen.yaml",
        "//etc/passwd",
        "/playbookgen.yaml",
        "/playbooks/acme/playbook.yaml",
        "/acme/internal/mkdocs.yml",
        "/__playbookgen/../live.js",
        "/__playbookgen/..%2fserver.py",
    ],
)
def test_nothing_but_the_built_sites_is_served(running: Running, path: str) -> None:
    assert running.status(path) == 404


def test_another_name_for_this_machine_is_refused(running: Running) -> None:
    assert running.status("/" + STAGE) == 200
    assert running.status("/" + STAGE, Host="evil.example") == 403


def test_only_this_machine_is_served(running: Running) -> None:
    assert urlsplit(running.address).hostname == "127.0.0.1"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_an_interruption_ends_it_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    folder = workspace(tmp_path / "ws")
    before = sorted(folder.rglob("*"))
    with serving(folder) as running:
        running.get(STAGE)
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(60) == 0
    assert sorted(folder.rglob("*")) == before
    assert list(temporary.iterdir()) == []


def test_a_port_that_is_taken_is_named_with_the_cure(running: Running, tmp_path: Path) -> None:
    port = str(urlsplit(running.address).port)
    done = subprocess.run(
        [sys.executable, "-m", "playbookgen", "serve", str(running.folder), "--port", port],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 2
    assert "PB814" in done.stderr
    assert "--port 0" in done.stderr
