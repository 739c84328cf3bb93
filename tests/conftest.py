"""What all tests share: goldens accepted by a flag, and loud words on what was left out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).parent.parent

# The same examples in every run, on every machine; longer searches are in the slow suites.
settings.register_profile("playbookgen", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("playbookgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="Write what the tests got as the new goldens; then review the difference.",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares text with a golden file, or accepts it with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"there is no golden {path.name}; accept it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


LEFT_OUT = {
    "browser": "no Chromium was found. "
    "Install it (Debian: apt install chromium) or name it in PLAYBOOKGEN_CHROMIUM.",
    "web": "no axe-core, no vnu or no Java was found. "
    "Install Java and Node.js (Debian: apt install default-jre-headless nodejs npm) "
    "and run make web.",
    "editor": "no language server was found. "
    "Install Node.js (Debian: apt install nodejs npm) and run make editor.",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly which tests were left out and why, since a skip is easily overlooked."""
    skipped = terminalreporter.getreports("skipped")
    for marker, why in LEFT_OUT.items():
        count = sum(marker in getattr(report, "keywords", {}) for report in skipped)
        if count:
            terminalreporter.section("LEFT OUT", sep="!", red=True, bold=True)
            terminalreporter.write_line(f"{count} {marker} tests did not run: {why}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a skipped test is a failure, but for those of a Graphviz that nothing requires."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    missed = [item for item in skipped if "foreign_dot" not in getattr(item, "keywords", {})]
    if os.environ.get("CI") == "true" and missed:
        session.exitstatus = max(int(exitstatus), 1)
