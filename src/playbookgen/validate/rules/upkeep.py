"""Rules on upkeep: reviews in time, meetings with an owner, metrics with a target."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.problems import Severity
from playbookgen.validate.rules.base import Finding, Rule, Subject


def check_review(subject: Subject) -> Iterator[Finding]:
    """A review that was due before the day of the edition."""
    playbook = subject.playbook
    today = subject.today or playbook.as_of
    if playbook.review and today and playbook.review < today:
        yield Finding(
            ("review",),
            f"The review was due before {today.isoformat()}",
            "Look the playbook through, then write the date of the next review.",
            at_key=False,
        )


def check_meetings(subject: Subject) -> Iterator[Finding]:
    """Meetings that nobody calls."""
    for id_, meeting in subject.playbook.meetings.items():
        if not meeting.owner:
            yield Finding(
                ("meetings", id_),
                f"Nobody owns the meeting “{id_}”",
                "Add “owner:” with the role that calls and leads it.",
            )


def check_targets(subject: Subject) -> Iterator[Finding]:
    """Metrics without a value to reach."""
    playbook = subject.playbook
    metrics = [(("metrics", id_), metric) for id_, metric in playbook.metrics.items()]
    for stage_id, stage in playbook.stages.items():
        for id_, metric in stage.metrics.items():
            if not metric.target:
                yield _no_target(("stages", stage_id, "metrics", id_), id_)
    for path, metric in metrics:
        if not metric.target:
            yield _no_target(path, path[1])


def _no_target(path: tuple[str, ...], id_: str) -> Finding:
    return Finding(
        path,
        f"The metric “{id_}” has no target",
        "Add “target:” with the value to reach, agreed with the team.",
    )


RULES = (
    Rule(
        "PB451",
        "No review is overdue.",
        check_review,
        Severity.WARNING,
        quality=True,
        why="Markets, prices and people change; a playbook that nobody looks at again is "
        "followed less each month. The review date is judged by “as_of:”, the day of the edition, "
        "and never by the clock, so that the same files always give the same result; "
        "“playbookgen check --today 2026-03-31” judges by a day of your choice.",
        bad="as_of: 2026-03-31\nreview: 2026-01-31\n",
        good="as_of: 2026-03-31\nreview: 2026-09-30\n",
    ),
    Rule(
        "PB453",
        "Every meeting has an owner.",
        check_meetings,
        quality=True,
        why="A weekly meeting that nobody calls is held twice. The owner calls it, keeps to the "
        "agenda and sees that what was agreed is done.",
        bad="meetings:\n  catch-up: {title: Weekly catch-up, cadence: every Monday}\n",
        good="meetings:\n  catch-up:\n    title: Weekly catch-up\n    cadence: every Monday\n"
        "    owner: head\n",
    ),
    Rule(
        "PB454",
        "Every metric has a target.",
        check_targets,
        quality=True,
        why="A figure without a target tells nobody whether it is good. Targets are set together "
        "with the team, for the short term (tasks done) and the long one (performance).",
        bad="metrics:\n  win-rate: {title: Win rate, unit: '%'}\n",
        good="metrics:\n  win-rate: {title: Win rate, unit: '%', target: '25'}\n",
    ),
)
