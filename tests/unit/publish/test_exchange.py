"""A folder is exchanged whole, and only if everything in it is ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen.problems import OutputError
from playbookgen.publish import output_lock, publish_root
from playbookgen.publish.exchange import CANNOT_WRITE, exchange
from playbookgen.publish.lock import LOCKED
from playbookgen.publish.manifest import MANIFEST, NOT_OURS


def files(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, the manifest left out."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in sorted(found.items())
        if path.is_file() and name != MANIFEST
    }


def put(tree: dict[str, bytes], target: Path) -> None:
    work = target.parent / "work"
    work.mkdir(parents=True)
    try:
        exchange(tree, target, work=work)
    finally:
        for path in sorted(work.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        work.rmdir()


def test_the_new_tree_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "acme" / "internal"
    put({"a.html": b"1", "old/gone.html": b"2"}, target)
    put({"a.html": b"3", "new/b.html": b"4"}, target)
    assert files(target) == {"a.html": b"3", "new/b.html": b"4"}
    assert not (target / "old").exists()


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    put({"a.html": b"1"}, target)
    assert files(target) == {"a.html": b"1"}


def refused(target: Path) -> None:
    before = files(target)
    with pytest.raises(OutputError) as caught:
        put({"a.html": b"new"}, target)
    assert caught.value.problems[0].code == NOT_OURS
    assert caught.value.problems[0].cure
    assert files(target) == before


def test_a_folder_without_our_manifest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    refused(tmp_path / "site")


def test_a_foreign_file_among_ours_is_left_alone(tmp_path: Path) -> None:
    put({"a.html": b"1"}, tmp_path / "site")
    (tmp_path / "site" / "notes.txt").write_text("mine")
    refused(tmp_path / "site")


def test_a_link_in_the_place_of_a_file_of_ours_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    put({"a.html": b"1"}, tmp_path / "site")
    (tmp_path / "site" / "a.html").unlink()
    (tmp_path / "site" / "a.html").symlink_to(elsewhere)
    refused(tmp_path / "site")
    assert elsewhere.read_text() == "mine"


def test_a_linked_folder_is_left_alone(tmp_path: Path) -> None:
    put({"a.html": b"1"}, tmp_path / "real")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    refused(tmp_path / "site")


@pytest.mark.parametrize(
    "manifest", ["", "[]", "[" * 100_000, '{"format": 2, "files": {}}', '{"format": 1}']
)
def test_a_manifest_that_is_none_gives_no_right(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MANIFEST).write_text(manifest)
    (tmp_path / "site" / "a.html").write_text("mine")
    refused(tmp_path / "site")


def test_a_manifest_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    target = tmp_path / "site"
    put({"a.html": b"1"}, target)
    text = (target / MANIFEST).read_text()
    (target / MANIFEST).write_text(text.replace('"a.html"', '"../victim.txt": "", "a.html"'))
    put({"a.html": b"2"}, target)
    assert victim.read_text() == "mine"


def test_the_old_tree_stays_if_the_exchange_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "site"
    put({"a.html": b"1"}, target)
    rename = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputError) as caught:
        put({"a.html": b"2"}, target)
    assert caught.value.problems[0].code == CANNOT_WRITE
    assert files(target) == {"a.html": b"1"}


def test_the_manifest_lists_every_file_with_its_hash(tmp_path: Path) -> None:
    put({"b.html": b"", "a.html": b"1"}, tmp_path / "site")
    assert (tmp_path / "site" / MANIFEST).read_text() == (
        '{\n "format": 1,\n "files": {\n'
        '  "a.html": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",\n'
        '  "b.html": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"\n }\n}\n'
    )


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    with output_lock(tmp_path / "out"):
        with pytest.raises(OutputError) as caught, output_lock(tmp_path / "out"):
            pass
        assert caught.value.problems[0].code == LOCKED
    with output_lock(tmp_path / "out"):
        pass


def test_a_file_where_the_output_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(OutputError), output_lock(tmp_path / "out"):
        pass
    assert (tmp_path / "out").read_text() == "mine"


def test_the_root_page_leads_on_without_a_script(tmp_path: Path) -> None:
    publish_root(tmp_path, "acme/internal", title="A <b>", language="ro")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'url=acme/internal/index.html"' in page
    assert '<a href="acme/internal/index.html">' in page
    assert "A &lt;b&gt;" in page
    assert "<script" not in page
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    publish_root(tmp_path, "globex/internal")
    assert "globex/internal/" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_foreign_root_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>mine</h1>")
    with pytest.raises(OutputError):
        publish_root(tmp_path, "acme/internal")
    assert (tmp_path / "index.html").read_text() == "<h1>mine</h1>"
