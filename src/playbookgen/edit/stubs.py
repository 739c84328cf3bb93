"""The commented beginnings that `new` writes: they pass the schema, and say what to fill in."""

from __future__ import annotations

from typing import NamedTuple

from playbookgen.edit.layout import quoted


class Stub(NamedTuple):
    """The beginning of an item: in which section it goes, and its lines below its id."""

    section: str
    lines: tuple[str, ...]


def stub(kind: str, *, title: str, role: str = "") -> Stub:
    """The stub of a stage, technology or role; `role` is a role that the playbook has."""
    name = as_value(title)
    if kind == "stage":
        return Stub("stages", tuple(_stage(name, role)))
    if kind == "technology":
        return Stub("technologies", tuple(_TECHNOLOGY.format(title=name).splitlines()))
    return Stub("roles", tuple(_ROLE.format(title=name).splitlines()))


def playbook_stub(*, title: str, client: str, language: str, schema: str = "") -> str:
    """A whole playbook of one stage; `schema` is the address of its schema, seen from it."""
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return head + _PLAYBOOK.format(title=as_value(title), client=client, language=language)


def as_value(text: str) -> str:
    """A text of one line as a value in YAML. Raises ValueError if it cannot be one."""
    value = quoted(text)
    if value is None or not text.strip():
        raise ValueError("a title is words on one line")
    return value


def _stage(title: str, role: str) -> list[str]:
    lines = _STAGE.format(title=title, role=role or "role-id").splitlines()
    if role:
        return lines
    return [
        f"# {line}" if line.startswith(("responsible", "accountable")) else line for line in lines
    ]


_STAGE = """\
title: {title}
# Who does the work, and who answers for it; consulted and informed go beside them.
responsible: {role}
accountable: {role}
purpose: Say in one sentence what the stage is for.
# What must be true before it begins.
entry: Say what has happened.
# What must be true before it ends: an observable result, and what shows it.
exit:
  - text: Say what is true then.
    evidence: Say which record shows it.
# The work to do, in order: an id and a title each.
tasks:
  first-task: Say what is done first
# What the stage needs: people, documents, systems.
resources: Say what it needs
# By what its result is evaluated.
metrics:
  result: {{title: Say what is measured, unit: days, target: "1"}}
"""

_TECHNOLOGY = """\
title: {title}
summary: Say in a sentence what it is and what it is for.
# internal, external, marketing, personnel, or one of your own categories.
category: internal
# Who drives it; leave it out where nobody is named.
# owner: Sales department
# The stages it serves (stages: [first, second]), or why it serves none.
no_stage: Say which stages it serves, and delete this line.
"""

_ROLE = """\
title: {title}
# The team or department that it belongs to.
# team: Sales
"""

_PLAYBOOK = """\
# A playbook: how one client sells. Change it, then run: playbookgen check
format: 1
title: {title}
summary: Say in a sentence or two what this is about and whom it helps.
client: {client}
language: {language}
# draft: findings of quality are warnings until you write current here.
status: draft

# Who acts: an id and a name each. playbookgen new role PLAYBOOK ID adds another one.
roles:
  rep: Sales representative

# The stages in order. playbookgen new stage PLAYBOOK ID adds another one.
stages:
  first-stage:
    title: First stage
{stage}
# How a deal ends.
outcomes:
  won: {{title: Won, kind: won}}
  lost:
    title: Lost
    kind: lost
    reasons: Say why deals are lost

# Each stage leads to the next one, and the last to the outcome that is won. Where the way forks:
# transitions:
#   first-stage:
#     won: the customer agrees
#     lost: the customer declines
"""
_PLAYBOOK = _PLAYBOOK.replace(
    "{stage}\n",
    "".join(f"    {line}\n" for line in _STAGE.replace("{role}", "rep").splitlines()[1:]) + "\n",
)
