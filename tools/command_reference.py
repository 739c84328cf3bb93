"""The reference of the command line, made from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from playbookgen.cli.group import commands

_INTRODUCTION = """\
# The commands

`playbookgen` without a command lists them; `playbookgen COMMAND --help` tells what stands here.

| exit code | meaning |
| --- | --- |
| 0 | all is well |
| 1 | findings in a playbook, or a file that `fmt --check` would change |
| 2 | the command was called wrongly |
| 3 | refused: unsafe, or over a limit |
| 4 | an engine or tool failed |
| 5 | output, lock or disk |
| 70 | a bug of ours |
| 130 | interrupted |
"""


def command_reference() -> str:
    """The whole page."""
    root = click.Context(commands, info_name="playbookgen")
    return "\n".join([_INTRODUCTION, *_below(commands, root, "##")])


def _below(group: click.Group, context: click.Context, level: str) -> Iterator[str]:
    for name in sorted(group.commands):
        command = group.commands[name]
        inner = click.Context(command, info_name=name, parent=context)
        yield "\n".join(_section(command, inner, level))
        if isinstance(command, click.Group):
            yield from _below(command, inner, f"{level}#")


def _section(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    yield f"{level} {context.command_path}"
    yield ""
    yield "```text"
    yield context.command_path + " " + " ".join(command.collect_usage_pieces(context))
    yield "```"
    yield ""
    yield from _help(command)
    options = [option for option in command.params if isinstance(option, click.Option)]
    if options:
        yield "| option | what it does |"
        yield "| --- | --- |"
        for option in options:
            yield _option(option, context)
        yield ""


def _help(command: click.Command) -> Iterator[str]:
    """The help text: paragraphs, and what the terminal must not fill as code."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if not paragraph.startswith("\b"):
            yield from (*paragraph.splitlines(), "")
            continue
        _, title, *lines = paragraph.splitlines()
        yield from (title, "", "```sh", *(line.removeprefix("  ") for line in lines), "```", "")


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    names, words = record or (option.opts[0], "")
    escaped = words.replace("|", "\\|").replace("[", "\\[").replace("]", "\\]")
    return f"| `{names.replace('|', ', ')}` | {escaped} |"
