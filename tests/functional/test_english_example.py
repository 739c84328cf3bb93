"""The English example uses every field of the format, and holds its own promises."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from playbookgen import load, pipeline, resolve, validate
from playbookgen.model.definition import LibraryDefinition, PlaybookDefinition
from playbookgen.validate.annotations import hints

ROOT = Path(__file__).parents[2]
PLAYBOOK = "field-service"

UNUSED_VALUES = {
    "PlaybookDefinition.status": "a playbook has one status; this one is current",
    "PlaybookDefinition.built_from": "the methodology came first here",
}


@pytest.fixture(scope="module")
def playbook() -> PlaybookDefinition:
    """The example with what it uses of the library."""
    found = load.find_workspace(ROOT)
    files = []
    for file in found.library:
        document = load.load_document(file.path, shown=file.shown).document
        assert document
        files.append((document, _definition(validate.validate_library(document))))
    library, problems = resolve.library_of(files)
    assert not problems
    file = next(one for one in found.playbooks if one.id == PLAYBOOK)
    document = load.load_document(file.path, shown=file.shown).document
    assert document
    definition = _definition(validate.validate_playbook(document))
    return resolve.with_library(document, definition, library).definition


def _definition(validated: Any) -> Any:
    assert not validated.problems
    return validated.definition


def classes(annotation: Any, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every model class that can stand somewhere below an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation not in seen:
            seen.add(annotation)
            for hint in hints(annotation).values():
                classes(hint, seen)
    else:
        for part in get_args(annotation):
            classes(part, seen)
    return seen


def said(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field below a value that says something, as Class.field, with what it says."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            item = getattr(value, name)
            if name in value.model_fields_set and item not in (None, [], {}):
                yield f"{type(value).__name__}.{name}", item
                yield from said(item)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from said(item)


def choices(annotation: Any) -> set[str]:
    """The words to choose from in an annotation, if it offers any."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    if get_origin(annotation) in (Union, UnionType, list) or hasattr(annotation, "__metadata__"):
        return {word for part in get_args(annotation) for word in choices(part)} - {NoneType}
    return set()


def test_every_field_is_used(playbook: PlaybookDefinition) -> None:
    """What the format can say, a reader can see in use."""
    used = {field for field, _value in said(playbook)}
    possible = {
        f"{model.__name__}.{name}"
        for model in classes(PlaybookDefinition, set())
        for name in model.model_fields
    }
    assert len(possible) > 200
    assert possible - used == set()


def test_every_choice_is_made(playbook: PlaybookDefinition) -> None:
    """Each word of a closed list stands somewhere: every kind of task, of outcome, of member."""
    chosen: dict[str, set[str]] = defaultdict(set)
    for field, value in said(playbook):
        words = value if isinstance(value, list) else [value]
        chosen[field].update(word for word in words if isinstance(word, str))
    missing = {}
    for model in classes(PlaybookDefinition, set()):
        for name, hint in hints(model).items():
            field = f"{model.__name__}.{name}"
            # Provenance and the sales types are the same few words in every class.
            if name not in ("provenance", "sales_types") and field not in UNUSED_VALUES:
                left = {word for word in choices(hint) if word not in chosen[field]}
                missing.update({field: left} if left else {})
    assert missing == {}
    marks = {value for field, value in said(playbook) if field.endswith(".provenance")}
    assert marks == {"verbatim", "translated", "reconstructed", "own"}


def test_every_section_of_the_library_is_used(playbook: PlaybookDefinition) -> None:
    """A library file has no field of its own beside its title."""
    assert set(LibraryDefinition.model_fields) - set(PlaybookDefinition.model_fields) == set()
    for section in type(playbook.uses).model_fields:
        assert getattr(playbook.uses, section), section


def test_durations_sum_to_the_cycle(playbook: PlaybookDefinition) -> None:
    """The stages that every deal passes take as long as the cycle, at the least and at the most."""
    assert playbook.cycle
    durations = [
        stage.duration
        for stage in playbook.stages.values()
        if stage.duration and not stage.optional
    ]
    assert sum(duration.least for duration in durations) == playbook.cycle.least
    assert sum(duration.most for duration in durations) == playbook.cycle.most


def test_figures_rise_along_the_way(playbook: PlaybookDefinition) -> None:
    """Probabilities and the confidence in each letter never fall, and fit the conversions."""
    stages = list(playbook.stages.values())
    probabilities = [stage.probability for stage in stages if stage.probability]
    assert len(probabilities) == len(stages)
    assert probabilities == sorted(probabilities)
    for letter in ("budget", "authority", "need", "timeline"):
        levels = [s.qualification[letter].level for s in stages if letter in s.qualification]
        assert len(levels) > 4
        assert levels == sorted(levels)
    for stage, following in pairwise(stages):
        assert stage.probability
        assert stage.conversion
        assert following.probability
        reached = stage.conversion.value * following.probability.value / 100
        assert abs(stage.probability.value - reached) <= Fraction(5), stage.title


def test_labels_fit_their_boxes(playbook: PlaybookDefinition) -> None:
    """Titles that stand on maps are short."""
    stages = playbook.stages.values()
    assert max(len(stage.title) for stage in stages) <= 28
    assert max(len(task.title) for stage in stages for task in stage.tasks.values()) <= 45
    assert playbook.journey
    assert max(len(event.title) for event in playbook.journey.events.values()) <= 36


def test_the_price_objection_is_answered(playbook: PlaybookDefinition) -> None:
    """The objection that every seller meets has an answer with evidence."""
    objection = playbook.stages["proposal"].objections["price-too-high"]
    assert objection.title == "The price is too high"
    assert "compared with what" in objection.answer
    assert len(objection.evidence) >= 3


def test_one_finding_is_excepted_with_a_reason(tmp_path: Path) -> None:
    """Nothing is found in the example; without its exception, the one finding that it names."""
    shutil.copy(ROOT / "playbookgen.yaml", tmp_path)
    shutil.copytree(ROOT / "playbooks" / PLAYBOOK, tmp_path / "playbooks" / PLAYBOOK)
    library = tmp_path / "playbooks" / "library"
    shutil.copytree(ROOT / "playbooks" / "library" / "brand", library / "brand")
    for file in (ROOT / "playbooks" / "library").glob("*-en.yaml"):
        shutil.copy(file, library)
    assert pipeline.check(tmp_path).problems == ()
    path = tmp_path / "playbooks" / PLAYBOOK / "playbook.yaml"
    text, exceptions = path.read_text(encoding="utf-8").split("exceptions:")
    path.write_text(text, encoding="utf-8")
    found = pipeline.check(tmp_path).problems
    assert [problem.code for problem in found] == ["PB454"]
    assert found[0].location.text.strip() == "recommendations:"
    assert "stages.go-live.metrics.recommendations" in exceptions
