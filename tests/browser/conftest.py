"""The example workspace as its readers get it: built once, served, opened in Chromium."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.survey import Served, Survey, survey_of

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them need a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one named in PLAYBOOKGEN_CHROMIUM, or the system's."""
    named = os.environ.get("PLAYBOOKGEN_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        left_out("there is no Chromium: install it, or name it in PLAYBOOKGEN_CHROMIUM")
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        except Error as error:
            left_out(f"Chromium does not start: {error.message.splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The built examples, on a port of this machine alone."""
    out = tmp_path_factory.mktemp("browser") / "public"
    repository = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-m", "playbookgen", "build", ".", "--output", str(out)],
        cwd=repository,
        check=True,
    )
    with serving(out) as site:
        yield site


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """A folder on a port of this machine alone."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(f"http://127.0.0.1:{server.server_port}/", folder)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def surveyed(browser: Browser, served: Served) -> Callable[[int, str], Survey]:
    """What is found on every page of the site at a width and in a colour scheme."""

    @functools.cache
    def survey(width: int, scheme: str) -> Survey:
        return survey_of(browser, served, width=width, scheme=scheme)

    return survey


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


def left_out(reason: str) -> NoReturn:
    """Leaves a test out, which in CI is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
