"""What fronts ask for about the rules: the list, and the page of each."""

from __future__ import annotations

import re

from playbookgen.problems import Location, Problem, UsageError, printable
from playbookgen.validate import RULE_BY_CODE, RULES, Rule, did_you_mean, rule_page, rules_index

UNKNOWN_RULE = "PB804"
_OTHER_CODE = re.compile(r"PB[125-9]\d\d|PB32\d")


def all_rules() -> tuple[Rule, ...]:
    """The rules in the order of their codes."""
    return RULES


def rule_titles() -> dict[str, str]:
    """What each rule asks for, by its code."""
    return {rule.code: rule.title for rule in RULES}


def page_of_rule(code: str) -> str:
    """The page of a rule. Raises UsageError if there is none of this code."""
    rule = RULE_BY_CODE.get(code.upper())
    if rule is None:
        where = Location("playbookgen rules")
        message = f"There is no rule “{printable(code)}”"
        raise UsageError(Problem(UNKNOWN_RULE, message, where, _cure(code.upper())))
    return rule_page(rule)


def _cure(code: str) -> str:
    if _OTHER_CODE.fullmatch(code):
        return "A problem of this code is no rule's: its message says what to do."
    return did_you_mean(code, RULE_BY_CODE)


def rule_files() -> dict[str, str]:
    """The pages of the reference by the names of their files."""
    pages = {f"{rule.code}.md": rule_page(rule) for rule in RULES}
    return {"index.md": rules_index(RULES), **pages}
