"""The tool's own words in the languages of playbooks: `words_for("ru")["entry"]`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from playbookgen.locales import en, ja, ro, ru

WORDS_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": en.WORDS, "ru": ru.WORDS, "ro": ro.WORDS, "ja": ja.WORDS}
)
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "ja": "日本語", "ro": "Română", "ru": "Русский"}
)
"""What each language calls itself."""


def words_for(language: str) -> Mapping[str, str]:
    """The words of `language`, or of English where we have no catalog for it."""
    return WORDS_BY_LANGUAGE.get(language.partition("-")[0], en.WORDS)
