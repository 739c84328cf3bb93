"""What the commands say, and how loudly: results to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TextIO

import click
from rich.console import Console

from playbookgen.problems import Problem
from playbookgen.report import as_text
from playbookgen.report.text import summary

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Terminal:
    """How this run speaks."""

    quiet: bool = False
    verbose: int = 0
    color: bool | None = None
    """None: as the stream it goes to can show it."""

    def result(self, text: str) -> None:
        """What the command was called for."""
        click.echo(text, nl=not text.endswith("\n"))

    def note(self, text: str) -> None:
        """A word on what was done; silent with -q."""
        if not self.quiet:
            click.echo(text, err=True)

    def detail(self, text: str) -> None:
        """What only -v shows."""
        if self.verbose:
            click.echo(text, err=True)

    def problems(self, problems: Sequence[Problem], *, err: bool = True) -> None:
        """Problems with excerpts and a count."""
        if not problems:
            return
        stream = sys.stderr if err else sys.stdout
        click.echo(as_text(problems, color=self.in_color(stream)), err=err, color=True)
        self.note(f"{summary(problems)} found")

    def in_color(self, stream: TextIO) -> bool:
        """Whether colours go to `stream`: never with --no-color or NO_COLOR, else on terminals."""
        if self.color is not None:
            return self.color
        return not os.environ.get("NO_COLOR") and stream.isatty()

    @contextmanager
    def progress(self) -> Iterator[Say]:
        """A line that tells what is being done now; on a terminal only."""
        if self.quiet or not sys.stderr.isatty():
            yield self.detail
            return
        console = Console(stderr=True, no_color=not self.in_color(sys.stderr))
        with console.status("Starting", spinner="line") as status:

            def say(text: str) -> None:
                status.update(text.replace("[", r"\["))
                if self.verbose:
                    console.print(text, markup=False, highlight=False)

            yield say


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds -q, -v and --no-color; the command gets a `Terminal` as `terminal`."""

    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but problems and results.")
    @click.option("-v", "--verbose", count=True, help="Say what is being done.")
    @click.option(
        "--no-color", is_flag=True, help="No colours; the variable NO_COLOR does the same."
    )
    def wrapped(quiet: bool, verbose: int, no_color: bool, **options: Any) -> Any:
        terminal = Terminal(quiet, verbose, False if no_color else None)
        return command(terminal=terminal, **options)

    wrapped.__name__ = command.__name__
    wrapped.__doc__ = command.__doc__
    return wrapped
