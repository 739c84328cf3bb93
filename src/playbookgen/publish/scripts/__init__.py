"""Scripts of pages: what maps and tables can do beyond being read, each a file of our own."""

from __future__ import annotations

from importlib.resources import files

_MARK_BY_SCRIPT = {"maps": "data-playbookgen-picture=", "filters": "data-pb-filters="}
"""What a page holds that needs the script."""


def add_scripts(tree: dict[str, bytes]) -> None:
    """Gives the pages of a built site the scripts that they need, whichever builder made them."""
    needed: set[str] = set()
    for path in [path for path in tree if path.endswith(".html")]:
        page = tree[path].decode()
        names = [name for name, mark in _MARK_BY_SCRIPT.items() if mark in page]
        tags = "".join(_tag(name, path) for name in names)
        tree[path] = page.replace("</head>", f"{tags}</head>", 1).encode()
        needed.update(names)
    for name in sorted(needed):
        tree[_address(name)] = _source(name).encode()


def _tag(name: str, path: str) -> str:
    return f'<script src="{"../" * path.count("/")}{_address(name)}" defer></script>\n'


def _address(name: str) -> str:
    return f"javascripts/playbookgen-{name}.js"


def _source(name: str) -> str:
    return (files("playbookgen.publish.scripts") / "assets" / f"{name}.js").read_text("utf-8")


def all_scripts() -> dict[str, bytes]:
    """Every script by its address in a site, whichever page needs it."""
    return {_address(name): _source(name).encode() for name in _MARK_BY_SCRIPT}
