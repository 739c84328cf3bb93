"""The portfolio of a workspace as a board: a column for each client, a card for each playbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.locales import LANGUAGE_NAMES, words_for
from playbookgen.model.diagram import Board, BoardColumn, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import Edition
from playbookgen.views.grouping import grouped
from playbookgen.views.wording import Words, lines
from playbookgen.views.workspace_view import WorkspaceEditions, WorkspaceView

KIND = "portfolio"
DRAFT = "draft"
"""The status of a playbook, and the mark on its card."""
_DOT = "\u00a0· "
"""Between two facts of one line, which breaks after it alone."""


def draw(of: WorkspaceEditions) -> Board:
    """The board of all playbooks of a workspace, in its language."""
    words = words_for(of.language)
    clients = _by_client(of.editions)
    return Board(
        ref=KIND,
        title=words["view_title"].format(kind=words["map_portfolio"], name=of.title),
        description=words["map_portfolio_described"].format(
            clients=len(clients),
            playbooks=len(of.editions),
            drafts=sum(edition.status == DRAFT for edition in of.editions),
        ),
        language=of.language,
        columns=tuple(_column(editions, words) for editions in clients),
        legend=tuple(_legend(of.editions, words)),
    )


def _by_client(editions: Sequence[Edition]) -> list[list[Edition]]:
    """The editions of each client, clients by their names."""
    keys = {(edition.client_title, edition.client) for edition in editions}
    by_client = grouped(editions, lambda edition: edition.client)
    return [
        list(by_client[client])
        for _, client in sorted(keys, key=lambda key: (key[0].casefold(), key[1]))
    ]


def _column(editions: Sequence[Edition], words: Words) -> BoardColumn:
    client = editions[0]
    count = words["map_said"].format(what=words["playbooks"], text=len(editions))
    ref = f"clients.{client.client}"
    return BoardColumn(
        head=Node(ref, NodeKind.HEADING, client.client_title),
        facts=(Node(f"{ref}.count", NodeKind.FACT, count),),
        cards=tuple(_card(edition, words) for edition in editions),
    )


def _card(edition: Edition, words: Words) -> Node:
    return Node(
        ref=edition.ref,
        kind=NodeKind.CARD,
        label=edition.title,
        note=lines(
            _DOT.join(_state(edition, words)),
            _DOT.join(_extent(edition, words)),
            f"{words['review']} {edition.review.isoformat()}" if edition.review else "",
        ),
        marks=(DRAFT,) if edition.status == DRAFT else (),
        target=edition.ref,
    )


def _state(edition: Edition, words: Words) -> Iterator[str]:
    """In which language, which version, and whether it holds."""
    yield LANGUAGE_NAMES.get(edition.language.partition("-")[0], edition.language)
    if edition.version:
        yield words["map_portfolio_version"].format(version=edition.version)
    yield words[f"status_{edition.status}"]


def _extent(edition: Edition, words: Words) -> Iterator[str]:
    """How much is in it."""
    for key, parts in (("stages", edition.stages), ("technologies", edition.technologies)):
        if parts:
            yield words["map_said"].format(what=words[key], text=len(parts))


def _legend(editions: Sequence[Edition], words: Words) -> Iterator[LegendEntry]:
    if any(edition.status == DRAFT for edition in editions):
        yield LegendEntry(NodeKind.CARD, words["map_portfolio_draft"], DRAFT)


VIEW = WorkspaceView(KIND, draw)
