"""All that is known about one item: its values, where each was written, who refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbookgen import edit, validate
from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.fields import Entity
from playbookgen.model.flow import stage_ways, task_ways
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.pipeline.check import CheckedPlaybook, check
from playbookgen.pipeline.items import (
    dotted,
    is_written,
    item_at,
    items_of,
    kind_of,
    matching,
    reference_names,
    short_key,
    shown,
    span_of,
    title_of,
)
from playbookgen.pipeline.named import playbook_named
from playbookgen.problems import Location, PlaybookgenError, Problem, UsageError, printable
from playbookgen.resolve.library import Composed
from playbookgen.validate.annotations import references

UNKNOWN_ITEM = "PB808"
SEVERAL_ITEMS = "PB809"
_HERE = Location("playbookgen explain")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an item, and where it comes from."""

    key: str
    text: str
    location: Location | None = None
    """Where it was written; None for what nobody wrote."""
    reason: str = ""
    """Why it holds where it was not written at the item itself."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that refers to an item, or an item inside it."""

    path: str
    title: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class Explained:
    """All that is known about one item of a playbook."""

    playbook: str
    path: str
    kind: str
    title: str
    location: Location | None
    values: tuple[Value, ...]
    unwritten: tuple[str, ...]
    """The keys that it could have and that say nothing."""
    parts: tuple[Mention, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]


def explain(start: Path, item: str, *, playbook: str = "") -> Explained:
    """What is known about an item: a path of ids, or its end where only one item has it."""
    checked = check(start).playbooks
    if playbook:
        checked = (_chosen(checked, playbook),)
    found = [
        (each, path)
        for each in checked
        if each.composed
        for path in matching(items_of(each.composed.definition), item)
    ]
    if len(found) != 1:
        raise _not_one(checked, found, item)
    owner, path = found[0]
    assert owner.composed  # noqa: S101 # only those with a definition were looked through
    return _Explainer(owner, owner.composed).explained(path)


class _Explainer:
    """Explains items of one playbook."""

    def __init__(self, playbook: CheckedPlaybook, composed: Composed) -> None:
        self._playbook = playbook
        self._definition: PlaybookDefinition = composed.definition
        self._sources = composed.sources

    def explained(self, path: KeyPath) -> Explained:
        """What is known about the item at `path`."""
        item = item_at(self._definition, path)
        document = self._document(path)
        keys = edit.key_order(type(item))
        values = [value for key in keys for value in self._values(item, path, key)]
        values += self._ways(path)
        said = {value.key for value in values}
        held = {key for key in keys if isinstance(getattr(item, key), dict | Entity)}
        return Explained(
            playbook=self._playbook.id,
            path=dotted(path),
            kind=kind_of(item),
            title=title_of(item),
            location=document.locate(path, key=True) if document else None,
            values=tuple(values),
            unwritten=tuple(key for key in keys if key not in said and key not in held),
            parts=tuple(self._parts(path)),
            mentions=tuple(self._mentions(path)),
            problems=tuple(self._problems(path, document)),
        )

    def _document(self, path: KeyPath) -> SourceDocument | None:
        """The file that says it; None for what is built in."""
        document = self._sources.own
        if len(path) >= 2:
            document = self._sources.library.get((str(path[0]), str(path[1])), document)
        return document if is_written(document.data, path) else None

    def _values(self, item: Entity, path: KeyPath, key: str) -> Iterator[Value]:
        value = getattr(item, key)
        if isinstance(value, dict | Entity):
            return
        document = self._document((*path, key))
        if document:
            library = "from the library" if document is not self._sources.own else ""
            yield Value(key, shown(value), document.locate((*path, key)), library)
        elif short_key(item) == key and (document := self._document(path)):
            yield Value(key, shown(value), document.locate(path), "written short")
        elif inherited := self._inherited(path, key, value):
            yield inherited
        elif value not in (None, [], ()):
            reason = "the default" if self._document(path) or not path else "built in"
            yield Value(key, shown(value), None, reason)

    def _inherited(self, path: KeyPath, key: str, value: Any) -> Value | None:
        """What the item takes from the one above it, or from the playbook."""
        if value:
            return None
        above: KeyPath = ()
        if key == "responsible" and len(path) == 4 and path[2] == "tasks":
            above = path[:2]
        elif key != "provenance" or not path:
            return None
        inherited = getattr(item_at(self._definition, above), key)
        document = self._document((*above, key))
        if not inherited or not document:
            return None
        reason = f"taken from {dotted(above) or 'the playbook'}"
        return Value(key, shown(inherited), document.locate((*above, key)), reason)

    def _ways(self, path: KeyPath) -> Iterator[Value]:
        """Where a stage or task leads, written or by the order."""
        match path:
            case ("stages", str(id_)):
                ways = stage_ways(self._definition)
                base: KeyPath = ("transitions", id_)
            case ("stages", str(stage), "tasks", str(id_)):
                ways = task_ways(self._definition.stages[stage])
                base = (*path, "next")
            case _:
                return
        for way in ways:
            if way.source == id_:
                where = self._sources.own.locate((*base, way.target)) if way.written else None
                condition = f" ({way.condition.when})" if way.condition.when else ""
                reason = "" if way.written else "the order: no way is written"
                yield Value("leads to", f"{way.target}{condition}", where, reason)

    def _parts(self, path: KeyPath) -> Iterator[Mention]:
        for below in items_of(self._definition):
            if len(below) > len(path) and below[: len(path)] == path:
                item, document = item_at(self._definition, below), self._document(below)
                where = document.locate(below, key=True) if document else None
                yield Mention(dotted(below[len(path) :]), title_of(item), where)

    def _mentions(self, path: KeyPath) -> Iterator[Mention]:
        names = reference_names(path)
        for reference in references(self._definition, PlaybookDefinition):
            if reference.id == path[-1] and names & set(reference.refers_to.sections):
                where = self._sources.locate(reference.path, key=reference.is_key)
                yield Mention(dotted(reference.path), self._title_above(reference.path), where)
        match path:
            case ("stages", str(stage), "tasks", str(id_)):
                for other, task in self._definition.stages[stage].tasks.items():
                    if id_ in (task.next or {}):
                        below = ("stages", stage, "tasks", other, "next", id_)
                        yield Mention(dotted(below), task.title, self._sources.locate(below))
        if len(path) == 2 and path[-1] in getattr(self._definition.uses, str(path[0]), []):
            used = ("uses", path[0])
            yield Mention(dotted(used), "", self._sources.own.locate(used))

    def _title_above(self, path: KeyPath) -> str:
        """The title of the item that a place belongs to."""
        for length in range(len(path), 0, -1):
            title = getattr(item_at(self._definition, path[:length]), "title", None)
            if isinstance(title, str):
                return title
        return ""

    def _problems(self, path: KeyPath, document: SourceDocument | None) -> Iterator[Problem]:
        if document is None:
            return
        first, last = span_of(document, path)
        for problem in self._playbook.problems:
            where = problem.location
            if where.path == document.path and first <= where.line <= last:
                yield problem


def _chosen(playbooks: Iterable[CheckedPlaybook], id_: str) -> CheckedPlaybook:
    playbook = playbook_named(playbooks, id_, location=_HERE)
    if playbook.composed is None:
        raise PlaybookgenError(*playbook.problems)
    return playbook


def _not_one(
    checked: Iterable[CheckedPlaybook], found: list[tuple[CheckedPlaybook, KeyPath]], item: str
) -> UsageError:
    if found:
        names = [f"{playbook.id} {dotted(path)}" for playbook, path in found]
        more = " …" if len(names) > 8 else ""
        cure = "Name the one you mean: " + ", ".join(names[:8]) + more
        return _usage(SEVERAL_ITEMS, f"“{item}” names {len(names)} items", cure)
    paths = [
        path for each in checked if each.composed for path in items_of(each.composed.definition)
    ]
    names = [dotted(path) for path in paths]
    # An id alone is compared with ids; a path with whole paths.
    known = names if "." in item else [str(path[-1]) for path in paths]
    cure = validate.did_you_mean(item, known)
    return _usage(UNKNOWN_ITEM, f"There is no item “{item}”", cure)


def _usage(code: str, message: str, cure: str) -> UsageError:
    return UsageError(Problem(code, printable(message), _HERE, cure))
