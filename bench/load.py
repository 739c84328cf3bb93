"""How fast a large playbook loads, next to the parser alone and other ways to load it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import yaml

from playbookgen.load import parse_document

SIZE = 1_100_000
ROUNDS = 7

_PROSE = (
    "The customer has seen the offer and names who decides",
    "Покупатель получил предложение и сравнивает варианты",
    "お客様は提案を受け取り、社内で検討しています",
    "Clientul a primit oferta și o compară cu altele",
)


def large_playbook(size: int = SIZE) -> bytes:
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


def events_only(text: str) -> None:
    """The floor: PyYAML's C parser, its events thrown away."""
    next_event = yaml.CSafeLoader(text).get_event
    while next_event() is not None:
        pass


def round_trip(text: str) -> None:
    """The loader that keeps comments and places."""
    import_module("ruamel.yaml").YAML().load(text)


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of several rounds."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
        del result
    return min(times) * 1000


def main() -> None:
    """Prints each way's time and its ratio to the floor, on the same text."""
    data = large_playbook()
    text = data.decode()
    result = parse_document(data, shown="large.yaml")
    assert result.document
    assert not result.problems
    floor = best_of(ROUNDS, lambda: events_only(text))
    ways = {
        "PyYAML C events alone": floor,
        "ours, with places and guards": best_of(
            ROUNDS, lambda: parse_document(data, shown="large.yaml")
        ),
        "CSafeLoader, without places": best_of(
            2,
            lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        ),
    }
    if find_spec("ruamel") and find_spec("ruamel.yaml"):
        ways["ruamel.yaml round trip"] = best_of(1, lambda: round_trip(text))
    print(f"load: {len(data) / 1e6:.2f} MB of YAML, {len(result.document.lines):,} lines")
    for name, milliseconds in ways.items():
        print(f"  {name:<30}{milliseconds:9.1f} ms{milliseconds / floor:8.2f} x")
    if "ruamel.yaml round trip" not in ways:
        print(f"  {'ruamel.yaml round trip':<30}{'not installed':>12}")


if __name__ == "__main__":
    main()
