"""Principles against the stages that apply them; what is applied nowhere shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Edition, Named, Stage
from playbookgen.views.stage_columns import missing, runs, stage_heads, stage_numbers
from playbookgen.views.view import View
from playbookgen.views.wording import Words, words_of

SUBJECT = "methodology"


def subjects(edition: Edition) -> tuple[str, ...]:
    """All methodologies together, where there are principles and stages."""
    return (SUBJECT,) if edition.stages and _principles(edition) else ()


def _principles(edition: Edition) -> tuple[Named, ...]:
    return tuple(it for methodology in edition.methodologies for it in methodology.principles)


def draw(edition: Edition, subject: str) -> Matrix:
    """The matrix of principles and stages."""
    if not subjects(edition):
        raise KeyError(subject)
    words = words_of(edition)
    principles = _principles(edition)
    known = {principle.ref for principle in principles}
    idle = [stage for stage in edition.stages if known.isdisjoint(stage.principles)]
    rows = tuple(_rows(edition, words))
    applied = {ref for stage in edition.stages for ref in stage.principles}
    orphans = [principle for principle in principles if principle.ref not in applied]
    return Matrix(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["map_methodology"], name=edition.title),
        description=words["map_methodology_described"].format(
            principles=len(principles),
            stages=len(edition.stages),
            orphans=len(orphans),
            idle=len(idle),
        ),
        language=edition.language,
        columns=stage_heads(edition.stages),
        rows=(*rows, _idle_row(edition.stages, idle, words)) if idle else rows,
        shorts=stage_numbers(edition.stages),
        corner=words["map_principle"],
        legend=tuple(_legend(words, has_orphans=bool(orphans or idle))),
    )


def _rows(edition: Edition, words: Words) -> Iterator[Row]:
    for methodology in edition.methodologies:
        for principle in methodology.principles:
            cells = tuple(_cells(principle, edition.stages, words))
            head = Node(principle.ref, NodeKind.HEADING, principle.title, target=principle.ref)
            yield Row(head, cells, methodology.title)


def _cells(principle: Named, stages: Sequence[Stage], words: Words) -> Iterator[Cell]:
    """A dot for each stage that applies the principle; words where none does."""
    applying = [stage for stage in stages if principle.ref in stage.principles]
    for stage in applying:
        spoken = words["map_in_stage"].format(
            stage=stage.title, what=principle.title, text=words["map_applied"]
        )
        ref = f"{principle.ref}.{stage.id}"
        node = Node(ref, NodeKind.APPLIED, "", target=stage.ref, spoken=spoken)
        yield Cell((stage.ref,), (node,))
    if not applying:
        said = words["map_said"].format(what=principle.title, text=words["map_applied_nowhere"])
        node = Node(
            f"{principle.ref}.nowhere", NodeKind.ORPHAN, words["map_applied_nowhere"], spoken=said
        )
        yield Cell(tuple(stage.ref for stage in stages), (node,))


def _idle_row(stages: Sequence[Stage], idle: Sequence[Stage], words: Words) -> Row:
    """The stages that apply no principle."""
    said = words["map_applies_none"]
    refs = {stage.ref for stage in idle}
    cells = tuple(
        missing("methodologies.gaps", run, NodeKind.ORPHAN, words["map_gap"], said, words)
        for run in runs(stages, refs)
    )
    head = Node("methodologies.gaps", NodeKind.FACT, said)
    return Row(head, cells, words["map_gaps"])


def _legend(words: Words, *, has_orphans: bool) -> Iterator[LegendEntry]:
    yield LegendEntry(NodeKind.APPLIED, words["map_applied_meaning"])
    if has_orphans:
        yield LegendEntry(NodeKind.ORPHAN, words["map_orphan_meaning"])


VIEW = View("methodology", subjects, draw, section="methodology")
