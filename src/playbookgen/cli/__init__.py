"""Command line: a file per command; options in, exit codes out."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits with its code."""
    try:
        # Imported here, so that an interruption during the imports is answered as any other.
        from playbookgen.cli.group import run

        code = run(list(arguments) if arguments is not None else None)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


__all__ = ["main"]
