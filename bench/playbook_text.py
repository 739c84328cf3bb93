"""A large playbook as YAML text, the same on each run: Latin, Cyrillic and Japanese."""

from __future__ import annotations

_PROSE = (
    "The customer has seen the offer and names who decides",
    "Покупатель получил предложение и сравнивает варианты",
    "お客様は提案を受け取り、社内で検討しています",
    "Clientul a primit oferta și o compară cu altele",
)


def large_playbook(size: int = 1_100_000) -> bytes:
    """A playbook of at least `size` bytes, shaped as consultants write them."""
    parts = [_head()]
    written = len(parts[0].encode())
    for number in range(size):
        if written >= size:
            break
        parts.append(_stage(number))
        written += len(parts[-1].encode())
    return "".join(parts).encode()


def _head() -> str:
    return (
        "# yaml-language-server: $schema=../../playbook.schema.json\n"
        'format: "1"\ntitle: Large playbook\nsummary: Many stages in four languages\n'
        "client: example\nlanguage: en\nroles:\n  rep: Sales representative\n  lead: Team lead\n"
        "stages:\n"
    )


def _stage(number: int) -> str:
    first, second, third, fourth = (_PROSE[(number + step) % 4] for step in range(4))
    return (
        f"  stage-{number}:\n"
        f"    title: {first}\n"
        f'    purpose: "{second}: {number}"\n'
        "    responsible: [rep, lead]\n"
        f"    duration: {number % 5 + 1}-{number % 5 + 3} weeks\n"
        "    entry:\n"
        f"      - {third}\n"
        f"      - text: {fourth}\n"
        "        evidence: A dated note in the CRM  # or a mail\n"
        f"    summary: >-\n      {second}.\n      {first}.\n"
        "    tasks:\n"
        + "".join(
            f"      task-{task}: {_PROSE[(number + task) % 4]}\n"
            f"      check-{task}:\n        title: {_PROSE[(number + task + 1) % 4]}\n"
            "        responsible: rep\n        automated: no\n"
            for task in range(3)
        )
    )
