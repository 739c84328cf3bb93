"""The portfolio: one map of all playbooks, drawn without naming one, true or not drawn at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbookgen.cli import main
from playbookgen.layout import place
from playbookgen.model.playbook import Compartment, Edition
from playbookgen.pipeline import check, init
from playbookgen.pipeline.workspace_maps import portal_map
from playbookgen.problems import ExitCode
from playbookgen.render.pages import site_of
from playbookgen.render.pages.portal import PORTAL_ROOM
from playbookgen.resolve import compartments_of


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two clients, each with a playbook; one of them is a draft."""
    root = tmp_path / "own"
    init(root, title="Our sales")
    first = root / "playbooks" / "first" / "playbook.yaml"
    second = root / "playbooks" / "second" / "playbook.yaml"
    second.parent.mkdir()
    text = first.read_text("utf-8").replace("client: own", "client: acme")
    assert "acme" in text
    second.write_text(text, encoding="utf-8")
    settings = root / "playbookgen.yaml"
    settings.write_text(settings.read_text("utf-8") + "  acme: ACME & Söhne <b>\n", "utf-8")
    return root


Draw = Callable[..., tuple[int, str]]


@pytest.fixture
def draw(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Draw:
    """`playbookgen draw` in that workspace: its exit code, and all that it says."""

    def drawn(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(["draw", *arguments, "--workspace", str(workspace)])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return drawn


def test_the_portfolio_is_drawn_without_a_playbook(draw: Draw, tmp_path: Path) -> None:
    out = tmp_path / "portfolio.svg"
    code, said = draw("portfolio", "-o", str(out))
    assert code == ExitCode.OK, said
    svg = out.read_text("utf-8")
    assert "ACME &amp; Söhne &lt;b&gt;" in svg
    assert "<b>" not in svg
    again = tmp_path / "again.svg"
    assert draw("portfolio", "-o", str(again))[0] == ExitCode.OK
    assert again.read_bytes() == out.read_bytes()


def test_a_word_that_is_no_map_of_a_workspace_is_told_apart(draw: Draw, tmp_path: Path) -> None:
    out = tmp_path / "x.svg"
    code, said = draw("porfolio", "-o", str(out))
    assert code == ExitCode.USAGE
    assert "Did you mean “portfolio”?" in said
    code, said = draw("first", "-o", str(out))
    assert code == ExitCode.USAGE
    assert "Which map of “first”" in said
    assert not out.exists()


def test_a_playbook_called_portfolio_has_its_own_maps(
    workspace: Path, draw: Draw, tmp_path: Path
) -> None:
    (workspace / "playbooks" / "second").rename(workspace / "playbooks" / "portfolio")
    out = tmp_path / "process.dot"
    assert draw("portfolio", "process", "--no-title", "-o", str(out))[0] == ExitCode.OK
    assert "ACME" not in out.read_text("utf-8")


def test_a_portfolio_that_would_lack_a_playbook_is_not_drawn(
    workspace: Path, draw: Draw, tmp_path: Path
) -> None:
    broken = workspace / "playbooks" / "second" / "playbook.yaml"
    broken.write_text(broken.read_text("utf-8").replace("responsible: rep", "responsible: reb", 1))
    out = tmp_path / "portfolio.svg"
    code, said = draw("portfolio", "-o", str(out))
    assert code == ExitCode.FINDINGS
    assert "reb" in said
    assert not out.exists()


def compartments(workspace: Path) -> dict[str, Compartment]:
    checked = check(workspace)
    return {item.id: item for item in compartments_of(checked.workspace, checked.editions)}


def test_only_the_owner_s_portal_has_the_portfolio(workspace: Path) -> None:
    found = compartments(workspace)
    assert portal_map(found["acme/internal"], "portfolio") is None
    portal = portal_map(found["own/internal"], "portfolio")
    assert portal is not None
    placed = place(portal.diagram, width=PORTAL_ROOM)
    shown = {node.target for node in placed.nodes if node.target}
    assert shown == set(portal.links)


def test_the_portfolio_leads_where_the_portal_leads(workspace: Path) -> None:
    own = compartments(workspace)["own/internal"]
    portal = portal_map(own, "portfolio")
    assert portal is not None
    assert sorted(portal.links.values()) == [
        "../../acme/internal/en/second/",
        "en/first/",
    ]
    assert site_of(own, ()).outside == {"../../acme/internal/en/second/"}


def test_all_editions_of_a_workspace_have_refs_of_their_own(repository: Path) -> None:
    editions: tuple[Edition, ...] = check(repository).editions
    assert len({item.ref for item in editions}) == len(editions)
