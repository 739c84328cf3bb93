"""The MkDocs plugin under `mkdocs serve`, in Chromium: what is saved is seen, mistakes survived."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.functional.test_plugin import host

SECONDS = 60.0
STAGE = "playbooks/en/ours/stages/first-meeting/"
SOURCE = "sales/playbooks/ours/playbook.yaml"
SETTINGS = "sales/playbookgen.yaml"

pytestmark = pytest.mark.slow


@dataclass
class Host:
    """Somebody's site, served by MkDocs."""

    folder: Path
    address: str
    said: list[str] = field(default_factory=list)

    def save(self, path: str, old: str, new: str) -> None:
        """Replaces words of a file as careful editors do: beside, then moved into its place."""
        target = self.folder / path
        text = target.read_text(encoding="utf-8")
        assert old in text
        beside = target.with_suffix(".new")
        beside.write_text(text.replace(old, new), encoding="utf-8")
        beside.replace(target)


def until(holds: Callable[[], bool], said: list[str]) -> None:
    """Waits for something that another process does."""
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "".join(said)
        time.sleep(0.1)


def free_port() -> int:
    """A port that nobody listens at."""
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Host]:
    folder, port = host(tmp_path), free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )
    found = Host(folder, f"http://127.0.0.1:{port}/")
    threading.Thread(target=lambda: found.said.extend(process.stderr or ()), daemon=True).start()
    try:
        until(lambda: "Serving on" in "".join(found.said), found.said)
        yield found
    finally:
        process.kill()
        process.wait()


def test_each_save_of_a_playbook_is_seen_and_mistakes_are_survived(
    served: Host, browser: Browser
) -> None:
    page = browser.new_page()
    page.set_default_timeout(SECONDS * 1000)
    page.goto(served.address + STAGE)
    page.get_by_text("Find the *reason*").first.wait_for()
    served.save(SOURCE, "Find the *reason*", "Know the *reason*")
    page.get_by_text("Know the *reason*").first.wait_for()
    served.save(SOURCE, "stages:", "stagess:")
    until(lambda: "error PB201" in "".join(served.said), served.said)
    assert "Did you mean “stages”?" in "".join(served.said)
    page.reload()
    page.get_by_text("Know the *reason*").first.wait_for()  # the last version without mistakes
    served.save(SOURCE, "stagess:", "stages:")
    served.save(SOURCE, "title: First meeting", "title: First talk")
    page.locator("h1", has_text="First talk").wait_for()
    page.goto(f"{served.address}playbooks/en/ours/")
    page.locator("[data-playbookgen-picture] svg").first.wait_for(state="attached")
    page.close()


def test_settings_and_new_playbooks_are_followed_too(served: Host, browser: Browser) -> None:
    page = browser.new_page()
    page.set_default_timeout(SECONDS * 1000)
    page.goto(f"{served.address}playbooks/")
    served.save(SETTINGS, "acme: Acme", "acme: Acme and sons")
    page.get_by_text("Acme and sons").first.wait_for(state="attached")
    served.save(SETTINGS, "acme: Acme and sons", "acme: Acme and daughters")
    page.get_by_text("Acme and daughters").first.wait_for(state="attached")
    more = served.folder / "sales/playbooks/more"
    more.mkdir()
    ours = (served.folder / SOURCE).read_text(encoding="utf-8")
    (more / "playbook.yaml").write_text(ours.replace("Selling", "Renting"), encoding="utf-8")
    page.get_by_text("Renting").first.wait_for(state="attached")
    page.close()
