"""Whatever an author loses or mistypes, the rules answer with problems at lines that exist."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbookgen.load import load_document
from tests.unit.validate.samples import COMPLETE, judged


def _places(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every key and list item below a node of the complete playbook."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    found: list[tuple[str | int, ...]] = []
    for key, value in items:
        found.append((*path, key))
        if isinstance(value, dict | list):
            found += _places(value, (*path, key))
    return found


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(value) for value in node] if isinstance(node, list) else node


@given(data=st.data())
@settings(max_examples=60)
def test_whatever_is_lost_or_mistyped_no_rule_fails(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("case")
    (folder / "complete.yaml").write_text(COMPLETE, encoding="utf-8")
    loaded = load_document(folder / "complete.yaml", shown="complete.yaml")
    assert loaded.document
    whole: Any = _plain(loaded.document.data)
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(_places(whole)))
        holder = whole
        for step in path[:-1]:
            holder = holder[step]
        if data.draw(st.booleans()) and isinstance(holder[path[-1]], str):
            holder[path[-1]] = "elsewhere"
        else:
            del holder[path[-1]]
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    problems = judged(folder, text)
    lines = text.splitlines()
    assert all(item.location.text in ("", *lines) for item in problems)
