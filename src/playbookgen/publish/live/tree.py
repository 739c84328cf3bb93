"""All that is served: the sites of a workspace, what is wrong in it, and what has changed since."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterable, Mapping

from playbookgen.publish.live.site import LiveSite
from playbookgen.publish.policy import with_policy

_HEAD_END = "</head>"
OWN = "__playbookgen/"
"""What addresses begin with that are no part of a site."""


class LiveTree:
    """The sites by their compartments, and the revision at which each page last changed."""

    def __init__(self, token: str) -> None:
        self.token = token
        """Tells this run from others."""
        self.changed = threading.Condition()
        self.problems = ""
        """What stands against the sources as they are, as text; empty if nothing does."""
        self.closed = False
        self._revision = 0
        self._changes: dict[str, int] = {}
        self._sites: dict[str, LiveSite] = {}
        self._titles: dict[str, str] = {}
        self._home = ""

    def change(
        self,
        sites: Mapping[str, LiveSite],
        changed: Iterable[str],
        *,
        titles: Mapping[str, str],
        home: str,
        problems: str,
    ) -> None:
        """Takes over what is now to be seen, and tells every page that waits for it."""
        with self.changed:
            self._revision += 1
            if (dict(sites).keys(), titles, home) != (self._sites.keys(), self._titles, self._home):
                self._changes["index.html"] = self._revision
            self._sites, self._titles, self._home = dict(sites), dict(titles), home
            self._changes.update(dict.fromkeys(changed, self._revision))
            self.problems = problems
            self.changed.notify_all()

    def say(self, problems: str) -> None:
        """Tells every page what is wrong."""
        with self.changed:
            self.problems = problems
            self.changed.notify_all()

    def close(self) -> None:
        """Lets every page that waits go."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def is_stale(self, path: str, revision: str) -> bool:
        """Whether a page that was sent at `revision` has changed since."""
        token, _, number = revision.partition(".")
        if token != self.token or not number.isdecimal():
            return True
        return self._changes.get(path, 0) > int(number)

    def file(self, path: str) -> bytes | None:
        """What is served at a path; None if there is nothing. Raises EngineError."""
        if path in ("", "index.html"):
            return self._start()
        compartment, inner = _parted(path)
        site = self._sites.get(compartment)
        found = site.file(inner) if site else None
        return self.followed(found) if found and inner.endswith(".html") else found

    def is_folder(self, path: str) -> bool:
        """Whether a page stands in the folder at `path`."""
        compartment, inner = _parted(f"{path}/index.html")
        return compartment in self._sites and self._sites[compartment].file(inner) is not None

    def followed(self, page: bytes) -> bytes:
        """A page with the script that reloads it; its policy allows files of its own server."""
        tags = (
            f'<link rel="stylesheet" href="/{OWN}live.css">\n'
            f'<script src="/{OWN}live.js?revision={self.token}.{self._revision}" defer></script>\n'
        )
        return page.replace(_HEAD_END.encode(), f"{tags}{_HEAD_END}".encode(), 1)

    def note(self, title: str, *lines: str) -> bytes:
        """A page of our own, with `lines` of HTML."""
        name = html.escape(title)
        page = with_policy(
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f"<title>{name}</title>\n</head>\n"
            f'<body class="pb-live-note">\n<h1>{name}</h1>\n{"".join(lines)}</body>\n</html>\n'
        )
        return self.followed(page.encode())

    @property
    def start(self) -> str:
        """The path of the page to begin with, if one is to be preferred."""
        if self._home in self._sites:
            return f"{self._home}/index.html"
        return f"{next(iter(self._sites))}/index.html" if len(self._sites) == 1 else ""

    def _start(self) -> bytes:
        """The list of sites, where there is more than one or none to choose from."""
        if not self._sites:
            return self.note("Nothing can be shown yet", "<p>It appears as soon as it can.</p>")
        items = "".join(
            f'<li><a href="/{html.escape(path)}/index.html">{html.escape(title)}</a></li>\n'
            for path, title in sorted(self._titles.items())
        )
        return self.note("Sites", f"<ul>\n{items}</ul>\n")


def page_of(path: str) -> str:
    """The path of the page that stands at an address."""
    return f"{path}index.html" if re.search(r"(^|/)$", path) else path


def _parted(path: str) -> tuple[str, str]:
    """The compartment of a path, and the path in its site."""
    client, _, rest = path.partition("/")
    audience, _, inner = rest.partition("/")
    return f"{client}/{audience}", inner
