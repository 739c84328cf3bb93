"""An editor's language server with our schema: keys, descriptions, and mistakes at our places."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from pydantic import BaseModel

from playbookgen.model.source import KeyPath
from playbookgen.pipeline import schema_text
from playbookgen.validate.annotations import model_at
from playbookgen.validate.json_schema import MODEL_BY_KIND
from tests.editor import cases
from tests.editor.lsp import LanguageServer

ROOT = Path(__file__).parents[2]
SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
SCHEMA = {
    "playbook": ROOT / "playbooks/playbook.schema.json",
    "library": ROOT / "playbooks/library.schema.json",
    "workspace": ROOT / "playbookgen.schema.json",
}
EXAMPLES = [
    *sorted(ROOT.glob("playbooks/*/playbook.yaml")),
    *sorted(ROOT.glob("playbooks/library/*.yaml")),
    ROOT / "playbookgen.yaml",
]
INVALID = sorted((ROOT / "tests/definitions/invalid").glob("PB20*.yaml"))
# Nothing is asked of any network: no store of schemas, no telemetry.
SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    },
    "redhat": {"telemetry": {"enabled": False}},
}
BATCH = 40

pytestmark = pytest.mark.editor


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """A language server that knows nothing but what a file's first line names."""
    node = shutil.which("node")
    if not node or not SERVER.is_file():
        pytest.skip("no language server: install Node.js and run make editor")
    environment = {**os.environ, "NODE_OPTIONS": ""}
    with LanguageServer([node, str(SERVER), "--stdio"], SETTINGS, environment) as running:
        yield running


def headed(text: str, kind: str = "playbook") -> str:
    """The text below the line by which an editor finds the schema."""
    return f"# yaml-language-server: $schema={SCHEMA[kind].as_uri()}\n{text}"


def found_places(server: LanguageServer, texts: Iterable[str]) -> Iterator[set[cases.Place]]:
    """Where the server finds something wrong in each of the texts; each place may come once."""
    waiting = iter(texts)
    while batch := [(text, server.open(text)) for text in islice(waiting, BATCH)]:
        for text, uri in batch:
            found = server.diagnostics(uri)
            places = {cases.Place(each.line + 1, each.column + 1) for each in found}
            assert len(places) == len(found), found
            yield {cases.after_dash(text, at) for at in places}
            server.close(uri)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_example_opens_without_a_complaint(server: LanguageServer, path: Path) -> None:
    uri = server.open(path.read_text(encoding="utf-8"), path=path)
    assert server.diagnostics(uri) == []
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=.")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_definition_is_wrong_at_our_places(server: LanguageServer, path: Path) -> None:
    text = headed(path.read_text(encoding="utf-8"))
    assert list(found_places(server, [text])) == [cases.our_places(text)] != [set()]


@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.slow)])
def test_every_mistake_is_found_at_our_places(server: LanguageServer, step: int) -> None:
    some = islice(cases.mistakes(), 0, None, step)
    mistakes = [each._replace(text=headed(each.text)) for each in some]
    found = found_places(server, [each.text for each in mistakes])
    differing = {
        mistake.name: (ours, theirs)
        for mistake, theirs in zip(mistakes, found, strict=True)
        if (ours := cases.our_places(mistake.text)) != theirs
    }
    assert differing == {}


@pytest.mark.parametrize("kind", MODEL_BY_KIND)
def test_completion_offers_the_keys_of_each_level(server: LanguageServer, kind: str) -> None:
    for level in cases.levels(kind):
        lines, column = skeleton(level.path)
        uri = server.open(headed("\n".join(lines), kind))
        offered = server.keys_offered(uri, len(lines), column)
        assert sorted(offered) == sorted(level.model.model_fields), level.path
        server.close(uri)


def skeleton(path: KeyPath) -> tuple[list[str], int]:
    """The lines that lead to a path, and the column at which a key may be written there."""
    lines: list[str] = []
    indent = ""
    for step in path:
        if step == 0:
            indent += "- "
        else:
            lines.append(f"{indent}{step}:")
            indent = " " * len(indent) + "  "
    return [*lines, indent], len(indent)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("status", ["draft", "current", "retired"]),
        ("built_from", ["methodology", "process"]),
        ("sales_types", ["traditional", "project", "regional"]),
        ("provenance", ["verbatim", "translated", "reconstructed", "own"]),
    ],
)
def test_completion_offers_the_words_of_a_choice(
    server: LanguageServer, key: str, words: list[str]
) -> None:
    uri = server.open(headed(f"{key}: "))
    assert server.offered(uri, 1, len(key) + 2) == words


def test_hover_explains_every_key(server: LanguageServer) -> None:
    text = headed(cases.EVERY_KEY.read_text(encoding="utf-8"))
    uri = server.open(text)
    document = cases.parsed(text)
    unexplained = {}
    for path, _ in cases.walk(document.data):
        meaning = _meaning(path)
        if meaning and isinstance(path[-1], str):
            where = document.locate(path, key=True)
            # Inside the key: at its first character the server means what ends there.
            shown = server.hover(uri, where.line - 1, where.column)
            if meaning not in _plain(shown):
                unexplained[path] = (meaning, shown)
    assert unexplained == {}


def _meaning(path: KeyPath) -> str:
    """What the model says of a key; of an id, what it says of the class of its item."""
    root: type[BaseModel] = MODEL_BY_KIND["playbook"]
    if path[0] == "stages" and path[-2:-1] == ("exit",):
        path = (*path[:-1], 0, path[-1])  # written as the one item of its list
    owner, own = model_at(root, path[:-1]), model_at(root, path)
    if owner:
        return _plain(owner.model_fields[str(path[-1])].description or "")
    return _plain((own.__doc__ or "") if own else "")


def _plain(text: str) -> str:
    """Text without Markdown's escapes, quotes of keys, and breaks of lines."""
    return re.sub(r"\s+", " ", re.sub(r"\\(?=\W)|`|&nbsp;", "", text)).strip()


def test_the_schemas_beside_the_examples_are_those_of_the_code() -> None:
    for kind, path in SCHEMA.items():
        assert path.read_text(encoding="utf-8") == schema_text(kind)


def test_the_server_is_the_pinned_one() -> None:
    lock = (SERVER.parents[3] / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity"' in lock
    assert "http" not in re.sub(r'"(funding|url)".*', "", lock)
    if SERVER.is_file() and shutil.which("node"):
        version = subprocess.run(
            ["node", SERVER, "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
        assert f'"yaml-language-server": "{version}"' in lock
