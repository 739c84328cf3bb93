"""What a rule is: a code, what it asks for, and a check that yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.source import KeyPath
from playbookgen.problems import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found: where in the definition, what, and the cure."""

    path: KeyPath
    message: str
    cure: str
    at_key: bool = True
    """Whether the key at the path is meant, not its value."""
    related: tuple[tuple[KeyPath, str], ...] = ()
    """Other places that the finding speaks of, each with a few words."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: one playbook, and the workspace that it stands in."""

    playbook: PlaybookDefinition
    workspace: WorkspaceDefinition


Check = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the registry."""

    code: str
    """Stable: never given to another rule."""
    title: str
    """What the rule asks for, in a sentence."""
    check: Check
    severity: Severity = Severity.ERROR
    quality: bool = False
    """Whether it judges quality: its findings are warnings while a playbook is a draft."""
