"""The guide's files as they are read: what builders would take for orders is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbookgen.load import load_guide


def codes(root: Path, **files: str) -> list[str]:
    """The codes of what is wrong with these pages, beside a start page."""
    write(root, {"index.md": "# Guide\n", **files})
    return [problem.code for problem in load_guide(root).problems]


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / "site" / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: </title><script>alert(1)</script>\n---\n# Page\n",
        "---\ntemplate: redirect.html\nlocation: https://example.org\n---\n",
        "---\r\na: &a [x]\r\n...\r\n# Page\r\n",
        "\ufeff--- \n---\t\n",
        "---\nhide: [toc]\n---",
    ],
)
def test_settings_for_a_builder_are_refused(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, **{"page.md": text}) == ["PB132"]


@pytest.mark.parametrize("text", ["---\n\n# Page\n", "# Page\n\n---\na\n---\n", "----\na: b\n"])
def test_lines_in_a_page_are_no_settings(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, **{"page.md": text}) == []


@pytest.mark.parametrize("name", ["README.md", "a/README.md", "a.MD", "en.js.md", "a\u202e.md"])
def test_a_name_that_builders_take_for_another_is_a_finding(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, **{name: "# Page\n"}) == ["PB133"]


def test_a_name_with_a_number_is_fine(tmp_path: Path) -> None:
    assert codes(tmp_path, **{"release-1.2.md": "# News\n"}) == []


def test_two_files_of_one_address_are_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path, **{"a.md": "# A\n", "a/index.md": "# A\n"}) == ["PB133"]
