"""Field types of the authoring format: how text in YAML becomes a value, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    WithJsonSchema,
    model_validator,
)

from playbookgen.model import values


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose text is the id of something written in these top-level sections."""

    sections: tuple[str, ...]
    extra: tuple[str, ...] = ()
    """Ids that need no declaration, such as the built-in categories."""


def _from_text(parse: Callable[[str], Any], schema: dict[str, Any]) -> tuple[Any, ...]:
    """The pair of annotations for a value that `parse` reads from text."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            raise ValueError("this is a single value, not a list or mapping")
        return parse(value)

    return BeforeValidator(read), WithJsonSchema(schema)


def one_or_many(value: object) -> object:
    """A single text or mapping stands for the list that holds it."""
    return [value] if isinstance(value, str | dict) else value


# An editor's YAML parser reads 1.10 as a number and yes as a flag; all are text to us.
_ANY_SCALAR = ["string", "number", "boolean"]

_text = _from_text(values.parse_text, {"type": _ANY_SCALAR})
_flag = _from_text(values.parse_flag, {"enum": [True, False, "true", "false", "yes", "no"]})
_duration = _from_text(
    values.parse_duration, {"type": "string", "pattern": values.DURATION_PATTERN}
)
_percent = _from_text(values.parse_percent, {"type": "string", "pattern": values.PERCENT_PATTERN})
_count = _from_text(
    values.parse_count,
    {"type": ["integer", "string"], "minimum": 0, "pattern": values.COUNT_PATTERN},
)
_money = _from_text(values.parse_money, {"type": "string", "pattern": values.MONEY_PATTERN})
_date = _from_text(
    values.parse_date, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}
)
_language = _from_text(
    values.parse_language, {"type": "string", "pattern": values.LANGUAGE_PATTERN}
)

_colour = _from_text(values.parse_colour, {"type": _ANY_SCALAR})

Text = Annotated[str, *_text]
Colour = Annotated[str, *_colour]
Flag = Annotated[bool, *_flag]
Duration = Annotated[values.Duration, *_duration]
Percent = Annotated[values.Percent, *_percent]
Count = Annotated[int, *_count]
Money = Annotated[values.Money, *_money]
Date = Annotated[date, *_date]
Language = Annotated[str, *_language]
Slug = Annotated[
    str,
    AfterValidator(values.parse_slug),
    WithJsonSchema({"type": "string", "pattern": values.SLUG_PATTERN, "maxLength": 60}),
]

StageId = Annotated[Slug, RefersTo(("stages",))]
RoleId = Annotated[Slug, RefersTo(("roles",))]
EventId = Annotated[Slug, RefersTo(("journey.events",))]
MetricId = Annotated[Slug, RefersTo(("metrics",))]
TechniqueId = Annotated[Slug, RefersTo(("techniques",))]
MethodologyId = Annotated[Slug, RefersTo(("methodologies",))]
PrincipleId = Annotated[Slug, RefersTo(("principles",))]
LetterId = Annotated[Slug, RefersTo(("letters",))]
CentreId = Annotated[Slug, RefersTo(("buying_centre.centres",))]
MemberId = Annotated[Slug, RefersTo(("buying_centre.members",))]
VariantId = Annotated[Slug, RefersTo(("axes.values",))]


class Entity(BaseModel):
    """Base of everything in a definition: unknown keys are errors, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class ShortForm(Entity):
    """An entity that may be written as one text, which then stands for its `short_key`."""

    @classmethod
    def short_key(cls) -> str:
        """The key that a bare text stands for."""
        return "title"

    @model_validator(mode="before")
    @classmethod
    def expand(cls, value: object) -> object:
        """The long form of `value`, if it is written short."""
        return {cls.short_key(): value} if isinstance(value, str) else value


T = TypeVar("T")
OneOrMany = Annotated[list[T], BeforeValidator(one_or_many)]
Texts = OneOrMany[Text]
