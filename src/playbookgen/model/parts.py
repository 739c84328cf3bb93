"""The small parts that editions are made of: names, roles, RACI, criteria, metrics."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Named:
    """What has an identity: its path of ids in the model, its title and a sentence about it."""

    ref: str
    """The path of ids, such as `stages.closing.tasks.call-back`."""
    title: str
    summary: str = ""
    provenance: str = field(default="", kw_only=True)
    """verbatim, translated, reconstructed or own; empty where the playbook's own holds."""

    @property
    def id(self) -> str:
        """The last id of the path."""
        return self.ref.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Role(Named):
    """A role that people hold."""

    team: str = ""


@dataclass(frozen=True, slots=True)
class Raci:
    """Who is responsible, accountable, consulted and informed."""

    responsible: tuple[Role, ...] = ()
    accountable: tuple[Role, ...] = ()
    consulted: tuple[Role, ...] = ()
    informed: tuple[Role, ...] = ()

    def letters(self, role: Role) -> str:
        """The letters that `role` holds, in the order R, A, C, I."""
        groups = zip(
            "RACI",
            (self.responsible, self.accountable, self.consulted, self.informed),
            strict=True,
        )
        return "".join(letter for letter, roles in groups if role in roles)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A statement that is true or not yet, with what shows that it is."""

    text: str
    evidence: str = ""
    by: str = ""
    """Whose act meets it: buyer, us, or empty where it is not said."""
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Metric(Named):
    """A parameter by which a result is evaluated."""

    unit: str = ""
    target: str = ""
    term: str = ""
    """short (tasks), long (performance), or empty where it is not said."""
