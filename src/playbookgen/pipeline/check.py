"""Load, validate, resolve: a workspace with all problems of all its playbooks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from playbookgen import load, resolve, validate
from playbookgen.model.definition import WorkspaceDefinition
from playbookgen.model.playbook import Edition
from playbookgen.model.source import SourceDocument, SourceSet
from playbookgen.pipeline.brands import Brands, brands_of
from playbookgen.problems import (
    ExitCode,
    PlaybookgenError,
    Problem,
    RefusedError,
    Severity,
    sort_problems,
)
from playbookgen.resolve.library import Composed

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
    composed: Composed | None = None
    """Its definition with where it was written, if the schema finds nothing wrong."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A workspace with all problems of all its playbooks."""

    root: Path
    workspace: WorkspaceDefinition
    playbooks: tuple[CheckedPlaybook, ...]
    problems: tuple[Problem, ...]
    refused: bool = False
    fonts: load.NamedFonts = field(default_factory=load.NamedFonts)
    """The font files that the workspace names, and what is wrong with them."""
    brands: Brands = field(default_factory=Brands)
    """The pictures of its brands, and what is wrong with them."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions of the playbooks without errors."""
        return tuple(item.edition for item in self.playbooks if item.edition)

    @property
    def sources(self) -> dict[str, SourceSet]:
        """Where each playbook is written, by its id, as far as the schema finds nothing wrong."""
        return {item.id: item.composed.sources for item in self.playbooks if item.composed}

    @property
    def exit_code(self) -> ExitCode:
        """0; 1 if there is an error; 3 if a file was refused."""
        if self.refused:
            return ExitCode.REFUSED
        return ExitCode.FINDINGS if has_errors(self.problems) else ExitCode.OK


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether one of them is more than a warning."""
    return any(problem.severity is Severity.ERROR for problem in problems)


# All that is read stays: to look through it for cycles, again and again, took a third of the time.
@load.collection_paused()
def check(start: Path, *, say: Say = silent, today: date | None = None) -> Checked:
    """The workspace at or above `start`, checked. Raises if its own file cannot be used.

    Reviews are judged by `today`; if it is left out, by the day that each edition states.
    """
    found = load.find_workspace(start)
    settings = _settings(found)
    workspace = settings.workspace
    refused = found.refused
    library = _library(found)
    playbooks = []
    for file in found.playbooks:
        say(f"Checking {file.id}")
        loaded = load.load_document(file.path, shown=file.shown)
        refused |= loaded.refused
        playbooks.append(_playbook(file, loaded, _Surroundings(workspace, library.library, today)))
    problems = [
        *found.problems,
        *settings.problems,
        *library.problems,
        *(item for one in playbooks for item in one.problems),
    ]
    refused |= library.refused
    return Checked(
        found.root,
        workspace,
        tuple(playbooks),
        tuple(sort_problems(problems)),
        refused,
        settings.fonts,
        settings.brands,
    )


class _Surroundings(NamedTuple):
    """What a playbook stands in."""

    workspace: WorkspaceDefinition
    library: resolve.Library
    today: date | None


class _ReadLibrary(NamedTuple):
    library: resolve.Library
    problems: tuple[Problem, ...]
    refused: bool


def _library(found: load.Workspace) -> _ReadLibrary:
    """What the workspace's library files hold; a file with errors is left out, and said so."""
    files = []
    problems: list[Problem] = []
    refused = False
    for file in found.library:
        loaded = load.load_document(file.path, shown=file.shown)
        problems += loaded.problems
        refused |= loaded.refused
        if loaded.document is not None:
            validated = validate.validate_library(loaded.document)
            problems += validated.problems
            if validated.definition is not None:
                files.append((loaded.document, validated.definition))
    library, twice = resolve.library_of(files)
    return _ReadLibrary(library, (*problems, *twice), refused)


class _Settings(NamedTuple):
    """What the workspace's own file says, and the files that it names."""

    workspace: WorkspaceDefinition
    problems: tuple[Problem, ...]
    fonts: load.NamedFonts
    brands: Brands


def _settings(found: load.Workspace) -> _Settings:
    """The workspace's own definition, without which nothing can be judged."""
    document = found.settings.document
    if document is None:
        failure = RefusedError if found.settings.refused else PlaybookgenError
        raise failure(*found.settings.problems)
    validated = validate.validate_workspace(document)
    problems = [*found.settings.problems, *validated.problems]
    if has_errors(problems):
        raise PlaybookgenError(*sort_problems(problems))
    definition: WorkspaceDefinition = validated.definition
    if looks := validate.check_looks(document, definition):
        raise PlaybookgenError(*looks)
    fonts = load.named_fonts(found.root, definition.fonts, document)
    weighed = validate.check_workspace_rules(document, definition)
    brands = brands_of(found.root, definition, document)
    problems = [*weighed, *fonts.problems, *brands.problems]
    return _Settings(definition, tuple(problems), fonts, brands)


def _playbook(
    file: load.PlaybookFile, loaded: load.LoadResult, around: _Surroundings
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
        ids = _ids_beside(document, around)
        problems = (*loaded.problems, *validated.problems, *ids)
        return CheckedPlaybook(file.id, problems, None, client, audience)
    composed = resolve.with_library(document, validated.definition, around.library)
    found = validate.apply_rules(
        composed.sources, composed.definition, around.workspace, today=around.today
    )
    problems = (*loaded.problems, *composed.problems, *found)
    named = around.workspace.clients.get(client)
    edition = (
        None
        if has_errors(problems)
        else resolve.edition_of(
            file.id, composed.definition, client_title=named.title if named else client
        )
    )
    return CheckedPlaybook(file.id, problems, edition, client, audience, composed)


def _ids_beside(document: SourceDocument, around: _Surroundings) -> tuple[Problem, ...]:
    """The ids that lead nowhere in a definition that the schema refuses for something else."""
    salvaged = validate.salvage(document)
    if salvaged is None:
        return ()
    composed = resolve.with_library(document, salvaged.definition, around.library)
    whole = replace(salvaged, definition=composed.definition)
    found = validate.check_salvaged(composed.sources, whole, around.workspace)
    return (*composed.problems, *found)


def _written(document: SourceDocument, key: str) -> str:
    value = document.data.get(key)
    return value if isinstance(value, str) else ""
