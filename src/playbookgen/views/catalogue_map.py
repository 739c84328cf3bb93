"""Technologies against sales types: the map of a catalogue without a process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbookgen.model.diagram import Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Edition, Named, Technology
from playbookgen.views.grouping import grouped
from playbookgen.views.technology_heads import categories_of, technology_head
from playbookgen.views.wording import Words, listed, words_of

SUBJECT = "technologies"


def catalogue_map(edition: Edition) -> Matrix:
    """Technologies against sales types, with what each is for a type."""
    words = words_of(edition)
    by_category = grouped(edition.technologies, lambda technology: technology.category)
    return Matrix(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["map_technologies"], name=edition.title),
        description=words["map_catalogue_described"].format(
            technologies=len(edition.technologies), sales_types=len(edition.sales_types)
        ),
        language=edition.language,
        columns=tuple(
            Node(it.ref, NodeKind.HEADING, it.title, target=it.ref) for it in edition.sales_types
        ),
        rows=tuple(
            _use_row(it, category, edition, words)
            for category in categories_of(edition)
            for it in by_category[category.ref]
        ),
        corner=words["technology"],
        legend=(LegendEntry(NodeKind.TECHNOLOGY, words["map_used_for"]),),
    )


def _use_row(technology: Technology, category: Named, edition: Edition, words: Words) -> Row:
    """What is to be learned stands in the cells, unless these differ by sales type."""
    cells = tuple(_uses(technology, edition, words))
    head = technology_head(technology, words)
    if not any(body.sales_type for body in technology.bodies):
        head = replace(head, items=())
    return Row(head, cells, category.title)


def _uses(technology: Technology, edition: Edition, words: Words) -> Iterator[Cell]:
    """A cell for each sales type with a body of its own; one across those that are alike."""
    bodies = {body.sales_type: body.summary for body in technology.bodies}
    limits = technology.sales_types
    alike: list[Named] = []
    for sales_type in edition.sales_types:
        is_used = not limits or sales_type.id in limits
        body = bodies.get(sales_type.id, "") if is_used else ""
        if is_used and not body:
            alike.append(sales_type)
            continue
        if alike:
            yield _use(technology, alike, edition, words)
            alike = []
        if body:
            yield _use(technology, [sales_type], edition, words, body=body)
    if alike:
        yield _use(technology, alike, edition, words)


def _use(
    technology: Technology,
    sales_types: Sequence[Named],
    edition: Edition,
    words: Words,
    *,
    body: str = "",
) -> Cell:
    """What the technology is for one sales type, or for several that are alike."""
    titles = listed((it.title for it in sales_types), words)
    is_all = len(sales_types) == len(edition.sales_types)
    node = Node(
        ref=f"{technology.ref}.{sales_types[0].id}",
        kind=NodeKind.TECHNOLOGY,
        label="",
        note=body or technology.summary,
        items=() if body else technology.information_goals,
        target=technology.ref,
        spoken=words["map_said"].format(what=technology.title, text=titles),
    )
    caption = words["all_sales_types"] if is_all else titles
    return Cell(tuple(it.ref for it in sales_types), (node,), caption=caption)
