"""Load, validate, resolve: a workspace with all problems of all its playbooks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playbookgen import load, resolve, validate
from playbookgen.model.definition import WorkspaceDefinition
from playbookgen.model.playbook import Edition
from playbookgen.model.source import SourceDocument
from playbookgen.problems import (
    ExitCode,
    PlaybookgenError,
    Problem,
    RefusedError,
    Severity,
    sort_problems,
)

Say = Callable[[str], None]


def silent(_text: str) -> None:
    """Says nothing."""


@dataclass(frozen=True, slots=True)
class CheckedPlaybook:
    """One playbook as far as it got: its edition only if it has no errors."""

    id: str
    problems: tuple[Problem, ...]
    edition: Edition | None = None
    client: str = ""
    """As written; empty where even that could not be read."""
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A workspace with all problems of all its playbooks."""

    root: Path
    workspace: WorkspaceDefinition
    playbooks: tuple[CheckedPlaybook, ...]
    problems: tuple[Problem, ...]
    refused: bool = False

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of the playbooks without errors."""
        return tuple(item.edition for item in self.playbooks if item.edition)

    @property
    def exit_code(self) -> ExitCode:
        """0; 1 if there is an error; 3 if a file was refused."""
        if self.refused:
            return ExitCode.REFUSED
        return ExitCode.FINDINGS if has_errors(self.problems) else ExitCode.OK


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether one of them is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def check(start: Path, *, say: Say = silent) -> Checked:
    """The workspace at or above `start`, checked. Raises if its own file cannot be used."""
    found = load.find_workspace(start)
    workspace = _settings(found)
    refused = found.refused
    playbooks = []
    for file in found.playbooks:
        say(f"Checking {file.id}")
        loaded = load.load_document(file.path, shown=file.shown)
        refused |= loaded.refused
        playbooks.append(_playbook(file, loaded, workspace))
    problems = [*found.problems, *(item for one in playbooks for item in one.problems)]
    return Checked(found.root, workspace, tuple(playbooks), tuple(sort_problems(problems)), refused)


def _settings(found: load.Workspace) -> WorkspaceDefinition:
    """The workspace's own definition; nothing else can be judged without it."""
    document = found.settings.document
    if document is None:
        failure = RefusedError if found.settings.refused else PlaybookgenError
        raise failure(*found.settings.problems)
    validated = validate.validate_workspace(document)
    problems = [*found.settings.problems, *validated.problems]
    if has_errors(problems):
        raise PlaybookgenError(*sort_problems(problems))
    definition: WorkspaceDefinition = validated.definition
    return definition


def _playbook(
    file: load.PlaybookFile, loaded: load.LoadResult, workspace: WorkspaceDefinition
) -> CheckedPlaybook:
    if loaded.document is None:
        seen = load.glimpse(file.path, ("client", "audience"))
        audience = seen.get("audience", "internal")
        return CheckedPlaybook(file.id, loaded.problems, None, seen.get("client", ""), audience)
    document = loaded.document
    client = _written(document, "client")
    audience = _written(document, "audience") or "internal"
    validated = validate.validate_playbook(document)
    if validated.definition is None:
        problems = (*loaded.problems, *validated.problems)
        return CheckedPlaybook(file.id, problems, None, client, audience)
    found = validate.apply_rules(document, validated.definition, workspace)
    problems = (*loaded.problems, *found)
    edition = None if has_errors(problems) else resolve.edition_of(file.id, validated.definition)
    return CheckedPlaybook(file.id, problems, edition, client, audience)


def _written(document: SourceDocument, key: str) -> str:
    value = document.data.get(key)
    return value if isinstance(value, str) else ""
