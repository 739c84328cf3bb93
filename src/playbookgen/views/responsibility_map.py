"""Roles against stages: who is responsible, accountable, consulted and informed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from playbookgen.model.diagram import NOBODY_TONE, Cell, LegendEntry, Matrix, Node, NodeKind, Row
from playbookgen.model.playbook import Edition, Role, Stage
from playbookgen.views.grouping import grouped
from playbookgen.views.stage_columns import missing, runs, stage_heads, stage_numbers
from playbookgen.views.tones import role_tones
from playbookgen.views.view import View
from playbookgen.views.wording import Words, listed, words_of

SUBJECT = "responsibilities"
_KINDS: Mapping[str, NodeKind] = MappingProxyType(
    {
        "R": NodeKind.RESPONSIBLE,
        "A": NodeKind.ACCOUNTABLE,
        "C": NodeKind.CONSULTED,
        "I": NodeKind.INFORMED,
    }
)
"""The kinds of letters; their values are also the keys of their words."""


def subjects(edition: Edition) -> tuple[str, ...]:
    """The responsibilities, where some role takes part in some stage."""
    return (SUBJECT,) if _roles(edition) else ()


def _roles(edition: Edition) -> tuple[Role, ...]:
    """The roles that hold a letter in some stage."""
    held = {ref for stage in edition.stages for ref in _letters(stage)}
    return tuple(role for role in edition.roles if role.ref in held)


def _letters(stage: Stage) -> Mapping[str, str]:
    """The letters of each role in a stage, by its ref, in the order of their kinds."""
    raci, found = stage.raci, dict[str, str]()
    groups = (raci.responsible, raci.accountable, raci.consulted, raci.informed)
    for letter, roles in zip(_KINDS, groups, strict=True):
        for ref in {role.ref: None for role in roles}:
            found[ref] = found.get(ref, "") + letter
    return found


def draw(edition: Edition, subject: str) -> Matrix:
    """The matrix of roles and stages."""
    roles = _roles(edition)
    if not roles:
        raise KeyError(subject)
    words = words_of(edition)
    without = [stage for stage in edition.stages if not stage.raci.accountable]
    has_teams = _has_teams(roles)
    told = [(stage, _letters(stage)) for stage in edition.stages]
    ordered = _by_team(roles) if has_teams else roles
    tones = role_tones(edition)
    rows = [
        replace(_row(role, told, words, has_teams=has_teams), tone=tones[role.ref])
        for role in ordered
    ]
    return Matrix(
        ref=SUBJECT,
        title=words["view_title"].format(kind=words["raci"], name=edition.title),
        description=words["map_responsibilities_described"].format(
            roles=len(roles),
            stages=len(edition.stages),
            names=listed((stage.title for stage in without), words) or words["map_none"],
        ),
        language=edition.language,
        columns=stage_heads(edition.stages),
        rows=(*rows, _gap_row(edition, words)) if without else tuple(rows),
        shorts=stage_numbers(edition.stages),
        corner=words["role"],
        legend=tuple(_legend(rows, words, has_gaps=bool(without))),
    )


def _has_teams(roles: Sequence[Role]) -> bool:
    """Whether the roles stand under their teams: if all have one, and teams several roles."""
    teams = {role.team for role in roles}
    return all(teams) and 1 < len(teams) <= len(roles) / 2


def _by_team(roles: Sequence[Role]) -> list[Role]:
    """The roles team by team, each in the order of the playbook."""
    return [role for team in grouped(roles, lambda role: role.team).values() for role in team]


def _row(
    role: Role,
    stages: Sequence[tuple[Stage, Mapping[str, str]]],
    words: Words,
    *,
    has_teams: bool,
) -> Row:
    """A role with the letters that it holds in each stage."""
    note = "" if has_teams else role.team
    head = Node(role.ref, NodeKind.HEADING, role.title, note=note, target=role.ref)
    cells = (
        _cell(role, stage, letters[role.ref], words)
        for stage, letters in stages
        if role.ref in letters
    )
    return Row(head, tuple(cells), role.team if has_teams else "")


def _cell(role: Role, stage: Stage, letters: str, words: Words) -> Cell:
    """The letters that a role holds in a stage."""
    nodes = []
    for letter in letters:
        kind = _KINDS[letter]
        spoken = words["map_in_stage"].format(
            stage=stage.title, what=role.title, text=words[kind].lower()
        )
        ref = f"{role.ref}.{stage.id}.{kind}"
        nodes.append(Node(ref, kind, letter, target=stage.ref, spoken=spoken))
    return Cell((stage.ref,), tuple(nodes))


def _gap_row(edition: Edition, words: Words) -> Row:
    """The stages for which nobody is accountable."""
    said = words["map_no_accountable"]
    refs = {stage.ref for stage in edition.stages if not stage.raci.accountable}
    cells = tuple(
        missing("roles.gaps", run, NodeKind.GAP, words["map_gap"], said, words)
        for run in runs(edition.stages, refs)
    )
    head = Node("roles.gaps", NodeKind.FACT, said)
    return Row(head, cells, words["map_gaps"], NOBODY_TONE)


def _legend(rows: list[Row], words: Words, *, has_gaps: bool) -> Iterator[LegendEntry]:
    kinds = {node.kind for row in rows for cell in row.cells for node in cell.nodes}
    for letter, kind in _KINDS.items():
        if kind in kinds:
            yield LegendEntry(kind, words[kind], label=letter)
    if has_gaps:
        yield LegendEntry(NodeKind.GAP, words["map_no_accountable"])


VIEW = View("responsibilities", subjects, draw, section="roles")
