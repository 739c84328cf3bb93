"""How much rules weigh in a workspace, and which findings a playbook means to keep."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from playbookgen.model.branding import EVERY
from playbookgen.model.definition import PlaybookDefinition, WorkspaceDefinition
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.problems import Location, Problem, Severity, printable
from playbookgen.validate.rules import RULE_BY_CODE
from playbookgen.validate.rules.base import Finding, Rule
from playbookgen.validate.rules.exceptions import FIXED_RULE, NEEDLESS, UNKNOWN_ITEM, UNKNOWN_RULE
from playbookgen.validate.rules.references import AUDIENCES
from playbookgen.validate.suggest import did_you_mean

_SOUNDNESS = re.compile(r"PB[1-35-9]\d\d")


NO_BRAND = "PB207"
NO_SUCH_AUDIENCE = "PB208"


def check_looks(document: SourceDocument, workspace: WorkspaceDefinition) -> list[Problem]:
    """What a workspace says about looks and addresses, and what is not there to say it of."""
    return [*_without_colours(document, workspace), *_unknown_audiences(document, workspace)]


def _without_colours(document: SourceDocument, workspace: WorkspaceDefinition) -> Iterator[Problem]:
    """Places where the theme brand is asked for and no brand has colours for it."""
    if workspace.theme == "brand" and not (workspace.brand and workspace.brand.colours):
        yield _no_brand(document.locate(("theme",)))
    for id_, client in workspace.clients.items():
        if client.theme == "brand" and not workspace.colours_of(id_):
            yield _no_brand(document.locate(("clients", id_, "theme")))


def _no_brand(where: Location) -> Problem:
    cure = 'Add two, such as brand: {colours: ["#0a5c8f", "#e07a1f"]}, or name another theme.'
    return Problem(NO_BRAND, "The theme brand needs the brand's colours", where, cure)


def _unknown_audiences(
    document: SourceDocument, workspace: WorkspaceDefinition
) -> Iterator[Problem]:
    """Audiences that a line of confidentiality or an address is for, and the workspace lacks."""
    known = [*(workspace.audiences or AUDIENCES), EVERY]
    for path, named in _by_audience(workspace):
        for audience in named:
            if audience not in known:
                yield Problem(
                    NO_SUCH_AUDIENCE,
                    f"There is no audience “{printable(audience)}”",
                    document.locate((*path, audience), key=True),
                    did_you_mean(audience, known) or f"Name one of {', '.join(known)}.",
                )


def _by_audience(workspace: WorkspaceDefinition) -> Iterator[tuple[KeyPath, Collection[str]]]:
    if workspace.brand:
        yield ("brand", "confidentiality"), workspace.brand.confidentiality or ()
    for id_, client in workspace.clients.items():
        yield ("clients", id_, "site_url"), client.site_url or ()
        if client.brand:
            yield ("clients", id_, "brand", "confidentiality"), client.brand.confidentiality or ()


def check_workspace_rules(
    document: SourceDocument, workspace: WorkspaceDefinition
) -> list[Problem]:
    """Codes under `rules:` that no rule has, or whose rule cannot be weakened."""
    found = (
        _judge_code(code, document.locate(("rules", code), key=True)) for code in workspace.rules
    )
    return [problem for problem in found if problem]


def check_exceptions(
    document: SourceDocument,
    playbook: PlaybookDefinition,
    workspace: WorkspaceDefinition,
    used: Collection[tuple[str, str]] | None,
) -> Iterator[Problem]:
    """Exceptions that name nothing or excuse nothing; `used` is None where that cannot be told."""
    for code, items in playbook.exceptions.items():
        problem = _judge_code(code, document.locate(("exceptions", code), key=True))
        if problem:
            yield problem
            continue
        idle = used is None or workspace.rules.get(code) == "off"
        for item in items:
            where = document.locate(("exceptions", code, item), key=True)
            if not _exists(playbook, item):
                yield _unknown_item(playbook, item, where)
            elif not idle and (code, item) not in (used or ()):
                yield Problem(
                    NEEDLESS,
                    f"{code} finds nothing there, so nothing needs an exception",
                    where,
                    "Remove the exception.",
                    Severity.WARNING,
                )


def excuse(finding: Finding, exceptions: Mapping[str, str]) -> str:
    """The exception that covers a finding: its item, or something that the item is a part of."""
    for item in exceptions:
        steps = item.split(".")
        for path in (finding.item, finding.path):
            if [str(step) for step in path[: len(steps)]] == steps:
                return item
    return ""


def severity_of(
    rule: Rule, playbook: PlaybookDefinition, workspace: WorkspaceDefinition
) -> Severity | None:
    """How much a rule weighs for a playbook; None if it is off."""
    if not rule.quality:
        return rule.severity
    weight = workspace.rules.get(rule.code)
    if weight == "off":
        return None
    if playbook.status == "draft":
        return Severity.WARNING
    return Severity(weight) if weight else rule.severity


def _judge_code(code: str, where: Location) -> Problem | None:
    rule = RULE_BY_CODE.get(code)
    if rule and rule.quality:
        return None
    if rule or _SOUNDNESS.fullmatch(code):
        return Problem(
            FIXED_RULE,
            f"{code} is about soundness, so it cannot be switched off or excused",
            where,
            "Remove the line and mend what the rule finds.",
        )
    meant = code.upper().replace("O", "0")
    return Problem(
        UNKNOWN_RULE,
        f"There is no rule “{printable(code)}”",
        where,
        did_you_mean(meant, [one.code for one in RULE_BY_CODE.values() if one.quality])
        + " See “playbookgen rules”.",
    )


def _unknown_item(playbook: PlaybookDefinition, item: str, where: Location) -> Problem:
    steps = item.split(".")
    deepest = max(
        length for length in range(len(steps)) if not length or _exists(playbook, steps[:length])
    )
    known = _keys(_at(playbook, steps[:deepest]))
    return Problem(
        UNKNOWN_ITEM,
        f"There is no “{printable(item)}” in this playbook",
        where,
        did_you_mean(steps[deepest], known) or "Write its path of ids, such as stages.closing.",
    )


_NOTHING = object()


def _exists(playbook: PlaybookDefinition, item: str | list[str]) -> bool:
    steps = item.split(".") if isinstance(item, str) else item
    return _at(playbook, steps) is not _NOTHING


def _at(playbook: PlaybookDefinition, steps: list[str]) -> Any:
    """What stands at a path of a definition."""
    here: Any = playbook
    for step in steps:
        here = _below(here, step)
        if here is _NOTHING or here is None:
            return _NOTHING
    return here


def _below(here: Any, step: str) -> Any:
    if isinstance(here, BaseModel):
        return getattr(here, step, _NOTHING) if step in type(here).model_fields else _NOTHING
    if isinstance(here, dict):
        return here.get(step, _NOTHING)
    if isinstance(here, list):
        if step.isdecimal() and int(step) < len(here):
            return here[int(step)]
        return step if step in here else _NOTHING
    return _NOTHING


def _keys(here: Any) -> list[str]:
    if isinstance(here, BaseModel):
        return list(type(here).model_fields)
    return [str(key) for key in here] if isinstance(here, dict) else []
