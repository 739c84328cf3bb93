"""The link check: whatever a reader or a browser could follow leads somewhere."""

from __future__ import annotations

import pytest

from playbookgen.publish.links import (
    BROKEN_LINK,
    FOREIGN_FILE,
    TWICE_THE_SAME_ID,
    check_links,
)

OTHER = {"other/index.html": b'<h1 id="there">x</h1>', "a.css": b"", "index.html": b"<p>start</p>"}


def codes(body: str, *, path: str = "page/index.html") -> list[str]:
    return [problem.code for problem in check_links({**OTHER, path: body.encode()})]


@pytest.mark.parametrize(
    "link",
    [
        "../other/",
        "../other/#there",
        "../other/index.html",
        "../",
        "..",
        ".",
        "#here",
        "../a.css",
        "mailto:a@b.c",
        "https://example.org/",
        "../other/#the%72e",
    ],
)
def test_a_link_that_leads_somewhere_passes(link: str) -> None:
    assert codes(f'<p id="here"><a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "../none/",
        "../other/#nowhere",
        "#nowhere",
        "../other",
        "/other/",
        "../../outside/",
        "x.png",
        "//[",
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str) -> None:
    assert codes(f'<a href="{link}">x</a>') == [BROKEN_LINK]


@pytest.mark.parametrize(
    "element",
    [
        '<svg><a href="../none/"><text>x</text></a></svg>',
        '<svg><a xlink:href="../none/"><text>x</text></a></svg>',
        '<svg><use href="#none"/></svg>',
        '<img src="none.png">',
        '<img srcset="../a.css 1x, none.png 2x">',
        '<script src="none.js"></script>',
        '<link rel="stylesheet" href="none.css">',
    ],
)
def test_links_of_maps_and_files_are_checked(element: str) -> None:
    assert codes(element) == [BROKEN_LINK]


@pytest.mark.parametrize(
    "element",
    [
        '<link rel="stylesheet" href="https://fonts.example/x.css">',
        '<script src="//cdn.example/x.js"></script>',
        '<img src="http://example.org/x.png">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
    ],
)
def test_nothing_is_fetched_from_elsewhere_or_run(element: str) -> None:
    assert codes(element) == [FOREIGN_FILE]


def test_an_id_stands_once_on_a_page() -> None:
    assert codes('<p id="a"><p id="b"><p id="a">') == [TWICE_THE_SAME_ID]


def test_only_the_start_page_leaves_and_only_to_where_it_may() -> None:
    link = b'<a href="../../globex/client/">x</a>'
    allowed = {"../../globex/client/"}
    assert check_links({"index.html": link}, outside=allowed) == ()
    assert len(check_links({"index.html": link})) == 1
    assert len(check_links({"page/index.html": link}, outside=allowed)) == 1


def test_a_problem_names_page_and_line() -> None:
    (problem,) = check_links({"page/index.html": b'<p>\n<a href="gone/">x</a>'})
    assert (problem.location.path, problem.location.line) == ("page/index.html", 2)
    assert "gone/" in problem.message
