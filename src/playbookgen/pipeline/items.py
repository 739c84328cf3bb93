"""Items of a definition by their paths of ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from playbookgen import edit
from playbookgen.model.fields import Entity, ShortForm
from playbookgen.model.source import KeyPath, SourceDocument, SourceList, SourceMap


def dotted(path: Iterable[str | int]) -> str:
    """A path of ids as people write it; places in lists are no ids."""
    return ".".join(step for step in path if isinstance(step, str))


def shown(value: Any) -> str:
    """A value in a line of text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Entity):
        said = (getattr(value, key) for key in edit.key_order(type(value)))
        return " · ".join(shown(each) for each in said if each not in (None, [], {}))
    if isinstance(value, list):
        return "; ".join(shown(each) for each in value)
    return str(value)


def items_of(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of everything with an id, in the order of the definition."""
    if isinstance(value, Entity):
        for key in type(value).model_fields:
            yield from items_of(getattr(value, key), (*path, key))
    elif isinstance(value, dict):
        for id_, item in value.items():
            if isinstance(item, Entity) and path[:1] != ("transitions",) and path[-1] != "next":
                yield (*path, id_)
                yield from items_of(item, (*path, id_))


def matching(paths: Iterable[KeyPath], item: str) -> list[KeyPath]:
    """The paths that the item names: the whole of one, or the ends of some."""
    ends = []
    for path in paths:
        name = dotted(path)
        if name == item:
            return [path]
        if name.endswith(f".{item}"):
            ends.append(path)
    return ends


def item_at(value: Any, path: KeyPath) -> Any:
    """What stands at a path; None if nothing does."""
    for step in path:
        if isinstance(value, Entity):
            value = getattr(value, str(step), None)
        elif isinstance(value, dict | list):
            value = value[step] if isinstance(value, dict) and step in value else None
    return value


def is_written(data: Any, path: KeyPath) -> bool:
    """Whether the data of a file says something at a path."""
    for step in path:
        if isinstance(data, SourceMap) and step in data:
            data = data[str(step)]
        else:
            return False
    return True


def short_key(item: Entity) -> str:
    """The key that a bare text stands for; nothing where there is no short form."""
    return type(item).short_key() if isinstance(item, ShortForm) else ""


def kind_of(item: Any) -> str:
    """What an item is, in words."""
    name = type(item).__name__
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name).strip()


def title_of(item: Any) -> str:
    """What an item is called; nothing if it has no name."""
    for key in ("title", "term", "text"):
        title = getattr(item, key, None)
        if isinstance(title, str):
            return title
    return ""


def reference_names(path: KeyPath) -> set[str]:
    """The names by which references speak of the section that the item stands in."""
    match path[:-1]:
        case (str(section), _, str(inner)) if section in ("axes", "frameworks", "methodologies"):
            return {f"{section}.{inner}", inner}
        case parents:
            return {dotted(parents)}


def span_of(document: SourceDocument, path: KeyPath) -> tuple[int, int]:
    """The first and last line of an item, as far as keys and values begin in them."""
    node: Any = document.data
    first = last = document.locate(path, key=True).line
    for step in path:
        node = node[step]
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, SourceMap | SourceList):
            marks = node.marks.values() if isinstance(node, SourceMap) else node.marks
            last = max([last, *(mark.value_line for mark in marks)])
            waiting += node.values() if isinstance(node, SourceMap) else node
    return first, last
