"""Text as words: lower case, one form of each letter, no punctuation."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+")


def listed(text: str) -> tuple[str, ...]:
    """A list written as a text, for tables that are read as such."""
    return tuple(text.split())


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; apostrophes and hyphens part words."""
    return WORD.findall(unicodedata.normalize("NFC", text.casefold()))


def without_marks(text: str) -> str:
    """Text whose letters have lost their accents, as people type in a hurry."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
