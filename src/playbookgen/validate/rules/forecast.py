"""Rules on figures: probabilities along the way, and durations within the cycle."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from playbookgen.model.definition import PlaybookDefinition, Stage
from playbookgen.model.source import KeyPath
from playbookgen.model.values import Percent
from playbookgen.validate.rules.base import Finding, Rule, Subject

_DAY = 1440


def check_probabilities(subject: Subject) -> Iterator[Finding]:
    """Probabilities that are lower than those of an earlier stage or state."""
    yield from _stages(subject)
    yield from _deal_stages(subject.playbook)


def _stages(subject: Subject) -> Iterator[Finding]:
    """Falls along the forward ways: for each stage the highest probability on a way to it."""
    playbook = subject.playbook
    if not any(stage.probability for stage in playbook.stages.values()):
        return
    forward: dict[str, list[str]] = {}
    for way in subject.ways:
        if subject.leads_ahead(way):
            forward.setdefault(way.source, []).append(way.target)
    before: dict[str, tuple[Fraction, str]] = {}
    for id_, stage in playbook.stages.items():
        here = before.get(id_)
        if stage.probability:
            if here and stage.probability.value < here[0]:
                yield _fall(("stages", id_), stage.probability, ("stages", here[1]))
            here = (stage.probability.value, id_)
        if here:
            for target in forward.get(id_, ()):
                before[target] = max(before.get(target, here), here)


def _deal_stages(playbook: PlaybookDefinition) -> Iterator[Finding]:
    """Falls in the order of the deal stages; a state of 0 % is lost, and stands apart."""
    before: tuple[Percent, str] | None = None
    for id_, deal_stage in playbook.deal_stages.items():
        if deal_stage.probability and deal_stage.probability.value:
            if before and deal_stage.probability.value < before[0].value:
                earlier = ("deal_stages", before[1])
                yield _fall(("deal_stages", id_), deal_stage.probability, earlier)
            before = (deal_stage.probability, id_)


def _fall(path: KeyPath, written: Percent, earlier: KeyPath) -> Finding:
    return Finding(
        (*path, "probability"),
        f"The probability falls to {written} here",
        "Write a probability that is not below the earlier one, or correct that one.",
        at_key=False,
        related=(((*earlier, "probability"), "the earlier one"),),
    )


def check_durations_given(subject: Subject) -> Iterator[Finding]:
    """Stages without a duration where the whole cycle has one."""
    playbook = subject.playbook
    needed = {id_: stage for id_, stage in playbook.stages.items() if _counts(stage)}
    if not playbook.cycle or not needed:
        return
    missing = [id_ for id_, stage in needed.items() if not stage.duration]
    if len(missing) == len(needed):
        yield Finding(
            ("cycle",),
            "The cycle has a duration, but none of the stages has",
            "Add “duration:” to the stages, or remove “cycle:”.",
        )
        return
    for id_ in missing:
        yield Finding(
            ("stages", id_),
            f"Nothing says how long the stage “{id_}” takes, though the cycle has a duration",
            "Add “duration:”, such as 2-4 weeks, or mark the stage as optional.",
        )


def check_cycle(subject: Subject) -> Iterator[Finding]:
    """A cycle that the durations of the stages do not sum to."""
    cycle = subject.playbook.cycle
    if not cycle:
        return
    for sales_type, stages in subject.stages_by_sales_type():
        needed = [stage.duration for stage in stages.values() if _counts(stage)]
        given = [duration for duration in needed if duration]
        least = sum((duration.least for duration in given), Fraction(0))
        most = sum((duration.most for duration in given), Fraction(0))
        if (
            given
            and len(given) == len(needed)
            and not (least <= cycle.most and cycle.least <= most)
        ):
            where = f" in {sales_type} sales" if sales_type else ""
            yield Finding(
                ("cycle",),
                f"The stages that no deal skips sum to {_days(least, most)}{where}, not to {cycle}",
                "Correct the cycle or the durations of the stages.",
                at_key=False,
            )
            return


def _counts(stage: Stage) -> bool:
    """Whether every deal passes the stage."""
    return not stage.optional and not stage.holds_for


def _days(least: Fraction, most: Fraction) -> str:
    unit, size = ("days", _DAY) if most >= _DAY else ("h", 60)
    low, high = (f"{float(minutes / size):.3g}" for minutes in (least, most))
    return f"{low} {unit}" if low == high else f"{low}-{high} {unit}"


RULES = (
    Rule(
        "PB412",
        "Probabilities do not fall along the way.",
        check_probabilities,
        quality=True,
        why="The further a deal has come, the better the customer is known and the likelier it "
        "is won; a forecast weighs each deal by it. A probability that falls on the way forward "
        "is mistyped, or its stage stands in the wrong place. Ways back, and states of 0 % (lost), "
        "do not count.",
        bad="stages:\n  offer: {probability: 60%, …}\n  agreement: {probability: 40%, …}\n",
        good="stages:\n  offer: {probability: 60%, …}\n  agreement: {probability: 80%, …}\n",
    ),
    Rule(
        "PB413",
        "Where the cycle has a duration, every stage has one.",
        check_durations_given,
        quality=True,
        why="A sales cycle is the sum of its stages. If one of them says nothing, neither can a "
        "slow stage be found nor the day of a contract be forecast. Optional stages, and those "
        "for some values of an axis only, need not say it.",
        bad="cycle: 4-8 weeks\nstages:\n  offer: {title: Offer, …}\n"
        "  agreement: {duration: 2 weeks, …}\n",
        good="cycle: 4-8 weeks\nstages:\n  offer: {title: Offer, duration: 2-4 weeks, …}\n"
        "  agreement: {duration: 2 weeks, …}\n",
    ),
    Rule(
        "PB414",
        "The durations of the stages sum to the cycle.",
        check_cycle,
        quality=True,
        why="A declared cycle that its stages cannot sum to is a wish. The rule adds the stages "
        "that no deal skips, for each sales type where they differ; the sum and the cycle, both "
        "perhaps ranges, must overlap. A month counts 30 days.",
        bad="cycle: 2 weeks\nstages:\n  offer: {duration: 2-4 weeks, …}\n"
        "  agreement: {duration: 2 weeks, …}\n",
        good="cycle: 4-6 weeks\nstages:\n  offer: {duration: 2-4 weeks, …}\n"
        "  agreement: {duration: 2 weeks, …}\n",
    ),
)
