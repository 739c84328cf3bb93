"""What a rule is: a code, what it asks for and why, and a check that yields findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from playbookgen.model.definition import PlaybookDefinition, Stage, WorkspaceDefinition
from playbookgen.model.flow import Way, final_outcome, stage_ways
from playbookgen.model.source import KeyPath
from playbookgen.problems import Severity

NAME = "{name}"


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
    name: str = ""
    """What stands for {name} in the message; findings that differ in it alone become one."""
    item: KeyPath = ()
    """What an exception names, where that is not the path."""


@dataclass(frozen=True)
class Subject:
    """What rules look at: one playbook, and the workspace that it stands in."""

    playbook: PlaybookDefinition
    workspace: WorkspaceDefinition
    library: Collection[tuple[str, str]] = frozenset()
    """The section and id of each item that comes from the library."""
    today: date | None = None
    """The day on which reviews are judged; that of the playbook's edition if left out."""

    @cached_property
    def position(self) -> dict[str, int]:
        """The places of the stages in their order."""
        return {id_: index for index, id_ in enumerate(self.playbook.stages)}

    @cached_property
    def ways(self) -> list[Way]:
        """Every way between stages and to the ends, the unwritten ones included."""
        return stage_ways(self.playbook) if self.playbook.stages else []

    def leads_ahead(self, way: Way) -> bool:
        """Whether a way leads to a later stage; ways to an end or to an unknown id do not."""
        target = self.position.get(way.target, -1)
        return target > self.position[way.source] and not way.condition.loop

    @cached_property
    def winning_stages(self) -> list[str]:
        """The stages from which a way leads to a won outcome, in order."""
        won = {id_ for id_, outcome in self.playbook.outcomes.items() if outcome.kind == "won"}
        won = won or {final_outcome(self.playbook)}
        return list(dict.fromkeys(way.source for way in self.ways if way.target in won))

    def stages_by_sales_type(self) -> Iterator[tuple[str, dict[str, Stage]]]:
        """The stages that each sales type of the playbook has; all of them where it names none."""
        stages = self.playbook.stages
        if not any(stage.sales_types for stage in stages.values()):
            yield "", stages
            return
        for sales_type in self.playbook.sales_types or ("traditional", "project", "regional"):
            held = {
                id_: stage
                for id_, stage in stages.items()
                if not stage.sales_types or sales_type in stage.sales_types
            }
            yield sales_type, held

    def place_of(self, section: str, id_: str) -> tuple[KeyPath, bool]:
        """Where the playbook brings in an item, and whether that is a key: uses for a library's."""
        if (section, id_) in self.library:
            return ("uses", section, getattr(self.playbook.uses, section).index(id_)), False
        return (section, id_), True


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
    why: str = ""
    """Why it asks for it, from the practice of selling."""
    bad: str = ""
    """A piece of YAML that breaks it."""
    good: str = ""
    """The same piece, mended."""
