"""The reference of the authoring format, made from the model itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

from format_examples import EXAMPLES
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from playbookgen import edit, load
from playbookgen.model import fields
from playbookgen.model.definition import (
    Brand,
    Client,
    Crm,
    CrmObject,
    LibraryDefinition,
    PlaybookDefinition,
    Titled,
    WorkspaceDefinition,
)
from playbookgen.model.fields import Entity, RefersTo, ShortForm
from playbookgen.model.values import Duration, Money, Percent
from playbookgen.validate.annotations import hints, strip

FILES: dict[type[Entity], str] = {
    PlaybookDefinition: "playbook.yaml",
    LibraryDefinition: "A library file",
    WorkspaceDefinition: "playbookgen.yaml",
}
_IN_WORKSPACE = (Brand, Client)
_KINDS = {
    Duration: "[duration](#durations)",
    Percent: "[percentage](#percentages)",
    Money: "[amount](#amounts)",
    int: "[number](#numbers)",
    date: "[date](#dates)",
    bool: "[yes or no](#yes-or-no)",
}
_NOUNS = {
    "stages": "a stage",
    "outcomes": "an outcome",
    "roles": "a role",
    "journey.events": "an event of the journey",
    "metrics": "a metric of the playbook",
    "techniques": "a technique",
    "methodologies": "a methodology",
    "frameworks": "a qualification framework",
    "categories": "a category",
    "principles": "a principle of the methodology",
    "letters": "a letter of the qualification framework",
    "buying_centre.centres": "a decision centre",
    "buying_centre.members": "a member of the buying centre",
    "axes.values": "a sales type or value of an axis",
}
_NAMES: dict[type[Entity], str] = {Titled: "Named item", Crm: "CRM", CrmObject: "CRM object"}
_INTRODUCTION = """\
# The format

What `playbook.yaml`, a file of the library and `playbookgen.yaml` may say. This page is made from
the same model that checks them; an editor that speaks the YAML language server shows it as you
type.

A file is plain YAML in UTF-8, without tags, anchors and merge keys. Everything that has an identity
(a stage, a task, a role) is written below its id, in order; an unknown key is an error.
`playbookgen fmt` brings the keys into the order in which they stand here.

## Values

### Texts

A text is words on one line, or on several below `>-`. Quotes are needed where a text holds a colon
and a space, or begins with a sign that YAML gives a meaning; `playbookgen check` tells where.

### Ids

An id is made of lower-case ASCII letters, digits and single hyphens, and starts with a letter:
`first-call`. An id that refers to something must be declared where the reference leads.

### Colours

`"#0a5c8f"`: three or six hexadecimal digits, in quotes, since `#` begins a comment otherwise.

### Durations

`30 min`, `2 h`, `1 day`, `2-4 weeks`, `6 months`: a number or a span, and a unit.

### Percentages

`40%` or `12.5%`.

### Numbers

`12`: a whole number.

### Amounts

`48000 EUR`, `48 000 EUR` or `99.90 USD`: an amount, and the three letters of its currency.

### Dates

`2026-03-31`.

### Yes or no

`true` or `false`; `yes` and `no` mean the same.

### Short forms

Where a part has a short form, a bare text stands for it: `rep: Sales representative` is
`rep: {title: Sales representative}`. Where a list is expected, a single value stands for the list
that holds it.
"""


def format_reference() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, *(_part(model, title) for model, title in FILES.items()), "## Parts\n"]
    parts += [_part(model, _name(model), level="###") for model in _models()]
    return "\n".join(parts)


def _models() -> list[type[Entity]]:
    """Every class below the files', each once, in the order in which they are met."""
    found: list[type[Entity]] = []
    waiting: list[type[Entity]] = list(FILES)
    while waiting:
        model = waiting.pop(0)
        for key in edit.key_order(model):
            for below in _models_in(hints(model)[key]):
                if below not in found and below not in FILES:
                    found.append(below)
                    waiting.append(below)
    return sorted(found, key=_name)


def _models_in(annotation: Any) -> Iterator[type[Entity]]:
    base, _ = strip(annotation)
    if inspect.isclass(base) and issubclass(base, Entity):
        yield base
    for part in get_args(base):
        if not isinstance(part, str):
            yield from _models_in(part)


def _part(model: type[Entity], title: str, *, level: str = "##") -> str:
    lines = [f"{level} {title}", "", inspect.getdoc(model) or "", ""]
    if issubclass(model, ShortForm) and _is_short_enough(model):
        lines += [f"Short form: a bare text is its `{model.short_key()}`.", ""]
    lines += ["| key | value | what it says |", "| --- | --- | --- |"]
    for key in edit.key_order(model):
        field = model.model_fields[key]
        value = _words(hints(model)[key])
        lines.append(f"| `{key}` | {value}{_presence(field)} | {_cell(field.description or '')} |")
    return "\n".join([*lines, "", "```yaml", *_example(model).splitlines(), "```", ""])


def _is_short_enough(model: type[ShortForm]) -> bool:
    """Whether a bare text says all that is required."""
    required = {key for key, field in model.model_fields.items() if field.is_required()}
    return required <= {model.short_key()}


def _words(annotation: Any) -> str:
    """What kind of value an annotation asks for."""
    base, metadata = strip(annotation)
    refers = next((item for item in metadata if isinstance(item, RefersTo)), None)
    if refers:
        words = "id of " + " or ".join(_NOUNS[section] for section in refers.sections)
        return words + "".join(f", or `{extra}`" for extra in refers.extra)
    origin = get_origin(base)
    if origin is dict:
        key, value = get_args(base)
        return f"mapping: {_words(key)} → {_words(value)}"
    if origin is list:
        many = any(getattr(item, "func", None) is fields.one_or_many for item in metadata)
        return (
            f"{_words(get_args(base)[0])}, or a list"
            if many
            else f"list: {_words(get_args(base)[0])}"
        )
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in get_args(base))
    if get_args(base):
        return " or ".join(_words(part) for part in get_args(base))
    return _simple(base, metadata)


def _simple(base: Any, metadata: tuple[Any, ...]) -> str:
    if base in _KINDS:
        return _KINDS[base]
    if inspect.isclass(base) and issubclass(base, Entity):
        return f"[{_name(base)}](#{_name(base).lower().replace(' ', '-')})"
    if any(item in metadata for item in get_args(fields.Slug)[1:2]):
        return "[id](#ids)"
    if any(item in metadata for item in get_args(fields.Language)[1:2]):
        return "language, such as `en`"
    if any(item in metadata for item in get_args(fields.Colour)[1:2]):
        return "[colour](#colours)"
    return "[text](#texts)"


def _presence(field: FieldInfo) -> str:
    if field.is_required():
        return ", **required**"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, bool):
        return f"; `{str(default).lower()}` if left out"
    return f"; `{default}` if left out" if isinstance(default, str) else ""


def _example(model: type[Entity]) -> str:
    """The part's example; a mistake in it is an error of ours."""
    text = EXAMPLES[model.__name__]
    document = load.parse_document(text.encode(), shown="example").document
    if document is None:
        raise ValueError(f"the example of {model.__name__} does not load")
    root: type[Entity] = WorkspaceDefinition if model in _IN_WORKSPACE else PlaybookDefinition
    root = model if model in FILES else root
    for key, value in document.data.items():
        TypeAdapter(hints(root)[key]).validate_python(value)
    return text


def _name(model: type[Entity]) -> str:
    if model in _NAMES:
        return _NAMES[model]
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in model.__name__)
    return words.strip().capitalize()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
