"""Lanes: in which one a step lies, by role, by team or by half-process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from playbookgen.model.diagram import BUYER_TONE, NOBODY_TONE, Lane, Node
from playbookgen.model.playbook import Edition, Handover, Raci, Role, Stage
from playbookgen.views.tones import role_tones, team_tones
from playbookgen.views.wording import Words, names


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a map, and what lies in which."""

    by_ref: Mapping[str, Lane]
    """By the refs of roles, or of stages, in the order in which lanes are declared."""
    rest: Lane
    """For what lies in none of these."""
    shows_role: bool
    """Whether the lane itself tells who does a step."""
    buyer: Lane | None = None
    """For the buyer's events, above all; None on maps of which the lanes are not people."""

    def of(self, stage: Stage, raci: Raci) -> str:
        """The ref of the lane of a stage's step: its half-process's, or that of who does it."""
        refs = [stage.ref, *(role.ref for role in doers(raci))]
        return next((self.by_ref[ref].ref for ref in refs if ref in self.by_ref), self.rest.ref)

    def of_handover(self, handover: Handover, taker: Stage) -> str:
        """The lane of those who accept or reject what is handed over."""
        receiver = (handover.receiver,) if handover.receiver else ()
        return self.of(taker, Raci(receiver))

    def used(self, nodes: Iterable[Node]) -> tuple[Lane, ...]:
        """The lanes in which nodes lie; what lies in none comes last."""
        refs = {node.lane for node in nodes}
        above = (self.buyer,) if self.buyer else ()
        lanes = dict.fromkeys((*above, *self.by_ref.values(), self.rest))
        return tuple(lane for lane in lanes if lane.ref in refs)

    def who(self, raci: Raci, lane: str, words: Words) -> str:
        """Those who do a step, as far as its lane does not tell."""
        others = [role for role in doers(raci) if role.ref != lane]
        if not (others and self.shows_role):
            return names(others, words)
        return words["map_with"].format(names=names(others, words))


def doers(raci: Raci) -> tuple[Role, ...]:
    """Who is responsible, or accountable where nobody is."""
    return raci.responsible or raci.accountable


def _buyer(words: Words) -> Lane:
    return Lane("journey", words["the_buyer"], BUYER_TONE)


def _by_role(edition: Edition, words: Words) -> Lanes:
    tones = role_tones(edition)
    lanes = {role.ref: Lane(role.ref, role.title, tones[role.ref]) for role in edition.roles}
    rest = Lane("roles", words["map_nobody"], NOBODY_TONE)
    return Lanes(lanes, rest, shows_role=True, buyer=_buyer(words))


def _by_team(edition: Edition, words: Words) -> Lanes:
    """The lane of each role is its team's; teams are texts, so their refs are numbers."""
    tones = team_tones(edition)
    numbered = {
        team: Lane(f"teams.{number}", team, tone)
        for number, (team, tone) in enumerate(tones.items(), start=1)
    }
    lanes = {role.ref: numbered[role.team] for role in edition.roles if role.team}
    rest = Lane("teams", words["map_no_team"], NOBODY_TONE)
    return Lanes(lanes, rest, shows_role=False, buyer=_buyer(words))


def _by_phase(edition: Edition, words: Words) -> Lanes:
    lanes = {
        stage: Lane(half.ref, half.title)
        for half in edition.half_processes
        for stage in half.stages
    }
    return Lanes(lanes, Lane("half_processes", words["map_no_phase"]), shows_role=False)


LANES_BY_PRINCIPLE: Mapping[str, Callable[[Edition, Words], Lanes]] = MappingProxyType(
    {"role": _by_role, "team": _by_team, "phase": _by_phase}
)
