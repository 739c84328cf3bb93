"""The process today beside the process to be, with what changes in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbookgen.locales.durations import span
from playbookgen.model.playbook import Edition, Role, Stage
from playbookgen.model.practice import StageToday

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What changes: a word for it, or what was and what comes."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stage of today with the stages that replace it, or a new stage alone."""

    today: StageToday | None
    becomes: tuple[Stage, ...]
    changes: tuple[Change, ...]


def comparison(edition: Edition, words: Words) -> tuple[Pair, ...]:
    """Each stage of today in order; each new stage follows the one that it comes after."""
    if edition.as_is is None:
        return ()
    today = edition.as_is.stages
    replaced = {ref for item in today for ref in item.becomes}
    pairs: list[Pair] = []
    for item in today:
        becomes = tuple(stage for stage in edition.stages if stage.ref in item.becomes)
        pairs.append(Pair(item, becomes, tuple(_changes(item, becomes, today, words))))
    for stage in edition.stages:
        if stage.ref not in replaced:
            new = Pair(None, (stage,), (Change(words["page_new"]),))
            pairs.insert(_place(pairs, stage), new)
    return tuple(pairs)


def _place(pairs: list[Pair], stage: Stage) -> int:
    """Behind the last pair that holds an earlier stage."""
    earlier = [
        place
        for place, pair in enumerate(pairs, start=1)
        if any(other.number < stage.number for other in pair.becomes)
    ]
    return max(earlier, default=0)


def _changes(
    item: StageToday, becomes: tuple[Stage, ...], today: tuple[StageToday, ...], words: Words
) -> Iterator[Change]:
    if not becomes:
        yield Change(words["page_given_up"])
        return
    if len(becomes) > 1:
        yield Change(words["page_becomes_several"].format(count=len(becomes)))
    joined = [other for other in today if other != item and set(other.becomes) & set(item.becomes)]
    if joined:
        others = words["view_list"].join(other.title for other in joined)
        yield Change(words["page_merged"].format(others=others))
    if len(becomes) == 1 and not joined:
        yield from _values(item, becomes[0], words) or [Change(words["page_unchanged"])]


def _values(item: StageToday, stage: Stage, words: Words) -> list[Change]:
    """The values that differ; one that either side leaves out says nothing."""
    pairs = (
        (words["duration"], span(item.duration, words), span(stage.duration, words)),
        (
            words["responsible"],
            _names(item.responsible, words),
            _names(stage.raci.responsible, words),
        ),
        (
            words["page_conversion"],
            str(item.conversion or ""),
            str(stage.conversion or ""),
        ),
    )
    return [
        Change(name, before, after)
        for name, before, after in pairs
        if before and after and before != after
    ]


def _names(roles: tuple[Role, ...], words: Words) -> str:
    return words["view_list"].join(role.title for role in roles)
