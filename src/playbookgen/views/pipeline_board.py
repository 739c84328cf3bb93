"""The pipeline board: deal stages as columns, with targets and what moves a deal on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from playbookgen.locales.figures import count, money, percentage
from playbookgen.model.diagram import Board, BoardColumn, LegendEntry, Node, NodeKind
from playbookgen.model.playbook import DealStage, Edition, Event, Stage
from playbookgen.model.values import Money
from playbookgen.views.influence import OUTSIDE, influence_marks
from playbookgen.views.view import View
from playbookgen.views.wording import Words, names, numbered, words_of

SUBJECT = "pipeline"


def subjects(edition: Edition) -> tuple[str, ...]:
    """The pipeline, where there are deal stages."""
    return (SUBJECT,) if edition.deal_stages else ()


def draw(edition: Edition, subject: str) -> Board:
    """The board of the deal stages, in their order."""
    if not edition.deal_stages:
        raise KeyError(subject)
    drawing = _Drawing(edition, words_of(edition))
    columns = tuple(drawing.column(deal_stage) for deal_stage in edition.deal_stages)
    words = drawing.words
    return Board(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["map_pipeline"], name=edition.title),
        description=_description(edition, words),
        language=edition.language,
        columns=columns,
        is_sequence=True,
        legend=tuple(_legend(columns, words)),
    )


class _Drawing:
    """The columns of one board; what they refer to is looked up once."""

    def __init__(self, edition: Edition, words: Words) -> None:
        self.edition = edition
        self.words = words
        self.events = {event.ref: event for event in _events(edition)}
        self.stages = {stage.ref: stage for stage in edition.stages}
        self.last_by_stage = {item.stage: item.ref for item in edition.deal_stages}
        """The last deal stage of each stage: what ends the stage moves a deal on from there."""
        self.has_targets = _has_targets(edition)

    def column(self, deal_stage: DealStage) -> BoardColumn:
        """A deal stage, its figures, and what belongs to it."""
        head = Node(deal_stage.ref, NodeKind.DEAL_STAGE, deal_stage.title, target=deal_stage.ref)
        facts = tuple(
            Node(f"{deal_stage.ref}.{name}", NodeKind.FACT, text)
            for name, text in self._facts(deal_stage)
        )
        probability = deal_stage.probability
        share = probability.value / 100 if probability else None
        return BoardColumn(head, facts, tuple(self._cards(deal_stage)), share=share)

    def _facts(self, deal_stage: DealStage) -> Iterator[tuple[str, str]]:
        words, language = self.words, self.edition.language
        if deal_stage.probability:
            percent = percentage(deal_stage.probability, language)
            yield "probability", words["map_probability"].format(percent=percent)
        deals, value = deal_stage.target_deals, deal_stage.target_value
        if deals is not None:
            yield "deals", words["map_target_deals"].format(count=count(deals, language))
        if value:
            yield "value", words["map_target_value"].format(amount=money(value, language))
        weighted = _weighted(deal_stage)
        if weighted:
            yield "weighted", words["map_weighted_value"].format(amount=money(weighted, language))
        if deals is None and not value and self.has_targets:
            yield "target", words["map_no_target"]

    def _cards(self, deal_stage: DealStage) -> Iterator[Node]:
        """The event that brings a deal here, our stage, and the buyer's acts that end it."""
        if deal_stage.event in self.events:
            yield _event(deal_stage, self.events[deal_stage.event])
        if deal_stage.stage in self.stages:
            stage = self.stages[deal_stage.stage]
            yield self._stage(deal_stage, stage)
            if deal_stage.ref == self.last_by_stage[stage.ref]:
                yield from self._exit(deal_stage, stage)

    def _stage(self, deal_stage: DealStage, stage: Stage) -> Node:
        return Node(
            ref=f"{deal_stage.ref}.stage",
            kind=NodeKind.STAGE,
            label=numbered(stage.number, stage.title),
            note=names(stage.raci.responsible, self.words),
            target=stage.ref,
        )

    def _exit(self, deal_stage: DealStage, stage: Stage) -> Iterator[Node]:
        acts = tuple(criterion.text for criterion in stage.exit if criterion.by == "buyer")
        if acts:
            ref, title = f"{deal_stage.ref}.exit", self.words["map_moves_on"]
            yield Node(ref, NodeKind.CARD, title, items=acts)


def _event(deal_stage: DealStage, event: Event) -> Node:
    kind = NodeKind.EVENT_OURS if event.ours else NodeKind.EVENT_NONE
    ref = f"{deal_stage.ref}.event"
    marks = influence_marks(event)
    return Node(ref, kind, event.title, note=event.at, marks=marks, target=event.ref)


def _events(edition: Edition) -> tuple[Event, ...]:
    return edition.journey.events if edition.journey else ()


def _has_targets(edition: Edition) -> bool:
    return any(item.target_deals is not None or item.target_value for item in edition.deal_stages)


def _weighted(deal_stage: DealStage) -> Money | None:
    """The target value times the probability; None where either is not stated."""
    value, probability = deal_stage.target_value, deal_stage.probability
    if value is None or probability is None:
        return None
    return Money(value.amount * probability.value / 100, value.currency)


def _legend(columns: tuple[BoardColumn, ...], words: Words) -> Iterator[LegendEntry]:
    kinds = {card.kind for column in columns for card in column.cards}
    entries = (
        (NodeKind.EVENT_OURS, "map_brings", ""),
        (NodeKind.EVENT_NONE, "influence_none", OUTSIDE),
        (NodeKind.STAGE, "map_our_stage", ""),
    )
    for kind, key, mark in entries:
        if kind in kinds:
            yield LegendEntry(kind, words[key], mark)


def _description(edition: Edition, words: Words) -> str:
    stages, language = edition.deal_stages, edition.language
    deals = [item.target_deals for item in stages if item.target_deals is not None]
    nothing = words["map_not_stated"]
    return words["map_pipeline_described"].format(
        stages=len(stages),
        first=stages[0].title,
        last=stages[-1].title,
        deals=count(sum(deals), language) if deals else nothing,
        value=_total([item.target_value for item in stages], language) or nothing,
        weighted=_total(map(_weighted, stages), language) or nothing,
    )


def _total(amounts: Iterable[Money | None], language: str) -> str:
    """The sums, one for each currency; empty where nothing is stated."""
    sums: dict[str, Fraction] = {}
    for amount in amounts:
        if amount:
            sums[amount.currency] = sums.get(amount.currency, Fraction(0)) + amount.amount
    return " + ".join(money(Money(total, currency), language) for currency, total in sums.items())


VIEW = View("pipeline", subjects, draw, section="deal_stages")
