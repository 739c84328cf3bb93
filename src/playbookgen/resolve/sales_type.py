"""An edition for one sales type: what holds for others is left out, and the ways lead past it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from playbookgen.model.playbook import (
    Edition,
    HalfProcess,
    Handover,
    Process,
    ProcessToday,
    Stage,
    Task,
    Technology,
    Transition,
)


def for_sales_type(edition: Edition, sales_type: str) -> Edition:
    """The edition as it holds for a sales type of it, by its id."""
    one = replace(
        edition,
        sales_types=tuple(item for item in edition.sales_types if item.id == sales_type),
        technologies=tuple(item for item in edition.technologies if _holds(item, sales_type)),
    )
    if edition.process is None:
        return one
    process = _process(edition.process, sales_type)
    order = [stage.ref for stage in edition.stages]
    kept = {stage.ref for stage in process.stages}
    return replace(
        one,
        process=process,
        half_processes=tuple(_halves(edition.half_processes, kept)),
        handovers=tuple(_moved(edition.handovers, order, kept)),
        deal_stages=tuple(
            deal if not deal.stage or deal.stage in kept else replace(deal, stage="")
            for deal in edition.deal_stages
        ),
        as_is=_today(edition.as_is, kept) if edition.as_is else None,
    )


def _holds(item: Stage | Task | Technology, sales_type: str) -> bool:
    return not item.sales_types or sales_type in item.sales_types


def _process(process: Process, sales_type: str) -> Process:
    """The process without the stages and tasks that do not hold; it never loses all stages."""
    held = [stage for stage in process.stages if _holds(stage, sales_type)] or list(process.stages)
    kept = {stage.ref for stage in held}
    gone = [stage.ref for stage in process.stages if stage.ref not in kept]
    order = [stage.ref for stage in process.stages]
    after = order[order.index(process.start) :]
    return replace(
        process,
        stages=tuple(_stage(stage, sales_type) for stage in held),
        start=next((ref for ref in after if ref in kept), held[0].ref),
        transitions=past(process.transitions, gone),
    )


def _stage(stage: Stage, sales_type: str) -> Stage:
    tasks = [task for task in stage.tasks if _holds(task, sales_type)]
    kept = {task.ref for task in tasks}
    gone = [task.ref for task in stage.tasks if task.ref not in kept]
    return replace(
        stage,
        tasks=tuple(
            replace(task, sales_types=(), holds_for=_other_variants(task)) for task in tasks
        ),
        task_flow=past(stage.task_flow, gone),
        sales_types=(),
        holds_for=_other_variants(stage),
    )


def _other_variants(item: Stage | Task) -> tuple[str, ...]:
    """The names of the variants that still have to be told: those of other axes."""
    return item.holds_for[len(item.sales_types) :]


def _halves(halves: Iterable[HalfProcess], kept: Collection[str]) -> Iterable[HalfProcess]:
    """The half-processes that still have a stage."""
    for half in halves:
        stages = tuple(ref for ref in half.stages if ref in kept)
        if stages:
            yield replace(half, stages=stages)


def _today(as_is: ProcessToday, kept: Collection[str]) -> ProcessToday:
    """The process of today; what becomes of its stages is among those that are kept."""
    return replace(
        as_is,
        stages=tuple(
            replace(item, becomes=tuple(ref for ref in item.becomes if ref in kept))
            for item in as_is.stages
        ),
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
    """The handovers at the stages that are left on either side; none where that is one stage."""
    for item in handovers:
        before = [ref for ref in order[: order.index(item.from_stage) + 1] if ref in kept]
        after = [ref for ref in order[order.index(item.to_stage) :] if ref in kept]
        if before and after and before[-1] != after[0]:
            way_back = item.way_back if item.way_back in kept else ""
            yield replace(item, from_stage=before[-1], to_stage=after[0], way_back=way_back)
