"""The heads of rows that maps of technologies share, and the categories they stand under."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.model.diagram import Node, NodeKind
from playbookgen.model.playbook import Edition, Named, Technology
from playbookgen.views.wording import Words, lines


def categories_of(edition: Edition) -> Iterator[Named]:
    """The categories; one without a name for technologies that are in none."""
    yield from edition.categories
    known = {category.ref for category in edition.categories}
    for ref in dict.fromkeys(it.category for it in edition.technologies):
        if ref not in known:
            yield Named(ref, "")


def technology_head(technology: Technology, words: Words) -> Node:
    """A technology with its owner, and what is to be learned by it."""
    owner = technology.owner and words["map_said"].format(
        what=words["owner"], text=technology.owner
    )
    return Node(
        ref=technology.ref,
        kind=NodeKind.HEADING,
        label=technology.title,
        note=lines(owner),
        items=technology.information_goals,
        target=technology.ref,
    )
