"""The group of commands, and the one place where failures become exit codes."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from contextlib import suppress

import click

from playbookgen import __version__
from playbookgen.cli.build import build
from playbookgen.cli.check import check
from playbookgen.cli.completion import completion
from playbookgen.cli.doctor import doctor
from playbookgen.cli.draw import draw
from playbookgen.cli.explain import explain
from playbookgen.cli.fmt import fmt
from playbookgen.cli.init import init
from playbookgen.cli.list_ import list_
from playbookgen.cli.new import new
from playbookgen.cli.rules import rules
from playbookgen.cli.schema import schema
from playbookgen.cli.serve import serve
from playbookgen.cli.terminal import Terminal
from playbookgen.problems import ExitCode, PlaybookgenError

_EPILOG = """\b
Exit codes:
  0 ok   1 findings in a playbook   2 usage   3 refused (unsafe or over a limit)
  4 an engine or tool failed   5 output, lock or disk   70 our own bug   130 interrupted
"""


_DISK_ERRORS = frozenset(
    getattr(errno, name)
    for name in ("EACCES", "EDQUOT", "EFBIG", "EIO", "EMFILE", "ENFILE", "ENOSPC", "EPERM", "EROFS")
    if hasattr(errno, name)
)


_PATH_ERRORS = frozenset({errno.ENAMETOOLONG, errno.ELOOP})
"""What only a path from the command line can cause: the names of our own files are short."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="playbookgen")
def commands() -> None:
    """Process maps and playbook sites from YAML definitions."""


for _command in (
    build,
    check,
    completion,
    doctor,
    draw,
    explain,
    fmt,
    init,
    list_,
    new,
    rules,
    schema,
    serve,
):
    commands.add_command(_command)


def run(arguments: list[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    try:
        result = commands.main(arguments, prog_name="playbookgen", standalone_mode=False)
        return int(result) if isinstance(result, int) else ExitCode.OK
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except PlaybookgenError as error:
        Terminal().problems(error.problems)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _say_interrupted()
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except OSError as error:
        return _say_system(error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: our own bug
        return _say_bug(error)


def _say_interrupted() -> int:
    with suppress(OSError):
        click.echo("Interrupted; nothing half-written is left behind.", err=True)
    return ExitCode.INTERRUPTED


def _say_system(error: OSError) -> int:
    """Says what the system refused; only what we did wrong ourselves is a bug."""
    if error.errno in _PATH_ERRORS:
        click.echo(f"This path cannot be used: {error.strerror}.", err=True)
        return ExitCode.USAGE
    if error.errno not in _DISK_ERRORS:
        return _say_bug(error)
    with suppress(OSError):
        click.echo(f"Output cannot be written: {error.strerror}.", err=True)
    # What is still in the buffer cannot be written either; Python would say so again at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.OUTPUT


def _say_bug(error: Exception) -> int:
    """Says that this is our fault; the traceback stands in it only if asked for."""
    click.echo(f"This is a bug in playbookgen {__version__}: {type(error).__name__}.", err=True)
    if os.environ.get("PLAYBOOKGEN_DEBUG"):
        traceback.print_exception(error)
    else:
        click.echo("Run it again with PLAYBOOKGEN_DEBUG=1 and send us what it prints.", err=True)
    return ExitCode.BUG
