"""Bytes to text: UTF-8 only, and no character that hides, reorders or breaks what is read."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice

from playbookgen.load.codes import CHARACTER, ENCODING
from playbookgen.load.findings import MAX_FINDINGS, Findings
from playbookgen.problems import UNSAFE, UNSAFE_ASTRAL

_ASTRAL = f"[\U00010000-\U0010ffff](?<=[{UNSAFE_ASTRAL}])"
_UNSAFE_IN_FILE = re.compile(f"[{UNSAFE}](?<![\t\n\r])|{_ASTRAL}")
_UNSAFE_IN_VALUE = re.compile(f"[{UNSAFE}](?<![\t\n])|{_ASTRAL}")
# Each alone is searched for ten times as fast as both in one pattern.
_PROBES = (re.compile(f"[{UNSAFE}](?<![\t\n\r])"), re.compile(_ASTRAL))
_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {"L": "\u2028", "P": "\u2029", "N": "\x85", "0": "\0", "a": "\a", "b": "\b"} | {
    "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"
}  # fmt: skip


def read_text(data: bytes, path: str) -> tuple[str | None, Findings]:
    """The text of a file, or None; what may not stand in it is reported and masked."""
    # A byte order mark at the very start, as some editors write it, is no part of the text.
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, _wrong_encoding(data, error.start, path)
    if not any(probe.search(text) for probe in _PROBES):
        return text, Findings(path, text)
    findings = Findings(path, _masked(text))
    for match in islice(_UNSAFE_IN_FILE.finditer(text), MAX_FINDINGS):
        findings.add(CHARACTER, _not_allowed(match[0]), findings.place(match.start()))
    return findings.text, findings


def check_escapes(value: str, start: int, end: int, findings: Findings) -> None:
    """Reports characters that a double-quoted text makes by escapes; the offsets are its own."""
    if not _UNSAFE_IN_VALUE.search(value):
        return
    escapes = _ESCAPE.finditer(findings.text, start, end)
    unsafe = (match for match in escapes if _UNSAFE_IN_VALUE.match(_made_by(match)))
    for match in islice(unsafe, MAX_FINDINGS):
        place = findings.place(match.start(), len(match[0]))
        findings.add(CHARACTER, _not_allowed(_made_by(match)), place)


def _made_by(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    return chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(match[4], "")


def _not_allowed(character: str) -> str:
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character").lower()
    if unicodedata.category(character) == "Cn":
        name = "not a character"
    return f"{number} ({name}) may not stand in a definition"


def _wrong_encoding(data: bytes, start: int, path: str) -> Findings:
    findings = Findings(path, _masked(data.decode("utf-8", "replace")))
    message = "This file is not UTF-8: it has bytes that stand for no character"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "This file is not UTF-8 but UTF-16"
    findings.add(ENCODING, message, findings.place(len(data[:start].decode("utf-8"))))
    return findings


def _masked(text: str) -> str:
    return _UNSAFE_IN_FILE.sub("\N{REPLACEMENT CHARACTER}", text)
