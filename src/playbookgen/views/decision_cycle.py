"""The customer's decision cycle as a board: its steps in order, who takes part, our stage then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Board, BoardColumn, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Edition
from playbookgen.model.practice import DecisionStep
from playbookgen.views.buying_centre import member_kind
from playbookgen.views.view import View
from playbookgen.views.wording import Words, names, numbered, span, words_of

SUBJECT = "decision-cycle"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The decision cycle, where it has steps."""
    return (SUBJECT,) if _steps(edition) else ()


def draw(edition: Edition, subject: str) -> Board:
    """The board of the decision's steps."""
    if not _steps(edition):
        raise KeyError(subject)
    words = words_of(edition)
    columns = tuple(_column(step, edition, words) for step in _steps(edition))
    return Board(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["page_cycle"], name=edition.title),
        description=_description(columns, words),
        language=edition.language,
        columns=columns,
        is_sequence=True,
        legend=tuple(_legend(columns, words)),
    )


def _steps(edition: Edition) -> Sequence[DecisionStep]:
    return edition.buying_centre.cycle if edition.buying_centre else ()


def _column(step: DecisionStep, edition: Edition, words: Words) -> BoardColumn:
    head = Node(step.ref, NodeKind.BUYER_STEP, step.title, target=step.ref)
    facts = tuple(_duration(step, words))
    cards = tuple(_members(step, edition, words))
    nobody = Node(f"{step.ref}.nobody", NodeKind.GAP, words["map_nobody"])
    return BoardColumn(head, facts, cards or (nobody,), (_our_stage(step, edition, words),))


def _duration(step: DecisionStep, words: Words) -> Iterator[Node]:
    if step.duration:
        text = words["map_said"].format(what=words["duration"], text=span(step.duration, words))
        yield Node(f"{step.ref}.duration", NodeKind.FACT, text)


def _members(step: DecisionStep, edition: Edition, words: Words) -> Iterator[Node]:
    """Those who take part in the step, in the order in which it names them."""
    known = edition.buying_centre.members if edition.buying_centre else ()
    members = {member.ref: member for member in known}
    for ref in step.members:
        if ref in members:
            member, part = members[ref], words[f"page_part_{members[ref].part}"]
            own = f"{step.ref}.{member.id}"
            yield Node(own, member_kind(member), member.title, note=part, target=ref)


def _our_stage(step: DecisionStep, edition: Edition, words: Words) -> Node:
    """The stage of ours during which the step happens, or the gap where we have none."""
    stage = next((stage for stage in edition.stages if stage.ref == step.stage), None)
    ref = f"{step.ref}.stage"
    if stage is None:
        return Node(ref, NodeKind.GAP, words["map_no_stage"])
    title = numbered(stage.number, stage.title)
    responsible = names(stage.raci.responsible, words)
    return Node(ref, NodeKind.STAGE, title, note=responsible, target=stage.ref)


def _legend(columns: Sequence[BoardColumn], words: Words) -> Iterator[LegendEntry]:
    nodes = [node for column in columns for node in (*column.cards, *column.foot)]
    kinds = {node.kind for node in nodes}
    entries = (
        (NodeKind.DECIDER, "map_decider"),
        (NodeKind.STAGE, "map_our_stage"),
        (NodeKind.GAP, "gap"),
    )
    yield from (LegendEntry(kind, words[key]) for kind, key in entries if kind in kinds)


def _description(columns: Sequence[BoardColumn], words: Words) -> str:
    feet = [node for column in columns for node in column.foot]
    return words["map_decision_cycle_described"].format(
        steps=len(columns),
        first=columns[0].head.label,
        last=columns[-1].head.label,
        gaps=sum(node.kind is NodeKind.GAP for node in feet),
    )


VIEW = View("decision-cycle", subjects, draw, section="buying_centre")
