"""The workspace is found upward; its playbooks are real folders with ids for names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbookgen.load import Workspace, find_workspace, load_document
from playbookgen.problems import ExitCode, UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "playbookgen.yaml").write_text("format: 1\n")
    (tmp_path / "playbooks").mkdir()
    return tmp_path.resolve()


def add(root: Path, name: str, *, text: str = "format: 1\n") -> Path:
    folder = root / "playbooks" / name
    folder.mkdir(parents=True)
    (folder / "playbook.yaml").write_text(text)
    return folder


def found(workspace: Workspace) -> list[str]:
    return [
        f"{problem.code} {problem.location.path} {problem.message}"
        for problem in workspace.problems
    ]


def test_playbooks_come_in_the_order_of_their_ids(root: Path) -> None:
    for name in ("zeta", "alpha", "library", ".hidden", "_drafts"):
        add(root, name)
    (root / "playbooks" / "README.md").write_text("x")
    workspace = find_workspace(root)
    assert found(workspace) == []
    assert [(each.id, each.shown) for each in workspace.playbooks] == [
        ("alpha", "playbooks/alpha/playbook.yaml"),
        ("zeta", "playbooks/zeta/playbook.yaml"),
    ]
    assert workspace.playbooks[0].path == root / "playbooks" / "alpha" / "playbook.yaml"


def test_the_workspace_is_found_from_a_folder_within(root: Path) -> None:
    folder = add(root, "alpha")
    assert find_workspace(folder).root == root


def test_without_a_workspace_the_cure_is_init(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_workspace(tmp_path)
    assert caught.value.exit_code == ExitCode.USAGE
    (problem,) = caught.value.problems
    assert problem.code == "PB125"
    assert "playbookgen init" in problem.cure


def test_the_settings_name_the_folder_of_playbooks(root: Path) -> None:
    (root / "playbookgen.yaml").write_text("format: 1\nplaybooks: docs/books\n")
    folder = root / "docs" / "books" / "alpha"
    folder.mkdir(parents=True)
    (folder / "playbook.yaml").write_text("format: 1\n")
    assert [each.shown for each in find_workspace(root).playbooks] == [
        "docs/books/alpha/playbook.yaml"
    ]


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "a/../../b", "..\\elsewhere", "C:/x"])
def test_the_folder_of_playbooks_stays_inside_the_workspace(root: Path, name: str) -> None:
    (root / "playbookgen.yaml").write_text(f"format: 1\nplaybooks: '{name}'\n")
    workspace = find_workspace(root)
    assert found(workspace) == [
        "PB124 playbookgen.yaml The folder of playbooks is outside the workspace"
    ]
    assert workspace.problems[0].location.line == 2
    assert workspace.refused


def test_a_missing_folder_of_playbooks_is_said(root: Path) -> None:
    (root / "playbooks").rmdir()
    assert found(find_workspace(root)) == [
        "PB121 playbookgen.yaml The folder of playbooks, playbooks, does not exist"
    ]


def test_broken_settings_are_reported_and_do_not_hide_the_playbooks(root: Path) -> None:
    (root / "playbookgen.yaml").write_text("format: 'x\n")
    add(root, "alpha")
    workspace = find_workspace(root)
    assert [problem.code for problem in workspace.problems] == ["PB101"]
    assert workspace.settings.document is None
    assert [each.id for each in workspace.playbooks] == ["alpha"]


def test_a_folder_without_a_playbook_is_a_warning(root: Path) -> None:
    (root / "playbooks" / "alpha").mkdir()
    workspace = find_workspace(root)
    assert found(workspace) == ["PB128 playbooks/alpha This folder has no playbook.yaml"]
    assert workspace.problems[0].severity == "warning"
    assert not workspace.refused


@pytest.mark.parametrize("name", ["Alpha", "al pha", "1st", "con", "продажи", "a--b"])
def test_a_folder_is_named_by_an_id(root: Path, name: str) -> None:
    add(root, name)
    add(root, "good")
    workspace = find_workspace(root)
    assert [problem.code for problem in workspace.problems] == ["PB126"]
    assert [each.id for each in workspace.playbooks] == ["good"]


def test_names_that_count_as_the_same_are_found(root: Path) -> None:
    add(root, "alpha")
    try:
        add(root, "ALPHA")
    except FileExistsError:
        pytest.skip("this file system does not tell the two names apart")
    add(root, "ａlpha")
    same = [line for line in found(find_workspace(root)) if line.startswith("PB127")]
    assert same == [
        "PB127 playbooks/alpha This folder and playbooks/ALPHA have names that count as the same",
        "PB127 playbooks/ａlpha This folder and playbooks/ALPHA have names that count as the same",
    ]


def test_a_line_break_in_a_folder_name_is_not_printed(root: Path) -> None:
    add(root, "a\n::error::b")
    assert [problem.location.path for problem in find_workspace(root).problems] == [
        "playbooks/a\N{REPLACEMENT CHARACTER}::error::b"
    ]


LINK = "This is a symbolic link, which is not followed"


def test_links_are_refused_wherever_they_stand(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside").resolve()
    secret = outside / "playbook.yaml"
    secret.write_text("secret: 1\n")
    (root / "playbooks" / "folder").symlink_to(outside)
    (root / "playbooks" / "file").mkdir()
    (root / "playbooks" / "file" / "playbook.yaml").symlink_to(secret)
    (root / "playbooks" / "gone").symlink_to(outside / "nothing")
    add(root, "good")
    workspace = find_workspace(root)
    assert found(workspace) == [
        f"PB123 playbooks/file/playbook.yaml {LINK}",
        f"PB123 playbooks/folder {LINK}",
        f"PB123 playbooks/gone {LINK}",
    ]
    assert workspace.refused
    assert [each.id for each in workspace.playbooks] == ["good"]


def test_a_linked_folder_of_playbooks_or_settings_file_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside").resolve()
    (outside / "playbookgen.yaml").write_text("format: 1\n")
    (root / "playbooks").rmdir()
    (root / "playbooks").symlink_to(outside)
    (root / "playbookgen.yaml").unlink()
    (root / "playbookgen.yaml").symlink_to(outside / "playbookgen.yaml")
    workspace = find_workspace(root)
    assert found(workspace) == [
        "PB123 playbookgen.yaml The folder of playbooks is a symbolic link",
        f"PB123 playbookgen.yaml {LINK}",
    ]
    assert workspace.refused


def test_a_workspace_reached_through_a_link_is_found(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    add(root, "alpha")
    link = tmp_path_factory.mktemp("links") / "work"
    link.symlink_to(root)
    workspace = find_workspace(link)
    assert workspace.root == root
    assert [each.id for each in workspace.playbooks] == ["alpha"]


def test_files_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    missing = load_document(tmp_path / "x.yaml", shown="x.yaml")
    assert [each.message for each in missing.problems] == ["This file does not exist"]
    folder = load_document(tmp_path, shown="x.yaml")
    assert [each.message for each in folder.problems] == ["This file cannot be read"]
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "x.yaml")
    assert [each.message for each in load_document(link, shown="x").problems] == [LINK]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    result = load_document(tmp_path / "pipe.yaml", shown="pipe.yaml")
    assert [each.code for each in result.problems] == ["PB122"]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: 値\r\n".encode())
    result = load_document(tmp_path / "a.yaml", shown="books/a.yaml")
    assert result.document
    assert result.document.data == {"title": "値"}
    assert result.document.path == "books/a.yaml"
