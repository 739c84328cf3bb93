"""Source documents to definitions: the schema, then the rules."""

from __future__ import annotations

from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.source import SourceSet
from playbookgen.problems import Problem, Related, Severity
from playbookgen.validate.json_schema import json_schema
from playbookgen.validate.rules import RULES
from playbookgen.validate.rules.base import Finding, Rule, Subject
from playbookgen.validate.schema import (
    Validated,
    validate_library,
    validate_playbook,
    validate_workspace,
)
from playbookgen.validate.suggest import did_you_mean

__all__ = [
    "Validated",
    "apply_rules",
    "did_you_mean",
    "json_schema",
    "validate_library",
    "validate_playbook",
    "validate_workspace",
]


def apply_rules(
    sources: SourceSet, playbook: PlaybookDefinition, workspace: WorkspaceDefinition
) -> list[Problem]:
    """Every rule's findings in one playbook, at their places in its source."""
    subject = Subject(playbook, workspace)
    return [
        _problem(sources, rule, finding, draft=playbook.status == "draft")
        for rule in RULES
        for finding in rule.check(subject)
    ]


def _problem(sources: SourceSet, rule: Rule, finding: Finding, *, draft: bool) -> Problem:
    related = tuple(
        Related(sources.locate(path, key=True), words) for path, words in finding.related
    )
    return Problem(
        rule.code,
        finding.message,
        sources.locate(finding.path, key=finding.at_key),
        finding.cure,
        Severity.WARNING if rule.quality and draft else rule.severity,
        related,
    )
