"""playbookgen explain: all that is known about one item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import Location, printable
from playbookgen.report.text import columns_wide

_WIDEST = 60


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="[PLAYBOOK] ITEM")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path),
    default=".",
    help="The folder with playbookgen.yaml; the current one or one above it if left out.",
)
@common_options
def explain(terminal: Terminal, names: tuple[str, ...], as_json: bool, workspace: Path) -> int:
    """Tell all that is known about an item, and where each of its values was written.

    ITEM is a path of ids, or the end of one where only one item has it. PLAYBOOK may be left out
    where only one playbook has such an item.

    \b
    Examples:
      playbookgen explain acme stages.closing
      playbookgen explain stages.closing.tasks.call-back
      playbookgen explain acme sales-director --json
    """
    if len(names) > 2:
        raise click.UsageError("Name an item, or a playbook and an item.")
    *playbook, item = names
    explained = pipeline.explain(workspace, item, playbook=playbook[0] if playbook else "")
    if as_json:
        terminal.result(json.dumps(_plain(explained), ensure_ascii=False, indent=2))
    else:
        for line in _lines(explained):
            terminal.result(line.rstrip())
    return 0


def _plain(explained: pipeline.Explained) -> dict[str, object]:
    """The item as plain data: a place is a path, line and column."""
    return asdict(
        explained, dict_factory=lambda pairs: {key: _as_plain(value) for key, value in pairs}
    )


def _as_plain(value: object) -> object:
    if isinstance(value, dict) and "end_column" in value:
        return {key: value[key] for key in ("path", "line", "column")}
    return value


def _lines(explained: pipeline.Explained) -> Iterator[str]:
    place = _place(explained.location) or "built in"
    kind = explained.kind
    yield f"{explained.path}: {kind} of {explained.playbook} ({place})"
    rows = [
        (value.key, value.text, _join(_place(value.location), value.reason))
        for value in explained.values
    ]
    yield from _table(rows)
    if explained.unwritten:
        yield f"  not written: {', '.join(explained.unwritten)}"
    for heading, mentions in (("Holds", explained.parts), ("Referred to by", explained.mentions)):
        if mentions:
            yield ""
            yield f"{heading}:"
            rows = [(item.path, item.title, _place(item.location)) for item in mentions]
            yield from _table(rows)
    yield ""
    yield "Findings:" if explained.problems else "No findings."
    for problem in explained.problems:
        where = _place(problem.location)
        message = printable(problem.message)
        yield f"  {problem.severity.value} {problem.code} {where}: {message}"


def _table(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Rows in columns; a text that is too long is cut, and its whole stands in the file."""
    cells = [(printable(name), _cut(printable(text)), end) for name, text, end in rows]
    widths = [
        max((columns_wide(row[0]) for row in cells), default=0),
        max((columns_wide(row[1]) for row in cells), default=0),
    ]
    for name, text, end in cells:
        yield f"  {_padded(name, widths[0])}  {_padded(text, widths[1])}  {end}"


def _cut(text: str) -> str:
    if columns_wide(text) <= _WIDEST:
        return text
    while columns_wide(text) >= _WIDEST:
        text = text[:-1]
    return f"{text}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns_wide(text))


def _place(location: Location | None) -> str:
    return f"{location.path}:{location.line}" if location else ""


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
