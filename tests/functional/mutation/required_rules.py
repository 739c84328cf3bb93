"""What the rules of quality require: one table of keys, and what takes more than a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from playbookgen.model.definition import SALES_TYPES
from playbookgen.validate.rules.glossary import ABBREVIATIONS
from tests.functional.mutation.mutant import Example, Expected, Finding, Mutant, many
from tests.functional.mutation.text import Path, scalars

STAGE_KEYS = {
    "responsible": "PB401",
    "accountable": "PB402",
    "entry": "PB404",
    "exit": "PB405",
    "tasks": "PB406",
    "resources": "PB407",
}
HANDOVER_KEYS = {"accept": "PB417", "reject": "PB417", "way_back": "PB418"}
GREEN = "ours"


def stage_keys(example: Example) -> Iterator[Mutant]:
    """Without each part that the principles of a process ask of a stage."""
    for id_, stage in example.data.get("stages", {}).items():
        path = ("stages", id_)
        for key, code in STAGE_KEYS.items():
            if key in stage:
                yield from example.without(
                    f"stage's {key}", (*path, key), [Finding(code, path, key)]
                )
        if ("metrics" in stage) != ("measured_by" in stage):
            key = "metrics" if "metrics" in stage else "measured_by"
            yield from example.without(
                "stage's metrics", (*path, key), [Finding("PB408", path, key)]
            )
        if "cycle" in example.data and not {"optional", "holds_for"} & set(stage):
            yield from example.without(
                "stage's duration", (*path, "duration"), [Finding("PB413", path, "duration")]
            )


def exits(example: Example) -> Iterator[Mutant]:
    """Without the evidence of each exit, and without the buyer's part in the buyer's only act."""
    for id_, stage in example.data.get("stages", {}).items():
        path = ("stages", id_, "exit")
        criteria = many(stage["exit"])
        for index, _ in enumerate(criteria):
            item = (*path, index)
            yield from example.without(
                "exit's evidence", (*item, "evidence"), [Finding("PB415", item, "evidence")]
            )
        acts = [index for index, one in enumerate(criteria) if one.get("by") == "buyer"]
        if stage.get("with_buyer") == "true" and len(acts) == 1:
            found = [Finding("PB416", path, "by: buyer")]
            yield from example.without("the buyer's only act", (*path, acts[0], "by"), found)


def handovers(example: Example) -> Iterator[Mutant]:
    """Without each part of the contract between half-processes, and without the contract."""
    data = example.data
    for id_ in data.get("handovers", {}):
        path = ("handovers", id_)
        for key, code in HANDOVER_KEYS.items():
            yield from example.without(
                f"handover's {key}", (*path, key), [Finding(code, path, key)]
            )
    half = {
        stage: id_
        for id_, one in data.get("half_processes", {}).items()
        for stage in many(one["stages"])
    }
    joints = {
        id_: (half[one["from_stage"]], half[one["to_stage"]])
        for id_, one in data.get("handovers", {}).items()
        if one["from_stage"] in half and one["to_stage"] in half
    }
    for id_, (giver, taker) in joints.items():
        if list(joints.values()).count((giver, taker)) == 1 and giver != taker:
            found = [Finding("PB419", ("half_processes", taker), taker)]
            yield from example.without("handover", ("handovers", id_), found)


def starts_and_losses(example: Example) -> Iterator[Mutant]:
    """Without the starting point of each half-process, and the reasons of each lost outcome."""
    for id_ in example.data.get("half_processes", {}):
        path: Path = ("half_processes", id_)
        found = [Finding("PB420", path, id_)]
        yield from example.without("half-process's step zero", (*path, "step_zero"), found)
    for id_, outcome in example.data.get("outcomes", {}).items():
        path = ("outcomes", id_)
        if outcome["kind"] == "lost" and "reasons" in outcome:
            found = [Finding("PB425", path, id_)]
            yield from example.without("reasons of a loss", (*path, "reasons"), found)


def upkeep(example: Example) -> Iterator[Mutant]:
    """Without the owner of each meeting and the target of each metric."""
    data = example.data
    for id_ in data.get("meetings", {}):
        path: Path = ("meetings", id_)
        yield from example.without(
            "meeting's owner", (*path, "owner"), [Finding("PB453", path, id_)]
        )
    places: list[Path] = [("metrics", id_) for id_ in data.get("metrics", {})]
    for stage_id, stage in data.get("stages", {}).items():
        places += [("stages", stage_id, "metrics", id_) for id_ in stage.get("metrics", {})]
    for path in places:
        if example.written.node((*path, "target")):
            found = [Finding("PB454", path, path[-1])]
            yield from example.without("metric's target", (*path, "target"), found)


def deal_stages(example: Example) -> Iterator[Mutant]:
    """Without each deal stage that alone stands at a green event before the close."""
    journey = example.data.get("journey", {})
    events = journey.get("events", {})
    green = [id_ for id_, event in events.items() if event["influence"] == GREEN]
    close = journey.get("close", green[-1] if green else "")
    before = green[: green.index(close)] if close in green else []
    stages = example.data.get("deal_stages", {})
    count = Counter(one["event"] for one in stages.values())
    for id_, one in stages.items():
        event = one["event"]
        if event in before and count[event] == 1:
            found = [Finding("PB422", ("journey", "events", event), event)]
            yield from example.without("deal stage at a green event", ("deal_stages", id_), found)


def method(example: Example) -> Iterator[Mutant]:
    """Without the only application of a principle, the only place of a technique or an answer."""
    data = example.data
    for index, methodology in enumerate(many(data.get("methodology"))):
        for id_ in example.items("methodologies")[methodology].get("principles", {}):
            found = [Finding("PB432", ("methodology", index), id_)]
            yield from _only(example, "principles", id_, "only use of a principle", found)
    for id_ in example.items("techniques"):
        used = many(data.get("uses", {}).get("techniques"))
        place: Path = (
            ("uses", "techniques", used.index(id_)) if id_ in used else ("techniques", id_)
        )
        found = [Finding("PB433", place, id_)]
        yield from _only(example, "techniques", id_, "only use of a technique", found)


def _only(
    example: Example, key: str, id_: str, kind: str, found: list[Finding]
) -> Iterator[Mutant]:
    """Without the only mention of an id under a key of the stages, if there is just one."""
    places: list[Path] = [
        ("stages", stage_id, key, many(stage[key]).index(id_))
        for stage_id, stage in example.data.get("stages", {}).items()
        if id_ in many(stage.get(key))
    ]
    if len(places) == 1:
        yield from example.without(kind, places[0], found)


def technologies(example: Example) -> Iterator[Mutant]:
    """Without the stages that a technology serves, and without each body that differs."""
    for id_, technology in example.data.get("technologies", {}).items():
        path = ("technologies", id_)
        if example.data.get("stages"):
            keys = [key for key in ("stages", "no_stage") if key in technology]
            if len(keys) == 1:
                found = [Finding("PB441", path, keys[0])]
                yield from example.without("technology's stages", (*path, keys[0]), found)
        for variant in _required_bodies(technology):
            found = [Finding("PB442", (*path, "bodies"), variant)]
            yield from example.without("technology's body", (*path, "bodies", variant), found)


def _required_bodies(technology: dict[str, Any]) -> list[str]:
    """The bodies without one of which the others, or the sales types, would not be whole."""
    bodies = technology.get("bodies", {})
    by_type = [key for key in bodies if key in SALES_TYPES]
    by_value = [key for key in bodies if key not in SALES_TYPES]
    several = len(many(technology.get("sales_types"))) > 1
    return [
        *(by_type if len(by_type) > 1 or several else []),
        *(by_value if len(by_value) > 1 else []),
    ]


def glossary(example: Example) -> Iterator[Mutant]:
    """Without each term that explains an abbreviation which the playbook uses."""
    terms = example.items("glossary")
    used = many(example.data.get("uses", {}).get("glossary"))
    for id_, term in terms.items():
        place: Path = ("uses", "glossary", used.index(id_)) if id_ in used else ("glossary", id_)
        for mutant in example.without("term for an abbreviation", place, []):
            lost = _words(id_, term) - _explained(example, but=id_)
            expected = frozenset(_first_uses(example, mutant.text, lost))
            if expected:
                yield Mutant(mutant.playbook, mutant.kind, mutant.path, mutant.text, expected)


def _words(id_: str, term: Any) -> set[str]:
    if isinstance(term, str):
        return {id_}
    return {term.get("term", id_), *many(term.get("synonyms"))}


def _explained(example: Example, *, but: str) -> set[str]:
    frameworks = {"BANT"} if example.data.get("qualification") == "bant" else set()
    for framework in example.items("frameworks").values():
        frameworks.add(framework["title"])
    others = (_words(id_, term) for id_, term in example.items("glossary").items() if id_ != but)
    return frameworks.union(*others)


def _first_uses(example: Example, text: str, lost: set[str]) -> Iterator[Expected]:
    """Which line is the first depends on the order of the model's fields; any use will do."""
    for word in sorted(lost & set(ABBREVIATIONS[example.data["language"]])):
        whole = re.compile(rf"(?<![^\W\d_]){word}(?![^\W\d_])")
        uses = frozenset(line + 1 for line, said in scalars(text) if whole.search(said))
        if uses:
            yield Expected("PB452", uses, word)
