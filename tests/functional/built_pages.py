"""The visible text of a built page, as a whole and of each part that has an id."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNSEEN = {"desc", "head", "script", "style", "template", "title"}
APART = {"br", "dd", "div", "dt", "li", "p", "section", "table", "td", "text", "th", "tr", "tspan"}
"""The elements whose text does not run on from the one before; inline ones do."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def normal(text: str) -> str:
    """Text as it is compared: composed, in small letters, with single spaces."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\u00a0", " ")
    return " ".join(plain.casefold().split())


@dataclass
class Part:
    """What stands under a heading up to the next one, or within an element."""

    tag: str
    pieces: list[str] = field(default_factory=list)
    chips: list[str] = field(default_factory=list)
    facts: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its visible text."""
        return normal("".join(self.pieces))


@dataclass
class _Open:
    tag: str
    id: str
    classes: set[str]


class BuiltPage(HTMLParser):
    """The article of a page, read once: `parts` by id, the whole of it under the empty id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: dict[str, Part] = {}
        self.headings: list[str] = []
        self._open: list[_Open] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in APART or tag in HEADINGS:
            self._say(" ")
        if tag in VOID:
            return
        opened = _Open(tag, values.get("id", ""), set(values.get("class", "").split()))
        self._open.append(opened)
        if tag == "article":
            self.parts[""] = Part(tag)
        elif self._within("article"):
            self._begin(opened)

    def _begin(self, opened: _Open) -> None:
        if opened.tag in HEADINGS:
            # A heading of the same rank or a higher one ends the part of the one before.
            self.headings = [id_ for id_ in self.headings if self.parts[id_].tag < opened.tag]
        if opened.id and opened.id not in self.parts:
            self.parts[opened.id] = Part(opened.tag)
            if opened.tag in HEADINGS:
                self.headings.append(opened.id)
        for part in self._current():
            if opened.tag == "dt":
                part.facts.append(["", ""])
            if "pb-chip" in opened.classes and "pb-chip--source" not in opened.classes:
                part.chips.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in APART or tag in HEADINGS:
            self._say(" ")
        while self._open and any(one.tag == tag for one in self._open):
            if self._open.pop().tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if not any(one.tag in UNSEEN for one in self._open):
            self._say(data)

    def _say(self, text: str) -> None:
        if not self._within("article"):
            return
        chip = any(
            "pb-chip" in one.classes and "pb-chip--source" not in one.classes for one in self._open
        )
        fact = 1 if self._within("dd") else 0
        for part in self._current():
            part.pieces.append(text)
            if chip and part.chips:
                part.chips[-1] += text
            if part.facts and (fact or self._within("dt")):
                part.facts[-1][fact] += text

    def _within(self, tag: str) -> bool:
        return any(one.tag == tag for one in self._open)

    def _current(self) -> list[Part]:
        ids = ["", *self.headings, *(one.id for one in self._open if one.id)]
        return [self.parts[id_] for id_ in dict.fromkeys(ids) if id_ in self.parts]


def page_at(folder: Path, page: str) -> BuiltPage:
    """The page at an address below a playbook's folder."""
    return BuiltPage((folder / page / "index.html").read_text(encoding="utf-8"))
