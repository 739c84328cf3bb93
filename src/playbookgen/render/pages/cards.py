"""What a stage's card says beside the steps: as many words to the buyer as its sheet has room."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbookgen.model.playbook import Stage, Transition
from playbookgen.model.practice import Objection, Script

SHEET = 44
"""The lines of a printed sheet, with room to spare for wider fonts."""
_LINE = 84
"""The Latin letters of a line; a wide character is two."""
_HEADING = 2


@dataclass(frozen=True)
class Said:
    """What is said at a stage, as far as it fits on the card."""

    scripts: tuple[Script, ...] = ()
    objections: tuple[Objection, ...] = ()


def said_on(stage: Stage, ways: Iterable[Transition] = ()) -> Said:
    """The answers to objections, then the words that open, whole ones only."""
    room = SHEET - sum(_lines_of_steps(stage, ways))
    objections: list[Objection] = []
    scripts: list[Script] = []
    for found in stage.objections:
        lines = (_HEADING if not objections else 0) + 1 + _lines(found.answer)
        if lines <= room:
            objections.append(found)
            room -= lines
    for item in stage.scripts:
        lines = (_HEADING if not scripts else 0) + 1 + sum(map(_lines, item.lines))
        if lines <= room:
            scripts.append(item)
            room -= lines
    return Said(tuple(scripts), tuple(objections))


def _lines_of_steps(stage: Stage, ways: Iterable[Transition]) -> Iterator[int]:
    """The lines that the card has anyway: title, purpose, criteria, tasks, ways on."""
    yield 4 + _lines(stage.purpose)
    tasks = (
        " ".join((task.title, *(role.title for role in task.raci.responsible)))
        for task in stage.tasks
    )
    onward = (way.condition + " - " * 8 for way in ways)
    lists = ([item.text for item in stage.entry], tasks, [item.text for item in stage.exit], onward)
    for texts in lists:
        yield _HEADING + sum(map(_lines, texts))


def _lines(text: str) -> int:
    width = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return 1 + width // _LINE
