"""Stages as the columns of a matrix: their heads, their numbers, and runs of neighbours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from playbookgen.model.diagram import Cell, Node, NodeKind
from playbookgen.model.playbook import Stage
from playbookgen.views.wording import Words, numbered


def stage_heads(stages: Iterable[Stage]) -> tuple[Node, ...]:
    """A head for each stage, with its number and title."""
    return tuple(
        Node(stage.ref, NodeKind.HEADING, numbered(stage.number, stage.title), target=stage.ref)
        for stage in stages
    )


def stage_numbers(stages: Iterable[Stage]) -> tuple[str, ...]:
    """What stands for the stages where their titles have no room."""
    return tuple(str(stage.number) for stage in stages)


def runs(stages: Sequence[Stage], chosen: Container[str]) -> Iterator[tuple[Stage, ...]]:
    """The chosen stages, by their refs, in groups of neighbours."""
    run: list[Stage] = []
    for stage in stages:
        if stage.ref in chosen:
            run.append(stage)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def missing(
    ref: str, stages: Sequence[Stage], kind: NodeKind, label: str, spoken: str, words: Words
) -> Cell:
    """A cell across stages in which something is missing."""
    where = words["view_list"].join(stage.title for stage in stages)
    said = words["map_said"].format(what=where, text=spoken)
    node = Node(f"{ref}.{stages[0].id}", kind, label, spoken=said)
    return Cell(tuple(stage.ref for stage in stages), (node,))
