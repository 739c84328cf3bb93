"""A small client of the language server protocol: one server process, spoken to over its pipes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

JSON = Any
PROPERTY = 10
"""The protocol's number of the kind of completion that is a key."""


class Diagnostic(NamedTuple):
    """What a server finds wrong: where it begins (both count from 0), and its words."""

    line: int
    column: int
    message: str


class LanguageServer:
    """A running language server. Answers are read as they come; pushed diagnostics are kept."""

    def __init__(
        self, command: Sequence[str], settings: Mapping[str, JSON], environment: Mapping[str, str]
    ) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._settings = settings
        self._last_id = 0
        self._opened = 0
        self._pushed: dict[str, list[Diagnostic]] = {}

    def __enter__(self) -> LanguageServer:
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {"versionSupport": True},
            },
        }
        self.request(
            "initialize", {"processId": None, "rootUri": None, "capabilities": capabilities}
        )
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, text: str, *, path: Path | None = None) -> str:
        """The address of a document that is now open with this text; by default one never saved."""
        self._opened += 1
        uri = path.as_uri() if path else f"file:///unsaved/{self._opened}.yaml"
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def close(self, uri: str) -> None:
        """Closes a document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri: str) -> list[Diagnostic]:
        """What the server finds wrong in an open document; waits until it has looked."""
        while uri not in self._pushed:
            self._receive()
        return self._pushed[uri]

    def offered(self, uri: str, line: int, column: int) -> list[str]:
        """The labels of all that the server offers at a place."""
        return [item["label"] for item in self._completions(uri, line, column)]

    def keys_offered(self, uri: str, line: int, column: int) -> list[str]:
        """The keys that the server offers at a place, without its skeletons of several keys."""
        items = self._completions(uri, line, column)
        return [item["label"] for item in items if item["kind"] == PROPERTY]

    def _completions(self, uri: str, line: int, column: int) -> list[dict[str, JSON]]:
        answer = self.request("textDocument/completion", _place(uri, line, column))
        items: list[dict[str, JSON]] = answer["items"]
        return items

    def hover(self, uri: str, line: int, column: int) -> str:
        """What the server shows at a place; empty for nothing."""
        answer = self.request("textDocument/hover", _place(uri, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def request(self, method: str, params: JSON) -> JSON:
        """The server's answer."""
        self._last_id += 1
        asked = self._last_id
        self._send({"id": asked, "method": method, "params": params})
        while (message := self._receive()).get("id") != asked or "method" in message:
            pass
        if "error" in message:
            raise AssertionError(message["error"])
        return message.get("result")

    def notify(self, method: str, params: JSON) -> None:
        """Tells the server something."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, JSON]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, JSON]:
        message = self._read()
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self._keep(message["params"])
        return message

    def _read(self) -> dict[str, JSON]:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            if not line and self._process.poll() is not None:
                raise AssertionError("the language server has stopped")
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, JSON] = json.loads(self._process.stdout.read(length))
        return message

    def _answer(self, message: dict[str, JSON]) -> JSON:
        """What the server asks of an editor: its settings, section by section."""
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item["section"]) for item in message["params"]["items"]]

    def _keep(self, params: dict[str, JSON]) -> None:
        starts = [(item["range"]["start"], item["message"]) for item in params["diagnostics"]]
        self._pushed[params["uri"]] = [
            Diagnostic(start["line"], start["character"], message) for start, message in starts
        ]


def _place(uri: str, line: int, column: int) -> dict[str, JSON]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
