"""What many parts of a definition share: names, criteria, ways onward, who takes part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from playbookgen.model.fields import (
    Flag,
    OneOrMany,
    RefersTo,
    RoleId,
    ShortForm,
    Slug,
    StageId,
    Text,
)

SALES_TYPES = ("traditional", "project", "regional")
CATEGORIES = ("internal", "external", "marketing", "personnel")
FRAMEWORKS = ("bant",)
IMPLICIT_END = "end"
TASK_EXIT = "exit"

RoleIds = OneOrMany[RoleId]
StageIds = OneOrMany[StageId]
SalesTypes = OneOrMany[Literal["traditional", "project", "regional"]]
Format = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]
Provenance = Literal["verbatim", "translated", "reconstructed", "own"]


class Stated(ShortForm):
    """Something that a source may have said, or that the author adds."""

    provenance: Provenance | None = None
    """Where the statement comes from; the playbook's own provenance if left out."""


class Titled(Stated):
    """Something with a name and, if wanted, a sentence that explains it."""

    title: Text
    """Its name, as readers see it."""
    summary: Text | None = None
    """One or two sentences that explain it."""


class Criterion(Stated):
    """A statement that is true or not yet, with what shows that it is."""

    text: Text
    """The statement itself."""
    evidence: Text | None = None
    """What shows that it is met: a document, a record, an answer."""
    by: Literal["buyer", "us"] | None = None
    """Whose act meets it: the buyer's or ours."""

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the statement."""
        return "text"


Criteria = OneOrMany[Criterion]


class Metric(Titled):
    """A parameter by which a result is evaluated."""

    unit: Text | None = None
    """What it is counted in, such as %, days or calls a week."""
    target: Text | None = None
    """The value to reach, without its unit."""
    term: Literal["short", "long"] | None = None
    """short for the completion of tasks; long for performance over months."""


class Condition(ShortForm):
    """A way onward, with the condition on which it is taken."""

    when: Text | None = None
    """The condition, as it stands beside the arrow; leave it out where there is only one way."""
    loop: Flag | None = None
    """Whether the way leads back; told from the order of the stages if left out."""

    @model_validator(mode="before")
    @classmethod
    def expand(cls, value: object) -> object:
        """The long form; an empty value is a way without a condition."""
        if isinstance(value, str):
            return {cls.short_key(): value} if value else {}
        return value

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the condition."""
        return "when"


def ways(value: object) -> object:
    """A bare id, or a list of ids, stands for ways without conditions."""
    if isinstance(value, str):
        return {value: ""} if value else {}
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return dict.fromkeys(value, "")
    return value


TargetId = Annotated[Slug | Literal["end"], RefersTo(("stages", "outcomes"), (IMPLICIT_END,))]
TaskTargetId = Slug | Literal["exit"]
StageWays = Annotated[
    dict[TargetId, Condition],
    BeforeValidator(
        ways,
        json_schema_input_type=Literal[""] | TargetId | list[TargetId] | dict[TargetId, Condition],
    ),
]
TaskWays = Annotated[
    dict[TaskTargetId, Condition],
    BeforeValidator(
        ways,
        json_schema_input_type=(
            Literal[""] | TaskTargetId | list[TaskTargetId] | dict[TaskTargetId, Condition]
        ),
    ),
]


class Assigned(Stated):
    """Who takes part in work: the four letters of RACI."""

    title: Text
    """Its name, as readers see it."""
    responsible: RoleIds = Field(default_factory=list)
    """Roles that do the work (R)."""
    accountable: RoleIds = Field(default_factory=list)
    """The role that answers for the result (A)."""
    consulted: RoleIds = Field(default_factory=list)
    """Roles that are asked before it is done (C)."""
    informed: RoleIds = Field(default_factory=list)
    """Roles that are told when it is done (I)."""
