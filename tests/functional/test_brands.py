"""Each client's site shows the client's own brand, and nothing of another's."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen import pipeline

PLAYBOOK = """\
format: 1
title: How {client} sells
summary: From the first call to the contract.
client: {client}
language: en
status: draft
roles: {{rep: Sales representative}}
stages:
  call:
    title: Call
    responsible: rep
    purpose: Learn what is needed.
    entry: A request has arrived.
    exit: The need is written down.
"""
SETTINGS = """\
format: 1
title: Consultants
owner: own
clients:
  own: Consultants
  acme: {title: Acme, brand: {colours: ["#0a5c8f", "#e07a1f"]}}
  globex: {title: Globex, brand: {colours: ["#b71c5c", "#5c8f0a"]}}
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    (root / "playbookgen.yaml").write_text(SETTINGS, encoding="utf-8")
    for client in ("acme", "globex"):
        folder = root / "playbooks" / f"sales-{client}"
        folder.mkdir(parents=True)
        text = PLAYBOOK.format(client=client)
        (folder / "playbook.yaml").write_text(text, encoding="utf-8")
    built = pipeline.build(root, jobs=1)
    assert not built.held_back
    return root / "site" / "public"


def everything(site: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("client", "own", "foreign"),
    [
        ("acme", (b"#0a5c8f",), (b"#b71c5c", b"#5c8f0a")),
        ("globex", (b"#b71c5c",), (b"#0a5c8f", b"#e07a1f")),
        ("own", (b"#3d5a8c",), (b"#0a5c8f", b"#e07a1f", b"#b71c5c", b"#5c8f0a")),
    ],
)
def test_a_brand_reaches_the_site_of_its_client_alone(
    sites: Path, client: str, own: tuple[bytes, ...], foreign: tuple[bytes, ...]
) -> None:
    content = everything(sites / client)
    assert all(colour in content for colour in own)
    assert not any(colour in content.lower() for colour in foreign)
