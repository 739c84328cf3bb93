"""Maps of dense playbooks are drawn with work that grows as they do: counted, not timed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from playbookgen.model.journey import DealStage, Event, Journey
from playbookgen.model.parts import Named, Raci, Role
from playbookgen.model.playbook import Category, Edition, Process, Stage, Technology
from playbookgen.model.practice import (
    BuyingCentre,
    Centre,
    Confidence,
    Framework,
    Letter,
    Member,
    Methodology,
)
from playbookgen.model.values import parse_duration, parse_percent
from playbookgen.views import VIEW_BY_KIND
from tests.layouts.counted_work import steps_in

BARE = Edition("demo", "Demo", "", "acme", "internal", "en")
SMALL = 80
MOST_GROWTH = 2.4
"""Of the work where a playbook is twice as dense: 4 if it were squared."""


def edition(**parts: object) -> Edition:
    values = {name: getattr(BARE, name) for name in BARE.__slots__}
    return Edition(**{**values, **parts})


def process(count: int, **parts: object) -> Process:
    stages = tuple(
        Stage(f"stages.s{at}", f"Stage {at}", number=at + 1, **parts)  # type: ignore[arg-type] # a shorthand for tests
        for at in range(count)
    )
    return Process(stages, stages[0].ref, (), ())


def technologies(count: int) -> Edition:
    """Technologies in categories of four."""
    categories = tuple(Category(f"categories.c{at}", f"C {at}") for at in range(count // 4))
    items = tuple(
        Technology(
            f"technologies.t{at}",
            f"T {at}",
            category=categories[at % len(categories)].ref,
            stages=(f"stages.s{at % 8}",),
        )
        for at in range(count)
    )
    return edition(process=process(8), categories=categories, technologies=items)


def catalogue(count: int) -> Edition:
    """The same without a process."""
    full = technologies(count)
    types = (Named("sales_types.a", "a"), Named("sales_types.b", "b"))
    return edition(categories=full.categories, technologies=full.technologies, sales_types=types)


def centres(count: int) -> Edition:
    """A buying centre with four members in each decision centre."""
    own = tuple(Centre(f"centres.c{at}", f"C {at}") for at in range(count // 4))
    members = tuple(
        Member(f"members.m{at}", f"M {at}", centre=own[at % len(own)].ref, part="user")
        for at in range(count)
    )
    return edition(buying_centre=BuyingCentre("", own, members, ()))


def deal_stages(count: int) -> Edition:
    """Deal stages, each with its event and a stage."""
    events = tuple(
        Event(f"journey.e{at}", f"E {at}", elapsed=parse_duration(f"{at + 1} days"))
        for at in range(count)
    )
    items = tuple(
        DealStage(f"deal_stages.d{at}", f"D {at}", f"journey.e{at}", f"stages.s{at}")
        for at in range(count)
    )
    journey = Journey("Journey", "", events)
    return edition(process=process(count), journey=journey, deal_stages=items)


def teams(count: int) -> Edition:
    """Roles in teams of four."""
    roles = tuple(
        Role(f"roles.r{at}", f"R {at}", team=f"Team {at % (count // 4)}") for at in range(count)
    )
    (stage,) = process(1, raci=Raci(responsible=roles[:1], consulted=roles[1:])).stages
    return edition(process=Process((stage,), stage.ref, (), ()), roles=roles)


def principles(count: int) -> Edition:
    """Principles of one methodology, of which four stages apply all."""
    items = tuple(Named(f"methodologies.m.p{at}", f"P {at}") for at in range(count))
    refs = tuple(item.ref for item in items)
    methodology = Methodology("methodologies.m", "M", principles=items)
    return edition(process=process(4, principles=refs), methodologies=(methodology,))


def letters(count: int) -> Edition:
    """Letters of a framework, told in four stages."""
    own = tuple(Letter(f"frameworks.f.l{at}", f"L {at}") for at in range(count))
    told = tuple(Confidence(letter.ref, parse_percent("50%")) for letter in own)
    framework = Framework("frameworks.f", "F", letters=own)
    return edition(process=process(4, qualification=told), framework=framework)


DENSE: dict[str, tuple[str, Callable[[int], Edition]]] = {
    "technologies": ("technologies", technologies),
    "a catalogue": ("technologies", catalogue),
    "members": ("buying-centre", centres),
    "deal stages": ("pipeline", deal_stages),
    "events": ("timeline", deal_stages),
    "roles": ("responsibilities", teams),
    "principles": ("methodology", principles),
    "letters": ("qualification", letters),
}


@pytest.mark.parametrize("dense", DENSE)
def test_work_grows_as_a_playbook_does(dense: str) -> None:
    kind, make = DENSE[dense]
    view, counts = VIEW_BY_KIND[kind], []
    for count in (SMALL, 2 * SMALL):
        drawn = make(count)
        subject = view.subjects(drawn)[0]
        counts.append(steps_in(("views/",), partial(view.draw, drawn, subject)))
    assert counts[1] / counts[0] < MOST_GROWTH
