"""Links to files instead of folders, so that a site opens from a disk as it does from a server."""

from __future__ import annotations

import re

_LINK = re.compile(r'(?<=\shref=")(?P<path>(?!//)[^":#?<>]*?)(?P<rest>[#?][^"<>]*)?(?=")')
_FOLDER = re.compile(r"(^|/)\.{0,2}$")


def with_files(page: str) -> str:
    """A built page whose relative links to folders lead to the page in the folder.

    An address of a page is a folder wherever it is written; only a server knows the file in it.
    """
    return _LINK.sub(_named, page)


def file_of(path: str) -> str:
    """A relative link as that of a file: a folder's is that of its `index.html`."""
    if not path or not _FOLDER.search(path):
        return path
    return f"{path.removesuffix('/')}/index.html"


def _named(link: re.Match[str]) -> str:
    return file_of(link["path"]) + (link["rest"] or "")
