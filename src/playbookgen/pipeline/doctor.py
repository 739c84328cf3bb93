"""What is installed, what is missing, and how to get it."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from playbookgen import __version__, render

PACKAGES = {
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material for MkDocs",
    "pydantic": "Pydantic",
    "pyyaml": "PyYAML",
}
REINSTALL = "Install playbookgen again: pip install --force-reinstall playbookgen"


class Found(NamedTuple):
    """One thing that was looked for."""

    name: str
    ok: bool
    found: str
    cure: str = ""
    needed: bool = True
    """Whether a build fails without it."""


def doctor() -> tuple[Found, ...]:
    """Everything a run may need, found by trying."""
    report = render.engine_report()
    running = f"{platform.python_version()} ({sys.platform})"
    return (
        Found("playbookgen", True, __version__),
        Found("Python", True, running),
        Found("Graphviz engine", bool(report.version), report.version or "none", report.cure),
        *(_package(name, title) for name, title in PACKAGES.items()),
        *(
            Found(
                f"Fonts for {font.script} (PNG and PDF only)",
                bool(font.families),
                ", ".join(font.families) or "none",
                font.cure,
                needed=False,
            )
            for font in report.fonts
        ),
    )


def _package(name: str, title: str) -> Found:
    try:
        return Found(title, True, version(name))
    except PackageNotFoundError:
        return Found(title, False, "none", REINSTALL)
