"""Technologies by category against the stages they serve, for each sales type; gaps show.

A catalogue without a process shows them against the sales types instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbookgen.model.diagram import Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Edition, Named, Stage, Technology
from playbookgen.views.catalogue_map import SUBJECT, catalogue_map
from playbookgen.views.grouping import grouped
from playbookgen.views.stage_columns import missing, runs, stage_heads, stage_numbers
from playbookgen.views.technology_heads import categories_of, technology_head
from playbookgen.views.view import View
from playbookgen.views.wording import Words, listed, words_of


def subjects(edition: Edition) -> tuple[str, ...]:
    """One for each sales type; one alone where there are none, or no stages."""
    if not edition.technologies or not (edition.stages or edition.sales_types):
        return ()
    if not (edition.stages and edition.sales_types):
        return (SUBJECT,)
    return tuple(f"{SUBJECT}.{sales_type.id}" for sales_type in edition.sales_types)


def draw(edition: Edition, subject: str) -> Matrix:
    """The technology map of a sales type, or of the whole catalogue."""
    if subject not in subjects(edition):
        raise KeyError(subject)
    if not edition.stages:
        return catalogue_map(edition)
    id_ = subject.partition(".")[2]
    return _Map(edition, next((it for it in edition.sales_types if it.id == id_), None)).matrix()


class _Map:
    """The technologies and stages of one sales type, or all of them."""

    def __init__(self, edition: Edition, sales_type: Named | None) -> None:
        self.edition = edition
        self.sales_type = sales_type
        self.words = words_of(edition)
        self.stages = tuple(filter(self._holds, edition.stages))
        self.technologies = tuple(filter(self._holds, edition.technologies))
        self.by_category = grouped(self.technologies, lambda technology: technology.category)

    def _holds(self, item: Stage | Technology) -> bool:
        """Whether something holds for the sales type."""
        limits = item.sales_types
        return not limits or self.sales_type is None or self.sales_type.id in limits

    def matrix(self) -> Matrix:
        """The matrix of stages and technologies."""
        rows = tuple(
            row for category in categories_of(self.edition) for row in self._rows(category)
        )
        kinds = {node.kind for row in rows for cell in row.cells for node in cell.nodes}
        name = self.sales_type.title if self.sales_type else self.edition.title
        ref = f"{SUBJECT}.{self.sales_type.id}" if self.sales_type else SUBJECT
        return Matrix(
            ref=ref,
            title=self.words["view_title"].format(kind=self.words["map_technologies"], name=name),
            description=self.words["map_technologies_described"].format(
                technologies=len(self.technologies),
                stages=len(self.stages),
                gaps=_gaps(rows),
            ),
            language=self.edition.language,
            columns=stage_heads(self.stages),
            rows=rows,
            shorts=stage_numbers(self.stages),
            corner=self.words["technology"],
            legend=tuple(_legend(kinds, self.words)),
        )

    def _rows(self, category: Named) -> Iterator[Row]:
        """The technologies of a category, and the stages that none of them serves."""
        own = self.by_category[category.ref]
        for technology in own:
            yield Row(
                technology_head(technology, self.words),
                tuple(self._cells(technology)),
                category.title,
            )
        served = {ref for technology in own for ref in technology.stages}
        unserved = [stage for stage in self.stages if stage.ref not in served]
        if unserved and not _needs_no_stage(own):
            yield self._gap_row(category, own, unserved)

    def _cells(self, technology: Technology) -> Iterator[Cell]:
        serves = list(runs(self.stages, frozenset(technology.stages)))
        for run in serves:
            where = listed((stage.title for stage in run), self.words)
            spoken = self.words["map_said"].format(what=technology.title, text=where)
            ref = f"{technology.ref}.{run[0].id}"
            node = Node(ref, NodeKind.TECHNOLOGY, "", target=technology.ref, spoken=spoken)
            yield Cell(tuple(stage.ref for stage in run), (node,))
        if not serves and self.stages:
            yield self._reason(technology)

    def _reason(self, technology: Technology) -> Cell:
        """Why it serves no stage, across all of them."""
        ref = f"{technology.ref}.no-stage"
        node = Node(ref, NodeKind.ORPHAN, self.words["map_serves_none"])
        if technology.no_stage:
            node = Node(ref, NodeKind.FACT, "", note=technology.no_stage)
        spoken = self.words["map_said"].format(
            what=technology.title, text=technology.no_stage or self.words["map_serves_none"]
        )
        node = Node(ref, node.kind, node.label, note=node.note, spoken=spoken)
        return Cell(tuple(stage.ref for stage in self.stages), (node,))

    def _gap_row(
        self, category: Named, own: Sequence[Technology], unserved: Sequence[Stage]
    ) -> Row:
        ref = f"{category.ref}.gaps"
        said = self.words["map_no_technology"]
        label = self.words["map_gap"] if own else said
        refs = {stage.ref for stage in unserved}
        cells = tuple(
            missing(ref, run, NodeKind.GAP, label, f"{category.title}, {said}", self.words)
            for run in runs(self.stages, refs)
        )
        return Row(Node(ref, NodeKind.FACT, self.words["map_gaps"]), cells, category.title)


def _needs_no_stage(technologies: Sequence[Technology]) -> bool:
    """Whether all say why they serve no stage, so that none is expected to."""
    return bool(technologies) and all(it.no_stage for it in technologies)


def _gaps(rows: Sequence[Row]) -> int:
    """How many stages lack a technology of some category."""
    cells = [cell for row in rows for cell in row.cells]
    return sum(len(cell.columns) for cell in cells if cell.nodes[0].kind is NodeKind.GAP)


def _legend(kinds: set[NodeKind], words: Words) -> Iterator[LegendEntry]:
    entries = (
        (NodeKind.TECHNOLOGY, "map_serves"),
        (NodeKind.GAP, "map_gap_meaning"),
    )
    yield from (LegendEntry(kind, words[key]) for kind, key in entries if kind in kinds)


VIEW = View("technologies", subjects, draw, section="technologies")
