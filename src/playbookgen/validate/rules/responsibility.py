"""Rules on who does the work."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.validate.rules.base import Finding, Rule, Subject


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
    """Stages for which more than one role answers."""
    for id_, stage in subject.playbook.stages.items():
        if len(stage.accountable) > 1:
            yield Finding(
                ("stages", id_, "accountable"),
                f"Several roles are accountable for the stage “{id_}”",
                "Leave the one role that answers for the result; consult or inform the others.",
            )


RULES = (
    Rule("PB401", "Every stage has somebody responsible.", check_responsible),
    Rule("PB402", "At most one role is accountable.", check_accountable, quality=True),
)
