"""Serving while writing, as a process and in Chromium: what is saved is seen, mistakes included."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.sample_fonts import write_font

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

    def save(self, text: str, path: str = "playbooks/acme/playbook.yaml") -> None:
        """Saves as careful editors do: beside, then moved into its place."""
        beside = self.folder / f"{path}.new"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.folder / path)

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
    until(lambda: "Our offer" in running.get(f"{HOME}en/acme/index.html"))
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


def until(holds: Callable[[], bool]) -> None:
    """Waits for something that another process does."""
    end = time.monotonic() + GENEROUS / 1000
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def with_guide_and_fonts(folder: Path) -> Path:
    """A workspace whose sites have all that sites can have."""
    workspace(folder)
    for name, text in {
        "index.md": "# Our guide\n\n[Words](how-to/words.md)\n\n![Shapes](images/shapes.svg)\n",
        "how-to/words.md": "# Choose words\n\nShort ones <b>first</b>.\n",
        "images/shapes.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
    }.items():
        path = folder / "site" / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_font(folder / "fonts" / "boxes.ttf", "".join(map(chr, range(0x20, 0x250))))
    settings = folder / "playbookgen.yaml"
    more = "owner: acme\nfonts: [fonts/boxes.ttf]\nbrand: {footer: {en: Ours alone}}\n"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    return folder


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Running]:
    with serving(with_guide_and_fonts(tmp_path / "ws")) as found:
        yield found


def settled(running: Running) -> None:
    """Waits until all is built that nobody has asked for."""
    until(lambda: "@font-face" in running.get("guide/stylesheets/playbookgen.css"))


def comes_true(page: Page, what: str) -> None:
    """Waits for it here, since the pages' own policy forbids the browser to."""
    until(lambda: bool(page.evaluate(what)))


def test_guide_and_fonts_are_served_as_they_would_be_built(whole: Running, tmp_path: Path) -> None:
    settled(whole)
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, "-m", "playbookgen", "build", str(whole.folder), "-o", str(out)],
        check=True,
    )
    kinds = set()
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and name != "index.html" and not path.name.startswith("."):
            with urllib.request.urlopen(whole.address + name, timeout=60) as answer:  # noqa: S310 # ours
                served = answer.read()
            if path.suffix == ".html":
                served = LIVE.sub("", served.decode()).encode()
            assert served == path.read_bytes(), name
            kinds.add((name.partition("/")[0], path.suffix))
    for folder in ("acme", "guide"):
        assert {(folder, ending) for ending in (".html", ".css", ".js", ".woff2")} <= kinds
    assert ("guide", ".svg") in kinds


def test_a_page_wears_the_fonts_as_soon_as_they_are_made(whole: Running, page: Page) -> None:
    errors = watched(page)
    loads: list[str] = []
    page.on("domcontentloaded", lambda _: loads.append(page.url))
    page.goto(f"{whole.address}guide/index.html")
    comes_true(page, "[...document.fonts].some(each => each.status === 'loaded')")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("pb-en-1,")
    assert len(loads) == 1, "new looks need no new page"
    assert errors == []


def test_the_guide_follows_each_save_and_names_its_broken_links(whole: Running, page: Page) -> None:
    page.goto(f"{whole.address}guide/how-to/words/index.html")
    words = "site/docs/how-to/words.md"
    whole.save("# Choose words\n\n[Where](elsewhere.md)\n", words)
    page.get_by_role("link", name="Where").first.wait_for()
    box = page.get_by_role("alert")
    box.wait_for()
    assert f"{words}: error PB911" in box.locator("pre").inner_text()
    whole.save("# Weigh words\n\n[Where](../index.md)\n", words)
    page.locator("h1", has_text="Weigh words").wait_for()
    assert box.count() == 0
    (whole.folder / "site/docs/how-to/more.md").write_text("# More of it\n", encoding="utf-8")
    page.get_by_role("link", name="More of it").first.wait_for(state="attached")
    (whole.folder / words).unlink()
    page.locator("h1", has_text="no such page").wait_for()


def test_a_guide_may_come_and_go(running: Running, page: Page) -> None:
    page.goto(f"{running.address}guide/index.html")
    page.locator("h1", has_text="no such page").wait_for()
    folder = running.folder / "site" / "docs"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("# Written late\n", encoding="utf-8")
    page.locator("h1", has_text="Written late").wait_for()
    shutil.rmtree(folder)
    page.locator("h1", has_text="no such page").wait_for()


def test_the_brand_follows_its_file(whole: Running, page: Page) -> None:
    mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h%dv9z"/></svg>'
    logo = whole.folder / "logo.svg"
    logo.write_text(mark % 5, encoding="utf-8")
    settings = (whole.folder / "playbookgen.yaml").read_text("utf-8")
    whole.save(settings.replace("brand: {", "brand: {logo: logo.svg, "), "playbookgen.yaml")
    page.goto(whole.address + STAGE)
    page.locator("img.pb-logo").first.wait_for(state="attached")
    whole.save("<svg onload='alert(1)'/>", "logo.svg")
    page.get_by_role("alert").wait_for()
    whole.save(mark % 7, "logo.svg")
    page.get_by_role("alert").wait_for(state="detached")
    page.locator("img.pb-logo").first.wait_for(state="attached")
    assert "h7" in whole.get(f"{HOME}brand/logo.svg")


def test_a_renamed_playbook_and_a_replaced_folder_are_followed(
    running: Running, page: Page
) -> None:
    page.goto(running.address + STAGE)
    folder = running.folder / "playbooks"
    (folder / "acme").rename(folder / "renamed")
    page.locator("h1", has_text="no such page").wait_for()
    page.goto(running.address + STAGE.replace("en/acme", "en/renamed"))
    page.get_by_text("Both sides know whether to go on.").first.wait_for()
    # As changing the branch does.
    shutil.copytree(folder, running.folder / "copy")
    shutil.rmtree(folder)
    page.get_by_role("alert").wait_for()
    (running.folder / "copy").rename(folder)
    page.get_by_role("alert").wait_for(state="detached")
    changed = PLAYBOOK.replace("Both sides know", "Everybody knows by now")
    running.save(changed, "playbooks/renamed/playbook.yaml")
    page.get_by_text("Everybody knows by now whether to go on.").first.wait_for()


def test_two_files_saved_at_once_are_both_seen(whole: Running, page: Page) -> None:
    page.goto(whole.address + STAGE)
    settings = (whole.folder / "playbookgen.yaml").read_text("utf-8")
    whole.save(PLAYBOOK.replace("First meeting", "First talk"))
    whole.save(settings.replace("Ours alone", "Ours and yours"), "playbookgen.yaml")
    page.locator("h1", has_text="First talk").wait_for()
    page.get_by_text("Ours and yours").first.wait_for()


def test_a_reader_stays_at_the_place_read(running: Running, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(running.address + STAGE)
    page.evaluate("window.scrollTo({top: 400, behavior: 'instant'})")
    comes_true(page, "scrollY > 300")
    before = page.evaluate("scrollY")
    running.save(PLAYBOOK.replace("Ask what is in the way", "Ask who is in the way"))
    page.get_by_text("Ask who is in the way").first.wait_for()
    comes_true(page, "scrollY > 300")
    assert abs(page.evaluate("scrollY") - before) < 40


def test_what_is_mended_is_said(running: Running) -> None:
    running.save(PLAYBOOK.replace("stages:", "stagess:"))
    until(lambda: "error PB201" in "".join(running.said))
    running.save(PLAYBOOK)
    until(lambda: "No errors any more" in "".join(running.said))


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
        assert running.process.wait(60) == 130
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
