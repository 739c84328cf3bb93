"""Rules on technologies: they serve a stage, and have a body for each variant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbookgen.model.definition import SALES_TYPES, PlaybookDefinition, Technology
from playbookgen.validate.rules.base import NAME, Finding, Rule, Subject


def check_served(subject: Subject) -> Iterator[Finding]:
    """Technologies that serve no stage and do not say why."""
    playbook = subject.playbook
    if not playbook.stages:
        return
    for id_, technology in playbook.technologies.items():
        if not technology.stages and not technology.no_stage:
            yield Finding(
                ("technologies", id_),
                f"The technology “{id_}” serves no stage",
                "Name the stages under “stages:”, or say why there is none under “no_stage:”.",
            )


def check_bodies(subject: Subject) -> Iterator[Finding]:
    """Technologies that differ between variants and leave one of them without a body."""
    playbook = subject.playbook
    same_named = _same_named(playbook)
    for id_, technology in playbook.technologies.items():
        for variant in _needed(playbook, technology, shared=id_ in same_named):
            if variant not in technology.bodies:
                yield Finding(
                    ("technologies", id_, "bodies"),
                    f"The technology “{id_}” has no body for {NAME}",
                    "Add what it is there under “bodies:”.",
                    name=f"“{variant}”",
                    item=("technologies", id_),
                )


def _same_named(playbook: PlaybookDefinition) -> set[str]:
    """The ids of technologies whose title another one bears too."""
    by_title: dict[str, list[str]] = {}
    for id_, technology in playbook.technologies.items():
        by_title.setdefault(technology.title.casefold(), []).append(id_)
    return {id_ for ids in by_title.values() if len(ids) > 1 for id_ in ids}


def _needed(playbook: PlaybookDefinition, technology: Technology, *, shared: bool) -> Iterable[str]:
    """The variants for which a technology needs a body."""
    axes = [
        [
            value
            for value in axis.values
            if not _held(axis.values, technology) or value in technology.holds_for
        ]
        for axis in playbook.axes.values()
        if any(value in technology.bodies for value in axis.values)
    ]
    if any(key in SALES_TYPES for key in technology.bodies):
        axes.append(list(technology.sales_types or playbook.sales_types or SALES_TYPES))
    elif not axes and (shared or len(technology.sales_types) > 1):
        axes.append(list(technology.sales_types))
    return [value for values in axes for value in values]


def _held(values: Iterable[str], technology: Technology) -> bool:
    """Whether the technology is for some values of an axis only."""
    return any(value in technology.holds_for for value in values)


RULES = (
    Rule(
        "PB441",
        "Every technology serves a stage, or says why not.",
        check_served,
        quality=True,
        why="A technology is worth its cost if a stage of the process is done better by it. One "
        "that serves no stage (a rotation plan, say) may still be right, but then somebody knows "
        "why. A catalogue without a process is not asked.",
        bad="technologies:\n  client-map:\n    title: Client map\n    category: internal\n",
        good="technologies:\n  client-map:\n    title: Client map\n    category: internal\n"
        "    stages: preparation\n  rotation:\n    title: Rotation\n    category: personnel\n"
        "    no_stage: It develops people, not deals.\n",
    ),
    Rule(
        "PB442",
        "A technology that differs between sales types has a body for each.",
        check_bodies,
        quality=True,
        why="A technology of the same name differs between traditional, project and regional "
        "sales: who copies it from one to the other fails. So a technology that names several "
        "sales types, or bears the name of another one, has a body for each of its sales types; "
        "one whose bodies stand for values of an axis has one for each value.",
        bad="technologies:\n  development-plan:\n    title: Development plan\n"
        "    category: marketing\n    sales_types: [project, regional]\n    bodies:\n"
        "      project: By the customer's decision centres.\n",
        good="technologies:\n  development-plan:\n    title: Development plan\n"
        "    category: marketing\n    sales_types: [project, regional]\n    bodies:\n"
        "      project: By the customer's decision centres.\n"
        "      regional: By the distributors of the region.\n",
    ),
)
