"""What is served, to this machine alone: no path of a request ever becomes one of the disk."""

from __future__ import annotations

import json
import mimetypes
import threading
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from types import TracebackType
from urllib.parse import parse_qs, unquote, urlsplit

from playbookgen.problems import Location, PlaybookgenError, Problem, UsageError
from playbookgen.publish.live.tree import OWN, LiveTree, page_of

ADDRESS = "127.0.0.1"
NO_PORT = "PB814"
_PATIENCE = 15.0
"""Seconds between two signs of life to a page that waits."""
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


class LiveServer:
    """Serves a tree for as long as it is entered."""

    def __init__(self, tree: LiveTree, *, port: int) -> None:
        try:
            self._server = _Server((ADDRESS, port), partial(_Handler, tree))
        except OSError as error:
            raise UsageError(
                Problem(
                    NO_PORT,
                    f"The port {port} cannot be used: {error.strerror}",
                    Location("playbookgen serve"),
                    "Name another one with --port; --port 0 takes any that is free.",
                )
            ) from error
        self._tree = tree
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{ADDRESS}:{self._server.server_port}/"

    def __enter__(self) -> LiveServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._tree.close()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_: object) -> None:
        """Says nothing: a browser that goes away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "playbookgen"
    sys_version = ""

    def __init__(self, tree: LiveTree, *arguments: object) -> None:
        self.tree = tree
        super().__init__(*arguments)  # type: ignore[arg-type] # the server's own three

    def do_GET(self) -> None:  # the name that the server calls
        """Answers a request."""
        port = self.connection.getsockname()[1]
        # A foreign site may name this machine as its own, and would then read what is served.
        if self.headers.get("Host", "") not in (f"{ADDRESS}:{port}", f"localhost:{port}"):
            self._send(HTTPStatus.FORBIDDEN, b"Not for you.\n", "text/plain")
            return
        address = urlsplit(self.path)
        path = unquote(address.path).removeprefix("/")
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN), parse_qs(address.query))
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 # the name that the server calls

    def log_message(self, *_: object) -> None:
        """Says nothing: the terminal is for what is wrong with the sources."""

    def _file(self, path: str) -> None:
        revision = self.tree.revision
        if not path and self.tree.start:
            self._redirect(f"/{self.tree.start}")
            return
        try:
            found = self.tree.file(page_of(path))
            if found is None and self.tree.is_folder(path):
                self._redirect(f"/{path}/")
                return
        except PlaybookgenError as error:
            words = "; ".join(problem.message for problem in error.problems)
            self.tree.say(self.tree.problems or words)
            body = self.tree.note("This page cannot be built", revision=revision)
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, body, "text/html")
            return
        if found is None:
            link = '<p><a href="/">Start page</a></p>'
            body = self.tree.note("There is no such page", link, revision=revision)
            self._send(HTTPStatus.NOT_FOUND, body, "text/html")
            return
        self._send(HTTPStatus.OK, found, _type(page_of(path)))

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name in ("live.js", "live.css"):
            self._send(HTTPStatus.OK, _asset(name), _type(name))
        elif name == "events":
            (path, *_), (revision, *_) = query.get("path", [""]), query.get("revision", [""])
            self._events(page_of(path.removeprefix("/")), revision)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"Nothing here.\n", "text/plain")

    def _events(self, path: str, revision: str) -> None:
        """Tells a page what is wrong, and to load again what has changed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        said, looks = None, revision
        while not self.tree.closed:
            if self.tree.is_stale(path, revision):
                self._tell("reload", "")
                return
            if said != self.tree.problems:
                said = self.tree.problems
                self._tell("problems", said)
            if self.tree.is_restyled(path, looks):
                looks = self.tree.revision
                self._tell("looks", looks)
            with self.tree.changed:
                known = said == self.tree.problems and not self.tree.is_restyled(path, looks)
                if known and not self.tree.is_stale(path, revision):
                    self.tree.changed.wait(_PATIENCE)
            self._tell("alive", "")

    def _tell(self, event: str, text: str) -> None:
        # As JSON, a text has no line breaks, and so no end before its end.
        self.wfile.write(f"event: {event}\ndata: {json.dumps(text)}\n\n".encode())
        self.wfile.flush()

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, type_: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{type_}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _type(path: str) -> str:
    ending = path[path.rfind(".") :]
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"


@cache
def _asset(name: str) -> bytes:
    return (files("playbookgen.publish.live") / "assets" / name).read_bytes()
