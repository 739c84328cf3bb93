"""New playbooks and items: a commented stub at the right place of the right file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playbookgen import edit, load, validate
from playbookgen.locales import LANGUAGE_NAMES
from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.source import SourceDocument
from playbookgen.model.values import parse_slug
from playbookgen.pipeline.check import has_errors
from playbookgen.pipeline.named import playbook_named
from playbookgen.problems import (
    Location,
    OutputError,
    PlaybookgenError,
    Problem,
    UsageError,
    printable,
)

BAD_ID = "PB806"
TAKEN = "PB707"
UNKNOWN_NEIGHBOUR = "PB807"
NO_PLACE = "PB706"
SECTION_BY_KIND = {"stage": "stages", "technology": "technologies", "role": "roles"}
SCHEMA = "playbook.schema.json"


@dataclass(frozen=True, slots=True)
class Added:
    """What was written where."""

    shown: str
    line: int
    hint: str = ""
    """What is still to be done elsewhere for it to count."""


def new_playbook(start: Path, id_: str, *, title: str = "", client: str = "") -> Added:
    """Writes a playbook of one stage to a folder of its own; raises if there is one."""
    id_ = _id(id_)
    found = load.find_workspace(start)
    settings = found.settings.document
    if settings is None or found.folder is None:
        raise PlaybookgenError(*found.problems)
    folder = found.folder / id_
    if id_ == "library" or folder.exists() or folder.is_symlink():
        raise _taken(f"There is a folder “{id_}” already", folder.relative_to(found.root))
    text = edit.playbook_stub(
        title=_title(title, id_),
        client=_client(settings, client),
        language=_language(settings),
        schema=f"../{SCHEMA}" if (found.folder / SCHEMA).is_file() else "",
    )
    name = (folder / "playbook.yaml").relative_to(found.root).as_posix()
    edit.write_new_files(found.root, {name: text})
    return Added(name, 1)


def new_item(
    start: Path, kind: str, playbook: str, id_: str, *, title: str = "", after: str = ""
) -> Added:
    """Adds a stage, technology or role to a playbook; everything else stays byte for byte."""
    id_ = _id(id_)
    file = _file(load.find_workspace(start), playbook)
    before = _read(file)
    text = before.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    document = _document(text.replace("\r\n", "\n"), file.shown)
    section = SECTION_BY_KIND[kind]
    _check_ids(document, section, id_, after)
    stub = edit.stub(kind, title=_title(title, id_), role=_first_id(document, "roles"))
    try:
        order = edit.key_order(PlaybookDefinition)
        written = load.written_form(document)
        result = edit.inserted(written, stub, id_, after=after, order=order)
    except edit.CannotInsert as reason:
        raise _no_place(file.shown, str(reason)) from None
    changed = _document(result, file.shown)
    if not _is_same_but(document, changed, section, id_):
        raise _no_place(file.shown, "something else would change")
    mark = before[:3] if before.startswith(b"\xef\xbb\xbf") else b""
    after_bytes = mark + result.replace("\n", newline).encode()
    edit.replace_file(file.path, before=before, after=after_bytes)
    line = changed.locate((section, id_), key=True).line
    return Added(file.shown, line, _hint(changed, section, id_))


def _hint(document: SourceDocument, section: str, id_: str) -> str:
    """Where a stage is still to be named, if the one before it states its ways."""
    order = list(document.data[section])
    before = order[order.index(id_) - 1] if order.index(id_) else ""
    stated = document.data.get("transitions")
    if section != "stages" or not isinstance(stated, dict) or before not in stated:
        return ""
    return f"No way leads to it yet: name “{id_}” under transitions, at “{before}”"


def _is_same_but(one: SourceDocument, two: SourceDocument, section: str, id_: str) -> bool:
    """Whether the only difference is the new item, and the schema finds nothing new in it."""
    data = dict(two.data)
    items = dict(data[section])
    items.pop(id_, None)
    data[section] = items
    before = {**one.data, section: one.data.get(section) or {}}
    messages = {problem.message for problem in validate.validate_playbook(one).problems}
    found = validate.validate_playbook(two).problems
    return data == before and all(problem.message in messages for problem in found)


def _id(text: str) -> str:
    try:
        return parse_slug(text)
    except ValueError as error:
        message = f"This is no id: {error}"
        where = Location(printable(text))
        raise UsageError(Problem(BAD_ID, message, where, "Such as first-call.")) from None


def _title(title: str, id_: str) -> str:
    text = title or id_.replace("-", " ").capitalize()
    try:
        edit.as_value(text)
    except ValueError as error:
        message = f"This title cannot be written: {error}"
        where = Location(printable(text))
        raise UsageError(Problem(BAD_ID, message, where, "Give another one.")) from None
    return text


def _file(found: load.Workspace, playbook: str) -> load.PlaybookFile:
    return playbook_named(found.playbooks, playbook, location=Location("playbookgen.yaml"))


def _read(file: load.PlaybookFile) -> bytes:
    loaded = load.load_document(file.path, shown=file.shown)
    if loaded.document is None or has_errors(loaded.problems):
        raise PlaybookgenError(*loaded.problems)
    return load.read_source(file.path)


def _document(text: str, shown: str) -> SourceDocument:
    loaded = load.parse_document(text.encode(), shown=shown)
    if loaded.document is None or has_errors(loaded.problems):
        raise _no_place(shown, "the file would no longer load")
    return loaded.document


def _check_ids(document: SourceDocument, section: str, id_: str, after: str) -> None:
    same = ("stages", "outcomes") if section == "stages" else (section,)
    for name in same:
        if id_ in (document.data.get(name) or {}):
            where = document.locate((name, id_), key=True)
            raise _taken(f"{name} has a “{id_}” already", where)
    known = document.data.get(section) or {}
    if after and after not in known:
        cure = validate.did_you_mean(after, known)
        message = f"{section} has no “{printable(after)}”"
        where = document.locate((section,), key=True)
        raise UsageError(Problem(UNKNOWN_NEIGHBOUR, message, where, cure))


def _first_id(document: SourceDocument, section: str) -> str:
    value = document.data.get(section)
    return next(iter(value), "") if isinstance(value, dict) else ""


def _client(settings: SourceDocument, client: str) -> str:
    owner = settings.data.get("owner")
    first = _first_id(settings, "clients")
    return client or (owner if isinstance(owner, str) and owner else first or "own")


def _language(settings: SourceDocument) -> str:
    language = settings.data.get("language")
    return language if isinstance(language, str) and language in LANGUAGE_NAMES else "en"


def _taken(message: str, where: Location | Path) -> OutputError:
    place = where if isinstance(where, Location) else Location(where.as_posix())
    return OutputError(Problem(TAKEN, message, place, "Give the new one another id."))


def _no_place(shown: str, reason: str) -> OutputError:
    return OutputError(
        Problem(
            NO_PLACE,
            f"This file is left as it is: {reason}",
            Location(shown),
            "Add the item by hand, or lay the file out by playbookgen fmt first.",
        )
    )
