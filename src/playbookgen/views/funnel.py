"""The funnel: how many of those who enter the process are left at each stage, as far as stated.

Shares are products of conversions alone. What probabilities of deal stages would give is not drawn:
they say how likely a deal is won, not how many go on, and the two agree only where no deal skips a
stage or comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from playbookgen.locales.figures import percentage, share
from playbookgen.model.diagram import Funnel, FunnelStep, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Edition, Outcome, Process, Stage
from playbookgen.views.view import View
from playbookgen.views.wording import Words, numbered, words_of

SUBJECT = "funnel"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The funnel, where a stage states its conversion."""
    return (SUBJECT,) if any(stage.conversion for stage in edition.stages) else ()


def draw(edition: Edition, subject: str) -> Funnel:
    """The funnel of the whole process."""
    if edition.process is None:
        raise KeyError(subject)
    words = words_of(edition)
    steps = tuple(_steps(edition.process, words, edition.language))
    return Funnel(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["map_funnel"], name=edition.title),
        description=_description(edition.stages, steps[-1].said, words),
        language=edition.language,
        steps=steps,
        legend=tuple(_legend(steps, words)),
    )


def _steps(process: Process, words: Words, language: str) -> Iterator[FunnelStep]:
    """The stages in order, and the outcome that the last one leads to."""
    left: Fraction | None = Fraction(1)
    for stage in process.stages:
        yield FunnelStep(
            node=_stage(stage, words),
            share=left,
            said=_said(left, words, language),
            conversion=_conversion(stage, words, language),
        )
        passed = stage.conversion.value / 100 if stage.conversion else None
        left = left * passed if left is not None and passed is not None else None
    yield FunnelStep(_end(process.outcomes, words), left, _said(left, words, language))


def _stage(stage: Stage, words: Words) -> Node:
    return Node(
        ref=stage.ref,
        kind=NodeKind.FUNNEL,
        label=numbered(stage.number, stage.title),
        note=words["optional"] if stage.optional else "",
        target=stage.ref,
    )


def _end(outcomes: tuple[Outcome, ...], words: Words) -> Node:
    """The first outcome that is won; a bare end where none is declared."""
    for outcome in outcomes:
        if outcome.kind == "won":
            title, note = outcome.title, words["map_overall"]
            return Node(outcome.ref, NodeKind.WON, title, note=note, target=outcome.ref)
    return Node("end", NodeKind.FUNNEL, words["end"], note=words["map_overall"])


def _said(left: Fraction | None, words: Words, language: str) -> str:
    return words["map_not_stated"] if left is None else share(left, language)


def _conversion(stage: Stage, words: Words, language: str) -> str:
    if stage.conversion is None:
        return words["map_not_stated"]
    return words["map_go_on"].format(percent=percentage(stage.conversion, language))


def _legend(steps: tuple[FunnelStep, ...], words: Words) -> Iterator[LegendEntry]:
    yield LegendEntry(NodeKind.FUNNEL, words["map_share"])
    if any(step.share is None for step in steps):
        yield LegendEntry(NodeKind.GAP, words["map_share_unknown"])


def _description(stages: tuple[Stage, ...], overall: str, words: Words) -> str:
    return words["map_funnel_described"].format(
        stages=len(stages),
        first=stages[0].title,
        last=stages[-1].title,
        unknown=sum(stage.conversion is None for stage in stages),
        overall=overall,
    )


VIEW = View("funnel", subjects, draw)
