"""The glossary's terms where they occur in texts: links that show the definition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from playbookgen.model.playbook import Term
from playbookgen.render.pages.text import paragraph_texts

# Endings that a noun or an adjective takes; a word shorter than its stem needs stays as it is.
_ENDINGS = {
    "en": r"(?:s|es|['’]s)?",
    "ro": r"(?:a|ă|e|i|u|ul|ului|le|lui|ele|elor|ii|ilor|iile|ei|uri|urile|urilor|l|lor)?",
    "ru": (
        r"(?:а|я|у|ю|о|е|ё|и|ы|ь|й|ом|ем|ём|ой|ей|ою|ью|ов|ев|ий|ия|ии|ию|ие|ием|ам|ям|ами|ями"
        r"|ах|ях|иях|ый|ая|ое|ые|ого|ему|ому|ым|им|ых|их|ую|юю|ыми|ими)?"
    ),
}
_DROPPED = {"ro": "aăeiu", "ru": "аяоеёиыуюьй"}
_SHORTEST_STEM = 3
_SCRIPTS = (r"[\u30a0-\u30ff]", r"[\u4e00-\u9fff々]", r"[\u3040-\u309f]")
_WORD = r"[^\W_]"


@dataclass(frozen=True)
class Glossary:
    """The terms of an edition, ready to be found in its texts."""

    terms: Sequence[Term]
    language: str

    @cached_property
    def _base(self) -> str:
        return self.language.partition("-")[0]

    @cached_property
    def _names(self) -> list[tuple[str, Term]]:
        """Every name of every term, the longest first, so that it wins."""
        names = [(name, term) for term in self.terms for name in (term.term, *term.synonyms)]
        return sorted(names, key=lambda item: (-len(item[0]), item[0]))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (f"({_form(name, self._base)})" for name, _ in self._names)
        return re.compile("|".join(forms), re.IGNORECASE)

    def linked(self, text: str, links: Mapping[str, str], *, within: str = "") -> Markup:
        """`text` escaped, each term a link where it stands first; none to `within` itself."""
        if not self.terms:
            return escape(text)
        result, end, seen = Markup(), 0, {within}
        for found in self._pattern.finditer(text):
            term = self._names[(found.lastindex or 1) - 1][1]
            if term.ref not in seen:
                seen.add(term.ref)
                result += escape(text[end : found.start()]) + _link(found[0], term, links)
                end = found.end()
        return result + escape(text[end:])


@dataclass(frozen=True)
class Prose:
    """Texts of one page as HTML, with the terms of the glossary linked."""

    glossary: Glossary
    links: Mapping[str, str]

    def line(self, text: str, within: str = "") -> Markup:
        """A text that stands in a block of its own."""
        return self.glossary.linked(text, self.links, within=within)

    def paragraphs(self, text: str, within: str = "") -> Markup:
        """A text as paragraphs, parted where it has empty lines."""
        write: Callable[[str], Markup] = Markup("<p>{}</p>").format
        parts = paragraph_texts(text)
        return Markup("").join(write(self.line(part, within)) for part in parts)


def _link(words: str, term: Term, links: Mapping[str, str]) -> Markup:
    # The theme would put a `title` into its own tooltip as HTML: the definition stands elsewhere.
    return Markup('<a class="pb-term" href="{}" data-definition="{}">{}</a>').format(
        links[term.ref], term.definition, words
    )


def _form(name: str, language: str) -> str:
    """The expression that finds a name as whole words, in its inflected forms, too."""
    before, after = _edge(name[0], "<!"), _edge(name[-1], "!")
    words = r"\s+".join(_word(word, language) for word in name.split())
    return before + words + after


def _edge(character: str, look: str) -> str:
    """What must not stand beside a name; in Japanese, a character of the same script."""
    for script in _SCRIPTS:
        if re.match(script, character):
            return f"(?{look}{script})"
    return f"(?{look}{_WORD})" if re.match(_WORD, character) else ""


def _word(word: str, language: str) -> str:
    if word.isupper():
        return f"(?-i:{re.escape(word)})"  # an abbreviation: “IT” is no “it”
    if not word.isalpha() or language not in _ENDINGS:
        return re.escape(word)
    stem = word.rstrip(_DROPPED.get(language, "")) if word[-1:].islower() else word
    if len(stem) < _SHORTEST_STEM:
        return re.escape(word)
    return re.escape(stem) + _ENDINGS[language]
