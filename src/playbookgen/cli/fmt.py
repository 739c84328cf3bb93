"""playbookgen fmt: definitions in their canonical layout."""

from __future__ import annotations

from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import ExitCode


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@common_options
def fmt(terminal: Terminal, paths: tuple[Path, ...], check: bool, diff: bool) -> int:
    """Lay definitions out: order of keys, indentation, long texts folded.

    PATHS are files or folders of a workspace; the current folder if left out. What a file says,
    the order of its ids and every comment stay as they are; a file for which that cannot be
    promised is left alone, and said so.

    \b
    Examples:
      playbookgen fmt
      playbookgen fmt playbooks/acme/playbook.yaml --diff
      playbookgen fmt --check
    """
    looking = check or diff
    formatted = pipeline.fmt(paths or (Path(),), write=not looking)
    for file in formatted.changed:
        if diff:
            terminal.result(file.difference())
        terminal.note(f"{'Would lay out' if looking else 'Laid out'} {file.shown}")
    terminal.problems(formatted.problems)
    count = len(formatted.files) - len(formatted.changed)
    terminal.note(f"{count} file{'' if count == 1 else 's'} already laid out")
    return ExitCode.FINDINGS if looking and formatted.changed else formatted.exit_code
