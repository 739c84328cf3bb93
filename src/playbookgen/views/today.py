"""The process as it is beside the process to be: what becomes of what, what is new or dropped."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.locales.figures import percentage
from playbookgen.model.diagram import Comparison, Edge, LegendEntry, Node, NodeKind
from playbookgen.model.parts import Role
from playbookgen.model.playbook import Edition, ProcessToday, Stage
from playbookgen.model.practice import StageToday
from playbookgen.model.values import Duration, Percent
from playbookgen.views.view import View
from playbookgen.views.wording import Words, lines, listed, names, numbered, span, words_of

SUBJECT = "as-is"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The comparison, where the process of today is described and there is one to be."""
    return (SUBJECT,) if edition.as_is and edition.as_is.stages and edition.stages else ()


def draw(edition: Edition, subject: str) -> Comparison:
    """Both processes, stage by stage."""
    if edition.as_is is None:
        raise KeyError(subject)
    words, today = words_of(edition), edition.as_is
    replaced = {ref for item in today.stages for ref in item.becomes}
    left = tuple(_today(item, edition, words) for item in today.stages)
    right = tuple(_to_be(stage, stage.ref in replaced, edition, words) for stage in edition.stages)
    return Comparison(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["page_today"], name=edition.title),
        description=_description(today, edition.stages, replaced, words),
        language=edition.language,
        captions=(_caption(today, words), words["page_to_be"]),
        left=left,
        right=right,
        edges=tuple(_edges(today, edition.stages)),
        legend=tuple(_legend((*left, *right), words)),
    )


def _caption(today: ProcessToday, words: Words) -> str:
    caption = words["page_today_column"]
    if today.measured is None:
        return caption
    return words["map_measured"].format(caption=caption, date=today.measured.isoformat())


def _today(item: StageToday, edition: Edition, words: Words) -> Node:
    dropped = "" if item.becomes else words["page_given_up"]
    facts = _facts(item.responsible, item.duration, item.conversion, edition)
    return Node(
        ref=item.ref,
        kind=NodeKind.TODAY if item.becomes else NodeKind.GIVEN_UP,
        label=item.title,
        note=lines(dropped, *facts),
        items=item.findings,
        target=item.ref,
    )


def _to_be(stage: Stage, is_replacing: bool, edition: Edition, words: Words) -> Node:
    new = "" if is_replacing else words["page_new"]
    optional = words["optional"] if stage.optional else ""
    facts = _facts(stage.raci.responsible, stage.duration, stage.conversion, edition, optional)
    return Node(
        ref=stage.ref,
        kind=NodeKind.STAGE if is_replacing else NodeKind.NEW,
        label=numbered(stage.number, stage.title),
        note=lines(new, *facts),
        marks=("optional",) if stage.optional else (),
        target=stage.ref,
    )


def _facts(
    roles: tuple[Role, ...],
    duration: Duration | None,
    conversion: Percent | None,
    edition: Edition,
    optional: str = "",
) -> Iterator[str]:
    """Who, and below it how long and how many go on."""
    words = words_of(edition)
    yield names(roles, words)
    go_on = percentage(conversion, edition.language) if conversion else ""
    passed = words["map_go_on"].format(percent=go_on) if go_on else ""
    yield listed((span(duration, words), optional, passed), words)


def _legend(nodes: tuple[Node, ...], words: Words) -> Iterator[LegendEntry]:
    """The meaning of the kinds that occur."""
    entries = (
        (NodeKind.TODAY, "page_today_column"),
        (NodeKind.GIVEN_UP, "page_given_up"),
        (NodeKind.STAGE, "page_to_be"),
        (NodeKind.NEW, "page_new"),
    )
    kinds = {node.kind for node in nodes}
    yield from (LegendEntry(kind, words[key]) for kind, key in entries if kind in kinds)


def _edges(today: ProcessToday, stages: tuple[Stage, ...]) -> Iterator[Edge]:
    known = {stage.ref for stage in stages}
    for item in today.stages:
        yield from (Edge(item.ref, ref) for ref in dict.fromkeys(item.becomes) if ref in known)


def _description(
    today: ProcessToday, stages: tuple[Stage, ...], replaced: set[str], words: Words
) -> str:
    return words["map_as_is_described"].format(
        today=len(today.stages),
        dropped=sum(not item.becomes for item in today.stages),
        to_be=len(stages),
        new=sum(stage.ref not in replaced for stage in stages),
    )


VIEW = View("as-is", subjects, draw, section="as_is")
