"""How sure we are of each letter of the qualification framework, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbookgen.locales.figures import percentage
from playbookgen.model.diagram import Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Confidence, Edition, Framework, Stage
from playbookgen.model.practice import Letter
from playbookgen.views.stage_columns import stage_heads, stage_numbers
from playbookgen.views.view import View
from playbookgen.views.wording import Words, words_of

SUBJECT = "qualification"
_NOTHING = "–"
"""What stands in the map where nothing is said, and so in its legend."""


def subjects(edition: Edition) -> tuple[str, ...]:
    """The framework, where some stage says how sure we are."""
    told = any(stage.qualification for stage in edition.stages)
    return (SUBJECT,) if edition.framework and told else ()


def draw(edition: Edition, subject: str) -> Matrix:
    """The matrix of letters and stages, with a thread of confidence through each row."""
    if not subjects(edition) or edition.framework is None:
        raise KeyError(subject)
    words = words_of(edition)
    framework = edition.framework
    said = [{it.letter: it for it in stage.qualification} for stage in edition.stages]
    rows = tuple(_row(letter, edition, said, words) for letter in framework.letters)
    kinds = {node.kind for row in rows for cell in row.cells for node in cell.nodes}
    return Matrix(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["map_qualification"], name=framework.title),
        description=_description(framework, edition, words),
        language=edition.language,
        columns=stage_heads(edition.stages),
        rows=rows,
        shorts=stage_numbers(edition.stages),
        corner=framework.title,
        is_thread=True,
        legend=tuple(_legend(kinds, words)),
    )


def _row(
    letter: Letter, edition: Edition, said: Sequence[Mapping[str, Confidence]], words: Words
) -> Row:
    """A letter with what is said of it in each stage."""
    head = Node(letter.ref, NodeKind.HEADING, letter.title, letter.question, target=letter.ref)
    cells = (
        _cell(letter, stage, own.get(letter.ref), edition.language, words)
        for stage, own in zip(edition.stages, said, strict=True)
    )
    return Row(head, tuple(cells))


def _cell(
    letter: Letter, stage: Stage, found: Confidence | None, language: str, words: Words
) -> Cell:
    """The confidence of a letter at the end of a stage, or that nothing is said of it."""
    ref = f"{letter.ref}.{stage.id}"
    if found is None:
        said = _spoken(letter, stage, words["map_not_stated"], words)
        empty = Node(ref, NodeKind.GAP, words["map_not_stated"], target=stage.ref, spoken=said)
        return Cell((stage.ref,), (empty,))
    label = percentage(found.level, language)
    said = _spoken(letter, stage, _told(found, label, words), words)
    node = Node(ref, NodeKind.METER_ROOM, label, found.how, target=stage.ref, spoken=said)
    return Cell((stage.ref,), (node,), found.level.value / 100)


def _told(confidence: Confidence, label: str, words: Words) -> str:
    if not confidence.how:
        return label
    return words["map_said"].format(what=label, text=confidence.how)


def _spoken(letter: Letter, stage: Stage, text: str, words: Words) -> str:
    return words["map_in_stage"].format(stage=stage.title, what=letter.title, text=text)


def _description(framework: Framework, edition: Edition, words: Words) -> str:
    untold = sum(not stage.qualification for stage in edition.stages)
    return words["map_qualification_described"].format(
        letters=len(framework.letters), stages=len(edition.stages), untold=untold
    )


def _legend(kinds: set[NodeKind], words: Words) -> Iterator[LegendEntry]:
    yield LegendEntry(NodeKind.METER, words["map_confidence"])
    if NodeKind.GAP in kinds:
        yield LegendEntry(NodeKind.GAP, words["map_not_stated"], label=_NOTHING)


VIEW = View("qualification", subjects, draw, section="qualification")
