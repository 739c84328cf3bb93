"""A built page to its sections: what has a place of its own can be found on its own.

Built HTML is read, not Markdown or a builder's index: what readers see is what they find, whichever
builder made it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_ARTICLE = re.compile(r"<article\b[^<>]*>(.*)</article>", re.DOTALL)
_MAIN = re.compile(r"<main\b[^<>]*>(.*)</main>", re.DOTALL)
# Maps say nothing that the text of their page does not say, and marks of origin stand everywhere.
_LEFT_OUT = {"svg", "script", "style", "noscript", "template", "button", "nav"}
_LEFT_OUT_CLASSES = {
    *("headerlink", "pb-chip--source", "pb-hint", "pb-level", "pb-matrix__who", "pb-search"),
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NAMING = _HEADINGS | {"p", "dt", "td", "th", "figcaption", "summary", "caption", "span"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "code",
    "em",
    "i",
    "kbd",
    "mark",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
_SPACE = re.compile(r"[ \t\r\f\v\xa0]*\n\s*|[ \t\r\f\v\xa0]+")


@dataclass(slots=True)
class Section:
    """A place of a page: its anchor, its title, the title of the section around it, its text."""

    anchor: str
    level: int
    """That of its heading; 0 for a part without one, such as a task or a term."""
    title: str = ""
    within: str = ""
    text: str = ""


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    record: Section | None = None
    """The part without a heading that begins here."""
    names: bool = False
    """Whether its text is the title of the current section."""
    skipped: bool = False


@dataclass(slots=True)
class _Reading:
    """Where the scanner is."""

    sections: list[Section] = field(default_factory=list)
    heading: Section | None = None
    records: list[Section] = field(default_factory=list)

    @property
    def current(self) -> Section | None:
        return self.records[-1] if self.records else self.heading


def sections_of(html: str) -> list[Section]:
    """The sections of a built page, in their order; none if it has no text."""
    found = _ARTICLE.search(html) or _MAIN.search(html)
    if not found:
        return []
    scanner = _Scanner()
    scanner.feed(re.sub(r"<svg\b.*?</svg>", "", found[1], flags=re.DOTALL))
    scanner.close()
    for section in scanner.sections:
        section.title = _plain(section.title).replace("\n", " ")
        section.text = _plain(section.text)
    return [item for item in scanner.sections if item.title]


def _plain(text: str) -> str:
    return _SPACE.sub(lambda space: "\n" if "\n" in space[0] else " ", text).strip()


class _Scanner(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = _Reading()
        self.open: list[_Open] = []

    @property
    def sections(self) -> list[Section]:
        return self.reading.sections

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._break()
            return
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        opened = _Open(tag, skipped=tag in _LEFT_OUT or bool(classes & self._left_out))
        self.open.append(opened)
        if tag not in _INLINE:
            self._break()
            self._end_title()
        if not self._skipping:
            self._begin(opened, values.get("id") or "")

    @property
    def _left_out(self) -> set[str]:
        """The classes that are left out here: below a page's title also its row of short facts."""
        section = self.reading.current
        return _LEFT_OUT_CLASSES | ({"pb-chips"} if section and section.level == 1 else set())

    def _begin(self, opened: _Open, anchor: str) -> None:
        tag = opened.tag
        if tag in _HEADINGS and (anchor or tag == "h1"):
            self.reading.heading = self._section(anchor, int(tag[1]))
            self.reading.records.clear()
            opened.names = True
        elif anchor and tag not in _INLINE:
            opened.record = self._section(anchor, 0)
            self.reading.records.append(opened.record)
        elif tag in _NAMING and self.reading.records and not self.reading.records[-1].title:
            opened.names = tag not in _INLINE

    def _section(self, anchor: str, level: int) -> Section:
        around = self.reading.heading
        within = _plain(around.title) if around and level == 0 and around.level > 1 else ""
        section = Section("" if level == 1 else anchor, level, within=within)
        self.sections.append(section)
        return section

    def handle_endtag(self, tag: str) -> None:
        if not any(item.tag == tag for item in self.open):
            return
        while self.open:
            closed = self.open.pop()
            if closed.record in self.reading.records:
                del self.reading.records[self.reading.records.index(closed.record) :]
            if closed.tag == tag:
                break
        if tag not in _INLINE:
            self._break()

    def handle_data(self, data: str) -> None:
        section = self.reading.current
        if section is None or self._skipping:
            return
        words = data.replace("\n", " ")
        if any(item.names for item in self.open):
            section.title += words
        else:
            section.text += words

    @property
    def _skipping(self) -> bool:
        return any(item.skipped for item in self.open)

    def _end_title(self) -> None:
        """Ends the title of a part at the first block inside what names it."""
        for item in self.open[:-1]:
            if item.names and self.reading.records and self.reading.records[-1].title.strip():
                item.names = False

    def _break(self) -> None:
        section = self.reading.current
        if section is not None and section.text and not section.text.endswith("\n"):
            section.text += "\n"
