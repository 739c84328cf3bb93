"""A team, or a role without one, has the same tone on every map of a playbook."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.model.diagram import TEAM_TONES
from playbookgen.model.playbook import Edition, Role
from playbookgen.views.tones import role_tones, team_tones

EDITION = Edition("p", "A playbook", "", "acme", "internal", "en")


def roles(*teams: str) -> Edition:
    found = tuple(Role(f"roles.r{at}", f"Role {at}", team=team) for at, team in enumerate(teams))
    return replace(EDITION, roles=found)


def test_roles_of_a_team_share_its_tone_and_teams_differ() -> None:
    edition = roles("Sales", "Marketing", "Sales")
    assert team_tones(edition) == {"Sales": TEAM_TONES[0], "Marketing": TEAM_TONES[1]}
    assert list(role_tones(edition).values()) == [TEAM_TONES[at] for at in (0, 1, 0)]


def test_a_role_without_team_has_a_tone_of_its_own() -> None:
    tones = role_tones(roles("Sales", "", "Marketing", ""))
    assert len(set(tones.values())) == 4


def test_roles_differ_where_all_are_in_one_team() -> None:
    assert len(set(role_tones(roles("Sales", "Sales", "Sales")).values())) == 3
