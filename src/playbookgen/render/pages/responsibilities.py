"""The responsibility matrix: stages with their tasks, events with our actions, by role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playbookgen.model.playbook import Action, Edition, Named, Raci, Role, Task


@dataclass(frozen=True, slots=True)
class Row:
    """A stage, task, event or action, with the letters of each role in the table's order."""

    ref: str
    title: str
    letters: tuple[str, ...]
    head: bool = False
    """Whether it opens a group of rows."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by roles; a role that takes no part in any row has no column."""

    caption: str
    corner: str
    roles: tuple[Role, ...]
    rows: tuple[Row, ...]


def matrix_rows(edition: Edition, words: Mapping[str, str]) -> tuple[Matrix, ...]:
    """The matrices of an edition: of its process, and of the buyer's journey."""
    events = edition.journey.events if edition.journey else ()
    found = [
        _matrix(
            words["stages"],
            words["site_activity"],
            edition.roles,
            [(stage, stage.raci, stage.tasks) for stage in edition.stages],
        ),
        _matrix(
            edition.journey.title if edition.journey else "",
            words["site_event_or_action"],
            edition.roles,
            [(event, Raci(), event.actions) for event in events],
        ),
    ]
    return tuple(matrix for matrix in found if matrix.roles)


Group = tuple[Named, Raci, Sequence[Task | Action]]
"""What heads some rows, its own letters, and what stands below it."""


def _matrix(caption: str, corner: str, roles: Iterable[Role], groups: Iterable[Group]) -> Matrix:
    groups = tuple(groups)
    every = [raci for _, raci, items in groups for raci in (raci, *(item.raci for item in items))]
    taking_part = tuple(role for role in roles if any(raci.letters(role) for raci in every))
    rows: list[Row] = []
    for head, raci, items in groups:
        rows.append(Row(head.ref, head.title, _letters(raci, taking_part), True))
        rows += [Row(item.ref, item.title, _letters(item.raci, taking_part)) for item in items]
    return Matrix(caption, corner, taking_part, tuple(rows))


def _letters(raci: Raci, roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(raci.letters(role) for role in roles)
