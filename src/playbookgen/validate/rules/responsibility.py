"""Rules on who does the work: the letters of RACI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.problems import Severity
from playbookgen.validate.rules.base import Finding, Rule, Subject

MOST_OF_THE_TASKS = Fraction(7, 10)
ROLES_TO_SHARE = 4
TASKS_TO_SHARE = 12


def check_responsible(subject: Subject) -> Iterator[Finding]:
    """Stages for which nobody is responsible."""
    for id_, stage in subject.playbook.stages.items():
        if not stage.responsible:
            yield Finding(
                ("stages", id_),
                f"Nobody is responsible for the stage “{id_}”",
                "Add “responsible:” with the id of a role.",
            )


def check_accountable(subject: Subject) -> Iterator[Finding]:
    """Stages for which no role answers, or more than one."""
    for id_, stage in subject.playbook.stages.items():
        if len(stage.accountable) > 1:
            yield Finding(
                ("stages", id_, "accountable"),
                f"Several roles are accountable for the stage “{id_}”",
                "Leave the one role that answers for the result; consult or inform the others.",
            )
        elif not stage.accountable:
            yield Finding(
                ("stages", id_),
                f"Nobody is accountable for the stage “{id_}”",
                "Add “accountable:” with the one role that answers for the result.",
            )


def check_load(subject: Subject) -> Iterator[Finding]:
    """Roles that do most of all the work, where there are others to share it with."""
    playbook = subject.playbook
    workers = _workers(playbook)
    if len(playbook.roles) < ROLES_TO_SHARE or len(workers) < TASKS_TO_SHARE:
        return
    if not all(stage.tasks and stage.responsible for stage in playbook.stages.values()):
        return  # other rules say what is missing; until it is there, shares tell nothing
    for role, count in Counter(role for each in workers for role in each).items():
        if count > MOST_OF_THE_TASKS * len(workers) and role in playbook.roles:
            path, at_key = subject.place_of("roles", role)
            yield Finding(
                path,
                f"“{role}” does {count} of {len(workers)} tasks, though there are "
                f"{len(playbook.roles)} roles",
                "Give some of the tasks to other roles, or let a system do them.",
                at_key=at_key,
                item=("roles", role),
            )


def _workers(playbook: PlaybookDefinition) -> list[set[str]]:
    """Who does each task that no system does."""
    return [
        set(task.responsible or stage.responsible)
        for stage in playbook.stages.values()
        for task in stage.tasks.values()
        if not task.automated
    ]


RULES = (
    Rule(
        "PB401",
        "Every stage has somebody responsible.",
        check_responsible,
        quality=True,
        why="One of the four principles of a sales process: every stage has a responsible "
        "person. What everybody might do, nobody does.",
        bad="stages:\n  offer:\n    title: Offer\n    accountable: head\n",
        good="stages:\n  offer:\n    title: Offer\n    responsible: rep\n    accountable: head\n",
    ),
    Rule(
        "PB402",
        "Exactly one role is accountable for a stage.",
        check_accountable,
        quality=True,
        why="Several may do the work (R), one answers for the result (A): two who answer wait "
        "for each other, and without one there is nobody to ask why deals stay where they are.",
        bad="stages:\n  offer:\n    responsible: rep\n    accountable: [head, marketing-head]\n",
        good="stages:\n  offer:\n    responsible: rep\n    accountable: head\n"
        "    consulted: marketing-head\n",
    ),
    Rule(
        "PB403",
        "Nobody is overloaded.",
        check_load,
        Severity.WARNING,
        quality=True,
        why="A process in which one role does nearly everything stops when that person is away. "
        "A role is overloaded if it does more than 70 % of the tasks that no system does. The "
        f"rule looks at playbooks with at least {ROLES_TO_SHARE} roles and {TASKS_TO_SHARE} such "
        "tasks; a small team cannot share as much.",
        bad="roles: {rep: …, head: …, assistant: …, engineer: …}\nstages:\n  offer:\n"
        "    responsible: rep\n    tasks:\n      calculate: Calculate\n"
        "      draw-up: Draw up the contract\n",
        good="roles: {rep: …, head: …, assistant: …, engineer: …}\nstages:\n  offer:\n"
        "    responsible: rep\n    tasks:\n"
        "      calculate: {title: Calculate, responsible: engineer}\n"
        "      draw-up: {title: Draw up the contract, responsible: assistant}\n",
    ),
)
