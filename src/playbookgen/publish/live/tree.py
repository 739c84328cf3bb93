"""All that is served: the sites of a workspace, what is wrong in it, and what has changed since."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterable, Mapping

from playbookgen.publish.guide import FOLDER as GUIDE
from playbookgen.publish.live.site import LiveSite
from playbookgen.publish.policy import with_policy

_HEAD_END = "</head>"
OWN = "__playbookgen/"
"""What addresses begin with that are no part of a site."""


class LiveTree:
    """The sites by their folders, and the revision at which each page last changed."""

    def __init__(self, token: str) -> None:
        self.token = token
        """Tells this run from others."""
        self.changed = threading.Condition()
        self.problems = ""
        """What stands against the sources as they are, as text; empty if nothing does."""
        self.closed = False
        self._revision = 0
        self._changes: dict[str, int] = {}
        self._looks: dict[str, int] = {}
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

    def restyle(self, id_: str) -> None:
        """Tells every page of a site that its style sheet is another one."""
        with self.changed:
            self._revision += 1
            self._looks[id_] = self._revision
            self.changed.notify_all()

    def close(self) -> None:
        """Lets every page that waits go."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def is_stale(self, path: str, revision: str) -> bool:
        """Whether a page that was sent at `revision` has changed since."""
        return self._is_before(revision, self._changes.get(path, 0))

    def is_restyled(self, path: str, revision: str) -> bool:
        """Whether the looks of a page that was sent at `revision` have changed since."""
        return self._is_before(revision, self._looks.get(self._parted(path)[0], 0))

    def _is_before(self, revision: str, change: int) -> bool:
        token, _, number = revision.partition(".")
        return token != self.token or not number.isdecimal() or int(number) < change

    @property
    def revision(self) -> str:
        """What a page is told that is sent now."""
        return f"{self.token}.{self._revision}"

    def file(self, path: str) -> bytes | None:
        """What is served at a path; None if there is nothing. Raises EngineError."""
        revision = self.revision  # what changes while a page is built, it does not show
        if path in ("", "index.html"):
            return self._start(revision)
        id_, inner = self._parted(path)
        site = self._sites.get(id_)
        found = site.file(inner) if site else None
        return self._followed(found, revision) if found and inner.endswith(".html") else found

    def is_folder(self, path: str) -> bool:
        """Whether a page stands in the folder at `path`."""
        id_, inner = self._parted(f"{path}/index.html")
        return id_ in self._sites and self._sites[id_].file(inner) is not None

    def _followed(self, page: bytes, revision: str) -> bytes:
        """A page with the script that reloads it; its policy allows files of its own server."""
        tags = (
            f'<link rel="stylesheet" href="/{OWN}live.css">\n'
            f'<script src="/{OWN}live.js?revision={revision}" defer></script>\n'
        )
        return page.replace(_HEAD_END.encode(), f"{tags}{_HEAD_END}".encode(), 1)

    def note(self, title: str, *lines: str, revision: str) -> bytes:
        """A page of our own, with `lines` of HTML, that tells what was so at `revision`."""
        name = html.escape(title)
        page = with_policy(
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f"<title>{name}</title>\n</head>\n"
            f'<body class="pb-live-note">\n<h1>{name}</h1>\n{"".join(lines)}</body>\n</html>\n'
        )
        return self._followed(page.encode(), revision)

    @property
    def start(self) -> str:
        """The path of the page to begin with, if one is to be preferred."""
        if self._home in self._sites:
            return f"{self._home}/index.html"
        ids = [id_ for id_ in self._sites if id_ != GUIDE] or [*self._sites]
        return f"{ids[0]}/index.html" if len(ids) == 1 else ""

    def _parted(self, path: str) -> tuple[str, str]:
        """The id of a path's site, which is also its folder, and the path in it."""
        first, _, rest = path.partition("/")
        if first in self._sites:
            return first, rest
        second, _, inner = rest.partition("/")
        return f"{first}/{second}", inner

    def _start(self, revision: str) -> bytes:
        """The list of sites, where there is more than one or none to choose from."""
        if not self._sites:
            words = "<p>It appears as soon as it can.</p>"
            return self.note("Nothing can be shown yet", words, revision=revision)
        items = "".join(
            f'<li><a href="/{html.escape(path)}/index.html">{html.escape(title)}</a></li>\n'
            for path, title in sorted(self._titles.items())
        )
        return self.note("Sites", f"<ul>\n{items}</ul>\n", revision=revision)


def page_of(path: str) -> str:
    """The path of the page that stands at an address."""
    return f"{path}index.html" if re.search(r"(^|/)$", path) else path
