"""An edition for one sales type: what holds for others is left out, and the ways lead past it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from playbookgen.model.playbook import Edition, Handover, Process, Stage, Transition


def for_sales_type(edition: Edition, sales_type: str) -> Edition:
    """The edition as it holds for a sales type of it, by its id."""
    chosen = next(item for item in edition.sales_types if item.id == sales_type)
    others = {item.title for item in edition.sales_types} - {chosen.title}
    one = replace(_technologies(edition, sales_type), sales_types=(chosen,))
    if edition.process is None:
        return one
    process = _process(edition.process, _Held(chosen.title, frozenset(others)))
    order = [stage.ref for stage in edition.stages]
    kept = {stage.ref for stage in process.stages}
    return replace(
        one,
        process=process,
        half_processes=tuple(
            replace(half, stages=tuple(ref for ref in half.stages if ref in kept))
            for half in edition.half_processes
        ),
        handovers=tuple(_moved(edition.handovers, order, kept)),
        deal_stages=tuple(
            deal if not deal.stage or deal.stage in kept else replace(deal, stage="")
            for deal in edition.deal_stages
        ),
    )


class _Held(NamedTuple):
    """The name of the sales type that is kept, and those of the others."""

    chosen: str
    others: frozenset[str]

    def holds(self, variants: Collection[str]) -> bool:
        """Whether the sales types among the named variants, if there are any, hold the chosen."""
        return self.chosen in variants or self.others.isdisjoint(variants)

    def rest(self, variants: Collection[str]) -> tuple[str, ...]:
        """The variants that still have to be told: those of other axes."""
        return tuple(name for name in variants if name not in {self.chosen, *self.others})


def _technologies(edition: Edition, sales_type: str) -> Edition:
    kept = [
        item
        for item in edition.technologies
        if not item.sales_types or sales_type in item.sales_types
    ]
    return replace(edition, technologies=tuple(kept))


def _process(process: Process, only: _Held) -> Process:
    """The process without the stages and tasks that do not hold; it never loses all stages."""
    held = [stage for stage in process.stages if only.holds(stage.holds_for)] or list(
        process.stages
    )
    kept = {stage.ref for stage in held}
    gone = [stage.ref for stage in process.stages if stage.ref not in kept]
    order = [stage.ref for stage in process.stages]
    after = order[order.index(process.start) :]
    return replace(
        process,
        stages=tuple(_stage(stage, only) for stage in held),
        start=next((ref for ref in after if ref in kept), held[0].ref),
        transitions=past(process.transitions, gone),
    )


def _stage(stage: Stage, only: _Held) -> Stage:
    tasks = tuple(
        replace(task, holds_for=only.rest(task.holds_for))
        for task in stage.tasks
        if only.holds(task.holds_for)
    )
    kept = {task.ref for task in tasks}
    gone = [task.ref for task in stage.tasks if task.ref not in kept]
    return replace(
        stage,
        tasks=tasks,
        task_flow=past(stage.task_flow, gone),
        holds_for=only.rest(stage.holds_for),
    )


def past(ways: Iterable[Transition], gone: Iterable[str]) -> tuple[Transition, ...]:
    """The ways without these steps: what led to one leads on to where it led."""
    left = list(ways)
    for step in gone:
        onward = [way for way in left if way.source == step and way.target != step]
        left = [
            found
            for way in left
            if way.source != step
            for found in ([way] if way.target != step else _joined(way, onward))
        ]
    merged: dict[tuple[str, str], Transition] = {}
    for way in left:
        ends = (way.source, way.target)
        merged[ends] = _either(merged[ends], way) if ends in merged else way
    return tuple(merged.values())


def _either(one: Transition, other: Transition) -> Transition:
    """One way that is taken on the condition of either."""
    said = dict.fromkeys((one.condition, other.condition))
    return replace(one, condition="" if "" in said else " / ".join(said))


def _joined(way: Transition, onward: Sequence[Transition]) -> Iterable[Transition]:
    """A way and each way onward from its end, as one; nothing leads back to where it began."""
    for following in onward:
        if following.target != way.source:
            said = dict.fromkeys(text for text in (way.condition, following.condition) if text)
            yield Transition(
                way.source, following.target, ", ".join(said), way.is_loop or following.is_loop
            )


def _moved(
    handovers: Iterable[Handover], order: Sequence[str], kept: Collection[str]
) -> Iterable[Handover]:
    """The handovers at the stages that are left on either side of each."""
    for item in handovers:
        before = [ref for ref in order[: order.index(item.from_stage) + 1] if ref in kept]
        after = [ref for ref in order[order.index(item.to_stage) :] if ref in kept]
        if before and after:
            way_back = item.way_back if item.way_back in kept else ""
            yield replace(item, from_stage=before[-1], to_stage=after[0], way_back=way_back)
