"""Ids to objects: who takes part, and what serves what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playbookgen.model.definition import Assigned, Criterion, Metric, Titled
from playbookgen.model.playbook import Criterion as CriterionPart
from playbookgen.model.playbook import Metric as MetricPart
from playbookgen.model.playbook import Named, Raci, Role

RoleById = Mapping[str, Role]


def raci_of(item: Assigned, roles: RoleById) -> Raci:
    """The roles of `item` by letter."""
    return Raci(
        _roles(item.responsible, roles),
        _roles(item.accountable, roles),
        _roles(item.consulted, roles),
        _roles(item.informed, roles),
    )


def inherited_raci(item: Assigned, parent: Raci, roles: RoleById) -> Raci:
    """The roles of `item`; who is responsible is taken from its parent where it names nobody."""
    own = raci_of(item, roles)
    return (
        own
        if own.responsible
        else Raci(parent.responsible, own.accountable, own.consulted, own.informed)
    )


def criteria_of(criteria: Iterable[Criterion]) -> tuple[CriterionPart, ...]:
    """Criteria with their evidence."""
    return tuple(
        CriterionPart(item.text, item.evidence or "", item.by or "", item.provenance or "")
        for item in criteria
    )


def metrics_of(metrics: Mapping[str, Metric], parent: str) -> tuple[MetricPart, ...]:
    """The metrics of the item whose ref is `parent`; of the playbook itself, if it is empty."""
    prefix = f"{parent}." if parent else ""
    return tuple(
        MetricPart(
            f"{prefix}metrics.{id_}",
            metric.title,
            metric.summary or "",
            metric.unit or "",
            metric.target or "",
            metric.term or "",
            provenance=metric.provenance or "",
        )
        for id_, metric in metrics.items()
    )


def _roles(ids: Iterable[str], roles: RoleById) -> tuple[Role, ...]:
    return tuple(roles[id_] for id_ in dict.fromkeys(ids))


def named(parent: str, items: Mapping[str, Titled]) -> tuple[Named, ...]:
    """Titled things as they are, with refs below `parent`."""
    return tuple(
        Named(f"{parent}.{id_}", item.title, item.summary or "", provenance=item.provenance or "")
        for id_, item in items.items()
    )


def refs(section: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Ids as refs below a section, each once."""
    return tuple(f"{section}.{id_}" for id_ in dict.fromkeys(ids))


def ref(section: str, id_: str | None) -> str:
    """An id as a ref below a section; empty for none."""
    return f"{section}.{id_}" if id_ else ""
