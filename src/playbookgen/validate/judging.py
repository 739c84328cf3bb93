"""The rules put to a playbook: findings become problems at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.source import SourceSet
from playbookgen.problems import Problem, Related, Severity
from playbookgen.validate.rules import RULES
from playbookgen.validate.rules.base import NAME, Finding, Rule, Subject
from playbookgen.validate.settings import check_exceptions, excuse, severity_of


def apply_rules(
    sources: SourceSet,
    playbook: PlaybookDefinition,
    workspace: WorkspaceDefinition,
    *,
    today: date | None = None,
) -> list[Problem]:
    """Every rule's findings in one playbook, at their places in its source."""
    subject = Subject(playbook, workspace, sources.library.keys(), today)
    used: set[tuple[str, str]] = set()
    problems = [problem for rule in RULES for problem in _problems(sources, subject, rule, used)]
    sound = not any(problem.code < "PB4" for problem in problems)
    problems += check_exceptions(sources.own, playbook, workspace, used if sound else None)
    return problems


def _problems(
    sources: SourceSet, subject: Subject, rule: Rule, used: set[tuple[str, str]]
) -> Iterator[Problem]:
    severity = severity_of(rule, subject.playbook, subject.workspace)
    if severity is None:
        return
    exceptions = subject.playbook.exceptions.get(rule.code, {}) if rule.quality else {}
    kept = []
    for finding in rule.check(subject):
        item = excuse(finding, exceptions) if exceptions else ""
        if item:
            used.add((rule.code, item))
        else:
            kept.append(finding)
    for finding in _joined(kept):
        yield problem_of(sources, rule, finding, severity)


def _joined(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, those that differ in the name alone as one."""
    together: dict[object, list[Finding]] = {}
    for index, finding in enumerate(findings):
        alike = (finding.path, finding.message) if finding.name else index
        together.setdefault(alike, []).append(finding)
    for group in together.values():
        names = ", ".join(finding.name for finding in group)
        related = tuple(dict.fromkeys(place for finding in group for place in finding.related))
        message = group[0].message
        if names:
            message = message.replace(NAME, names)
        yield replace(group[0], message=message, related=related)


def problem_of(sources: SourceSet, rule: Rule, finding: Finding, severity: Severity) -> Problem:
    """A finding as a problem at its places."""
    related = tuple(
        Related(sources.locate(path, key=True), words) for path, words in finding.related
    )
    return Problem(
        rule.code,
        finding.message,
        sources.locate(finding.path, key=finding.at_key),
        finding.cure,
        severity,
        related,
    )
