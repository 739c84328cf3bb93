"""The page of each rule, and the list of all, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from playbookgen.problems import Severity
from playbookgen.validate.rules.base import Rule

_INDEX = """\
# Rules

`playbookgen check` puts these rules to every playbook. Rules of soundness (PB3xx) say what would
make a playbook wrong; rules of quality (PB4xx) tell a weak playbook from a good one. A playbook is
only judged on what it has: a catalogue without stages is not asked for any.

While a playbook says `status: draft`, findings of quality are warnings, and stand after the others.
How much a rule of quality weighs in a workspace stands in `playbookgen.yaml`:

```yaml
rules:
  PB454: warning  # off, warning or error
```

A finding that is meant to stay is excepted in the playbook, by the path of its item, with the
reason. The exception holds for all that is below the path; one that excuses nothing is found, too.

```yaml
exceptions:
  PB407:
    stages.closing: The customer brings the contract.
```

| code | weight | the rule |
| --- | --- | --- |
"""


def rules_index(rules: Sequence[Rule]) -> str:
    """The page that lists the rules."""
    return _INDEX + "".join(
        f"| [{rule.code}]({rule.code}.md) | {_weight(rule)} | {rule.title} |\n" for rule in rules
    )


def rule_page(rule: Rule) -> str:
    """The page of one rule: what it asks for, why, and a bad and a good example."""
    return "\n".join(
        [
            f"# {rule.code}: {rule.title.rstrip('.')}",
            "",
            rule.why,
            "",
            _weight_in_words(rule),
            "",
            "## It finds",
            "",
            f"```yaml\n{rule.bad}```",
            "",
            "## It accepts",
            "",
            f"```yaml\n{rule.good}```",
            "",
        ]
    )


def _weight(rule: Rule) -> str:
    return rule.severity.value if rule.quality else f"{rule.severity.value}, always"


def _weight_in_words(rule: Rule) -> str:
    noun = "A warning" if rule.severity is Severity.WARNING else "An error"
    if not rule.quality:
        return f"{noun} always: it is about soundness and cannot be switched off."
    draft = ", a warning while the playbook is a draft" if noun == "An error" else ""
    return (
        f"{noun}{draft}. `rules: {{{rule.code}: off}}` in `playbookgen.yaml` switches it off; "
        f"`exceptions: {{{rule.code}: {{path.of.item: reason}}}}` in a playbook excepts one item."
    )
