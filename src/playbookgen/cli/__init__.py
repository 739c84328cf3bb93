"""Command line: a file per command; options in, exit codes out."""

from __future__ import annotations

from playbookgen.cli.group import main

__all__ = ["main"]
