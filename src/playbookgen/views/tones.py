"""Tones: the fill by which a team or a role is known on every map of a playbook."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.model.diagram import TEAM_TONES
from playbookgen.model.playbook import Edition


def team_tones(edition: Edition) -> Mapping[str, int]:
    """The tone of each team, in the order in which the playbook names them."""
    return _in_turn(dict.fromkeys(role.team for role in edition.roles if role.team))


def role_tones(edition: Edition) -> Mapping[str, int]:
    """The tone of each role by its ref: its team's, or one of its own where teams tell nothing."""
    teams = team_tones(edition)
    if len(teams) < 2:
        return _in_turn(dict.fromkeys(role.ref for role in edition.roles))
    alone = dict.fromkeys(role.ref for role in edition.roles if not role.team)
    tones = _in_turn({**dict.fromkeys(teams), **alone})
    return {role.ref: tones[role.team or role.ref] for role in edition.roles}


def _in_turn(names: Mapping[str, None]) -> dict[str, int]:
    return {name: TEAM_TONES[at % len(TEAM_TONES)] for at, name in enumerate(names)}
