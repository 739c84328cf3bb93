"""The buying centre as a board: the customer's decision centres, and who takes part in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Board, BoardColumn, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Edition
from playbookgen.model.practice import BuyingCentre, Centre, Member
from playbookgen.views.grouping import grouped
from playbookgen.views.view import View
from playbookgen.views.wording import Words, words_of

SUBJECT = "buying-centre"
_DECIDERS = frozenset({"decider", "approver"})


def subjects(edition: Edition) -> tuple[str, ...]:
    """The buying centre, where it has decision centres or members."""
    centre = edition.buying_centre
    return (SUBJECT,) if centre and (centre.centres or centre.members) else ()


def draw(edition: Edition, subject: str) -> Board:
    """The board of the buying centre."""
    if edition.buying_centre is None:
        raise KeyError(subject)
    words = words_of(edition)
    columns = tuple(_columns(edition.buying_centre, words))
    return Board(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["page_buying_centre"], name=edition.title),
        description=_description(edition.buying_centre, words),
        language=edition.language,
        columns=columns,
        legend=tuple(_legend(edition.buying_centre, words)),
    )


def member_kind(member: Member) -> NodeKind:
    """Those without whom nothing is decided stand out."""
    return NodeKind.DECIDER if member.part in _DECIDERS else NodeKind.CARD


def _columns(of: BuyingCentre, words: Words) -> Iterator[BoardColumn]:
    by_centre = grouped(of.members, lambda member: member.centre)
    for centre in of.centres:
        head = Node(centre.ref, NodeKind.HEADING, centre.title, target=centre.ref)
        cards = tuple(_card(member, words) for member in by_centre[centre.ref])
        nobody = Node(f"{centre.ref}.nobody", NodeKind.GAP, words["map_nobody"])
        yield BoardColumn(head, tuple(_facts(centre, words)), cards or (nobody,))
    loose = _loose(of)
    if loose:
        title = words["map_no_centre"] if of.centres else words["page_members"]
        head = Node("buying_centre.members", NodeKind.HEADING, title)
        yield BoardColumn(head, cards=tuple(_card(member, words) for member in loose))


def _loose(of: BuyingCentre) -> Sequence[Member]:
    """The members who belong to no decision centre that is shown."""
    centres = {centre.ref for centre in of.centres}
    return [member for member in of.members if member.centre not in centres]


def _facts(centre: Centre, words: Words) -> Iterator[Node]:
    """What it looks for, and what we have for it."""
    if centre.interest:
        title = words["page_interest"]
        yield Node(f"{centre.ref}.interest", NodeKind.FACT, title, note=centre.interest)
    if centre.advantages:
        title = words["page_advantages"]
        yield Node(f"{centre.ref}.advantages", NodeKind.FACT, title, items=centre.advantages)


def _card(member: Member, words: Words) -> Node:
    return Node(
        ref=member.ref,
        kind=member_kind(member),
        label=member.title,
        note=words[f"page_part_{member.part}"],
        items=member.concerns,
        target=member.ref,
    )


def _legend(of: BuyingCentre, words: Words) -> Iterator[LegendEntry]:
    if any(member_kind(member) is NodeKind.DECIDER for member in of.members):
        yield LegendEntry(NodeKind.DECIDER, words["map_decider"])
    if any(member.concerns for member in of.members):
        yield LegendEntry(NodeKind.CARD, words["map_member"])


def _description(of: BuyingCentre, words: Words) -> str:
    return words["map_buying_centre_described"].format(
        centres=len(of.centres),
        members=len(of.members),
        loose=len(_loose(of)),
        deciders=sum(member_kind(member) is NodeKind.DECIDER for member in of.members),
    )


VIEW = View("buying-centre", subjects, draw, section="buying_centre")
