"""What the search says, and the words of the field that readers use for the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.locales.search import en, ja, ro, ru

_SEARCH = {"en": en, "ja": ja, "ro": ro, "ru": ru}
SEARCH_WORDS_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {language: module.WORDS for language, module in _SEARCH.items()}
)
SYNONYMS_BY_LANGUAGE: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {language: module.SYNONYMS for language, module in _SEARCH.items()}
)


def search_words(language: str) -> Mapping[str, str]:
    """What the search says in `language`, or in English where we have no words for it."""
    return SEARCH_WORDS_BY_LANGUAGE.get(language.partition("-")[0], en.WORDS)


def synonyms(language: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for each other in `language`; none where we know none."""
    return SYNONYMS_BY_LANGUAGE.get(language.partition("-")[0], ())
